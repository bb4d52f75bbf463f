"""What holds for every text: quotes give their text back, and no words are lost, however damaged the source."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from directives.model import Cable, Quote
from directives.reading import read_text

EXAMPLES = [
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent.parent / "examples").glob("*.txt"))
]
SENTENCES = [
    "Please inform Dorrell at once.",
    "We have your 52 and our telegram No. 1067.",
    "You should not go to Lima.",
    "No publicity should be given to it.",
    "He said so to Mr. Orley on 3 May 1941.",
    "GRATEFUL FOR EARLY REPLY.",
]
CONFUSED = {"e": "c", "l": "1", "o": "0", "m": "rn", "n": "u", "h": "b", "i": "l"}


def damaged(text: str, seed: int, rate: float, width: int | None) -> str:
    """A copy as a bad scan gives it: letters confused, lost, doubled or apart, lines wrapped, page headings."""
    chance = random.Random(seed)
    out = []
    for letter in text:
        if letter.isalpha() and chance.random() < rate:
            letter = chance.choice([CONFUSED.get(letter, letter), "", letter * 2, letter + " ", letter + "\n", "\f"])
        out.append(letter)
    text = "".join(out)
    if width is None:
        return text
    lines = [block[n : n + width] for block in text.split("\n\n") for n in range(0, max(len(block), 1), width)]
    return "\n".join(f"{line}\n\nDoc. No. {n}-A Page {n}\n" if n % 12 == 11 else line for n, line in enumerate(lines))


def quotes(cable: Cable) -> list[Quote]:
    header = cable.header
    facts = (
        header.number,
        header.place,
        header.date,
        header.time,
        header.classification,
        header.precedence,
        header.document_number,
    )
    parties = (header.sender, *header.addressees)
    found = [holder.quote for holder in (*facts, *parties) if holder is not None]
    return [quote for quote in (*found, *(reference.quote for reference in cable.references)) if quote is not None]


def check(text: str) -> None:
    page = 1  # the first that the next cable may begin on
    for cable in read_text(text):
        assert cable.text == text
        for quote in quotes(cable):
            assert text[quote.start : quote.end] == quote.text
        spans = [span for paragraph in cable.paragraphs for span in paragraph.pieces]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        numbers = [page.number for page in cable.pages]
        assert numbers == [*range(numbers[0], numbers[0] + len(numbers))]
        assert numbers[0] >= page
        page = numbers[-1]
        assert all(0 <= page.legibility <= 1 for page in cable.pages)


@given(
    st.sampled_from(EXAMPLES),
    st.integers(0, 10_000),
    st.sampled_from([0.0, 0.01, 0.05, 0.3]),
    st.sampled_from([None, 40, 58]),
)
@settings(max_examples=120, deadline=None)
def test_quotes_and_paragraphs_of_damaged_cables_give_their_text_back(
    text: str, seed: int, rate: float, width: int | None
) -> None:
    check(damaged(text, seed, rate, width))


@given(st.text(st.sampled_from("aAbT 1259.,:;()[]#'\"-–\n\r\f\t\x1b\u2028\ufeffİß") | st.characters(), max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_text_at_all_is_read(text: str) -> None:
    check(text)


@given(
    st.permutations(SENTENCES),
    st.lists(st.sampled_from([" ", "\n", "\n\n", "\n\n2. "]), min_size=8, max_size=8),
    st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_no_sentence_of_the_text_is_lost(sentences: list[str], between: list[str], with_header: bool) -> None:
    header = "Farrant to Ashdown\n\nCablegram 204 KESTREL BAY, 12 August 1941\n\nSECRET\n\n" if with_header else ""
    text = header + "".join(joint + sentence for joint, sentence in zip(["", *between], sentences, strict=False))
    (cable,) = read_text(text)
    read = [" ".join(" ".join(text[s:e] for s, e in p.pieces).split()) for p in cable.paragraphs]
    for sentence in sentences:
        assert sum(paragraph.count(sentence) for paragraph in read) == 1


@given(st.sampled_from(EXAMPLES), st.integers(0, 1000))
@settings(max_examples=30, deadline=None)
def test_the_same_text_is_read_the_same_way(text: str, seed: int) -> None:
    copy = damaged(text, seed, 0.05, None)
    assert read_text(copy) == read_text(copy)
