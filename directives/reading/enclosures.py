"""Paragraphs in; out, the same with those marked "enclosed" that are a message for somebody else or a text in full.

A cable that is as a whole one message ("Following for Prime Minister:") is not enclosed. Whom a message is for, and who
sends it, is kept where it is stated.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from attrs import evolve

from directives.grammar_files import grammar_text
from directives.model import Paragraph
from directives.reading.abbreviations import abbreviations, any_of

_OPENING_QUOTES: Final = '"', "'", "‘", "“", "`"
_QUOTE_CLOSES: Final = re.compile(r"[\"'’”`][.)\]]*$|[.!?][\"'’”`](?=\s|$)")
_REACH: Final = 100  # characters: how far around a hint its pattern may reach
# A quotation of somebody's own sentences inside a paragraph: its opening mark, what stands before it, its closing mark.
_QUOTATION: Final = re.compile(r"['‘\"“](?=[A-Z(\d])")
_BEFORE_QUOTATION: Final = re.compile(r"[:.,\-–—]\s?$")
_QUOTATION_CLOSES: Final = {
    opening: re.compile(rf"[.!?][{closing}](?=\s|$)")
    for opening, closing in (("'", "'’"), ("‘", "'’"), ('"', '"”'), ("“", '"”'))
}
_SENTENCES: Final = re.compile(r"[.!?]\s+[A-Z]")
_COLON: Final = re.compile(r"[:\-–—]\s*$")
_INTRODUCTION: Final = 400  # characters before a message or a quotation that may introduce it
_COLON_REACH: Final = 4
_OPENING: Final = 160  # characters: no more than references and a classification stand before what is the whole cable
_LONGEST_QUOTED: Final = 100  # paragraphs: a quotation that has not closed by then does not close
_NO_WORDS: Final = 2  # characters: a piece as short holds none
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_TRAILING_WORD: Final = re.compile(r"(?:\s+(?:for|of|the|and))+$")


class _Ends(NamedTuple):
    """Whom a message is for and who sends it, where stated."""

    addressee: str | None = None
    sender: str | None = None


class _Hinted(NamedTuple):
    """A pattern, and the letters of which each of its matches has some: it is tried around them alone."""

    pattern: re.Pattern[str]
    hints: tuple[str, ...]


class _Patterns(NamedTuple):
    begins: _Hinted
    ends: _Hinted
    handing_on: _Hinted
    for_whom: re.Pattern[str]
    from_whom: re.Pattern[str]
    may_relay: re.Pattern[str]
    relayed: tuple[re.Pattern[str], ...]
    own_sentence: re.Pattern[str]
    full_text: re.Pattern[str]
    for_the_receiver: re.Pattern[str]
    inline: re.Pattern[str]  # the message begins in the same paragraph
    sentence_after: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    table = tomllib.loads(grammar_text("lexicon/enclosures.toml"))
    titles = abbreviations().titles
    title = any_of(titles)
    name = table["name"].replace("{word}", table["word"].replace("{title}", title))
    no_title = "".join(rf"(?<!\b{word}.)" for word in (*titles, "[A-Z]"))
    return _Patterns(
        hinted("begins", table["begins"], table["begins_hints"]),
        hinted("ends", table["ends"], table["ends_hints"]),
        hinted("handing_on", [p.replace("{title}", title) for p in table["handing_on"]], table["handing_on_hints"]),
        re.compile(table["for_whom"]),
        re.compile(table["from_whom"].replace("{name}", name)),
        re.compile(table["may_relay"], re.I),
        tuple(re.compile(pattern.replace("{name}", name)) for pattern in table["relayed"]),
        re.compile(table["own_sentence"]),
        re.compile(table["full_text"], re.I),
        re.compile(table["for_the_receiver"], re.I),
        re.compile(rf"(?:[^.]|\b(?:{title}|[A-Z])\.){{0,160}}?\s?[-–—:]+\s+(?=[A-Z'‘“\"])"),
        re.compile(rf"[.!?]{no_title}['’”\")]*\s+\S"),
    )


def hinted(name: str, patterns: Sequence[str], hints: Sequence[str]) -> _Hinted:
    """The list of patterns called `name` as one, with its hints in small letters and in capitals.

    Raises ValueError for a pattern without a hint in it, which would never be tried: `over and out` beside "end".
    """
    for pattern in patterns:
        if not any(hint in pattern.lower() for hint in hints):
            raise ValueError(f"{name}: the pattern {pattern!r} has none of the hints {', '.join(hints)} in it")
    forms = (form for hint in hints for form in (hint, hint.capitalize(), hint.upper()))
    return _Hinted(re.compile("|".join(patterns), re.I | re.M), tuple(forms))


def mark_enclosures(text: str, paragraphs: Sequence[Paragraph], receiver: str = "") -> list[Paragraph]:
    """Paragraphs in reading order; one that an enclosure begins or ends in is cut in two there.

    `receiver` is what the header calls the addressees: a message to hand on to them is this cable's own text.
    """
    if not paragraphs:
        return []
    marks = _Marks(text, paragraphs[0].start, paragraphs[-1].end)
    own = frozenset(_WORD.findall(receiver.lower()))
    done: list[Paragraph] = []
    todo = list(reversed(paragraphs))
    whole: list[tuple[int, _Ends]] = []  # messages that make up the cable: from which of `done` on, and their ends
    while todo:
        paragraph = todo.pop()
        relayed = _relayed(text, paragraph)
        if relayed and not _words(relayed[0].addressee) <= own:
            if whole or (_opens(text, paragraph, done) and paragraph.label in (None, "1")):
                whole.append((len(done) if whole else 0, relayed[0]))  # the first with what stands before it
            elif not relayed[2]:
                done += _cut(paragraph, 0, relayed[1])
                todo += _cut(paragraph, relayed[1], len(text))
                _take_until_end(text, marks, todo, done, relayed[0], paragraph.label)
                continue
        if whole and whole[-1][1].addressee and (over := marks.end(paragraph)) and (todo or over[1] < paragraph.end):
            done += _cut(paragraph, 0, over[0])
            todo += _cut(paragraph, over[1], len(text))
            whole.append((len(done), _Ends()))
            continue
        if begin := marks.begin(paragraph):
            introduction = text[max(paragraph.start, begin[0] - _INTRODUCTION) : begin[0]].strip()
            introduction = introduction or (_last_words(text, done[-1]) if done else "")
            done += _cut(paragraph, 0, begin[0])
            todo += _cut(paragraph, begin[1], len(text))
            if introduction and not _is_for(own, introduction):
                _take_until_end(text, marks, todo, done, _ends(introduction))
            continue
        handed = marks.handed(paragraph)
        if not (
            handed
            or _COLON.search(text, paragraph.pieces[-1][1] - _COLON_REACH, paragraph.pieces[-1][1])
            or (todo and _is_quoted(text, todo[-1]))
        ):
            done.append(paragraph)
            continue
        inline = _patterns().inline.match(text, handed[1], paragraph.end) if handed else None
        cut_at = inline.end() if inline else paragraph.end
        done += _cut(paragraph, 0, cut_at) if inline else [paragraph]
        todo += _cut(paragraph, cut_at, len(text))
        if not todo:
            break
        following = todo[-1]
        introduction = text[max(paragraph.start, (handed or paragraph.pieces[-1])[0] - _INTRODUCTION) : cut_at]
        if _is_quoted(text, following) and (handed or _patterns().full_text.search(_last_words(text, paragraph))):
            _take_quoted(text, todo, done, _ends(introduction))
        elif (
            handed
            and (inline or not _patterns().sentence_after.search(text, handed[1], paragraph.end))
            and not (marks.begins_with(following) or _is_for(own, introduction))
        ):
            _take_until_end(text, marks, todo, done, _ends(introduction), _counted_on(paragraph, following))
    for (first, ends), (behind, _) in pairwise([*whole, (len(done), _Ends())]):
        for n in range(first, behind):
            if ends.addressee and done[n].status == "issued":
                done[n] = evolve(done[n], **ends._asdict())
    return [part for paragraph in done for part in _quotations_apart(text, paragraph, own)]


def _opens(text: str, paragraph: Paragraph, before: list[Paragraph]) -> bool:
    """Whether nothing but references and a classification stands before a paragraph of the cable."""
    if not before:
        return True
    said = _patterns().own_sentence
    return paragraph.start - before[0].start <= _OPENING and not any(said.match(text[p.start : p.end]) for p in before)


class _Marks:
    """Where the words stand that begin or end an enclosure, or hand one on; each paragraph asks for its own."""

    def __init__(self, text: str, start: int, end: int) -> None:
        known = _patterns()
        self._begins = _around(known.begins, text, start, end)
        self._handed = _around(known.handing_on, text, start, end)
        self._whole = text, start, end
        self._ends: list[tuple[int, int]] | None = None  # looked for where something has begun

    def begin(self, paragraph: Paragraph) -> tuple[int, int] | None:
        """The first words in a paragraph that begin an enclosure."""
        return _first(self._begins, paragraph)

    def begins_with(self, paragraph: Paragraph) -> bool:
        """Whether such words open a paragraph."""
        begin = self.begin(paragraph)
        return begin is not None and begin[0] == paragraph.start

    def end(self, paragraph: Paragraph) -> tuple[int, int] | None:
        """The first words in a paragraph that end an enclosure."""
        if self._ends is None:
            self._ends = _around(_patterns().ends, *self._whole)
        return _first(self._ends, paragraph)

    def handed(self, paragraph: Paragraph) -> tuple[int, int] | None:
        """The first request in a paragraph to hand a message on."""
        return _first(self._handed, paragraph)


def _around(known: _Hinted, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of a pattern in text[start:end], looked for where one of its hints stands."""
    spans: set[tuple[int, int]] = set()
    for hint in known.hints:
        at = text.find(hint, start, end)
        while at >= 0:
            around = known.pattern.finditer(text, max(start, at - _REACH), min(end, at + _REACH))
            spans.update(match.span() for match in around)
            at = text.find(hint, at + 1, end)
    apart: list[tuple[int, int]] = []
    for span in sorted(spans):
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return apart


