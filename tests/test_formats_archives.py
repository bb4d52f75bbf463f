"""Folders, .gz and .zip: what lies inside is read, also inside one another; bombs, links and climbing paths are not."""

from __future__ import annotations

import gzip
import io
import json
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from conftest import CABLE, Run
from directives.reading import ReadingProblem, read_bytes
from directives.reading.formats import limits
from made_files import docx, pdf, tei_document, tei_volume, zipped

TEXT = CABLE.encode()
MEGABYTE = 1 << 20


def test_a_zip_of_many_formats_and_zips() -> None:
    data = zipped(
        {
            "b/notes.txt": TEXT,
            "a.pdf": pdf([["You will inform Marlow."]]),
            "a.docx": docx(["You will inform Marlow."]),
            "volume.xml.gz": gzip.compress(tei_volume(map(tei_document, (1, 2)))),
            "inner.zip": zipped({"x.md": b"You will inform Marlow."}),
            "photo.jpg": b"\xff\xd8\xff",
            "__MACOSX/._notes.txt": b"\0\1",
        }
    )
    assert [(cable.source, cable.id) for cable in read_bytes(data, "box.zip")] == [
        ("box.zip/a.docx", "a"),
        ("box.zip/a.pdf", "a~2"),
        ("box.zip/b/notes.txt", "notes"),
        ("box.zip/inner.zip/x.md", "x"),
        ("box.zip/volume.xml.gz#d1", "volume-d1"),
        ("box.zip/volume.xml.gz#d2", "volume-d2"),
    ]


def test_gzip_of_a_text() -> None:
    (cable,) = read_bytes(gzip.compress(TEXT), "harwick.txt.gz")
    assert (cable.id, cable.text) == ("harwick", CABLE)


def bad_zip(name: str) -> bytes:
    """A zip with one good file and one that is bad in the way that its name says."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("good.txt", TEXT)
        if name == "link.txt":
            link = zipfile.ZipInfo(name)
            link.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(link, "/etc/passwd")
        elif name == "bomb.txt":
            archive.writestr(name, b"Please " * (40 * MEGABYTE // 7))
        else:
            archive.writestr(name, TEXT)
    data = bytearray(out.getvalue())
    place = data.rindex(b"PK\x01\x02")  # its entry in the directory at the end
    (header,) = struct.unpack_from("<I", data, place + 42)
    if name == "locked.txt":
        data[place + 8] |= 1
        data[header + 6] |= 1
    elif name == "torn.txt":
        start = header + 30 + len(name)
        data[start + 5 : start + 25] = bytes(20)
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../../climbing.txt", "its path climbs out of the zip"),
        ("/etc/absolute.txt", "its path climbs out of the zip"),
        ("link.txt", "it is a link, not a file"),
        ("bomb.txt", "it unpacks to more than 16 MB, as a zip bomb does"),
        ("locked.txt", "it is encrypted"),
        ("torn.txt", "it is damaged"),
        ("empty.docx", "it is no Word document"),
    ],
)
def test_one_line_names_the_file_and_the_part_and_the_rest_is_read(
    run: Run, tmp_path: Path, name: str, said: str
) -> None:
    path = tmp_path / "box.zip"
    path.write_bytes(bad_zip(name) if name != "empty.docx" else zipped({"good.txt": TEXT, name: zipped({"a": b"b"})}))
    result = run("extract", path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"directives: {path}/{name}: {said}")
    assert result.stderr.count("\n") == 1
    assert result.stdout.count("inform Marlow") > 0
    assert f"{path}/good.txt" in result.stdout
    assert [file.name for file in tmp_path.rglob("*")] == ["box.zip"]


def test_a_damaged_zip_and_a_damaged_gzip() -> None:
    whole = zipped({"a.txt": TEXT})
    for data, name in (
        (whole[:-30], "a.zip"),
        (b"PK\x03\x04nothing", "a.zip"),
        (gzip.compress(TEXT)[:-12], "a.txt.gz"),
    ):
        with pytest.raises(ReadingProblem, match="damaged"):
            read_bytes(data, name)


def test_a_gzip_bomb_and_zips_without_end() -> None:
    with pytest.raises(ReadingProblem, match="it unpacks to more than 16 MB"):
        read_bytes(gzip.compress(bytes(40 * MEGABYTE)), "bomb.txt.gz")
    data = TEXT
    for depth in range(8):
        data = zipped({f"{depth}.zip" if depth else "a.txt": data})
    with pytest.raises(ReadingProblem, match="archives lie inside one another"):
        read_bytes(data, "deep.zip")


def test_ordinary_text_that_packs_well_is_no_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FREE", 1000)
    text = "".join(f"{n}. You will inform Marlow before the {n % 28 + 1}th.\n\n" for n in range(1, 2000))
    assert read_bytes(zipped({"a.txt": text.encode()}), "a.zip")[0].text == text


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a "Please ">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><TEI><text><body><p>&i;</p></body></text></TEI>"
)
FETCHING = (
    '<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<TEI><text><body><p>Please &x;</p></body></text></TEI>"
)


@pytest.mark.parametrize("xml", [BOMB, FETCHING])
def test_entities_are_neither_expanded_nor_fetched(run: Run, tmp_path: Path, cable: Path, xml: str) -> None:
    bad = tmp_path / "a.xml"
    bad.write_text(xml)
    result = run("extract", bad, cable)
    assert result.exit_code == 1
    assert result.stderr == (
        f"directives: {bad}: its XML declares or calls for entities, which are not expanded or fetched\n"
    )
    assert "root:" not in result.stdout
    assert "inform Marlow" in result.stdout


def test_a_document_type_that_lies_elsewhere_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "tei.dtd").write_text('<!ENTITY x "Please burn it.">')
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE TEI SYSTEM "{(tmp_path / "tei.dtd").as_uri()}">'
        "<TEI><text><body><p>Please inform Marlow &mdash; of the caf&eacute;. &x;</p></body></text></TEI>"
    )
    (cable,) = read_bytes(xml.encode(), "a.xml")
    assert cable.text == "Please inform Marlow — of the café."


def test_damaged_xml_gives_the_documents_before_the_damage() -> None:
    volume = tei_volume(
        [*map(tei_document, range(1, 41)), "<div type='document'><p>Please</q></div>", tei_document(42)]
    )
    with pytest.warns(UserWarning, match=r"damaged at line \d+: .*; the 40 documents before that were read"):
        assert len(read_bytes(volume, "volume.xml")) == 40


def test_a_folder_is_read_whatever_formats_it_holds(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.pdf").write_bytes(pdf([["You will inform Marlow."]]))
    (tmp_path / "sub" / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "c.zip").write_bytes(zipped({"d.txt": TEXT}))
    result = run("cables", tmp_path, "--format", "jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    found = [json.loads(line)["source"].removeprefix(f"{tmp_path}/") for line in result.stdout.splitlines()]
    assert found == ["a.txt", "c.zip/d.txt", "sub/b.pdf"]


def test_standard_input_of_any_format(run: Run) -> None:
    for data in (pdf([["You will inform Marlow."]]), zipped({"a.txt": TEXT}), gzip.compress(TEXT)):
        result = run("extract", "-", stdin=data)
        assert (result.exit_code, result.stderr) == (0, "")
        assert "inform Marlow" in result.stdout
