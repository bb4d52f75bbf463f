"""One text in, the time for it out, and for texts twice as long each time: it grows with the length alone.

    linear.py [SOURCE] [--megabytes 64]    SOURCE is by default the corpus beside this checkout

First texts that are meant to be hard, each one sentence of 100,000 words and of 200,000; then the corpus as one text of
1, 2, 4… MB, from the file to the records. Every figure is of CPU seconds, in a process of its own that has the grammar
loaded before the clock starts; and the least of five for one under 200 seconds: other work on the machine only adds.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from itertools import cycle, pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared/corpus/dafp.jsonl.gz"
MOST = 2.2  # times the time for twice the text
WORDS = 100_000
ATTEMPTS = 5
SHORT = 200.0  # seconds
HARD = {
    "one sentence without an end": "the note on wheat which we sent to the Consul in the spring ",
    "you will and you will and": "you will and ",
    "ten thousand nested that, and more": "that ",
    "every word a cue": "please must should kindly ",
    "every word a bracket": "( ",
    "every word a subject": "the note should be ",
    "every word an imperative": "inform and report, ",
}


def one_text(source: Path, megabytes: int, out: Path) -> None:
    """Write the texts of a JSON Lines file one after another, again and again, as one text of so many megabytes."""
    left = megabytes << 20
    with gzip.open(source) as lines, out.open("w", encoding="utf-8") as file:
        texts = (json.loads(line)["text"] for line in lines)
        for text in cycle(filter(None, texts)):
            file.write(text[:left] + "\n\n")
            left -= len(text) + 2
            if left <= 0:
                return


def seconds_for(file: Path) -> float:
    """CPU seconds from a file to the records of its directives."""
    from directives import examine, read
    from directives.output.records import directive_records, to_json_line

    for cable in read("Cablegram 31 HARWICK, 4 November 1941\n\nReference my telegram No. 12. You will inform Marlow."):
        directive_records(examine(cable))
    start = time.process_time()
    for cable in read(file):
        for record in directive_records(examine(cable)):
            to_json_line(record)
    return time.process_time() - start


def seconds_for_sentence(unit: str, words: int) -> float:
    """CPU seconds for a sentence of so many words, on a page with some damage: each of its words is looked at."""
    from directives.examination import examine
    from directives.model import Cable, Page, Paragraph
    from directives.output.records import directive_records, to_json_line

    def cable_of(text: str) -> Cable:
        return Cable("a", "a", text, 0, len(text), paragraphs=(Paragraph(((0, len(text)),)),),
                     pages=(Page(1, 0, len(text), 0.9),))  # fmt: skip

    examine(cable_of("You will inform Marlow."))
    cable = cable_of(unit * (words // len(unit.split())))
    start = time.process_time()
    for record in directive_records(examine(cable)):
        to_json_line(record)
    return time.process_time() - start


def measured(*arguments: object) -> float:
    """What this program says when it is run for one figure."""
    command = [sys.executable, __file__, *map(str, arguments)]
    return float(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def ratios_hold(name: str, sizes: list[str], arguments_of: list[list[object]]) -> bool:
    """Print the time for each size and its ratio to the one before; whether all ratios are small enough."""
    seconds = [measured(*arguments) for arguments in arguments_of]
    for _ in range(ATTEMPTS - 1):
        seconds = [
            min(least, measured(*arguments)) if least < SHORT else least
            for least, arguments in zip(seconds, arguments_of, strict=True)
        ]
    ratios = [after / before for before, after in pairwise(seconds)]
    for size, least, ratio in zip(sizes, seconds, [0.0, *ratios], strict=True):
        print(f"{name:36} {size:>14} {least:9.2f} s" + (f"  {ratio:.2f} times" if ratio else ""), flush=True)
    return all(ratio <= MOST for ratio in ratios)


def main() -> int:
    """Entry point; status 1 where twice the text takes more than MOST times the time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--megabytes", type=int, default=64, help="the longest text (default: 64)")
    parser.add_argument("--file", type=Path, help="only the seconds for this file")
    parser.add_argument("--sentence", nargs=2, metavar=("UNIT", "WORDS"), help="only the seconds for this sentence")
    arguments = parser.parse_args()
    if arguments.file:
        print(seconds_for(arguments.file))
        return 0
    if arguments.sentence:
        print(seconds_for_sentence(arguments.sentence[0], int(arguments.sentence[1])))
        return 0
    hold = True
    for name, unit in HARD.items():
        words = [WORDS, 2 * WORDS]
        hold &= ratios_hold(name, [f"{n:,} words" for n in words], [["--sentence", unit, n] for n in words])
    if not arguments.source.exists():
        print(f"linear: the corpus as one text is left out, {arguments.source.name} is not here")
        return int(not hold)
    sizes = [2**n for n in range(arguments.megabytes.bit_length())]
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{size}.txt" for size in sizes]
        for size, file in zip(sizes, files, strict=True):
            one_text(arguments.source, size, file)
        hold &= ratios_hold("the corpus as one text", [f"{n} MB" for n in sizes], [["--file", file] for file in files])
    return int(not hold)


if __name__ == "__main__":
    sys.exit(main())
