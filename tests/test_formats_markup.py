"""TEI, HTML, Markdown and Word: the cable's own text is read, what stands around it is not, and offsets lead back."""

from __future__ import annotations

import pytest

from directives.model import Cable
from directives.reading import Options, ReadingProblem, read_bytes
from made_files import TEI, docx, tei_document, tei_volume


def words(cable: Cable) -> list[str]:
    return [" ".join(cable.text[start:end] for start, end in p.pieces) for p in cable.paragraphs]


def test_a_volume_gives_a_cable_for_each_document() -> None:
    cables = read_bytes(tei_volume(map(tei_document, range(1, 301))), "volume.xml")
    assert len(cables) == 300
    assert [cable.id for cable in cables[:2]] == ["volume-d1", "volume-d2"]
    assert cables[299].source == "volume.xml#d300"
    assert all(
        "note" not in word for cable in cables for word in ("Preface", "disregard", "abroad") if word in cable.text
    )


def test_the_heading_the_dateline_and_the_markup_are_the_header() -> None:
    header = read_bytes(tei_volume([tei_document(4)]), "volume.xml")[0].header
    assert (str(header.number), str(header.date), str(header.time)) == ("1004", "1952-03-05", "19:00")
    assert str(header.place) == "Strelsau"
    assert header.document_number is not None
    assert (header.document_number.value, header.document_number.quote) == ("4", None)
    assert header.sender is not None
    assert (header.sender.name, header.sender.office, header.sender.place) == ("Rassendyll", "the Embassy", "Ruritania")
    assert [party.office for party in header.addressees] == ["the Department of State"]


def test_a_sentence_over_a_page_break_is_one_and_pages_have_their_printed_numbers() -> None:
    (cable,) = read_bytes(tei_volume([tei_document(1)]), "volume.xml")
    assert [page.number for page in cable.pages] == [7, 8]
    assert words(cable)[0].startswith("For the Secretary. Please inform Marlow before Friday that the note has been")
    assert [paragraph.page for paragraph in cable.paragraphs] == [7, 8]


def test_editorial_notes_are_left_out_and_documents_may_lie_deep() -> None:
    note = '<div type="document" subtype="editorial-note" xml:id="d2"><p>Please see Document 1.</p></div>'
    volume = tei_volume([f'<div type="subchapter">{tei_document(1)}</div>', note])
    with pytest.warns(UserWarning, match="1 editorial note"):
        assert [cable.id for cable in read_bytes(volume, "volume.xml")] == ["volume-d1"]


def test_another_tei_edition_is_one_document() -> None:
    body = "<p>You will inform <choice><sic>Marlw</sic><corr>Marlow</corr></choice>.</p>"
    text = f"<TEI {TEI}><text><body>{body}</body></text></TEI>"
    (cable,) = read_bytes(text.encode(), "letter.xml")
    assert (cable.id, cable.text) == ("letter", "You will inform Marlw.")


def test_html_is_read_as_a_browser_shows_it() -> None:
    page = """<!DOCTYPE html><html><head><title>Ashby to Pell</title><meta name="dc.date" content="1941-11-04">
    <style>p { color: red }</style><script>alert("Please run me.")</script></head><body><nav>Please log in.</nav>
    <p>1. You will inform <b>Mar</b>low &amp; Co.
    before Friday.</p><p>2. Please send his views<br>to us.</p><img src="x" onerror="alert(1)"></body></html>"""
    (cable,) = read_bytes(page.encode(), "page.htm")
    assert cable.text == "1. You will inform Marlow & Co. before Friday.\n\n2. Please send his views\nto us."
    assert str(cable) == "page: No. ?, Ashby to Pell, 1941-11-04"


def test_html_in_an_old_encoding_says_so_itself() -> None:
    page = '<html><head><meta charset="koi8-r"></head><body>You will inform Жуков.</body></html>'
    assert read_bytes(page.encode("koi8-r"), "page.html")[0].text == "You will inform Жуков."


