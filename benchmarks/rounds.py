"""Blind rounds: draws cables of the corpus to annotate, and keeps the annotations without their text. The further
annotated cables, in which an earlier state of the program had found something, are kept likewise (further.jsonl).

    rounds.py draw N OUT_DIR                24 cables chosen by the seed N, as OUT_DIR/text/rNN-MM.txt and a manifest
    rounds.py pack N OUT_DIR                OUT_DIR/gold.jsonl (quotes) → tests/gold/round-NN.jsonl (offsets and labels)
    rounds.py unpack N OUT_DIR              the reverse: cuts the quotes out of the corpus again

A document is the title of a corpus record, a blank line, and its text. Cables only, of 60 to 650 words, none of the
dev set, none of an earlier round. From round 96 on, none that anything has been learnt from: no cable of
decisions.jsonl; and in the place of a further cable that has been read stands one that has not.
"""

import argparse
import gzip
import hashlib
import json
import random
import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
ROUNDS = ROOT / "tests" / "gold"
CABLE_LINE = re.compile(r"\W*(?:[A-Za-z]+\.? ){0,3}(?:cablegram|telegram|teleprinter|telex|savingram)s?\b", re.I)
PER_ROUND = 24
DECISIONS = ROUNDS / "decisions.jsonl"
FURTHER = ROUNDS / "further.jsonl"
WORD = re.compile(r"\w+(?:['’.-]\w+)*")
LAST_BEFORE_DECISIONS = 95  # later rounds keep clear of the cables of decisions.jsonl, which kept clear of these


