"""Running text: pages, paragraphs, what is left aside, and what is enclosed for somebody else."""

from __future__ import annotations

import pytest

import directives
from directives.model import Cable
from directives.reading import read_text
from directives.reading.enclosures import hinted

HEADER = "Farrant to Ashdown\n\nCablegram 204 KESTREL BAY, 12 August 1941\n\nSECRET\n\n"


def read(body: str) -> Cable:
    return read_text(HEADER + body)[0]


def words(cable: Cable) -> list[str]:
    """The paragraphs, each with its pieces joined and white space as one blank."""
    return [" ".join(" ".join(cable.text[s:e] for s, e in p.pieces).split()) for p in cable.paragraphs]


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("2. Inform Dorrell.", "2"),
        ("2.Inform Dorrell.", "2"),
        ("(a) Inform Dorrell.", "a"),
        ("- 5. Inform Dorrell.", "5"),
        ("(iv) Inform Dorrell.", "iv"),
        ("12) Inform Dorrell.", "12"),
        ("Inform Dorrell.", None),
        ("2.50 a ton is too dear.", None),
    ],
)
def test_paragraph_numbers_are_told_apart_from_the_text(printed: str, label: str | None) -> None:
    paragraph = read(f"We agree.\n\n{printed}").paragraphs[1]
    assert paragraph.label == label
    text = read(f"We agree.\n\n{printed}").text[paragraph.start : paragraph.end]
    assert text == (printed if label is None else "Inform Dorrell.")


def test_wrapped_lines_make_one_paragraph() -> None:
    cable = read(
        "1. Please tell the Harbour Board, before the ships\narrive, that we agree to the charges which they ask\n"
        "for the use of the new quay.\n\n2. Inform Corbin also."
    )
    assert words(cable) == [
        "Please tell the Harbour Board, before the ships arrive, that we agree to the charges which they "
        "ask for the use of the new quay.",
        "Inform Corbin also.",
    ]


def test_numbered_paragraphs_without_blank_lines_between_them_are_apart() -> None:
    assert words(read("1. Inform Dorrell at once.\n2. Send us his answer.\n(a) by bag;\n(b) by cable.")) == [
        "Inform Dorrell at once.",
        "Send us his answer.",
        "by bag;",
        "by cable.",
    ]


def test_a_wrapped_number_does_not_begin_a_paragraph() -> None:
    assert words(read("Please compare what was said in your telegrams Nos.\n12. and 14. with the present text.")) == [
        "Please compare what was said in your telegrams Nos. 12. and 14. with the present text."
    ]


def test_a_blank_line_after_every_line_does_not_end_the_paragraph() -> None:
    lines = [
        "The Harbour Master came to see me and said that",
        "the quay would be free on Monday. The Board of",
        "Trade had not been told of it, and he would be",
        "grateful if you would inform them before the",
        "end of the week.",
    ]
    assert words(read("\n\n".join(lines))) == [" ".join(lines)]


def test_a_sentence_cut_after_an_abbreviation_goes_on() -> None:
    assert words(read("Please see Mr.\n\nOrley about the charter, and through him H.M.\n\nConsul.\n\nWe agree.")) == [
        "Please see Mr. Orley about the charter, and through him H.M. Consul.",
        "We agree.",
    ]
    assert words(read("Please see the Rt. Hon.\n\nA. Orley, and read him Vol.\n\nIV of the rules.")) == [
        "Please see the Rt. Hon. A. Orley, and read him Vol. IV of the rules."
    ]


def test_a_header_that_ends_with_its_line_leaves_no_text_in_it() -> None:
    text = "Def. Doc. No. 318-B-2 From Okabe to Shimura 9 Sept. 1938 No. 311\n\nwe have your message."
    (cable,) = read_text(text)
    assert [text[p.start : p.end].strip() for p in cable.paragraphs] == ["we have your message."]


