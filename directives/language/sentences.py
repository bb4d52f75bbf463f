"""A paragraph's spans of source text in, its sentences as spans out.

A sentence longer than LONGEST characters (lists without a full stop, damaged pages) is read in windows, each as a
sentence of its own, so that the time for a text grows with its length alone.
"""

from __future__ import annotations

import re
from typing import Final

# Words before a full stop that does not end a sentence.
_WORDS: Final = """
    Mr Mrs Ms Dr Sir St Messrs Hon Rt Gen Col Maj Capt Lt Lieut Sgt Prof Rev No Nos para paras par pars Art Arts Vol
    vol vols Doc Docs Def Govt Dept Amb Min Sec Secy Ref Reftel Ind Aust Jan Feb Mar Apr Jun Jul Aug Sept Sep
    Oct Nov Dec viz cf ie eg etc approx incl esp resp tel tels cwt p pp go"""
ABBREVIATED: Final = frozenset(_WORDS.split())
ABBREVIATION: Final = re.compile(
    rf"(?:\b(?:[A-Za-z]|{'|'.join(sorted(ABBREVIATED))}|i\.e|e\.g|U\.S|U\.K|U\.N|[ap]\.m)|\W[A-Z](?:\.[A-Z])+)$"
)
# A sentence begins with a capital or a figure, or with an I that a scan made a small l or i: "lt is", "if you".
# The mark of a footnote ("[^2]") stands with the sentence before it.
_CLOSES: Final = r"[\"'”’)\]]*(?:\[\^?\d{1,3}\])?"
_BEHIND_STOP: Final = _CLOSES + r"(?=\s+[\"'“‘(\[]*(?:[A-Z0-9]|l[fnst]?\s|i[fnt]\s)|\s*\(?[a-z]{1,3}\)|\s*$|\s+[-–—]\s)"
# So does one of these behind a word and its stop, the blank between lost ("his views.We should").
_RUN_ON: Final = r"(?<=[a-z]{3}\.)(?=(?:We|You|Please|It|The|This|If|In|He|They|I|Your|My|Our)\s)"
_TELEGRAPHIC: Final = "STOP", "stop", "Stop", "AAA", r"\(stop\)", r"\(\.\)"
# Each branch begins with a letter or stop of its own: so the engine passes over all others at once.
BREAK: Final = re.compile(
    "|".join(
        [
            *(stop + _BEHIND_STOP for stop in (rf"\.{_RUN_ON}|\.", "!", r"\?")),
            *(rf"{word}(?<=\s{word})(?=\s|$)" for word in _TELEGRAPHIC),
        ]
    )
)
AFTER_ABBREVIATION: Final = re.compile(
    r"\s+(?:You|Please|It|We|I|The|This|These|That|If|In|He|They|Your|My|Our|Grateful|Glad|As|For|There|At|On|While|When|What"
    r"|See|Should|Would|Any|However|Also|Suggest|Request)\b"
)
# Behind "etc." any capital begins a sentence; a small i none behind a measure or a date ("5 per cent. in all").
AFTER_ETC: Final = re.compile(r"\s+[\"'“‘(]?[A-Z][a-z]")
SMALL_I: Final = re.compile(r"\s+[\"'“‘(\[]*i[fnt]\s")
MEASURES: Final = re.compile(
    r"(?:\b(?:cent|cwt|inst|ult|prox|lbs?|ozs?|ins?|fts?|hrs?|mins?|secs?|dept|cttee|[a-z]{1,2})|\W)$", re.I
)
# A single letter behind one of these is no initial: the stop behind it may end a sentence ("as in Annex B. Please").
LABELLED: Final = re.compile(
    r"\b(?:section|part|annex|annexure|appendix|schedule|column|group|list|plan|para|paragraph)s?\s+[A-Z]$", re.I
)
LETTERED: Final = re.compile(r"(?:No|Nos|para|paras|Art|Vol)$", re.I)
LONGEST: Final = 3_000  # characters of a sentence; the longest in seven million words of cables has 2,833


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences in text[start:end], without white space at their edges; none is longer than LONGEST."""
    spans: list[tuple[int, int]] = []
    for begin, sentence_end in _sentences(text, start, end):
        while sentence_end - begin > LONGEST:
            cut = _last_gap(text, begin + LONGEST // 2, begin + LONGEST)
            _add_trimmed(spans, text, begin, cut)
            begin = cut
        _add_trimmed(spans, text, begin, sentence_end)
    return spans


def _last_gap(text: str, start: int, end: int) -> int:
    """Where a sentence that is too long is best cut: behind a semicolon, else a comma, else a word; else at `end`."""
    for gap in ("; ", ", ", " ", "\n"):
        if (at := text.rfind(gap, start, end)) >= 0:
            return at + len(gap)
    return end


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = start
    for mark in BREAK.finditer(text, start, end):
        if mark.group()[0] == ".":
            before = _abbreviation(text, max(begin, mark.start() - 10), mark.start())
            if before and before.group() == "etc" and AFTER_ETC.match(text, mark.end()):
                before = None
            if before and LABELLED.search(text, max(begin, mark.start() - 14), mark.start()):
                before = None
            if SMALL_I.match(text, mark.end()) and MEASURES.search(text, max(begin, mark.start() - 6), mark.start()):
                continue
            if before and not (AFTER_ABBREVIATION.match(text, mark.end()) and not LETTERED.search(before.group())):
                continue
            if begin == mark.start() or text[begin : mark.start()].strip().isdigit():
                continue
        _add_trimmed(spans, text, begin, mark.end())
        begin = mark.end()
    _add_trimmed(spans, text, begin, end)
    return spans


def _abbreviation(text: str, start: int, end: int) -> re.Match[str] | None:
    """The abbreviation that text[start:end] ends with, or None."""
    word = text[max(start, text.rfind(" ", start, end) + 1) : end]
    if len(word) > 1 and word.isalpha() and word not in ABBREVIATED:
        return None  # an ordinary word: most sentences end with one
    return ABBREVIATION.search(text, start, end)


def _add_trimmed(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add the span without white space at its edges, unless there is nothing else in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
