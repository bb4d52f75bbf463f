"""Large sources are read cable by cable in flat memory, and a bar tells how far it is where somebody looks."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import CABLE, ROOT, Process
from made_files import pdf, tei_document, tei_volume, zipped

MEASURE = """
import re, sys
from pathlib import Path
from directives.reading import read_stream
with open(sys.argv[1], "rb") as stream:
    cables = sum(1 for _ in read_stream(stream, sys.argv[1]))
print(cables, int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""
FILLER = "The Chancellor of {} said on the {}th that the note numbered {} of the {} Council would have his attention. "


def filler(n: int, length: int) -> str:
    return "".join(FILLER.format(n * 7 % 1009, m, n + m * 31, m * n % 997) for m in range(length))


def volume() -> bytes:
    return tei_volume(tei_document(n, filler(n, 150)) for n in range(300))


def texts() -> bytes:
    return zipped({f"{n}.txt": f"{CABLE}\n{filler(n, 40)}".encode() for n in range(1000)})


def pages() -> bytes:
    return pdf([f"Page {n}", "", *(filler(n, 36).split(". "))] for n in range(200))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is told by /proc")
@pytest.mark.parametrize(
    ("make", "name", "cables"), [(volume, "v.xml", 300), (texts, "t.zip", 1000), (pages, "p.pdf", 1)]
)
def test_memory_stays_flat(tmp_path: Path, make: object, name: str, cables: int) -> None:
    assert callable(make)
    path = tmp_path / name
    path.write_bytes(make())
    said = subprocess.run(
        [sys.executable, "-c", MEASURE, path], check=True, capture_output=True, cwd=ROOT, timeout=300
    ).stdout.split()
    assert int(said[0]) == cables
    assert int(said[1]) < 90  # MB: 30 of them are Python with the grammar of headers


def on_a_terminal(*arguments: object) -> Iterator[str]:
    """What a command writes to a terminal that only its standard error is tied to."""
    mine, its = pty.openpty()
    command = [sys.executable, "-m", "directives", *map(str, arguments)]
    env = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=its, env=env, cwd=ROOT)
    os.close(its)
    assert process.stdout is not None
    process.stdout.read()
    while True:
        try:
            part = os.read(mine, 4096)
        except OSError:
            break
        if not part:
            break
        yield part.decode(errors="replace")
    os.close(mine)
    process.wait()


def test_a_bar_on_a_terminal_and_nothing_elsewhere(process: Process, tmp_path: Path) -> None:
    path = tmp_path / "box.zip"
    path.write_bytes(zipped({f"{n}.txt": CABLE.encode() for n in range(30)} | {"bad.txt": b"\0\1\2" * 500}))
    shown = "".join(on_a_terminal("extract", path))
    assert "30 cables" in shown
    assert "box.zip/bad.txt: it is a binary file" in shown.replace("\r\n", "")
    plain = process("extract", path)
    assert plain.stderr.decode() == f"directives: {path}/bad.txt: it is a binary file, not text\n"
