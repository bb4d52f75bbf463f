"""Gold sets in, the extractor's figures on them out, each beside its floor in floors.toml; status 1 under any floor.

    score_gold.py [SET ...] [--errors N]      SET is seed, dev, rounds, further; without any, all and the offsets

--errors lists up to N missed, extra and wrong directives of each set. Where ../shared is missing, says so and stops.
"""

import argparse
import json
import random
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import rounds

from directives import examine, read
from directives.output.records import directive_records, to_json_line

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "benchmarks" / "floors.toml"
SHOWN = ("f1", "f1_interval", "strict_f1", "precision", "recall", "modality", "role", "typed_constraint_f1")
SETS = ("seed", "dev", "rounds", "further")
DOCUMENTS_WITH_OFFSETS_CHECKED = 500


def prepare(name: str, work: Path) -> tuple[Path, Path] | None:
    """Gold file and folder of texts of a set; None where the checkout has it not."""
    if name == "seed":
        return SHARED / "seed/gold.jsonl", SHARED / "seed"
    if name == "dev":
        return SHARED / "gold/dev/gold.jsonl", SHARED / "gold/dev/text"
    if name == "further":
        rounds.unpack_file(rounds.FURTHER, work)
        return work / "gold.jsonl", work / "text"
    kept = sorted(rounds.ROUNDS.glob("round-*.jsonl"))
    for path in kept:
        rounds.unpack(int(path.stem.removeprefix("round-")), work / path.stem)
        (work / "text").mkdir(exist_ok=True)
        for text in (work / path.stem / "text").iterdir():
            text.rename(work / "text" / text.name)
    (work / "gold.jsonl").write_text("".join((work / p.stem / "gold.jsonl").read_text("utf-8") for p in kept), "utf-8")
    return (work / "gold.jsonl", work / "text") if kept else None


def extract(texts: Path, names: Iterator[str], out: Path) -> None:
    """Records of the named texts, as the scorer reads them, made on all cores."""
    with out.open("w", encoding="utf-8") as stream, ProcessPoolExecutor() as pool:
        stream.writelines(pool.map(records_of, (texts / f"{name}.txt" for name in names), chunksize=50))


def records_of(path: Path) -> str:
    """The records of a file, a line each."""
    found = (examine(cable, near_misses=False) for cable in read(path))
    return "".join(to_json_line(record) for findings in found for record in directive_records(findings))


def score(name: str, errors: int) -> tuple[str, list[str]]:
    """A set's figures as text, and a line for each that is under its floor."""
    with TemporaryDirectory() as folder:
        work = Path(folder)
        prepared = prepare(name, work)
        if prepared is None:
            return f"{name}: no round kept yet", []
        gold, texts = prepared
        extract(texts, (json.loads(line)["id"] for line in gold.read_text("utf-8").splitlines()), work / "system.jsonl")
        command = [sys.executable, str(SHARED / "gold/score.py"), str(gold), str(texts), str(work / "system.jsonl")]
        listing = run([*command, "--errors", str(errors)]) if errors else ""
        figures: dict[str, Any] = json.loads(run([*command, "--json"]))
    floors = tomllib.loads(FLOORS.read_text("utf-8")).get(name, {})
    under = [
        f"{name}: {figure} {figures[figure]} is under its floor {floor}"
        for figure, floor in floors.items()
        if figures[figure] < floor
    ]
    lines = [
        f"  {figure:20} {figures[figure]!s:20} {f'floor {floors[figure]}' if figure in floors else ''}".rstrip()
        for figure in SHOWN
    ]
    head = f"{name}: {figures['gold']} directives in gold, {figures['system']} found, {figures['matched']} matched"
    return "\n".join([*listing.splitlines()[:errors], head, *lines]), under


def run(command: list[str]) -> str:
    """Standard output of a command that must succeed."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout


def quotes(record: Any) -> Iterator[dict[str, Any]]:
    """All quotes in a record, at any depth."""
    if isinstance(record, dict):
        if {"text", "start", "end"} <= record.keys():
            yield record
        record = list(record.values())
    for value in record if isinstance(record, list) else ():
        yield from quotes(value)


def check_offsets() -> tuple[str, list[str]]:
    """Counts of a sample of the corpus, and a line for each quote whose offsets do not give its text back."""
    documents = rounds.corpus()
    wrong, total, rows = [], 0, 0
    for name in random.Random(0).sample(sorted(documents), DOCUMENTS_WITH_OFFSETS_CHECKED):
        text = documents[name]
        try:
            found = [record for cable in read(text) for record in directive_records(examine(cable, near_misses=False))]
        except Exception as fault:
            wrong.append(f"{name}: {type(fault).__name__}: {fault}")
            continue
        rows += len(found)
        for quote in quotes(found):
            total += 1
            if text[quote["start"] : quote["end"]] != quote["text"]:
                wrong.append(f"{name}: {quote}")
    return f"offsets: {total} quotes of {rows} directives in {DOCUMENTS_WITH_OFFSETS_CHECKED} documents checked", wrong


def main() -> int:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help="seed, dev, rounds, further")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    if not (SHARED / "gold/score.py").exists():
        print("score: skipped, the gold sets are not here (no folder ../shared beside this checkout)")
        return 0
    problems = []
    with ThreadPoolExecutor(2) as pool:  # the scorer runs in a process of its own
        for text, under in pool.map(lambda name: score(name, arguments.errors), arguments.sets or SETS):
            print(text, flush=True)
            problems += under
    if not arguments.sets:
        text, wrong = check_offsets()
        print(text)
        problems += wrong
    for problem in problems:
        print(f"FAILED {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