def test_a_heading_stays_apart() -> None:
    assert words(read("Charter of ships\n\nPlease see Orley.")) == ["Charter of ships", "Please see Orley."]


HEADINGS = ["Doc. No. 5522-B Page 2", "Def. Doc. No. 318-B-2", "D0c. No. 5522-B Pagc 2", "- 2 -", "Page 2 of 3"]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_page_heading_is_no_text_and_breaks_no_sentence(heading: str) -> None:
    cable = read(f"Please tell the Harbour Board that we\nagree to the\n\n{heading}\n\ncharges for the new quay.")
    assert words(cable) == ["Please tell the Harbour Board that we agree to the charges for the new quay."]
    assert len(cable.paragraphs[0].pieces) == 2
    assert [page.number for page in cable.pages] == [1, 2]
    assert cable.pages[1].start == cable.text.index(heading)


def test_form_feeds_begin_pages_and_headings_repeated_there_are_no_text() -> None:
    cable = read(
        "HARWICK PAPERS 17\nPlease inform Dorrell.\fHARWICK PAPERS 18\nPlease inform Corbin.\fHARWICK PAPERS 19\n"
        "Please inform Orley."
    )
    assert [page.number for page in cable.pages] == [1, 2, 3]
    assert [p.page for p in cable.paragraphs][-2:] == [2, 3]
    assert words(cable)[-2:] == ["Please inform Corbin.", "Please inform Orley."]


def test_running_heads_and_feet_on_every_page_are_no_text_and_break_no_sentence() -> None:
    cable = read(
        "THE KESTREL FILE\n\n1. Please tell the Harbour Board that we\nPage 1 of 3 SECRET\f"
        "THE KESTREL F1LE\n\nagree to the charges.\n2. Please in-\nPage 2 of 3 SECRET\f"
        "THE KESTREL FILE\n\nform Corbin before the end of May.\n\nPage 3 of 3 SECRET\n"
    )
    assert words(cable) == [
        "Please tell the Harbour Board that we agree to the charges.",
        "Please in- form Corbin before the end of May.",
    ]
    assert [page.number for page in cable.pages] == [1, 2, 3]


def test_a_running_head_above_the_header_hides_it_not() -> None:
    (cable,) = read_text(f"THE KESTREL FILE 1\n\n{HEADER}1. We agree that\fTHE KESTREL FILE 2\n\nyou should go.")
    assert str(cable) == "text: No. 204, Farrant to Ashdown, 1941-08-12"
    assert words(cable) == ["We agree that you should go."]


def test_cables_below_running_heads_are_told_apart_with_their_pages() -> None:
    pages = [f"THE KESTREL FILE {n}\n\n{HEADER}Please inform {name}." for n, name in ((1, "Corbin"), (2, "Orley"))]
    first, second = read_text("\f".join(pages))
    assert [words(first), words(second)] == [["Please inform Corbin."], ["Please inform Orley."]]
    assert [p.page for p in (*first.paragraphs, *second.paragraphs)] == [1, 2]


def test_what_stands_behind_a_page_break_is_on_the_next_page() -> None:
    cable = read(
        "We agree and you should tell the Regent so. The ships that are\f now here sail soon. Please burn this."
    )
    assert [(str(found.action), found.page) for found in directives.extract(cable)] == [
        ("tell the Regent so", 1),
        ("burn this", 2),
    ]


def test_a_blank_page_counts() -> None:
    assert [p.page for p in read("Please inform Corbin.\f\fPlease inform Orley.\n\f").paragraphs] == [1, 3]


def test_a_page_taken_twice_keeps_its_first_and_last_lines() -> None:
    page = "\n".join(f"{line}." for line in PAGE.split(". "))
    assert words(read(f"{page}\f{page}\fInform Orley."))[0].startswith("The Harbour Board met on Tuesday")


