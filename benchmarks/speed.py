"""The dev texts in, words a second out: the whole product, and the peer on the same files in the same run.

    speed.py --peer PYTHON       PYTHON is the interpreter of an environment with the peer's packages (`make bench`)

The product reads the files, examines the cables and makes the records, on one process. Each of its passes is a process
of its own, so that nothing is remembered from the pass before. The grammar is loaded first, as the peer's model is, by
reading the cables in `examples/`; how long that takes is a matter of the start (`directives table` on one cable).
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
PASSES = 3
WANTED_RATIO = 15
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
# A cable of every part that a grammar reads, so that all of them are loaded before the clock starts.
WARM_UP = """\
Mr A. Ashby, Minister in Harwick, to Department of External Affairs

Cablegram 31 HARWICK, 4 November 1941, 6.30 p.m.

MOST SECRET IMMEDIATE

Reference my telegram No. 12. You will inform Marlow before Friday. Please report his views, if he has any.
P1ease infonn Marlow and reporf his vievvs to us. Tbe harhour is closcd and tbe sbips that wcre to sail on Fridav are
hcld witb tbeir cargocs until tbe Board has rnade up its rnind whetber tbe chargcs for tbe new quav are to be paid."""


def one_pass(files: list[Path]) -> float:
    """Words a second of one pass over the files."""
    from directives import examine, read
    from directives.output.records import directive_records, to_json_line

    words = sum(len(path.read_text(encoding="utf-8").split()) for path in files)
    for source in (WARM_UP, *sorted((ROOT / "examples").glob("*.txt"))):
        for cable in read(source):
            directive_records(examine(cable))
    start = time.perf_counter()
    for path in files:
        for cable in read(path):
            for record in directive_records(examine(cable, near_misses=False)):
                to_json_line(record)
    return words / (time.perf_counter() - start)


def peer(python: str, files: list[Path]) -> float:
    """Words a second of the peer."""
    command = [python, str(SHARED / "peers/spacy_rules.py"), "--speed", *map(str, files)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ | ONE_THREAD).stdout
    found = re.search(r"([\d.]+) words/s", said)
    if found is None:
        raise ValueError(f"the peer gave no speed: {said!r}")
    return float(found[1])


def main() -> int:
    """Entry point; status 1 where the product is less than WANTED_RATIO times as fast as the peer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", metavar="PYTHON")
    parser.add_argument("--one-pass", action="store_true", help="only the product, one pass in this process")
    arguments = parser.parse_args()
    files = sorted((SHARED / "gold/dev/text").glob("*.txt"))
    if not files:
        print("speed: skipped, the dev texts are not here (no folder ../shared beside this checkout)")
        return 0
    if arguments.one_pass:
        print(f"{one_pass(files):.0f}")
        return 0
    command = [sys.executable, __file__, "--one-pass"]
    passes = [
        float(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout) for _ in range(PASSES)
    ]
    ours = statistics.median(passes)
    print(f"directives  {ours:10,.0f} words/s on one process (median of {', '.join(f'{p:,.0f}' for p in passes)})")
    if not arguments.peer:
        return 0
    theirs = peer(arguments.peer, files)
    print(f"spaCy peer  {theirs:10,.0f} words/s on one process")
    print(f"ratio       {ours / theirs:10.1f}  (wanted: at least {WANTED_RATIO})")
    return 0 if ours >= WANTED_RATIO * theirs else 1


if __name__ == "__main__":
    sys.exit(main())
