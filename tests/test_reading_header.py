"""Header facts in every shape that archives print them in, whole and damaged."""

from __future__ import annotations

import pytest

from directives.model import Cable, Party
from directives.reading import read_text

BODY = "\n\nPlease tell the Harbour Board that we agree."


def cable(header: str, body: str = BODY) -> Cable:
    return read_text(header + body)[0]


def value(fact: object) -> str | None:
    return None if fact is None else str(fact)


def facts(found: Cable) -> dict[str, object]:
    header = found.header
    return {
        "sender": value(header.sender),
        "addressees": [str(party) for party in header.addressees],
        "number": value(header.number),
        "place": value(header.place),
        "date": value(header.date),
        "time": value(header.time),
        "classification": value(header.classification),
        "precedence": value(header.precedence),
        "document": value(header.document_number),
    }


SHAPES = {
    "running into the text": (
        "Def. Doc. No. 318-B-2 From Okabe to Shimura 9 Sept. 1938 No. 311 ",
        {"sender": "Okabe", "addressees": ["Shimura"], "number": "311", "date": "1938-09-09", "document": "318-B-2"},
    ),
    "intercept": (
        "[Secret]\nFrom: Lindenau (Harada)\nTo: Tokyo\n3 October 1940\n(Purple-CA)\n#512\n",
        {
            "sender": "Harada",
            "addressees": ["Tokyo"],
            "number": "512",
            "date": "1940-10-03",
            "classification": "Secret",
        },
    ),
    "intercept with American date": (
        "From: Tokyo\nTo: Lindenau\nOctober 3, 1940\nPurple (Extremely urgent)\n#513. (Part 2 of 2)\n",
        {"sender": "Tokyo", "number": "513", "date": "1940-10-03", "precedence": "Extremely Urgent"},
    ),
    "title and cable line": (
        "Mr P. L. Farrant, Minister for Trade and Customs, to Sir Hugh Ashdown, High Commissioner in London\n\n"
        "Cablegram 204 KESTREL BAY, 12 August 1941, 7.05 p.m.\n\nMOST IMMEDIATE MOST SECRET",
        {
            "sender": "Mr P. L. Farrant",
            "addressees": ["Sir Hugh Ashdown"],
            "number": "204",
            "place": "KESTREL BAY",
            "date": "1941-08-12",
            "time": "19:05",
            "classification": "Most Secret",
            "precedence": "Most Immediate",
        },
    ),
    "two addressees, two numbers": (
        "Farrant to Ashdown and Embassy in Lima\n\nCablegrams 18, 3401 KESTREL BAY, 2 May 1949, 12 noon\n\nRESTRICTED",
        {"addressees": ["Ashdown", "Embassy"], "number": "18, 3401", "time": "12:00"},
    ),
    "unnumbered, no place": (
        "Farrant to Ashdown\n\nCablegram unnumbered 17 November 1939,\n\nSECRET AND PERSONAL",
        {"number": None, "place": None, "date": "1939-11-17", "classification": "Secret"},
    ),
    "series and letters in the number": (
        "Ashdown to Farrant\n\nCircular cablegram D612 LONDON, 4 March 1943, 12.15 a.m.",
        {"number": "D612", "time": "00:15"},
    ),
    "secretary to ambassador": (
        "The Secretary of State to the Ambassador in Norland (Whitcombe)\n\nWashington, March 14, 1939—6 p.m.\n\n87. ",
        {
            "sender": "The Secretary of State",
            "addressees": ["Whitcombe"],
            "number": "87",
            "place": "Washington",
            "date": "1939-03-14",
            "time": "18:00",
        },
    ),
    "later style": (
        "Cablegram to Kuala Lumpur\n\nKestrel Bay, 21 May 1963\n\n364. Secret",
        {
            "sender": "Kestrel Bay",
            "addressees": ["Kuala Lumpur"],
            "number": "364",
            "date": "1963-05-21",
            "classification": "Secret",
        },
    ),
    "later style with names": (
        "Cablegram to Selang\n\nKestrel Bay, 21 May 1963\n\nO.KB177 CONFIDENTIAL PRIORITY\n\nFor Marden from Prentice.",
        {"sender": "Prentice", "addressees": ["Marden"], "number": "O.KB177", "precedence": "Priority"},
    ),
    "labels for every fact": (
        "From: Lindenau\nTo: Tokyo\nTelegram No.: 315\nDate: 11 March 1944\nTime: 8.30 p.m.\n"
        "Classification: SECRET\nPrecedence: Immediate",
        {
            "sender": "Lindenau",
            "number": "315",
            "date": "1944-03-11",
            "time": "20:30",
            "classification": "Secret",
            "precedence": "Immediate",
        },
    ),
    "number before a labelled date": (
        "From: Lindenau\nTo: Tokyo\nNo. 7\nDated: 1944-03-11",
        {"addressees": ["Tokyo"], "number": "7", "date": "1944-03-11"},
    ),
    "number above labels": (
        "No. 315\nDate: 11 March 1944\nFrom: Lindenau\nTo: Tokyo",
        {"sender": "Lindenau", "addressees": ["Tokyo"], "number": "315", "date": "1944-03-11"},
    ),
    "day and month that cannot be told apart": (
        "From: Lindenau\nTo: Tokyo\nDate: 11/3/44\nNumber: 315",
        {"number": "315", "date": None},
    ),
    "number below the date": (
        "From: Lindenau\nTo: Tokyo\n11 March 1944\nNo. 315",
        {"addressees": ["Tokyo"], "number": "315", "date": "1944-03-11"},
    ),
    "number below the date of a block": ("11 March 1944\nNo. 315", {"number": "315", "date": "1944-03-11"}),
    "noon after a dash": (
        "Farrant to Ashdown\n\nKESTREL BAY, June 3, 1939—noon.\n\n87. ",
        {"number": "87", "place": "KESTREL BAY", "date": "1939-06-03", "time": "12:00"},
    ),
    "number and date in columns beside the parties": (
        "From:   Farrant      No. 315\nTo:     Lindenau     11 March 1944",
        {"sender": "Farrant", "addressees": ["Lindenau"], "number": "315", "date": "1944-03-11"},
    ),
    "number and date behind the parties": (
        "From: Farrant, March 11, 1944\nTo: Lindenau No. 315",
        {"sender": "Farrant", "addressees": ["Lindenau"], "number": "315", "date": "1944-03-11"},
    ),
    "title that is a line of its block": (
        "Telegram from Farrant to Overseas Office\nNo. 77\n3 June 1939",
        {"sender": "Farrant", "addressees": ["Overseas Office"], "number": "77", "date": "1939-06-03"},
    ),
    "title that tells when it was received": (
        "Farrant to Ashdown Received 4 June 1946\n\nCablegram 77 KESTREL BAY, 3 June 1946",
        {"sender": "Farrant", "addressees": ["Ashdown"], "number": "77", "date": "1946-06-03"},
    ),
    "form that is headed by what was done": (
        "TELEGRAM SENT\nFrom: Farrant\nTo: Lindenau\nNo. 315\n11 March 1944",
        {"sender": "Farrant", "addressees": ["Lindenau"], "number": "315", "place": None},
    ),
    "title that begins with what was done": (
        "Telegram sent to Lindenau\n\nKestrel Bay, 11 March 1944\n\n315. Secret",
        {"sender": "Kestrel Bay", "addressees": ["Lindenau"], "number": "315", "place": "Kestrel Bay"},
    ),
    "title run on": (
        "Farrant to Ashdown Cablegram 77 KESTREL BAY, 3 June 1946, 4.15 p.m.",
        {"sender": "Farrant", "addressees": ["Ashdown"], "number": "77", "date": "1946-06-03", "time": "16:15"},
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_each_shape_of_header(shape: str) -> None:
    header, expected = SHAPES[shape]
    found = facts(cable(header, BODY.lstrip() if header.endswith((" ", "\n")) else BODY))
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("shape", SHAPES)
def test_the_text_after_a_header_is_all_that_is_left(shape: str) -> None:
    header, _ = SHAPES[shape]
    found = cable(header, BODY.lstrip() if header.endswith((" ", "\n")) else BODY)
    assert [found.text[p.start : p.end] for p in found.paragraphs] == [BODY.strip()]


@pytest.mark.parametrize(
    ("above", "document"),
    [
        ("740.0011 Pacific War 1941/2231a : Telegram", "740.0011 Pacific War 1941/2231a"),
        ("894.00/1234: Telegram", "894.00/1234"),
        ("[CYPHER]      SPECIAL (CABINET)", None),
        ("DISTRIBUTION B", None),
        ("[Secret]", None),
    ],
)
@pytest.mark.parametrize(
    ("gap", "shape"),
    [("\n", "labels for every fact"), ("\n\n", "labels for every fact"), ("\n\n", "secretary to ambassador")],
)
def test_a_line_above_the_header_hides_nothing_of_it(above: str, document: str | None, gap: str, shape: str) -> None:
    header, expected = SHAPES[shape]
    found = cable(f"{above}{gap}{header}", BODY.lstrip() if header.endswith(" ") else BODY)
    assert {key: facts(found)[key] for key in expected} == expected
    assert value(found.header.document_number) == document
    assert [found.text[p.start : p.end] for p in found.paragraphs] == [BODY.strip()]


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ("Mr S. T. Orley, High Commissioner in London", ("Mr S. T. Orley", "High Commissioner", "London")),
        ("Mr S. T. Orley, Minister to the United States", ("Mr S. T. Orley", "Minister", "the United States")),
        (
            "Mr W. Officer, Counsellor at British Embassy in Lima",
            ("Mr W. Officer", "Counsellor at British Embassy", "Lima"),
        ),
        (
            "Dr F. Marden, Minister for Trade and Customs (in Ottawa)",
            ("Dr F. Marden", "Minister for Trade and Customs", "Ottawa"),
        ),
        ("Sir Hugh Ashdown (Berlin)", ("Sir Hugh Ashdown", None, "Berlin")),
        ("Embassy in Washington", (None, "Embassy", "Washington")),
        ("Department of Overseas Affairs", (None, "Department of Overseas Affairs", None)),
        ("Delegation, United Nations", (None, "Delegation", "United Nations")),
        ("Mission in Tokyo for Marden", ("Marden", "Mission", "Tokyo")),
        ("Officer", ("Officer", None, None)),
    ],
)
def test_name_office_and_place_stand_apart(side: str, expected: tuple[str | None, ...]) -> None:
    found = cable(f"Farrant to {side}\n\nCablegram 7 KESTREL BAY, 3 June 1946")
    (party,) = found.header.addressees
    assert (party.name, party.office, party.place) == expected
    sender = cable(f"{side}, to Farrant\n\nCablegram 7 KESTREL BAY, 3 June 1946").header.sender
    assert sender is not None
    assert (sender.name, sender.office, sender.place) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("8th Army", [("8th Army", None, None)]),
        ("Captain Orley, 2nd Fleet", [("Captain Orley", None, None), ("2nd Fleet", None, None)]),
        ("C-in-C Far East", [("C-in-C Far East", None, None)]),
        ("German Embassy", [(None, "German Embassy", None)]),
        ("The Australian Delegation", [(None, "The Australian Delegation", None)]),
        ("High Commissioner, London", [(None, "High Commissioner", "London")]),
        ("Sir S. Orley, Madrid", [("Sir S. Orley", None, "Madrid")]),
        ("Sir S. Orley (Madrid)", [("Sir S. Orley", None, "Madrid")]),
        ("Sir S. Orley (Kestrel Bay)", [("Sir S. Orley", None, "Kestrel Bay")]),
        ("Orley (Madrid)", [("Orley", None, "Madrid")]),
        ("Madrid (Orley)", [("Orley", None, "Madrid")]),
        ("Madrid, Lima", [(None, None, "Madrid"), (None, None, "Lima")]),
    ],
)
@pytest.mark.parametrize("others", ["No. 77\n3 June 1943", "3 June 1943\n#77"])
def test_the_parties_of_from_and_to_lines_keep_the_letters_of_the_source(
    line: str, expected: list[tuple[str | None, ...]], others: str
) -> None:
    sent = cable(f"From: Lindenau\nTo: {line}\n{others}").header
    assert [(party.name, party.office, party.place) for party in sent.addressees] == expected
    sender = facts(cable(f"From: {line}\nTo: Lindenau\n{others}"))["sender"]
    assert sender == " and ".join(str(Party(*party)) for party in expected)


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("29 0ctober 1947", "1947-10-29"),
        ("24 [April] 1941", "1941-04-24"),
        ("[?27] May 1940", "1940-05-27"),
        ("31 December 945", "1945-12-31"),
        ("18 February 146", "1946-02-18"),
        ("August 1949", "1949-08"),
        ("n.d. [on or before 8 June 1942]", "1942-06-08"),
        ("[11 or 12 February 1937]", "1937-02-12"),
        ("22, April 1941", "1941-04-22"),
        ("Lo February 1948", "1948-02-10"),
        ("17 April 194i", "1941-04-17"),
        ("3rd Sept. 1939", "1939-09-03"),
        ("November 4, 1941", "1941-11-04"),
        ("5 January 194", None),
        ("1941-11-04", "1941-11-04"),
        ("1941-11-31", None),
    ],
)
def test_dates_are_normalised_even_damaged_ones(printed: str, iso: str | None) -> None:
    date = cable(f"Farrant to Ashdown\n\nCablegram 12 LONDON, {printed}, 4.10 p.m.").header.date
    assert value(date) == iso