@cache
def corpus() -> dict[str, str]:
    """Corpus id → document (title, blank line, text)."""
    with gzip.open(SHARED / "corpus" / "dafp.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return {r["id"]: f"{r['title']}\n\n{r['text']}".rstrip() + "\n" for r in records}


def digest(corpus_id: str) -> str:
    """The name by which a kept annotation tells its document: no title of the corpus stands in the project."""
    return hashlib.sha256(corpus_id.encode()).hexdigest()[:16]


@cache
def by_digest() -> dict[str, str]:
    """Digest → document."""
    return {digest(corpus_id): document for corpus_id, document in corpus().items()}


def is_cable(document: str) -> bool:
    """True for a document of 60 to 650 words with a cable line at the head of its title or text."""
    title, _, text = document.partition("\n\n")
    return bool(CABLE_LINE.match(title) or CABLE_LINE.match(text)) and 60 <= len(document.split()) <= 650


def drawn(number: int) -> list[str]:
    """Corpus ids of round `number`, in the order drawn."""
    taken = {m["path"].removesuffix(".md") for m in json.loads((SHARED / "gold/dev/manifest.json").read_text("utf-8"))}
    eligible = sorted(i for i, d in corpus().items() if is_cable(d))
    for n in range(1, number + 1):
        if n > LAST_BEFORE_DECISIONS:
            taken.update(asked_about())
        chance = random.Random(n)
        choice = chance.sample([i for i in eligible if i not in taken], PER_ROUND)
        if n > LAST_BEFORE_DECISIONS:
            spare = [i for i in further(read=False) if i not in taken and i not in choice]
            taken.update(choice)
            choice = [spare.pop(chance.randrange(len(spare))) if i in further(read=True) else i for i in choice]
        taken.update(choice)
    return choice


@cache
def further(read: bool) -> tuple[str, ...]:
    """Corpus ids of the further cables whose errors have been read, or have not."""
    records = map(json.loads, FURTHER.read_text("utf-8").splitlines())
    return tuple(ids_of(r for r in records if r["read"] is read))


@cache
def asked_about() -> frozenset[str]:
    """Corpus ids of the cables of which annotators were asked single acts (benchmarks/decisions.py)."""
    return frozenset(ids_of(map(json.loads, DECISIONS.read_text("utf-8").splitlines())))


def ids_of(records: Iterable[dict]) -> list[str]:
    """Corpus ids of the documents of kept annotations, in their order."""
    digests = {r["document"] for r in records}
    return [i for i in sorted(corpus()) if digest(i) in digests]


def name(number: int, place: int) -> str:
    """Short id of a document of a round, as used for its text file."""
    return f"r{number:02d}-{place + 1:02d}"


def draw(number: int, out: Path) -> None:
    """Write the texts of a round and a manifest that maps the short ids to corpus ids."""
    (out / "text").mkdir(parents=True, exist_ok=True)
    ids = drawn(number)
    for place, corpus_id in enumerate(ids):
        (out / "text" / f"{name(number, place)}.txt").write_text(corpus()[corpus_id], encoding="utf-8")
    manifest = {name(number, place): corpus_id for place, corpus_id in enumerate(ids)}
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def words(text: str, start: int, end: int) -> set[int]:
    """Offsets of the words of a span."""
    return {m.start() for m in WORD.finditer(text, start, end)}


def same_act(one: set[int], other: set[int]) -> bool:
    """Whether two acts, given as the offsets of their words, share half of the shorter one."""
    return len(one & other) >= 0.5 * min(len(one), len(other)) > 0


def matches(one: set[int], other: set[int]) -> bool:
    """Whether two acts match as the scorer has it: a Dice coefficient of at least 0.5."""
    return 4 * len(one & other) >= len(one) + len(other) > 0


def spot(quote: str, text: str, start: int, end: int) -> list[int] | None:
    """Offsets of a quote in text[start:end], white space compared as one blank."""
    found = re.compile(r"\s+".join(map(re.escape, quote.split()))).search(text, start, end) if quote.strip() else None
    return list(found.span()) if found else None


def pack_document(corpus_id: str, record: dict) -> dict:
    """One annotated document with every quote as a pair of offsets (null where the quote is empty)."""
    text, packed, last = corpus()[corpus_id], [], 0
    for d in record["directives"]:
        sentence = spot(d["sentence"], text, last, len(text)) or spot(d["sentence"], text, 0, len(text))
        if sentence is None:
            raise ValueError(f"{record['id']}: sentence not in the text: {d['sentence'][:80]!r}")
        last = sentence[0]
        row = {
            "sentence": sentence,
            "cue": spot(d.get("cue", ""), text, *sentence),
            "modality": d["modality"],
            "role": d["actor"]["role"],
            "actor": spot(d["actor"].get("text", ""), text, *sentence),
            "action": spot(d["action"], text, *sentence),
            "constraints": [[c["type"], *(spot(c["text"], text, *sentence) or [])] for c in d["constraints"]],
        }
        if row["action"] is None or any(len(c) == 1 for c in row["constraints"]):
            raise ValueError(f"{record['id']}: quote not in its sentence: {d['action'][:80]!r} {d['constraints']}")
        packed.append(row | ({"optional": True} if d.get("optional") else {}))
    return {"id": record["id"], "document": digest(corpus_id), "directives": packed}


def unpack_document(record: dict) -> dict:
    """The reverse of pack_document: the record with its quotes, as the scorer reads it."""
    text = by_digest()[record["document"]]

    def cut(span: list[int] | None) -> str:
        return text[span[0] : span[1]] if span else ""

    return {
        "id": record["id"],
        "directives": [
            {
                "sentence": cut(d["sentence"]),
                "cue": cut(d["cue"]),
                "modality": d["modality"],
                "actor": {"text": cut(d["actor"]), "role": d["role"]},
                "action": cut(d["action"]),
                "constraints": [{"type": c[0], "text": cut(c[1:])} for c in d["constraints"]],
                **({"optional": True} if d.get("optional") else {}),
            }
            for d in record["directives"]
        ],
    }


def pack(number: int, out: Path) -> None:
    """Keep OUT_DIR/gold.jsonl as offsets and labels under tests/gold."""
    ids = drawn(number)
    wanted = {name(number, place): corpus_id for place, corpus_id in enumerate(ids)}
    records = {r["id"]: r for r in map(json.loads, (out / "gold.jsonl").read_text("utf-8").splitlines())}
    if set(records) != set(wanted):
        raise ValueError(f"documents differ from the draw: {sorted(set(records) ^ set(wanted))}")
    lines = [json.dumps(pack_document(wanted[i], records[i]), separators=(",", ":")) for i in wanted]
    ROUNDS.mkdir(parents=True, exist_ok=True)
    (ROUNDS / f"round-{number:02d}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def unpack(number: int, out: Path) -> None:
    """Texts and gold of a kept round, ready for the scorer."""
    unpack_file(ROUNDS / f"round-{number:02d}.jsonl", out)


def unpack_file(kept: Path, out: Path) -> None:
    """Texts and gold of kept annotations, ready for the scorer."""
    (out / "text").mkdir(parents=True, exist_ok=True)
    records = [json.loads(line) for line in kept.read_text("utf-8").splitlines()]
    for r in records:
        (out / "text" / f"{r['id']}.txt").write_text(by_digest()[r["document"]], encoding="utf-8")
    gold = "".join(json.dumps(unpack_document(r), ensure_ascii=False) + "\n" for r in records)
    (out / "gold.jsonl").write_text(gold, encoding="utf-8")


def main() -> int:
    """Entry point; one clear line and status 1 where the annotations do not fit the texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["draw", "pack", "unpack"])
    parser.add_argument("number", type=int)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    try:
        {"draw": draw, "pack": pack, "unpack": unpack}[arguments.command](arguments.number, arguments.out)
    except (ValueError, FileNotFoundError) as problem:
        print(f"rounds.py: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
