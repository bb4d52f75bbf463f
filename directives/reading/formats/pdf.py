"""PDF in, one document out: the text layer of each page, or what tesseract reads on one that has none.

Lines are as the layer has them; where the space between two is wider than between lines, a blank line stands there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from directives.reading.formats.plain_text import at_hand
from directives.reading.formats.source import Document, Source
from directives.reading.problems import ReadingProblem

if TYPE_CHECKING:
    import pypdfium2 as pdfium

SUFFIXES = (".pdf",)
_WIDE = 1.4  # times the usual distance of lines
_END_OF_LINE_HYPHEN = str.maketrans({"\ufffe": "-", "\x02": "-", "\x00": None, "\ufffd": None})
_FEW = 8  # distances: on a page with so few lines the height of the letters counts as well
_TALL = 1.5
_MOST_PAGES = 20_000


def matches(head: bytes) -> bool:
    """Whether it begins as PDF does, be it after some rubbish."""
    return b"%PDF-" in head[:1024]


def read(source: Source) -> Iterator[Document]:
    """The document of a PDF, form feeds between its pages. Raises ReadingProblem where it cannot be opened."""
    import pypdfium2 as pdfium

    try:
        pdf = pdfium.PdfDocument(at_hand(source))
    except pdfium.PdfiumError as error:
        encrypted = "password" in str(error).lower() or "security" in str(error).lower()
        raise ReadingProblem("the PDF is encrypted" if encrypted else "the PDF is damaged, or it is none") from None
    with pdf:
        count = len(pdf)
        if count > _MOST_PAGES:
            raise ReadingProblem(f"the PDF has more than {_MOST_PAGES:,} pages")
        texts: list[str] = []
        bare: list[int] = []
        for number in range(count):
            try:
                text, has_content = _page(pdf, number)
            except pdfium.PdfiumError as error:
                source.problem(f"page {number + 1} could not be read: {str(error).lower()}; the rest was read")
                text, has_content = "", False
            if not text.strip() and has_content:
                bare.append(number)
            texts.append(text)
        scanned = _recognised(pdf, bare, source) if bare else {}
    texts = [scanned.get(number, text) for number, text in enumerate(texts)]
    if any(text.strip() for text in texts):
        yield Document("\f".join(texts), many=True)
    elif not bare:
        raise ReadingProblem("the PDF has no text")


def _page(pdf: pdfium.PdfDocument, number: int) -> tuple[str, bool]:
    """The text of a page, and whether anything at all is on it."""
    from pypdfium2.raw import FPDFPage_CountObjects

    page = pdf[number]
    try:
        layer = page.get_textpage()
        try:
            return _spaced(layer), FPDFPage_CountObjects(page) > 0
        finally:
            layer.close()
    finally:
        page.close()


def _spaced(layer: pdfium.PdfTextPage) -> str:
    """The lines of a text layer, a blank line where there is more space than between lines."""
    text = layer.get_text_range().replace("\f", "\n")
    lines = text.split("\r\n")
    if len(lines) * 2 - 2 + sum(map(len, lines)) != layer.count_chars():
        return "\n".join(lines).translate(_END_OF_LINE_HYPHEN)  # the layer's own count differs: no way to find places
    heights: list[float | None] = []
    at = 0
    tall = 0.0
    for line in lines:
        first = at + len(line) - len(line.lstrip())
        _, bottom, _, top = layer.get_charbox(first, loose=True) if line.strip() else (0, 0, 0, 0)
        heights.append(bottom if line.strip() else None)
        tall = max(tall, top - bottom)
        at += len(line) + 2
    steps = [0.0 if a is None or b is None else a - b for a, b in pairwise(heights)]
    downwards = sorted(step for step in steps if step > 1)
    # There may be more wide spaces than narrow ones; of a few, the narrowest.
    usual = downwards[len(downwards) // 4] if len(downwards) > _FEW else min([*downwards, tall * _TALL])
    spaced = lines[:1]
    for step, line in zip(steps, lines[1:], strict=True):
        if step > usual * _WIDE:
            spaced.append("")
        spaced.append(line)
    return "\n".join(spaced).translate(_END_OF_LINE_HYPHEN)


def _recognised(pdf: pdfium.PdfDocument, bare: list[int], source: Source) -> dict[int, str]:
    """Page number → text, of the pages without a text layer; what is missing for that is said once."""
    from directives.reading.formats.recognition import lacking, recognise, runs

    pages = runs([number + 1 for number in bare])
    if line := lacking(source.options.language):
        source.problem(f"no text layer on {pages}: {line}")
        return {}
    found: dict[int, str] = {}
    for number in bare:
        try:
            found[number] = recognise(pdf, number, source.options.language)
        except ReadingProblem as problem:
            source.problem(f"page {number + 1}: {problem}")
    source.note(f"no text layer on {pages}, which tesseract read")
    return found