def test_a_number_at_the_foot_of_a_page_begins_no_page() -> None:
    cable = read("Please tell the Board.\n\n- 12 -\fInform Corbin.\n\n- 13 -\fInform Orley.\n\n14\n")
    assert words(cable) == ["Please tell the Board.", "Inform Corbin.", "Inform Orley."]
    assert [p.page for p in cable.paragraphs] == [1, 2, 3]
    assert len(cable.pages) == 3


def test_a_line_that_two_pages_have_elsewhere_than_at_their_edges_is_text() -> None:
    page = "The Board met.\nIt agreed.\nInform Corbin.\nHe will come.\nHe will stay.\n"
    cable = read(f"{page}\fOn Friday, then.\nOrley left.\nInform Corbin.\nAll is well.\nWe agree.")
    assert " ".join(words(cable)).count("Inform Corbin.") == 2


@pytest.mark.parametrize(
    "tail",
    [
        "FARRANT",
        "P.L. Farrant",
        "1 Document 214.",
        "1 27 June. It set out the charges of the Board.\n\n2 Not printed.",
        "[1] Letter of 3 August, not printed.\n[2] See Document 9.",
        "FARRANT\n\n1 The Premier had written on 3 August.\n\n2 Document 9.\n\n3 Sir John Orley, of the Board.",
        "[matter omitted]\n\nA sign here indicates 'word mutilated'.",
        "For the reply see Document 215.",
    ],
)
def test_signatures_and_editors_notes_are_no_text(tail: str) -> None:
    body = "1. Please tell the Harbour Board that we agree to the charges for the new quay.\n\n2. Inform Corbin also."
    assert words(read(f"{body}\n\n{tail}")) == words(read(body))


def test_paragraphs_numbered_without_stops_are_text_where_nothing_else_is() -> None:
    body = (
        "1 Please tell the Harbour Board that we agree.\n\n2 Inform Corbin also, and let us have his views on the quay."
    )
    assert len(read(body).paragraphs) == 2


def test_marks_of_translators_at_the_end_are_no_text() -> None:
    body = "Please burn codes O and K.\n\nArmy 30118 Trans. 11-25-40 (7)\n\nJD-1: 5077 (F) Navy Trans. 11-25-40 (S-TT)"
    assert words(read(body)) == ["Please burn codes O and K."]


def statuses(body: str) -> list[tuple[str, str]]:
    cable = read(body)
    return list(zip(words(cable), (p.status for p in cable.paragraphs), strict=True))


def test_a_message_between_begins_and_ends_is_enclosed_with_its_addressee() -> None:
    body = (
        "1. Please convey the following message to Premier Dorrell from the Prime Minister.\n\nMessage begins:\n\n"
        "Please send your harbour master.\n\nMessage ends.\n\n2. Inform Corbin."
    )
    assert statuses(body) == [
        ("Please convey the following message to Premier Dorrell from the Prime Minister.", "issued"),
        ("Please send your harbour master.", "enclosed"),
        ("Inform Corbin.", "issued"),
    ]
    assert [(p.addressee, p.sender) for p in read(body).paragraphs] == [
        (None, None),
        ("Premier Dorrell", "the Prime Minister"),
        (None, None),
    ]
    cable = read(body)
    assert [(found.status, found.actor.name) for found in directives.extract(cable)] == [
        ("issued", "Ashdown"),
        ("enclosed", "Premier Dorrell"),
        ("issued", "Ashdown"),
    ]


def test_a_cable_that_is_one_message_tells_whom_it_is_for_and_from() -> None:
    cable = read("Following personal for Bruce from the Prime Minister. Please send your views.\n\nInform Corbin also.")
    assert [(p.status, p.addressee, p.sender) for p in cable.paragraphs] == [
        ("issued", "Bruce", "the Prime Minister")
    ] * 2
    assert [found.actor.name for found in directives.extract(cable)] == ["Bruce", "Bruce"]


