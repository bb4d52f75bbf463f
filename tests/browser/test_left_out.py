"""The page in a browser: pictures, what was left out, print, hostile input, accessibility."""

import os
from pathlib import Path

import pytest
from attrs import evolve
from pages import SECOND, chosen, large, marked, search, settle, two, words
from playwright.sync_api import Page, expect

from conftest import Open
from directives.model import Fact, Findings, NearMiss, Party, Quote
from factory import make_cable, make_directive

AXE = Path(os.environ.get("AXE", "")) if os.environ.get("AXE") else None
HOSTILE = '</script><img src=x onerror="alert(1)"><!--<script>alert(2)</script> \u202eevil\x1b[2J 😀 & &amp; ${1} '


def hostile() -> list[Findings]:
    """A cable all of whose texts try to be more than text; a character beyond U+FFFF stands before the action."""
    text = f"{HOSTILE}Please inform {HOSTILE} before Friday. You will see.\n"
    cable = make_cable(text, HOSTILE)
    fact = Fact(HOSTILE)
    header = evolve(
        cable.header, number=fact, sender=Party(name=HOSTILE), addressees=(Party(name=HOSTILE),), place=fact, date=fact
    )
    cable = evolve(cable, header=header, source=HOSTILE)
    directive = make_directive(cable, f"inform {HOSTILE}", "Please", name=HOSTILE, constraints=(("time", "Friday"),))
    directive = evolve(directive, because=(HOSTILE,), paragraph=HOSTILE, form=HOSTILE, verb=HOSTILE)
    at = text.index("You will see")
    miss = NearMiss(Quote.cut(text, at, at + 8), Quote.cut(text, at, at + 13), HOSTILE, HOSTILE)
    return [Findings(cable, (directive,), (), (miss,))]


def test_what_a_hostile_cable_says_is_text_and_nothing_else(open_page: Open) -> None:
    page = open_page(hostile(), (HOSTILE,))
    page.keyboard.press("j")
    shown = HOSTILE.replace("\u202e", "\ufffd").replace("\x1b", "\u241b")
    assert shown in page.inner_text("#text")
    assert " ".join(shown.split()) in page.inner_text("#directives td.c-action")
    assert marked(page, "action") == f"inform {shown}".strip()
    for key, view in (("2", "#pictures"), ("3", "#left-out")):
        page.keyboard.press(key)
        assert "onerror" in page.inner_text(view) or "onerror" in page.inner_html(view)
    assert page.evaluate("document.querySelectorAll('img, iframe, object, embed, link').length") == 0
    assert page.evaluate("document.querySelectorAll('script').length") == 10  # our own; the data have been taken away


