"""Files: what encodings are read, and what is said of those that cannot be."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from directives.reading import ReadingProblem, read_path
from directives.reading.formats.files import files_in
from directives.reading.problems import reason

TEXT = "Farrant to Ashdown\n\nCablegram 7 KESTREL BAY, 3 June 1946\n\nPlease see Müller’s café – it is “closed”.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_are_found_from_the_bytes(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "cable.txt"
    path.write_bytes(TEXT.encode(encoding))
    (cable,) = read_path(path)
    assert cable.text == TEXT
    assert (cable.id, cable.source) == ("cable", str(path))


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_utf_16_of_either_order(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "cable.txt"
    path.write_bytes(mark + TEXT.encode("utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"))
    assert read_path(path)[0].text == TEXT


def test_latin_1_keeps_its_letters(tmp_path: Path) -> None:
    path = tmp_path / "cable.txt"
    path.write_bytes("Please see Müller at the café.".encode("latin-1"))
    assert read_path(path)[0].text == "Please see Müller at the café."


def test_damaged_utf_8_keeps_its_good_letters(tmp_path: Path) -> None:
    path = tmp_path / "cable.txt"
    path.write_bytes(TEXT.encode() + b"Inform Corbin\xe2\x80 at once.")
    text = read_path(path)[0].text
    assert text.startswith(TEXT)
    assert "Inform Corbin\ufffd at once." in text


def test_windows_and_old_line_ends_keep_their_offsets(tmp_path: Path) -> None:
    for ends in ("\r\n", "\r"):
        path = tmp_path / "cable.txt"
        path.write_bytes(TEXT.replace("\n", ends).encode())
        (cable,) = read_path(path)
        assert cable.text == TEXT.replace("\n", ends)
        assert [cable.text[p.start : p.end] for p in cable.paragraphs] == ["Please see Müller’s café – it is “closed”."]
        assert str(cable.header.number) == "7"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x89PNG\r\n\x1a\n" + b"\0\1\2" * 900, "binary"),
        (b"\xff\xfea", "damaged"),
    ],
)
def test_what_is_no_text_is_said_in_one_line(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "cable.txt"
    path.write_bytes(data)
    with pytest.raises(ReadingProblem, match=said) as problem:
        read_path(path)
    assert "\n" not in str(problem.value)


def test_a_missing_file_and_a_folder_are_problems_too(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(ReadingProblem):
            read_path(path)


def test_the_files_of_a_folder_are_those_that_are_not_hidden_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "b/c.md", "a/z.txt", ".d.txt", ".e/f.txt", "__MACOSX/b.txt", "b/photo.jpg", "b/A.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    wanted = ["a/z.txt", "b/A.TXT", "b/c.md", "b.txt"]
    assert list(files_in(str(tmp_path))) == [str(tmp_path / name) for name in wanted]
    assert list(files_in(f"{tmp_path}/*.txt")) == [str(tmp_path / "b.txt")]
    assert list(files_in("./missing.txt")) == ["./missing.txt"]


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (ReadingProblem("the file is empty"), "the file is empty"),
        (FileNotFoundError(2, "No such file or directory"), "no such file or directory"),
        (MemoryError(), "there was not enough memory for it"),
        (KeyError("quay"), "passed over, for a fault of this program: KeyError: 'quay'"),
    ],
)
def test_an_error_is_told_in_one_line(error: Exception, line: str) -> None:
    assert reason(error) == line
