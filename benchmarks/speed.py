"""Texts in, words a second out: the whole product, and the peer on the same files in the same run.

    speed.py --peer PYTHON       PYTHON is the interpreter of an environment with the peer's packages (`make bench`)

Two sets: the 240 cables of dev, and one document in twenty of the corpus. The product reads the texts and examines the
cables, on one process: directives with all their fields come out, where the peer's figure is that of its parser alone.
As with the peer, the files are in memory when the clock starts, and nothing is written. Each pass is a process of its
own, so that nothing is remembered from the pass before; the peer takes its turn right after, since a machine with other
work changes its speed from minute to minute, and the figure is the median of the passes' ratios. The grammar is loaded
first, as the peer's model is, by reading the cables in `examples/` and the examples beside the grammar; how long that
takes is a matter of the start (`directives table` on one cable). What is loaded is set aside (`gc.freeze`), as the
workers of `directives run` do.
"""

import argparse
import gc
import gzip
import json
import os
import re
import statistics
import subprocess
import sys
import time
import tomllib
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus/dafp.jsonl.gz"
CORPUS_EVERY = 20
PASSES = 5
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

    texts = [path.read_text(encoding="utf-8") for path in files]
    words = sum(len(text.split()) for text in texts)
    for source in (WARM_UP, *sorted((ROOT / "examples").glob("*.txt")), "\n\n".join(examples_of_the_grammar())):
        for cable in read(source):
            examine(cable)
    gc.collect()
    gc.freeze()
    start = time.perf_counter()
    for text in texts:
        for cable in read(text):
            examine(cable, near_misses=False)
    return words / (time.perf_counter() - start)


def examples_of_the_grammar() -> list[str]:
    """The sentences beside the form families that have a directive."""
    files = sorted((ROOT / "grammar/forms").glob("*.examples.toml"))
    return [
        case["text"] for file in files for case in tomllib.loads(file.read_text(encoding="utf-8")).get("example", [])
    ]


def peer(python: str, files: list[Path]) -> float:
    """Words a second of the peer."""
    command = [python, str(SHARED / "peers/spacy_rules.py"), "--speed", *map(str, files)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ | ONE_THREAD).stdout
    found = re.search(r"([\d.]+) words/s", said)
    if found is None:
        raise ValueError(f"the peer gave no speed: {said!r}")
    return float(found[1])


def sample(source: Path, every: int, folder: Path) -> list[Path]:
    """The texts of one line in `every` of a gzipped JSON Lines file, each as a file of its own."""
    files = []
    with gzip.open(source) as lines:
        for number, line in enumerate(islice(lines, 0, None, every)):
            if text := json.loads(line)["text"].strip():
                files.append(folder / f"{number:04}.txt")
                files[-1].write_text(text, encoding="utf-8")
    return files


def compared(name: str, files: list[Path], python: str | None) -> bool:
    """Print the figures of a set; False where the ratio to the peer is less than WANTED_RATIO."""
    command = [sys.executable, "-P", __file__, "--one-pass", *map(str, files)]
    ours, ratios = [], []
    for _ in range(PASSES):
        ours.append(float(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout))
        if python:
            ratios.append(ours[-1] / peer(python, files))
    print(f"{name}: {statistics.median(ours):,.0f} words/s ({', '.join(f'{speed:,.0f}' for speed in ours)})")
    if not ratios:
        return True
    ratio = statistics.median(ratios)
    print(
        f"{name}: {ratio:.1f} times the peer ({', '.join(f'{r:.1f}' for r in ratios)}), wanted {WANTED_RATIO}",
        flush=True,
    )
    return ratio >= WANTED_RATIO


def main() -> int:
    """Entry point; status 1 where the product is less than WANTED_RATIO times as fast as the peer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", metavar="PYTHON")
    parser.add_argument(
        "--one-pass", nargs="+", type=Path, metavar="FILE", help="only the product, one pass over these"
    )
    arguments = parser.parse_args()
    if arguments.one_pass:
        print(f"{one_pass(arguments.one_pass):.0f}")
        return 0
    dev = sorted((SHARED / "gold/dev/text").glob("*.txt"))
    if not dev or not CORPUS.exists():
        print("speed: skipped, the texts are not here (no folder ../shared beside this checkout)")
        return 0
    with TemporaryDirectory() as folder:
        fast = [
            compared(name, files, arguments.peer)
            for name, files in (("dev", dev), ("corpus", sample(CORPUS, CORPUS_EVERY, Path(folder))))
        ]
    return 0 if all(fast) else 1


if __name__ == "__main__":
    sys.exit(main())
