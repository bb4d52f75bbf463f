"""A page of a PDF that is a picture in, its text out: drawn by pdfium, read by tesseract (the extra `ocr`)."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from directives.reading.problems import ReadingProblem

if TYPE_CHECKING:
    import pypdfium2 as pdfium

PROGRAM = "tesseract"
_DOTS = 300  # an inch, which tesseract is made for
_MOST_DOTS = 60_000_000  # of a page: larger ones are drawn more coarsely
_SECONDS = 180  # a page


def lacking(language: str) -> str:
    """What is missing for reading pictures and how to install it, in one line; "" where nothing is."""
    missing = []
    if find_spec("PIL") is None:
        missing.append("pip install 'directives[ocr]'")
    if shutil.which(PROGRAM) is None:
        missing.append("the program tesseract (Debian, Ubuntu: apt install tesseract-ocr)")
    elif language not in _languages():
        missing.append(f"tesseract's language {language!r} (Debian, Ubuntu: apt install tesseract-ocr-{language})")
    return f"to read scanned pages, install {' and '.join(missing)}" if missing else ""


@cache
def _languages() -> frozenset[str]:
    said = subprocess.run([PROGRAM, "--list-langs"], capture_output=True, text=True, check=False, timeout=_SECONDS)
    return frozenset(said.stdout.split())


def recognise(pdf: pdfium.PdfDocument, number: int, language: str) -> str:
    """The text on a page. Raises ReadingProblem where tesseract fails."""
    page = pdf[number]
    try:
        width, height = page.get_size()
        inches = width * height / 72**2
        scale = min(_DOTS, (_MOST_DOTS / max(inches, 0.01)) ** 0.5) / 72
        picture = page.render(scale=scale, grayscale=True).to_pil()
    finally:
        page.close()
    drawn = io.BytesIO()
    picture.save(drawn, "PNG", dpi=(scale * 72, scale * 72))
    picture.close()
    command = [PROGRAM, "stdin", "stdout", "-l", language]
    try:
        said = subprocess.run(
            command,
            input=drawn.getvalue(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        raise ReadingProblem(f"tesseract took longer than {_SECONDS} seconds") from None
    if said.returncode:
        lines = said.stderr.decode(errors="replace").strip().splitlines()
        raise ReadingProblem(f"tesseract failed: {lines[-1] if lines else said.returncode}")
    return said.stdout.decode("utf-8", errors="replace").replace("\f", "").strip()


def runs(numbers: list[int]) -> str:
    """Page numbers in words: "page 3", "pages 1-4, 7"."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][-1] == number - 1:
            spans[-1] = [spans[-1][0], number]
        else:
            spans.append([number, number])
    words = ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in spans)
    return f"{'page' if len(numbers) == 1 else 'pages'} {words}"