def test_nothing_may_run_or_be_loaded_but_the_pages_own_parts(browser, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    from directives.output.report import page as make_page

    path = tmp_path / "x.html"
    injected = "<script>document.title = 'ran'</script><img src=x onerror=\"document.title = 'ran'\">"
    path.write_text("".join(make_page(two())).replace("<noscript>", f"{injected}<noscript>"), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-ready]")
    assert page.title() == "Directives · 2 cables"
    page.close()


def test_pictures_come_with_their_numbers(open_page: Open) -> None:
    page = open_page(two())
    page.keyboard.press("2")
    assert [" ".join(text.split()[:3]) for text in words(page, "figcaption strong")] == [
        "Directives over time",
        "Who is told",
        "Constraint types",
    ]
    for summary in page.locator("#figures summary").all():
        summary.click()
    tables = page.evaluate(
        """[...document.querySelectorAll('#figures table')].map((t) =>
             [...t.rows].map((r) => [...r.cells].map((c) => c.textContent).join(' ')))"""
    )
    heads = "obligation request recommendation permission prohibition exemption"
    assert tables[0] == [f" {heads}", "1941-11 1 1 0 0 0 0", "1941-12 0 0 0 1 1 0"]
    assert tables[1] == [f"actor {heads}", "Corbin 0 0 0 1 1 0", "Pell 1 1 0 0 0 0"]
    assert tables[2][1:4] == ["time 2", "condition 1", "manner 1"]
    assert page.evaluate("document.querySelectorAll('#figures svg[role=img] > title').length") == 3


def test_pictures_follow_the_filters(open_page: Open) -> None:
    page = open_page(two())
    search(page, "minister")
    page.keyboard.press("Escape")
    search(page, "minister")
    page.locator("button[data-view=pictures]").click()
    assert words(page, "#pictures-of") == ["of 1 listed directive"]


def test_the_strip_shows_where_directives_stand_and_leads_to_them(open_page: Open) -> None:
    page = open_page(two())
    places = page.evaluate("[...document.querySelectorAll('#strip a rect')].map((e) => Number(e.getAttribute('x')))")
    assert len(places) == 2
    assert places == sorted(places)
    page.locator("#strip a").nth(1).click()
    expect(page.locator("#directives tr.selected")).to_have_attribute("data-id", "harwick-31-2")


def test_what_was_left_out_is_shown_with_its_reason(open_page: Open) -> None:
    page = open_page(two(), ("b.txt: the file is empty",))
    assert words(page, "#counts") == ["2 cables · 4 directives · 1 reading problem"]
    assert words(page, "#left-out-count") == ["(2)"]
    assert words(page, ".page-mark.unread") == ["page 2 · not legible (40 % of its words), nothing was read from it"]
    page.keyboard.press("3")
    said = page.inner_text("#left-out")
    assert "b.txt: the file is empty" in said
    assert "an informing formula" in said
    assert "You will recall that the Consul was away." in said
    assert "We shall write again." in said
    page.locator("#left-out a.quote", has_text="You will recall").click()
    assert words(page, "#text .m-miss") == ["You will recall"]
    assert words(page, "#cables a[aria-current] .name") == ["No. 32"]


def test_words_that_nearly_made_a_row_in_several_readings_are_shown_once(open_page: Open) -> None:
    findings = two()
    (miss,) = findings[1].near_misses
    inner = evolve(miss, quote=Quote.cut(SECOND, miss.quote.start + 4, miss.quote.end), reason="part of another clause")
    other = evolve(inner, form="will_you")
    page = open_page([findings[0], evolve(findings[1], near_misses=(inner, miss, other))])
    page.keyboard.press("3")
    rows = words(page, "#left-out section:nth-of-type(3) tbody tr")
    assert [row.removeprefix("No. 32 You will recall that the Consul was away. ") for row in rows] == [
        "you_will an informing formula",
        "will_you part of another clause",
    ]


def test_no_word_of_a_row_is_cut_off_at_its_side(open_page: Open) -> None:
    page = open_page([*large(3, 4)], viewport={"width": 1280, "height": 720})
    for key in ("1", "a"):
        page.keyboard.press(key)
        settle(page)
        cut = page.evaluate(
            "[...document.querySelectorAll('#directives .cell, #directives .modality')]"
            ".filter((e) => e.getBoundingClientRect().right > e.closest('td').getBoundingClientRect().right + 1"
            " || e.scrollWidth > e.clientWidth + 1 && e.clientWidth).map((e) => e.textContent)"
        )
        assert cut == []


def test_on_paper_the_table_and_the_text_are_whole_and_controls_are_gone(open_page: Open) -> None:
    page = open_page(list(large(1, 60)))
    page.keyboard.press("a")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert len(words(page, "#directives tbody tr[data-id]")) == 60
    for control in ("#finder", "header nav", ".switch"):
        assert not page.locator(control).first.is_visible()
    clipped = page.evaluate(
        """[...document.querySelectorAll('.scroll')].filter((e) => e.offsetParent && e.scrollHeight > e.clientHeight + 2
             && getComputedStyle(e).overflowY !== 'visible').length"""
    )
    assert clipped == 0
    assert page.locator("#text").bounding_box()["height"] > 3000
    page.evaluate("dispatchEvent(new Event('afterprint'))")


def test_20000_directives_are_searched_and_scrolled_with_few_rows_drawn(open_page: Open, tmp_path: Path) -> None:
    findings = list(large(5000, 4))
    page = open_page(findings)
    page.keyboard.press("a")
    assert words(page, "#counts") == ["5,000 cables · 20,000 directives"]
    page.locator("#table-scroll").evaluate("(e) => { e.scrollTop = e.scrollHeight }")
    last = page.locator("#directives tr[data-id='series-04999-4']")
    expect(last).to_be_in_viewport()
    assert page.locator("#directives tbody tr, #cables li").count() < 150
    before = page.evaluate("performance.now()")
    search(page, "matter 2 of 4999")
    assert words(page, "#directives .c-action .cell") == ["inform consul 52 of matter 2 of 4999"]
    assert page.evaluate("performance.now()") - before < 3000  # ms on a busy machine; bench-report measures it
    assert (tmp_path / "a report.html").stat().st_size < 4 * sum(len(found.cable.text) for found in findings)


def serious(page: Page) -> str:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    return "\n".join(
        f"{one['id']}: {one['help']} {[node['target'] for node in one['nodes']][:3]}"
        for one in found
        if one["impact"] in ("serious", "critical", "moderate")
    )


@pytest.mark.skipif(AXE is None, reason="axe-core is not installed: `make test-browser` installs it with npm")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_page: Open, scheme: str) -> None:
    page = open_page(two(), ("b.txt: the file is empty",), color_scheme=scheme, bypass_csp=True)
    assert not serious(page)
    page.keyboard.press("f")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.check("#show-misses")
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")
    assert not serious(page)
    for key in "a23?":
        page.keyboard.press(key)
        page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")
        assert not serious(page)


def test_a_narrow_window_scrolls_only_downwards(open_page: Open) -> None:
    page = open_page(two(), viewport={"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_a_page_without_directives_says_so(open_page: Open) -> None:
    page = open_page([evolve(two()[0], directives=())])
    assert words(page, "#none") == ["No directives in this cable."]
    page.keyboard.press("2")
    assert "No directive fits" in page.inner_text("#pictures")
    page.keyboard.press("1")
    page.keyboard.press("j")
    assert chosen(page) is None
    settle(page)
