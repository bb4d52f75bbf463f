"""The time for a text grows with its length, whatever stands in it; what is cut for that is cut at known limits."""

import time
from collections.abc import Callable
from itertools import accumulate
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directives import examine
from directives.language.cable_sentences import cable_sentences
from directives.language.sentences import LONGEST
from directives.model import Cable, Page, Paragraph
from directives.output.records import directive_records
from directives.reading import read_text

WORDS = 10_000  # of the shorter text; benchmarks/linear.py measures longer ones
MOST = 2.5  # times the time for twice the text: benchmarks/linear.py wants 2.2, what grows with the square takes four
ATTEMPTS = 20  # other work on the machine only adds to a time: the least of several is right

# A page that says the same again and again is taken for a damaged one and not read any further: these are given to the
# stages behind the reader as one paragraph.
SENTENCES = {
    "one sentence without an end": "the note on wheat which we sent to the Consul in the spring ",
    "you will and you will": "you will and ",
    "nested that": "that ",
    "views under views": "we think that you should inform ",
    "subjects": "the note should be ",
    "every word a cue": "please must should kindly ",
    "every word a bracket": "( ",
    "brackets that close": "( ) ",
    "quotation marks": '" ',
    "imperatives": "inform and report, ",
    "if you": "if you ",
    "undertakings": "we will ",
    "openers of constraints": "in view of ",
    "damaged words": "p1ease infonn hirn ",
    "figures and letters that touch": "a1",
    "a word without an end": "abcdefgh",
    "full stops": ". ",
}
TEXTS = {
    "form feeds": "please report\f",
    "page headings in a sentence": "please report\n\n- 7 -\n\n",
    "messages to hand on that never end": 'Following for Smith:\n\n"We report\n\n',
    "many headers": "Cablegram 31 LONDON, 4 November 1941\n\nPlease report.\n\n",
    "references": "No. 1, telegrams 2, ",
    "quotations that never close": '"A is so, ',
}


def read_as_one_paragraph(text: str) -> list[Cable]:
    """The text as a cable, on a page with some damage, so that every sentence is looked at."""
    return [Cable("a", "a", text, 0, len(text), paragraphs=(Paragraph(((0, len(text)),)),),
                  pages=(Page(1, 0, len(text), 0.9),))]  # fmt: skip


def seconds(text: str, read: Callable[[str], list[Cable]]) -> float:
    """CPU seconds from a text to its records."""
    start = time.process_time()
    for cable in read(text):
        directive_records(examine(cable))
    return time.process_time() - start


def of_words(unit: str, words: int) -> str:
    """The unit again and again, as long as so many words of six letters."""
    length = words * 7
    return (unit * (length // len(unit) + 1))[:length]


def check(unit: str, read: Callable[[str], list[Cable]]) -> None:
    seconds(of_words(unit, 500), read)  # loads the grammar
    once = twice = inf
    for _ in range(ATTEMPTS):
        once = min(once, seconds(of_words(unit, WORDS), read))
        twice = min(twice, seconds(of_words(unit, 2 * WORDS), read))
        if twice <= MOST * once:
            return
    pytest.fail(f"twice the text takes {twice / once:.2f} times the time")


@pytest.mark.parametrize("unit", SENTENCES.values(), ids=SENTENCES.keys())
def test_a_sentence_twice_as_long_takes_about_twice_the_time(unit: str) -> None:
    check(unit, read_as_one_paragraph)


@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_twice_as_long_takes_about_twice_the_time(unit: str) -> None:
    check(unit, read_text)


def test_a_sentence_without_an_end_is_read_in_windows() -> None:
    text = "We have heard from Marlow, " + "and the note on wheat came late; " * 300 + "please inform Hull."
    (cable,) = read_as_one_paragraph(text)
    windows = [pieces for _, pieces in cable_sentences(cable)]
    assert len(windows) == 4
    assert all(end - start <= LONGEST for pieces in windows for start, end in pieces)
    assert all(text[pieces[-1][1] - 1] in ";." for pieces in windows)  # cut where a clause ends
    assert " ".join(text[start:end] for pieces in windows for start, end in pieces) == text
    (found,) = examine(cable).directives
    assert found.action.text == "inform Hull"
    assert text[found.sentence.start : found.sentence.end] == found.sentence.text


def test_a_sentence_as_long_as_cables_have_is_one() -> None:
    (cable,) = read_as_one_paragraph("Please inform Marlow, " + "the Consul, " * 200 + "and Hull.")
    assert len(list(cable_sentences(cable))) == 1


@given(lengths=st.lists(st.integers(1, 9_000), min_size=1, max_size=6), gap=st.sampled_from([" ", ", ", "; ", "\n"]))
def test_windows_over_the_seams_of_a_paragraph_keep_every_word_in_its_place(lengths: list[int], gap: str) -> None:
    pages = [("wheat" + gap) * (length // 6) + "end" for length in lengths]
    text = "\f".join(pages)
    ends = list(accumulate(len(page) + 1 for page in pages))
    spans = tuple((end - len(page) - 1, end - 1) for page, end in zip(pages, ends, strict=True))
    cable = Cable("a", "a", text, 0, len(text), paragraphs=(Paragraph(spans),))
    windows = [pieces for _, pieces in cable_sentences(cable)]
    assert all(sum(end - start for start, end in pieces) <= LONGEST for pieces in windows)
    assert " ".join(text[start:end] for pieces in windows for start, end in pieces).split() == text.split()
