"""Damaged words are read as they were meant; the source keeps its own letters, and undamaged words stay as they are."""

import re
import time

import pytest

import directives
from directives.language.mending import meant
from directives.language.sentences import sentence_spans
from directives.language.tokens import tokenise

# A text with more damage than a slip or two, to which a test adds its own sentence.
DAMAGED = (
    "Tbe Consul hns told us thnt fhe ship wi1l lcave Harwick on Mnnday ancl thaf its cargo iz not fo be lauded.\n"
    "Onr agent bas secn the mnster of tbe vessel, who anked for papera whicb he did not bave at tbe moment.\n\n"
)


def words_of(text: str) -> list[str]:
    return tokenise(text, [(0, len(text))]).words


def only(text: str) -> tuple[directives.Cable, directives.Directive]:
    (cable,) = directives.read(text)
    (found,) = directives.extract(cable)
    return cable, found


@pytest.mark.parametrize(
    ("damaged", "as_meant"),
    [
        ("Yon will inform Marlow.", "you will inform marlow ."),
        ("P1ease inform Marlow.", "please inform marlow ."),
        ("You shou1d inform Marlow.", "you should inform marlow ."),
        ("Y ou are d irected t0 inform Marlow.", "you are directed to inform marlow ."),
        ("Tbe note should he handed over.", "the note should be handed over ."),
        ("lt is desired thaf vve reply.", "it is desired that we reply ."),
        ("If is desired that we reply.", "it is desired that we reply ."),
        ("The Governrnent must be inforrned.", "the government must be informed ."),
        ("You wi11 reply.", "you will reply ."),
        ("Pleaseinform Marlow.", "please inform marlow ."),
        ("It is desired thatyou reply.", "it is desired that you reply ."),
        ("You are directedto reply.", "you are directed to reply ."),
    ],
)
def test_a_slip_is_mended_in_a_text_that_is_otherwise_whole(damaged: str, as_meant: str) -> None:
    assert " ".join(words_of(damaged)) == as_meant


@pytest.mark.parametrize(
    ("damaged", "as_meant"),
    [
        ("You sho1d send thhe papers.", "you should send the papers ."),
        ("You are instrncfed to sned papers o hand.", "you are instructed to"),
        ("Kindly commnicate with the Cousu1ate.", "kindly communicate with the consulate ."),
        ("You will e told to o send it.", "you will be told"),
    ],
)
def test_more_is_dared_where_much_is_damaged(damaged: str, as_meant: str) -> None:
    text = DAMAGED + damaged
    read = " ".join(tokenise(text, [(len(DAMAGED), len(text))]).words)
    assert read.startswith(as_meant)


@pytest.mark.parametrize(
    "text",
    [
        "Should he fail to reply, tell Bevin and Casey in Bonn by the 8th.",
        "He will say that Mr. A. B. Lorne, M.P., is in Koepang with the 2nd Corps.",
        "Paragraphs ii and iii of SUNFED and UNCIO papers refer to Tange, Hay and Hodge.",
        "He and I agree that it is he who should appreciate it.",
    ],
)
def test_words_that_nothing_has_damaged_are_not_touched(text: str) -> None:
    assert words_of(text) == [word.lower() for word in re.findall(r"(?:[A-Z]\.){2,}|\w+|[^\w\s]", text)]


@pytest.mark.parametrize(
    ("damaged", "cue", "action"),
    [
        ("Yon will see Marlow.", "Yon will", "see Marlow"),
        ("Y ou are d irected to see Marlow.", "Y ou are d irected to", "see Marlow"),
        ("P1ease see Marlow.", "P1ease", "see Marlow"),
        ("You are directedto see Marlow.", "You are directedto", "see Marlow"),
        ("Pleaseinform Marlow.", "Please", "inform Marlow"),
    ],
)
def test_one_damaged_cue_in_a_clean_text_is_found(damaged: str, cue: str, action: str) -> None:
    _, found = only(f"The ship has left, and the note was handed over on Monday.\n\n{damaged}\n")
    assert (str(found.cue), str(found.action)) == (cue, action)


@pytest.mark.parametrize("word", ["mayhew", "husband", "therein", "thereto", "errand", "bespeak", "tobruk", "goodwill"])
def test_a_word_that_only_looks_like_two_is_not_cut(word: str) -> None:
    assert words_of(f"The {word} came.") == ["the", word, "came", "."]


def test_a_word_that_could_be_two_is_left_alone() -> None:
    assert meant("ould", True) is None


def test_the_quotes_are_the_letters_of_the_source() -> None:
    cable, found = only("The ship has left. P1ease inforrn Marlow before Friday.\n")
    assert found.modality == "request"
    assert str(found.cue) == "P1ease"
    assert str(found.action) == "inforrn Marlow"
    for quote in (found.cue, found.action, found.sentence, *(c.quote for c in found.constraints)):
        assert quote is not None
        assert cable.text[quote.start : quote.end] == quote.text


def test_a_word_hyphenated_at_a_line_end_is_one_word() -> None:
    text = "You will inform the Depar-\ntment of this."
    assert "department" in words_of(text)


def test_a_word_hyphenated_at_a_page_end_is_one_word() -> None:
    text = "You will inform the Depar-\n\nDoc. No. 12-B Page 3\n\ntment of this."
    start = text.index("tment")
    sentence = tokenise(text, [(0, text.index("-\n") + 1), (start, len(text))])
    at = sentence.words.index("department")
    assert text[sentence.starts[at] : sentence.ends[at]].startswith("Depar-")
    assert text[sentence.starts[at] : sentence.ends[at]].endswith("tment")


def test_a_sentence_begins_with_an_i_that_was_scanned_as_an_l() -> None:
    text = "The ship has left. lt is desired that you reply. l have no more. lf you can, go."
    spans = [text[start:end] for start, end in sentence_spans(text, 0, len(text))]
    assert spans == ["The ship has left.", "lt is desired that you reply.", "l have no more.", "lf you can, go."]


def test_a_page_of_garbage_is_looked_through_in_a_moment() -> None:
    text = DAMAGED + " ".join(f"qz{n}lcnuoaesnrc vvnrnclii{n % 7}oeac srnnuaoc{'cl' * (n % 9)}" for n in range(2000))
    began = time.perf_counter()
    tokenise(text, [(0, len(text))])
    assert time.perf_counter() - began < 10