FRONT = """---
title: "Mr J. Ashby, Secretary, to Mr H. Pell, Consul in Tokyo"
date: 1941-11-04
tags: [a, b]
---
"""


def test_front_matter_is_evidence_for_the_header_and_no_text_of_the_cable() -> None:
    text = f"{FRONT}\nYou will inform Marlow before Friday.\n"
    (cable,) = read_bytes(text.encode(), "cable.md")
    assert cable.text == text
    assert words(cable) == ["You will inform Marlow before Friday."]
    assert str(cable) == "cable: No. ?, Mr J. Ashby to Mr H. Pell, 1941-11-04"
    assert cable.header.date is not None and cable.header.date.quote is None
    assert cable.header.sender is not None and cable.header.sender.quote is None


def test_what_the_text_says_goes_before_front_matter() -> None:
    text = f"{FRONT}Cablegram 31 HARWICK, 5 November 1941\n\nYou will inform Marlow before Friday.\n"
    (cable,) = read_bytes(text.encode(), "cable.md")
    date = cable.header.date
    assert date is not None and date.quote is not None
    assert (date.value, cable.text[date.quote.start : date.quote.end]) == ("1941-11-05", "5 November 1941")
    assert cable.header.sender is not None
    assert (cable.header.sender.name, str(cable.header.place)) == ("Mr J. Ashby", "HARWICK")


def test_entries_of_other_names_can_be_chosen() -> None:
    text = "---\nafgesandt: 4 November 1941\n---\nYou will inform Marlow."
    (cable,) = read_bytes(text.encode(), "cable.md", Options({"date": "afgesandt"}))
    assert str(cable.header.date) == "1941-11-04"


def test_damaged_front_matter_costs_itself_alone() -> None:
    with pytest.warns(UserWarning, match="front matter is no YAML, line 2"):
        (cable,) = read_bytes(b"---\ntitle: [a\n---\nYou will inform Marlow.", "cable.md")
    assert words(cable) == ["You will inform Marlow."]


def test_yaml_runs_nothing() -> None:
    text = b"---\ntitle: !!python/object/apply:os.system [exit]\n---\nYou will inform Marlow."
    with pytest.warns(UserWarning, match="front matter is no YAML"):
        assert read_bytes(text, "cable.md")[0].header.sender is None


def test_a_word_document() -> None:
    row = "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{t}</w:t></w:r></w:p></w:tc>" for t in ("No.", "Item")) + "</w:tr>"
    gone = "<w:p><w:del><w:r><w:delText>Please ignore me.</w:delText></w:r></w:del></w:p>"
    paragraphs = [
        "Ashby to Pell",
        "Cablegram 31 HARWICK, 4 November 1941",
        "You will inform Marlow.",
        "Please see him.",
    ]
    (cable,) = read_bytes(docx(paragraphs, f"{gone}<w:tbl>{row}</w:tbl>"), "cable.docx")
    assert cable.text == "\n\n".join([*paragraphs, "No. Item"])
    assert str(cable) == "cable: No. 31, Ashby to Pell, 1941-11-04"


@pytest.mark.parametrize("name", ["x", "x.txt", "x.bin"])
def test_the_bytes_tell_the_format_before_the_name_does(name: str) -> None:
    assert read_bytes(tei_volume([tei_document(1)]), name)[0].source == f"{name}#d1"
    assert read_bytes(docx(["You will inform Marlow."]), name)[0].text == "You will inform Marlow."
    assert read_bytes(FRONT.encode() + b"You will inform Marlow.", name)[0].header.date is not None


def test_other_xml_is_named() -> None:
    with pytest.raises(ReadingProblem, match="another kind than TEI: its root is 'rss'"):
        read_bytes(b"<?xml version='1.0'?><rss><p>You will inform Marlow.</p></rss>", "feed.xml")
