"""PDF: the text layer page by page; pages that are pictures are read by tesseract, where it is installed."""

from __future__ import annotations

import io
import shutil
from importlib.util import find_spec

import pytest

from directives.reading import ReadingProblem, read_bytes
from directives.reading.formats import recognition
from made_files import pdf

PAGES = [
    [
        "Ashby to Pell",
        "",
        "Cablegram 31 HARWICK, 4 November 1941",
        "",
        "You will inform Marlow before Friday that the note has been",
        "delivered to the Chancellor.",
        "",
        "Please send his views to us and ask the Consul for the report,",
    ],
    ["which he has promised for the tenth.", "", "Please thank him."],
]
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None or find_spec("PIL") is None,
    reason="needs tesseract (Debian: apt install tesseract-ocr) and the extra ocr",
)


def scanned(lines: list[str]) -> bytes:
    """A PDF whose only page is a picture of these lines."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("L", (1240, 1754), 255)
    draw, font = ImageDraw.Draw(picture), ImageFont.load_default(size=32)
    for n, line in enumerate(lines):
        draw.text((120, 150 + 48 * n), line, fill=0, font=font)
    out = io.BytesIO()
    picture.save(out, "PDF", resolution=150)
    return out.getvalue()


def test_pages_lines_and_the_space_between_paragraphs() -> None:
    (cable,) = read_bytes(pdf(PAGES), "cable.pdf")
    assert cable.text == "\f".join("\n".join(page) for page in PAGES)
    assert str(cable) == "cable: No. 31, Ashby to Pell, 1941-11-04"
    assert [(page.number, cable.text[page.start : page.end].rstrip("\f")[-5:]) for page in cable.pages] == [
        (1, "port,"),
        (2, " him."),
    ]


def test_a_sentence_over_a_page_break_is_in_one_paragraph() -> None:
    (cable,) = read_bytes(pdf(PAGES), "cable.pdf")
    assert [[cable.text[start:end][:6] for start, end in p.pieces] for p in cable.paragraphs] == [
        ["You wi"],
        ["Please", "which "],
        ["Please"],
    ]


@needs_tesseract
def test_a_page_without_a_text_layer_is_read_by_tesseract() -> None:
    with pytest.warns(UserWarning, match="no text layer on page 1, which tesseract read"):
        (cable,) = read_bytes(scanned(PAGES[0]), "scan.pdf")
    assert "You will inform Marlow before Friday" in cable.text
    assert str(cable) == "scan: No. 31, Ashby to Pell, 1941-11-04"


def test_without_tesseract_one_line_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("PIL")
    monkeypatch.setattr(recognition.shutil, "which", lambda name: None)
    with pytest.raises(ReadingProblem, match=r"no text layer on page 1: .* install .*apt install tesseract-ocr"):
        read_bytes(scanned(PAGES[0]), "scan.pdf")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf(PAGES, encrypted=True), "the PDF is encrypted"),
        (pdf(PAGES)[:400], "the PDF is damaged"),
        (b"%PDF-1.7\nno PDF at all", "the PDF is damaged"),
        (pdf([[]]), "the PDF has no text"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(ReadingProblem, match=said) as problem:
        read_bytes(data, "bad.pdf")
    assert "\n" not in str(problem.value)
