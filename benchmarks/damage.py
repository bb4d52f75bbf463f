"""The dev set as a scanner would have damaged it in; out, the F1 on it as a share of the F1 on the set as it is.

    damage.py [--seeds 1 2 3]      copies are made by ../shared/gold/noise.py, with lines wrapped and page headings

Prints the lowest share over the seeds for each rate of damaged letters, beside its floor; status 1 under a floor. Where
../shared is missing, says so and stops.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from directives import examine, read
from directives.output.records import directive_records, to_json_line

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = {"0": 0.99, "0.02": 0.93, "0.05": 0.85}


def f1(gold: Path, texts: Path, work: Path) -> float:
    """The F1 of the extractor on a gold file and the folder of its texts."""
    system = work / "system.jsonl"
    with system.open("w", encoding="utf-8") as lines:
        for path in sorted(texts.glob("*.txt")):
            for cable in read(path):
                lines.writelines(map(to_json_line, directive_records(examine(cable, near_misses=False))))
    return float(json.loads(_run("score.py", gold, texts, system, "--json"))["f1"])


def _run(script: str, *arguments: object) -> str:
    command = [sys.executable, str(GOLD / script), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> int:
    """Print the shares; 1 where one is under its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1], metavar="N")
    arguments = parser.parse_args()
    gold, texts = GOLD / "dev" / "gold.jsonl", GOLD / "dev" / "text"
    if not gold.exists():
        print("damage: skipped, the dev set is not there")
        return 0
    low = False
    with TemporaryDirectory() as folder:
        work = Path(folder)
        clean = f1(gold, texts, work)
        print(f"clean             F1 {clean:.3f}")
        for rate, floor in FLOORS.items():
            found = []
            for seed in arguments.seeds:
                copy = work / f"{rate}-{seed}"
                _run("noise.py", gold, texts, copy, "--rate", rate, "--layout", "--seed", seed)
                found.append(f1(copy / "gold.jsonl", copy / "text", work))
            low |= min(found) < floor * clean
            print(f"rate {rate:4} layout  F1 {min(found):.3f}  {min(found) / clean:.3f} of clean (floor {floor})")
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
