"""A source of several cables: each begins at its header, and no text is lost between them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from directives.reading import read_bytes, read_text
from made_files import docx, pdf

FIRST = """From: Washington (Ashby)
To: Tokyo (Pell)
4 November 1941
#31

1. You will inform Marlow before Friday.

"""
SECOND = """From: Tokyo (Pell)
To: Washington (Ashby)
6 November 1941
#77

Your telegram No. 31 has been received. Please repeat the second group.

"""
TITLED = """Mr J. Ashby, Secretary, to Mr H. Pell, Consul in Tokyo

Cablegram 32 HARWICK, 8 November 1941

Please send his views to us.

"""


def numbers(text: str) -> list[str]:
    return [str(cable.header.number) for cable in read_text(text, "file.txt")]


def test_repeated_headers() -> None:
    cables = read_text(FIRST + SECOND + TITLED, "file.txt")
    assert [str(cable) for cable in cables] == [
        "file-1: No. 31, Ashby to Pell, 1941-11-04",
        "file-2: No. 77, Pell to Ashby, 1941-11-06",
        "file-3: No. 32, Mr J. Ashby to Mr H. Pell, 1941-11-08",
    ]
    assert [cable.text[cable.start : cable.end] for cable in cables] == [FIRST, SECOND, TITLED]


def test_labels_before_number_and_date_split_as_well() -> None:
    first, second = (
        f"From: {sender}\nTo: {addressee}\nNo. {number}\nDate: {day} November 1941\n\nPlease inform Marlow.\n\n"
        for sender, addressee, number, day in (("Ashby", "Pell", 31, 4), ("Pell", "Ashby", 77, 6))
    )
    assert numbers(first + second) == ["31", "77"]


def test_offsets_of_a_later_cable_count_in_the_whole_source() -> None:
    _, cable = read_text(FIRST + SECOND, "file.txt")
    assert cable.header.number is not None and cable.header.number.quote is not None
    quote = cable.header.number.quote
    assert (FIRST + SECOND)[quote.start : quote.end] == quote.text == "77"
    assert [reference.number for reference in cable.references] == ["31"]


def test_a_separated_header_may_be_a_small_one() -> None:
    small = "Cablegram 33 HARWICK, 9 November 1941\n\nPlease see him.\n"
    assert numbers(f"{FIRST}{'-' * 40}\n\n{small}") == ["31", "33"]
    assert numbers(f"{FIRST}\f{small}") == ["31", "33"]
    assert numbers(f"{FIRST}{small}") == ["31"]


def test_pages_go_on_counting() -> None:
    cables = read_text(f"{FIRST}\fThe rest of the first.\n\n\f{SECOND}", "file.txt")
    assert [[page.number for page in cable.pages] for cable in cables] == [[1, 2], [3]]


def test_what_only_looks_like_a_header_does_not_split() -> None:
    assert numbers(
        f"{FIRST}2. His letter of 4 November 1941 to the Consul is enclosed.\n\nTo: the Consul\n\nSee it."
    ) == ["31"]
    assert numbers(f"You will inform Marlow.\n\n{SECOND}") == ["None"]


def test_other_formats_are_split_too() -> None:
    parts = [*FIRST.splitlines(), *SECOND.splitlines()]
    assert len(read_bytes(pdf([FIRST.splitlines(), SECOND.splitlines()]), "file.pdf")) == 2
    assert len(read_bytes(docx(filter(None, parts)), "file.docx")) == 2


@given(
    st.lists(
        st.sampled_from([FIRST, SECOND, TITLED, "\f", "-----\n\n", "Please see him.\n\n", "\n", " x\n"]), max_size=8
    )
)
def test_no_text_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    cables = read_text(text, "file.txt")
    assert "".join(cable.text[cable.start : cable.end] for cable in cables) == text
    for cable in cables:
        assert [page.start for page in cable.pages] == [cable.start, *(page.end for page in cable.pages[:-1])]
        assert cable.pages[-1].end == cable.end
        assert all(cable.start <= p.start <= p.end <= cable.end for p in cable.paragraphs)
    assert len({cable.id for cable in cables}) == len(cables)