@pytest.mark.parametrize(
    "damaged",
    [
        "Cab1egrarn 204 KESTREL BAY, 12 Augnst 1941, 7.05 p.rn.\n\nMOST IMMEDlATE M0ST SECRFT",
        "Ca blegram 204 KESTREL BAY, 12 Au gust 1941, 7.05 p.m.\n\nMOST IMMEDIATE MOST SEC RET",
        "Cblegram 204 KESTREL BAY, 12 Auguust 1941, \n7.05 p.m.\n\nMOST IMMEDIATE MOST\nSECRET",
    ],
)
def test_damaged_header_lines_tell_the_same_facts(damaged: str) -> None:
    found = cable(f"Departrnent of Overseas Affairs to High Com-\nmissioner in London\n\n{damaged}")
    expected = {
        "number": "204",
        "date": "1941-08-12",
        "time": "19:05",
        "classification": "Most Secret",
        "precedence": "Most Immediate",
    }
    assert {key: facts(found)[key] for key in expected} == expected
    assert found.header.sender == Party(
        None, "Department of Overseas Affairs", None, found.header.sender and found.header.sender.quote
    )
    assert (found.header.addressees[0].office, found.header.addressees[0].place) == ("High Commissioner", "London")
    assert [p.label for p in found.paragraphs] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "I have come to the view that you should write to him at once.\n\nPlease do so.",
        "Refer the matter to Corbin.",
        "You should go to Lima on 3 May 1941 and see the Minister. Most secret papers are to be left here.",
        "1. Please take the note to the Minister.",
        "hello",
    ],
)
def test_a_text_without_a_header_is_read_with_nothing_known(text: str) -> None:
    found = read_text(text)[0]
    assert set(map(str, facts(found).values())) <= {"None", "[]"}
    assert " ".join(found.text[p.start : p.end] for p in found.paragraphs).split() == text.removeprefix("1. ").split()


def test_a_message_of_white_space_has_no_paragraphs() -> None:
    assert read_text(" \n\n ")[0].paragraphs == ()