@pytest.mark.parametrize(
    ("body", "actors"),
    [
        (
            "Please burn this.\n\nFollowing for Bruce from Corbin: You should go.\n\nFollowing for Hull: Please wait.",
            [("issued", "Ashdown"), ("enclosed", "Bruce"), ("enclosed", "Hull")],
        ),
        (
            "Following for Bruce from Corbin: You should see Orley.\n\nFollowing for Hull: Please wait for Orley.",
            [("issued", "Bruce"), ("issued", "Hull")],
        ),
        (
            "Following for Bruce: Please see Orley. Ends.\n\nPlease burn the codes.",
            [("issued", "Bruce"), ("issued", "Ashdown")],
        ),
        ("Your telegram of 5th May.\n\nFollowing for Bruce: Please see Orley.", [("issued", "Bruce")]),
    ],
)
def test_each_of_several_messages_has_its_own_addressee(body: str, actors: list[tuple[str, str]]) -> None:
    assert [(found.status, found.actor.name) for found in directives.extract(read(body))] == actors


def test_a_message_for_somebody_else_in_a_numbered_paragraph_ends_with_it() -> None:
    body = (
        "1. We agree to the charges that the Harbour Board has asked for, and so does the Board of Trade. We have told "
        "the pilots and the owners of the ships as well.\n\n2. Following for Orley from Corbin: Please send the tables."
        "\n\n3. Please report how he takes it."
    )
    assert [(p.status, p.addressee, p.sender) for p in read(body).paragraphs] == [
        ("issued", None, None),
        ("issued", None, None),
        ("enclosed", "Orley", "Corbin"),
        ("issued", None, None),
    ]


@pytest.mark.parametrize(
    ("numbers", "issued"),
    [
        (("2. ", "", "", "3. "), [True, False, False, True]),
        (("1. ", "", "2. ", "3. "), [True, False, False, False]),  # the message may count on from its own first
        (("2. ", "", "2. ", "3. "), [True, False, False, False]),
        (("2. ", "1. ", "2. ", "3. "), [True, False, False, False]),
        (("", "", "", "3. "), [True, False, False, False]),
    ],
)
def test_a_message_without_numbers_ends_at_the_next_number_of_the_cable(
    numbers: tuple[str, ...], issued: list[bool]
) -> None:
    texts = (
        "Please convey the following message to Corbin:-",
        "We are glad that the ferry has been found.",
        "The owners have been told of it by the pilots.",
        "Please tell Orley of all this as well.",
    )
    cable = read("\n\n".join(number + text for number, text in zip(numbers, texts, strict=True)))
    assert [paragraph.status == "issued" for paragraph in cable.paragraphs] == issued


def test_a_text_quoted_in_full_does_not_speak_to_the_receiver() -> None:
    cable = read("Following is text of our note:\n\n'You should hold the ship.'\n\n2. Please tell Corbin.")
    assert [(found.status, found.actor.name) for found in directives.extract(cable)] == [
        ("enclosed", None),
        ("issued", "Ashdown"),
    ]


def test_an_enclosure_in_the_middle_of_a_paragraph_is_cut_out_of_it() -> None:
    body = "We have sent this to Lima: (begins) Hold the ship. (ends) Please give it no publicity."
    assert statuses(body) == [
        ("We have sent this to Lima:", "issued"),
        ("Hold the ship.", "enclosed"),
        ("Please give it no publicity.", "issued"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Please advise us on:\n\n(a) the cost of the hull;\n\n(b) the crew.",
        "You may tell the Board:\n\n(i) That we agree;\n\n(ii) That we shall wait.",
        "Please ascertain whether:-\n\n(1) the hull is sound;\n\n(2) the crew is paid.",
    ],
)
def test_a_list_that_a_sentence_waits_for_is_its_object(body: str) -> None:
    (found,) = directives.extract(read(body))
    assert str(found.action) == body.removeprefix("Please ").removeprefix("You may ").removesuffix(".")


