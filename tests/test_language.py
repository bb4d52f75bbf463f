"""Sentences and tokens: where a sentence ends in a cable, and what a word is in its place."""

import pytest

from directives.language.cable_sentences import cable_sentences
from directives.language.scan import may_hold_cue
from directives.language.sentences import sentence_spans
from directives.language.tokens import tokenise
from directives.reading import read_text


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


def kind_of(word: str, text: str) -> str:
    """The class of the first token that reads so in the text."""
    sentence = tokenise(text, [(0, len(text))])
    return sentence.kinds[sentence.words.index(word)]


@pytest.mark.parametrize(
    "wanted",
    [
        ["Please see telegrams Nos. 12 and 13.", "Reply at once."],
        ["Ask for food, coal, etc.", "Recent ships had none."],
        ["We cannot wait.", "if he refuses, leave."],
        ["It rose by 5 per cent. in May."],
        ["The U.K. Secretary called on the U.S. Minister.", "He was brief."],
        ["He is in the U.S.", "Please reply."],
        ["He left at 8.30 p.m.", "You should follow."],
        ["Arrive at 6 p.m. on Friday."],
        ["Inform Mr. Farrow and Dr. Quill.", "Then wait."],
        ["Please see Cmdr. Hale at once.", "Inform Brig. Orley, and Drs. Farrow and Quill.", "Then wait."],
        ["They have sold the Brig.", "You should ask why."],
        ["See para. 4 of No. 12.", "Please reply."],
        ["The rates are in Annex B.", "Mills must close."],
        ["Please ask the Harbour Board and J. Farrow."],
        ["Coal costs 2.50 a ton.", "Buy."],
        ["Is he there?", "Find out!"],
        ["1. Inform Farrow.", "2. Wait."],
        ["We agree.", "(a) Inform Farrow; (b) wait."],
        ["SEE FARROW AT ONCE STOP", "REPORT RESULT STOP"],
        ["INFORM FARROW AAA", "REPORT RESULT"],
        ["SEE FARROW AT ONCE\nAND REPORT"],
        ["The Board never met.[^2]", "Please ask why."],
        ["He called it 'a ruse'.[14]", "Please ask why."],
        ["Speak to the C.R.O.", "See also No. 12."],
    ],
)
def test_a_sentence_ends_where_it_ends_and_not_at_an_abbreviation(wanted: list[str]) -> None:
    assert sentences(" ".join(wanted)) == wanted


def test_a_sentence_ends_where_the_blank_behind_its_stop_is_lost() -> None:
    assert sentences("Ask for his views.We should know by May.") == ["Ask for his views.", "We should know by May."]


def test_a_sentence_does_not_run_over_paragraphs() -> None:
    text = (
        "Farrant to Ashdown\n\nCablegram 204 KESTREL BAY, 12 August 1941\n\n1. We agree\n\n2. Inform Farrow. Then wait"
    )
    (cable,) = read_text(text)
    found = [(paragraph.label, text[pieces[0][0] : pieces[-1][1]]) for paragraph, pieces in cable_sentences(cable)]
    assert found == [("1", "We agree"), ("2", "Inform Farrow."), ("2", "Then wait")]


def test_sentences_keep_their_offsets_in_the_middle_of_a_text() -> None:
    text = "HEADER. Inform Farrow.  Wait. TRAILER."
    assert [text[start:end] for start, end in sentence_spans(text, 8, 29)] == ["Inform Farrow.", "Wait."]


@pytest.mark.parametrize(
    ("word", "as_verb", "as_noun"),
    [
        ("report", "Please report the delay.", "The report is late."),
        ("reply", "They should reply soon.", "An early reply is wanted."),
        ("note", "To note the delay is enough.", "Send the note."),
        ("mail", "You will mail it.", "Your mail is lost."),
        ("cable", "Please cable him.", "In my cable of Friday."),
        ("table", "You might table the draft.", "The table is annexed."),
        ("face", "We want you to face him with it.", "In face of this we agree."),
    ],
)
def test_a_word_that_is_verb_and_noun_is_settled_by_its_neighbours(word: str, as_verb: str, as_noun: str) -> None:
    assert kind_of(word, as_verb) == "VERB"
    assert kind_of(word, as_noun) == "N"


@pytest.mark.parametrize(
    ("word", "kind", "as_wish", "as_noun"),
    [
        ("request", "REQUEST", "We request that he call.", "Your request is met."),
        ("desire", "DESIRE", "We desire you to call.", "The desire for peace."),
        ("hope", "HOPE", "We hope for rain.", "The hope of rain."),
        ("direct", "ORDER", "Direct Farrow to go.", "A direct line."),
    ],
)
def test_a_word_of_wishing_is_no_wish_as_a_noun(word: str, kind: str, as_wish: str, as_noun: str) -> None:
    assert kind_of(word, as_wish) == kind
    assert kind_of(word, as_noun) == "N"


def test_capitals_are_read_as_small_letters() -> None:
    small, capitals = "please report the delay", "PLEASE REPORT THE DELAY"
    assert tokenise(small, [(0, 23)]).kinds == tokenise(capitals, [(0, 23)]).kinds


def test_a_word_broken_at_a_line_end_is_one_token_over_the_break() -> None:
    text = "Please co-\n  operate with him."
    sentence = tokenise(text, [(0, len(text))])
    assert sentence.words[1] == "cooperate"
    assert sentence.kinds[1] == "VERB"
    assert text[slice(*sentence.span(1, 1))] == "co-\n  operate"


def test_a_word_on_both_sides_of_a_page_heading_is_found_in_its_place() -> None:
    text = "Inform Farrow\nPage 2\nat once."
    sentence = tokenise(text, [(0, 13), (21, 29)])
    assert sentence.words == ["inform", "farrow", "at", "once", "."]
    assert text[slice(*sentence.span(2, 3))] == "at once"


@pytest.mark.parametrize(
    "text",
    [
        "Immediately inform Hull.",
        "2. Meanwhile send it to the Consul.",
        "However inform Hull of our views.",
        "Repeat Norburg.",
        "It would be right for the Board to wait.",
        "It would be most suitable for the Board to wait.",
        "It would be of service to ascertain the price.",
    ],
)
def test_a_sentence_that_may_hold_a_cue_is_not_passed_over(text: str) -> None:
    assert may_hold_cue(text, 0, len(text))


@pytest.mark.parametrize("text", ["The right of search was his.", "Immediately the ships left.", "He came of late."])
def test_a_sentence_that_can_hold_no_cue_is_passed_over(text: str) -> None:
    assert not may_hold_cue(text, 0, len(text))


@pytest.mark.parametrize("word", ["U.K.", "p.m.", "8.30", "25,000", "Minister’s", "cease-fire"])
def test_what_belongs_together_is_one_token(word: str) -> None:
    text = f"the {word} note"
    assert tokenise(text, [(0, len(text))]).words == ["the", word.lower(), "note"]


@pytest.mark.parametrize(
    "text",
    ["The Government desire that he stay.", "The Board desire talks to go on.", "The Chiefs of Staff desire the text."],
)
def test_a_body_may_desire(text: str) -> None:
    """Behind a noun a wish is a verb where what is wished follows, and no noun beside it."""
    assert kind_of("desire", text) == "DESIRE"
