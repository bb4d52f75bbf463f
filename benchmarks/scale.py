"""The corpus in, figures of `directives run` out: words a second, memory, and what a second worker adds.

    scale.py [SOURCE] [--every N]      SOURCE is by default the corpus beside this checkout; every Nth line of it
    scale.py --peer PYTHON             and the peer on some of its texts, in the same run (`make bench-scale`)

Each run is a process of its own. Memory is the peak of the sum over all its processes, shared pages counted once (PSS).
CPU seconds are those of all processes: on a machine with other work they say more than the clock does.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from speed import peer, sample

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared/corpus/dafp.jsonl.gz"
WANTED_GAIN = 1.7
MOST_MEMORY = 500  # MB
PEER_EVERY = 100  # of the texts, the peer is given one in so many: it takes a minute for them


def measured(command: list[str]) -> tuple[float, float, float]:
    """Seconds, CPU seconds and peak memory in MB of a command and all its processes."""
    before = os.times()
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, memory(process.pid))
        time.sleep(0.2)
    seconds = time.perf_counter() - start
    if process.returncode not in (0, 1):
        raise RuntimeError(f"the run ended with status {process.returncode}")
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return seconds, cpu, peak


def memory(process: int) -> float:
    """MB of a process and its children."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return 0.0
    own = next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0) / 1024
    return own + sum(memory(int(child)) for child in children)


def part_of(source: Path, every: int, folder: Path) -> Path:
    """Every Nth line of a JSON Lines file, as a file of its own."""
    if every == 1:
        return source
    part = folder / "part.jsonl"
    with gzip.open(source) as lines, part.open("wb") as out:
        out.writelines(islice(lines, 0, None, every))
    return part


def main() -> int:
    """Entry point; status 1 where the memory or the gain is not what is wanted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--peer", metavar="PYTHON")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    arguments = parser.parse_args()
    if not arguments.source.exists():
        print(f"scale: skipped, {arguments.source.name} is not here")
        return 0
    seconds_of: dict[int, float] = {}
    words_a_second: dict[int, float] = {}
    too_much = False
    with tempfile.TemporaryDirectory() as folder:
        source = part_of(arguments.source, arguments.every, Path(folder))
        for workers in arguments.workers:
            out = Path(folder) / f"out-{workers}"
            command = [sys.executable, "-P", "-m", "directives", "run", str(source), "-o", str(out), "--workers"]
            seconds, cpu, peak = measured([*command, str(workers)])
            counts = totals(out)
            seconds_of[workers] = seconds
            words_a_second[workers] = counts["words"] / seconds
            too_much |= peak > MOST_MEMORY
            print(
                f"{workers} workers: {counts['words']:,} words, {counts['cables']:,} cables, "
                f"{counts['directives']:,} directives in {seconds:.1f} s: {counts['words'] / seconds:,.0f} words/s "
                f"({counts['words'] / cpu:,.0f} a CPU second), peak {peak:.0f} MB",
                flush=True,
            )
        if arguments.peer:
            theirs = peer(arguments.peer, sample(arguments.source, PEER_EVERY, Path(folder)))
            print(f"the peer, one process: {theirs:,.0f} words/s")
            for workers, ours in words_a_second.items():
                print(f"{workers} workers do {ours / theirs:.1f} times the peer's words a second")
    if {1, 2} <= seconds_of.keys():
        gain = seconds_of[1] / seconds_of[2]
        print(f"two workers do {gain:.2f} times the work of one (wanted: at least {WANTED_GAIN})")
        return int(too_much or gain < WANTED_GAIN)
    return int(too_much)


def totals(out: Path) -> dict[str, int]:
    """The sums over the marks of the finished shards."""
    marks = [json.loads(file.read_text()) for file in (out / "_run/shards").glob("shard-*.json")]
    return {name: sum(mark[name] for mark in marks) for name in ("words", "cables", "directives")}


if __name__ == "__main__":
    sys.exit(main())