@pytest.mark.parametrize(
    "body",
    [
        "Please make the following points:\n\n(a) the hull is sound;\n\n(b) the crew is paid.",
        "You should:\n\n(a) see the Board;\n\n(b) tell the crew.",
    ],
)
def test_a_list_that_its_sentence_names_stands_by_itself(body: str) -> None:
    assert [paragraph.label for paragraph in read(body).paragraphs] == [None, "a", "b"]


@pytest.mark.parametrize(
    "introduction", ["Dorrell replied on Friday as follows:-", "I have sent the following to Lima.", "Lima cabled:-"]
)
def test_a_quotation_of_several_paragraphs_is_enclosed_up_to_its_closing_mark(introduction: str) -> None:
    body = f"{introduction}\n\n'Pier lost.\n\nPlease send a tug.' We agree. Please hold the ship."
    assert statuses(body) == [
        (introduction, "issued"),
        ("'Pier lost.", "enclosed"),
        ("Please send a tug.'", "enclosed"),
        ("We agree. Please hold the ship.", "issued"),
    ]


def test_what_somebody_says_in_sentences_of_his_own_is_enclosed() -> None:
    body = "Dorrell has telegraphed as follows- 'Pier lost. Please send a tug.' Please tell Corbin that 'all is well.'"
    assert statuses(body) == [
        ("Dorrell has telegraphed as follows-", "issued"),
        ("'Pier lost. Please send a tug.'", "enclosed"),
        ("Please tell Corbin that 'all is well.'", "issued"),
    ]


def test_a_text_quoted_in_full_is_enclosed() -> None:
    body = "Following is text of our note:\n\n'The ship must be held.\n\nNo other may sail.'\n\n2. Please tell Corbin."
    assert [status for _, status in statuses(body)] == ["issued", "enclosed", "enclosed", "issued"]


@pytest.mark.parametrize(
    "introduction",
    ["Following for Prime Minister:", "For the Prime Minister from the Prime Minister.", "Personal for Ashdown."],
)
def test_a_cable_that_is_one_message_for_its_receiver_is_not_enclosed(introduction: str) -> None:
    body = f"{introduction}\n\nPlease inform Dorrell.\n\nInform Corbin also."
    assert {status for _, status in statuses(body)} == {"issued"}


def test_a_message_handed_on_to_the_receiver_is_his() -> None:
    body = "Orley told me to send you the following message.\n\nBegins:\n\nPlease inform Dorrell.\n\nEnds."
    assert ("Please inform Dorrell.", "issued") in statuses(body)


def test_a_message_to_the_receiver_by_his_office_is_his() -> None:
    header = "Ashdown to Mr A. Farrant, Prime Minister\n\nCablegram 9 LONDON, 12 August 1941\n\n"
    body = "Premier Dorrell wants me to give the following message to the Prime Minister.\n\nPlease hold the ship."
    assert [p.status for p in read_text(header + body)[0].paragraphs] == ["issued", "issued"]


def test_a_message_that_begins_in_the_sentence_that_hands_it_on() -> None:
    body = "Please give the following message to Orley in reply to his of 3 May - Hold the ship.\n\nSell nothing."
    assert [status for _, status in statuses(body)] == ["issued", "enclosed", "enclosed"]


def test_a_message_handed_on_long_ago_encloses_nothing() -> None:
    body = "I was to pass the following message to Orley: none. He is away. Please advise.\n\nPlease also tell Corbin."
    assert {status for _, status in statuses(body)} == {"issued"}


def test_the_words_begin_and_end_in_ordinary_text_enclose_nothing() -> None:
    body = "The talks begin on Monday. When they end, please inform us.\n\nThe loan ends in May. Please tell Orley."
    assert {status for _, status in statuses(body)} == {"issued"}


def test_a_word_that_only_closes_with_the_letters_of_end_ends_no_enclosure() -> None:
    message = "Your Harbour Board made friends. Please tell us what they intend."
    assert statuses(f"1. We met.\n\n2. Tell Orley. Begins: {message} Ends.")[-1] == (message, "enclosed")