def _first(spans: list[tuple[int, int]], paragraph: Paragraph) -> tuple[int, int] | None:
    if not spans:
        return None
    at = bisect_left(spans, (paragraph.start, 0))
    return spans[at] if at < len(spans) and spans[at][0] < paragraph.end else None


def _is_for(receiver: frozenset[str], introduction: str) -> bool:
    """Whether what is introduced is for the receiver of the cable himself."""
    if _patterns().for_the_receiver.search(introduction):
        return True
    addressee = _words(_ends(introduction).addressee)
    return bool(addressee) and addressee <= receiver


def _words(name: str | None) -> frozenset[str]:
    return frozenset(_WORD.findall((name or "").lower())) - {"the"}


def _last_words(text: str, paragraph: Paragraph) -> str:
    return text[max(paragraph.start, paragraph.end - _INTRODUCTION) : paragraph.end]


def _take_until_end(
    text: str, marks: _Marks, todo: list[Paragraph], done: list[Paragraph], ends: _Ends, label: str | None = None
) -> None:
    """Move paragraphs from `todo` to `done` as enclosed, up to the word that ends the enclosure, or all.

    Where the enclosure begins in a paragraph with a number (`label`), the one with the next number is no part of it;
    nor is one that hands on a message of its own.
    """
    following = str(int(label) + 1) if label and label.isdecimal() else None
    end = None
    first, begun = todo[-1].label if todo else None, len(done)
    while todo and not end:
        paragraph = todo[-1]
        if (following and paragraph.label == following) or (len(done) > begun and _hands_on(text, paragraph)):
            break
        if paragraph.label != first:
            following = None  # the message has numbers of its own
        todo.pop()
        end = marks.end(paragraph)
        enclosed = _cut(paragraph, 0, end[0]) if end else [paragraph]
        done += [evolve(part, status="enclosed", **ends._asdict()) for part in enclosed]
        todo += _cut(paragraph, end[1], len(text)) if end else []


