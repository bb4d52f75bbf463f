"""Makes a TEI volume, a zip of texts and a PDF, and a four times larger one of each; prints how fast they are read and
the peak of memory, each in a process of its own.

    python benchmarks/sources.py [--whole]     with --whole the directives are found as well, by the command line
"""

from __future__ import annotations

import argparse
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from made_files import pdf, tei_document, tei_volume, zipped  # noqa: E402

_SMALL = ["the", "of", "and", "to", "in", "that", "he", "was", "on", "his", "with", "for", "it", "the", "a"]
_SYLLABLES = ["ba", "con", "der", "fi", "gra", "lo", "men", "nor", "pa", "ri", "sta", "ter", "ul", "ven", "wo"]


def sentences(count: int, random: Random) -> list[str]:
    """Sentences of ten words that are as different as those of a language."""

    def word() -> str:
        return random.choice(_SMALL) if random.random() < 0.5 else "".join(random.choices(_SYLLABLES, k=3))

    return [" ".join(word() for _ in range(10)).capitalize() + "." for _ in range(count)]


def made(folder: Path) -> list[tuple[str, Path]]:
    """The files, by what to call them."""
    random = Random(1)

    def filler(count: int) -> str:
        return " ".join(sentences(count, random))

    def text() -> bytes:
        beginning = "Ashby to Pell\n\nCablegram 31 HARWICK, 4 November 1941\n\nYou will inform Marlow."
        return f"{beginning}\n\n{filler(40)}\n\n{filler(40)}\n".encode()

    def page(number: int) -> list[str]:
        return [f"Page {number}", "", "Please inform Marlow before Friday.", "", *sentences(36, random)]

    files = []
    for times in (1, 4):
        for name, data in (
            (f"TEI, {300 * times} documents.xml", tei_volume(tei_document(n, filler(150)) for n in range(300 * times))),
            (f"zip, {1000 * times} texts.zip", zipped({f"{n}.txt": text() for n in range(1000 * times)})),
            (f"PDF, {200 * times} pages.pdf", pdf(map(page, range(200 * times)))),
        ):
            path = folder / name
            path.write_bytes(data)
            files.append((path.stem, path))
    return sorted(files)


def read(path: Path) -> None:
    """Reads a file cable by cable; prints cables, words, seconds and the peak in MB."""
    from directives.reading import read_stream

    cables = words = 0
    started = time.perf_counter()
    with path.open("rb") as stream:
        for cable in read_stream(stream, str(path)):
            cables += 1
            words += len(cable.text.split())
    seconds = time.perf_counter() - started
    # Not getrusage: a new process has its parent's peak there.
    peak = int(re.findall(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[0]) / 1024
    print(f"{cables:6} cables {words:9,} words {words / seconds:10,.0f} words/s {peak:6.0f} MB")


def extract(path: Path) -> None:
    """Runs `directives extract` on a file; prints seconds and the peak in MB."""
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "directives", "extract", path], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{time.perf_counter() - started:6.1f} s {peak:6.0f} MB")


def main() -> None:
    """Makes the files and measures each in a new process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--whole", action="store_true", help="run `directives extract` on each")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        (extract if arguments.whole else read)(arguments.one)
        return
    with tempfile.TemporaryDirectory() as folder:
        for name, path in made(Path(folder)):
            print(f"{name:20} {path.stat().st_size / 1e6:6.1f} MB ", end=" ", flush=True)
            flags = ["--whole"] if arguments.whole else []
            subprocess.run([sys.executable, __file__, "--one", path, *flags], check=True)


if __name__ == "__main__":
    main()