LOOPING = (
    "of the cargo of the same ship of the cargo of the same part which was the same ship of the cargo of the same part "
    "you will be of the same ship of the cargo and the master of the same part of the cargo of the same ship "
) * 3
LETTERS = "tlc qwrt hnrb0ur mstr sbd thrt tbc sh1ps wcrc nt thr wbcn hc cm bck frm thc qny ancl clrs " * 4


@pytest.mark.parametrize("garbage", [LOOPING, LETTERS])
def test_an_illegible_page_is_listed_but_gives_no_text(garbage: str) -> None:
    cable = read(f"Please inform Dorrell.\n\nDoc. No. 5522-B Page 2\n\nYou will inform Orley. {garbage}")
    assert words(cable) == ["Please inform Dorrell."]
    assert [page.number for page in cable.pages] == [1, 2]
    assert cable.pages[0].legibility > 0.9 > 0.75 > cable.pages[1].legibility


PAGE = (
    "The Harbour Board met on Tuesday to consider the charges for the new quay. It was agreed that each ship pay by "
    "the ton, and that the pilots be paid from the same fund. The chairman asked for figures of last year, which "
    "Corbin will bring with him. Please send a copy of the tables to Lima when they are ready."
)


def test_a_page_taken_twice_is_read_once() -> None:
    again = PAGE.replace("Tuesday", "Tnesday").replace("pilots", "pi1ots")
    cable = read(f"{PAGE}\n\nDoc. No. 5522-B Page 2\n\n{again}\n\nDoc. No. 5522-B Page 3\n\nInform Orley.")
    assert words(cable) == [PAGE, "Inform Orley."]
    assert [page.copy_of for page in cable.pages] == [None, 1, None]


def test_pages_cover_the_source_and_the_cable_weighs_their_legibility() -> None:
    cable = read(f"Please inform Dorrell.\n\nDoc. No. 5522-B Page 2\n\n{LOOPING}")
    assert cable.pages[0].start == 0
    assert cable.pages[0].end == cable.pages[1].start
    assert cable.pages[1].end == len(cable.text)
    assert cable.pages[1].legibility < cable.legibility < 1


@pytest.mark.parametrize(
    "introduction",
    [
        "Please give personal message to Mr. Dorrell as follows:- The quay is yours to repair.",
        "Please convey the following message to Mr. Dorrell:- The quay is yours to repair.",
        "Please convey the following message to Lady and Cmdr. Dorrell:- The quay is yours to repair.",
        "Following message for the Board has been received from Dorrell:",
        "The Premier's directive to the Harbour Board, begins:",
        "Following is text of Colonial Office telegram addressed to Corbin.",
    ],
)
def test_a_message_that_somebody_else_sent_or_is_to_have_is_enclosed(introduction: str) -> None:
    body = f"1. We met on Tuesday and spoke of the quay.\n\n2. {introduction}\n\nPlease send your harbour master."
    assert statuses(body)[-1] == ("Please send your harbour master.", "enclosed")


def test_a_pattern_that_would_never_be_tried_is_an_error() -> None:
    assert hinted("ends", [r"\bmessage\s+ends?\b"], ["ends"]).pattern.search("MESSAGE ENDS")
    with pytest.raises(ValueError, match=r"over and out.* has none of the hints ends, unquote in it"):
        hinted("ends", [r"\bends\b", r"\bover and out\b"], ["ends", "unquote"])


@pytest.mark.parametrize("introduction", ["Begins:-", "Following from the Prime Minister for Corbin. Begins:"])
def test_a_cable_that_begins_with_the_word_begins_is_its_own_text(introduction: str) -> None:
    body = f"{introduction}\n\nPlease send your harbour master.\n\nInform the Board."
    assert [status for words, status in statuses(body) if "harbour master" in words] == ["issued"]