def _hands_on(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph opens a message of its own ("Following for Hodgson:")."""
    relayed = _relayed(text, paragraph)
    return relayed is not None and not relayed[2]


def _counted_on(paragraph: Paragraph, following: Paragraph) -> str | None:
    """The number of the paragraph that hands a message on, where the next number tells that the message is over: a
    message without numbers, its first paragraph not to be taken for its own number 1."""
    label = paragraph.label
    return label if label and label.isdecimal() and int(label) > 1 and following.label is None else None


def _take_quoted(text: str, todo: list[Paragraph], done: list[Paragraph], ends: _Ends) -> None:
    """Move the paragraphs of a quotation from `todo` to `done`: to the mark that closes it, or those that open one."""
    closing, mark = None, None
    for n in range(len(todo) - 1, max(-1, len(todo) - 1 - _LONGEST_QUOTED), -1):
        mark = _QUOTE_CLOSES.search(text, todo[n].start + 1, todo[n].end)
        if mark and not (n and _is_quoted(text, todo[n - 1])):
            closing = n
            break
    while todo and ((closing is not None and len(todo) > closing) or _is_quoted(text, todo[-1])):
        paragraph = todo.pop()
        if mark and len(todo) == closing:  # what follows the mark is no part of it
            todo += _cut(paragraph, mark.end(), len(text))
            paragraph = _cut(paragraph, 0, mark.end())[0]
            closing = None
        done.append(evolve(paragraph, status="enclosed", **ends._asdict()))


def _quotations_apart(text: str, paragraph: Paragraph, own: frozenset[str]) -> list[Paragraph]:
    """The paragraph in parts, those enclosed in which others speak in sentences of their own."""
    if paragraph.status != "issued":
        return [paragraph]
    parts: list[Paragraph] = []
    done = paragraph.start
    ends = {mark: _Next(pattern, text, paragraph.end) for mark, pattern in _QUOTATION_CLOSES.items()}
    sentences = _Next(_SENTENCES, text, paragraph.end)
    for opening in _QUOTATION.finditer(text, paragraph.start, paragraph.end):
        start = opening.start()
        if start < done or not _BEFORE_QUOTATION.search(text, max(paragraph.start, start - 2), start):
            continue
        closing, sentence = ends[opening[0]].behind(start), sentences.behind(start)
        if closing is None or sentence is None or sentence.end() > closing.start():
            continue
        if not _is_for(own, text[max(done, start - _INTRODUCTION) : start].strip()):
            parts += _cut(paragraph, done, start)
            parts += [evolve(part, status="enclosed") for part in _cut(paragraph, start, closing.end())]
            done = closing.end()
    return [*parts, *_cut(paragraph, done, len(text))] if parts else [paragraph]


class _Next:
    """The next match of a pattern behind places that are asked for in order; no stretch of text is searched twice."""

    def __init__(self, pattern: re.Pattern[str], text: str, end: int) -> None:
        self._pattern, self._text, self._end = pattern, text, end
        self._found: re.Match[str] | None = None
        self._searched = False

    def behind(self, start: int) -> re.Match[str] | None:
        """The first match that begins at a place or behind it, or None."""
        if not self._searched or (self._found is not None and self._found.start() < start):
            self._found = self._pattern.search(self._text, start, self._end)
            self._searched = True
        return self._found


def _is_quoted(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph opens with a quotation mark."""
    return text.startswith(_OPENING_QUOTES, paragraph.pieces[0][0])


def _ends(introduction: str) -> _Ends:
    """Whom the words that introduce a message name."""
    addressee, sender = (pattern.search(introduction) for pattern in (_patterns().for_whom, _patterns().from_whom))
    return _Ends(
        _TRAILING_WORD.sub("", _named(addressee["addressee"]))
        if addressee and _has_name(addressee["addressee"])
        else None,
        _named(sender["sender"]) if sender else None,
    )


def _relayed(text: str, paragraph: Paragraph) -> tuple[_Ends, int, bool] | None:
    """Whom the first words of a paragraph say that a message is for, where they end, and whether they may only open a
    cable; None where they hand nothing on."""
    start, end = paragraph.pieces[0]
    known = _patterns()
    if not known.may_relay.match(text, start, end):
        return None
    for n, pattern in enumerate(known.relayed):
        if match := pattern.match(text, start, end):
            return (
                _Ends(_named(match["addressee"]), _named(match["sender"]) if match["sender"] else None),
                match.end(),
                n > 0,
            )
    return None


def _has_name(words: str) -> bool:
    return any(map(str.isupper, words))


def _named(words: str) -> str:
    return " ".join(words.split()).strip(" ,.")


def _cut(paragraph: Paragraph, start: int, end: int) -> list[Paragraph]:
    """The part of a paragraph between two offsets, or nothing where it has no words."""
    pieces = tuple(
        (max(first, start), min(last, end)) for first, last in paragraph.pieces if first < end and last > start
    )
    return [evolve(paragraph, pieces=pieces)] if pieces and pieces[-1][1] - pieces[0][0] > _NO_WORDS else []
