"""How well headers are read, over the corpus of cablegrams with known titles and dates.

    python benchmarks/headers.py [CORPUS] [--failures N] [--every N]

Each document whose text begins with a cable line is read as a file of "title, blank line, text". Its date must equal
the metadata; its number what stands between the word "Cablegram" and the place or date; its sender and addressee the
two sides of the title, with nothing of them left over beside name, office and place.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from directives.model import Header, Party  # noqa: E402
from directives.reading import read_text  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus" / "dafp.jsonl.gz"
CABLE_LINE = re.compile(
    r"(?:circular |draft |radio )?(?:(?:cable|tele|savin|radio)gram|cablgram|telex\b|teleprinter|cable\b)", re.I
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|[O0]ct|Nov|Dec)[a-z]*"
TITLED = re.compile(r"(?:Mr|Dr|Sir|Lord|Senator)\.?\s[^,()]+?(?=,|\(|\sand\s|$)")
OFFICE = re.compile(
    r"\b(?:Minister|Secretary|Commissioner|Ambassador|Embassy|Legation|Mission|Department|Delegation|Government|Office)\b"
)
FLOORS = {"date": 0.99, "number": 0.985, "sender": 0.97, "addressee": 0.97}


def documents(path: Path, every: int) -> Iterator[dict[str, str]]:
    """The documents of the corpus whose text begins with a cable line, or only each `every`th of them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        cables = (document for document in map(json.loads, lines) if CABLE_LINE.match(document["text"]))
        yield from (document for n, document in enumerate(cables) if n % every == 0)


def numbered(words: str) -> list[str]:
    """The words that hold a figure, without brackets and stops: what a number is compared by."""
    return [plain(word) for word in re.split(r"[\s,/]+", words) if re.search(r"\d", word)]


def expected_number(text: str) -> str:
    """What stands between the kind of cable and its date, or at the head of the next line; "" without one."""
    if re.match(r"\w+, ", text):
        later = re.match(r"[^\n]*\n\n(\d+(?:, \d+)*)\.", text)
        return later[1] if later else ""
    line = re.sub(r"\[\d{1,2}\](?!\d)|\([^)]*\)", "", text.split("\n", 1)[0])
    line = re.sub(r"^(?:(?:circular|draft|radio)\s+)?\w+(?:\s+message)?[.,]?\s*", "", line, flags=re.I)
    if line.startswith("unn"):
        return ""
    return re.split(
        rf",?\s*[\[?]*\b\d{{1,2}}(?:st|nd|rd|th)?[\s\],]*\[?{MONTH}|n\.d|,?\s*\[?{MONTH}\b|Received", line, flags=re.I
    )[0]


def plain(words: str) -> str:
    """Letters and figures only, small: "Mr. A. Eden" and "Mr A Eden" are the same."""
    return re.sub(r"[\W_]+", "", words).lower()


def sides(title: str) -> tuple[str, str] | None:
    """The two sides of a title, cut at the "to" behind a comma, or at one that is none of "Minister to the Vatican"…"""
    title = re.sub(r"\s*\[\d+\]", "", title)
    title = re.sub(r"^(?:Extracts? from )?(?:Cablegram|Telegram|Savingram|Telex),?\s(?:from\s)?", "", title, flags=re.I)
    title = re.sub(r"\s(?:Circular )?(?:Cablegrams?|Telegram|Received)\s.*$", "", title)
    cuts = [
        m
        for m in re.finditer(r",?\s+to\s*(?=\S)", title)
        if m[0].startswith(",")
        or not re.search(r"(?:Minister|Ambassador|Commissioner|Representative|Delegate|en route)$", title[: m.start()])
    ]
    if not cuts:
        return None
    cut = next((m for m in cuts if m[0].startswith(",")), cuts[0])
    return title[: cut.start()], title[cut.end() :]


def covers(side: str, parties: tuple[Party, ...]) -> bool:
    """Whether the parties' quotes make up the side, and name, office and place together hold all of their words."""
    left, told = (
        plain(re.sub(r"\b(?:and|in|at|for|via|to|en route|the)\b|&", " ", words, flags=re.I))
        for words in (side, " ".join(" ".join(filter(None, (p.name, p.office, p.place))) for p in parties))
    )
    apart = all(not party.name or TITLED.match(party.name) or not OFFICE.search(party.name) for party in parties)
    named = {plain(name[0]) for name in TITLED.finditer(side)} <= {plain(party.name or "") for party in parties}
    return (
        apart
        and named
        and sorted(left) == sorted(told)
        and all(p.quote and plain(p.quote.text) in plain(side) for p in parties)
    )


def check(header: Header, document: dict[str, str]) -> dict[str, tuple[bool, str]]:
    """For each fact: whether it is right, and what was found."""
    date = header.date.value if header.date else None
    found: dict[str, tuple[bool, str]] = {"date": (date == document["date"][:10], str(date))}
    expected = expected_number(document["text"])
    number = header.number.value if header.number else ""
    found["number"] = (numbered(expected) == numbered(number), f"{number}, not {expected}")
    both = sides(document["title"])
    if both:
        found["sender"] = (
            bool(header.sender) and covers(both[0], (header.sender,)) if header.sender else False,
            str(header.sender),
        )
        found["addressee"] = (covers(both[1], header.addressees), " + ".join(map(str, header.addressees)))
    return found


def main() -> int:
    """Print the figures, and the failures asked for; 1 where a figure is under its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--failures", type=int, default=0, metavar="N", help="list up to N failures of each fact")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="read each Nth document only")
    arguments = parser.parse_args()
    if not arguments.corpus.exists():
        print(f"headers: skipped, {arguments.corpus.name} is not there")
        return 0
    right = dict.fromkeys(FLOORS, 0)
    asked = dict.fromkeys(FLOORS, 0)
    failures: dict[str, list[str]] = {fact: [] for fact in FLOORS}
    for document in documents(arguments.corpus, arguments.every):
        header = read_text(f"{document['title']}\n\n{document['text']}", document["id"])[0].header
        for fact, (good, found) in check(header, document).items():
            asked[fact] += 1
            right[fact] += good
            if not good:
                first = document["text"].split("\n", 1)[0][:110]
                failures[fact].append(f"{found!r} | {document['title']} | {document['date']} | {first}")
    for fact, floor in FLOORS.items():
        share = right[fact] / max(asked[fact], 1)
        print(f"{fact:10} {share:7.2%} of {asked[fact]} (floor {floor:.1%})")
        for line in failures[fact][: arguments.failures]:
            print("   ", line)
    return int(any(right[fact] < floor * asked[fact] for fact, floor in FLOORS.items()))


if __name__ == "__main__":
    sys.exit(main())
