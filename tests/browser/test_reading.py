"""The page in a browser: opening, searching, filtering, selecting both ways, links, keys."""

import re

import pytest
from pages import chosen, marked, search, settle, shown, two, words
from playwright.sync_api import expect

from conftest import Open

CABLES = ["No. 31 1941-11-04 Ashby to Pell, Consul 2", "No. 32 1941-12 Ashby to Corbin 2"]


def test_it_opens_from_a_file_with_cables_table_and_text(open_page: Open) -> None:
    page = open_page(two())
    assert words(page, "#counts") == ["2 cables · 4 directives"]
    assert words(page, "#cables li") == CABLES
    assert words(page, "#directives tbody tr") == [
        "1 obligation Pell inform Marlow time before Friday You will",
        "2 request Pell send his views to us condition if the Consul agrees Please",
    ]
    assert "The weather has been mild" in page.inner_text("#text")
    assert words(page, ".facts div")[:3] == ["From Ashby", "To Pell, Consul", "Date 1941-11-04, 18:00"]


def test_the_text_shown_is_the_source_letter_by_letter(open_page: Open) -> None:
    findings = two()
    page = open_page(findings)
    text = page.evaluate("[...document.querySelectorAll('#text .block')].map((e) => e.textContent).join('')")
    assert text == findings[0].cable.text


def test_selecting_a_row_marks_its_words_and_no_others(open_page: Open) -> None:
    page = open_page(two())
    page.click("#directives tr[data-id='harwick-31-2'] .c-action")
    assert chosen(page) == "harwick-31-2"
    parts = {kind: marked(page, kind) for kind in ("cue", "action", "actor", "constraint", "condition", "time")}
    assert parts == {
        "cue": "Please",
        "action": "send his views to us",
        "actor": "",
        "constraint": "if the Consul agrees",
        "condition": "if the Consul agrees",
        "time": "",
    }
    assert words(page, "#detail .sentence") == ["Please send his views to us if the Consul agrees."]


def test_selecting_words_marks_their_row(open_page: Open) -> None:
    page = open_page(two())
    page.locator("#text .m-constraint", has_text="if the Consul").click()
    assert chosen(page) == "harwick-31-2"
    page.locator("#text .m-action", has_text="inform Marlow").click()
    assert chosen(page) == "harwick-31-1"


def test_pointing_shows_the_other_side_too(open_page: Open) -> None:
    page = open_page(two())
    page.hover("#directives tr[data-id='harwick-31-1'] .c-action")
    pointed = page.evaluate("[...document.querySelectorAll('#text .pointed')].map((e) => e.textContent)")
    assert pointed == ["You", " will", "inform Marlow", "before Friday"]
    page.locator("#text .m-cue", has_text="Please").hover()
    expect(page.locator("#directives tr.pointed")).to_have_attribute("data-id", "harwick-31-2")


def test_parts_are_told_apart_without_colour(open_page: Open) -> None:
    page = open_page(two())
    looks = page.evaluate(
        """() => [...document.querySelectorAll('#legend .seg')].map((e) => {
          const s = getComputedStyle(e);
          return [s.fontWeight, s.borderBottomStyle, s.outlineStyle, s.textDecorationLine, s.textDecorationStyle,
                  s.textDecorationThickness].join(' ');
        })"""
    )
    assert len(looks) == 9
    assert len(set(looks)) == 9
    tags = page.evaluate("[...document.querySelectorAll('#text [data-tag]')].map((e) => e.dataset.tag)")
    assert tags == ["1", "time", "2", "condition"]


def test_search_finds_words_across_line_breaks(open_page: Open) -> None:
    page = open_page(two())
    search(page, "  views TO us ")
    assert words(page, "#cables li") == CABLES[:1]
    assert words(page, "#directives .c-action .cell") == ["send his views to us"]
    assert words(page, "#none") == ["1 directive of this cable does not fit the search. Show all"]
    assert " ".join("".join(page.locator("#text .m-hit").all_text_contents()).split()) == "views to us"
    page.click("#none button")
    settle(page)
    assert words(page, "#cables li") == CABLES


def test_search_finds_headers_and_whole_texts(open_page: Open) -> None:
    page = open_page(two())
    search(page, "corbin")
    assert words(page, "#cables li") == CABLES[1:]
    search(page, "weather has been")
    assert words(page, "#cables li") == []
    assert words(page, "#cable-count") == ["0 of 2"]
    page.check("#whole")
    settle(page)
    assert words(page, "#cables li") == CABLES[:1]


@pytest.mark.parametrize(
    ("field", "value", "actions"),
    [
        ("modality", "permission", ["show the note to the Minister"]),
        ("constraint", "time", ["inform Marlow", "copy should be left with the press"]),
        ("status", "enclosed", ["copy should be left with the press"]),
        ("actor", "corbin", ["show the note to the Minister", "copy should be left with the press"]),
        ("since", "1941-12", ["show the note to the Minister", "copy should be left with the press"]),
        ("until", "1941-11-04", ["inform Marlow", "send his views to us"]),
        ("until", "1940", []),
    ],
)
def test_filters(open_page: Open, field: str, value: str, actions: list[str]) -> None:
    page = open_page(two())
    page.keyboard.press("a")
    page.click("#more-filters summary")
    if field in ("modality", "constraint", "status"):
        page.locator(f"label.chip:has([name={field}])", has_text=value).click()
    else:
        page.fill(f"#{field}", value)
    settle(page)
    assert words(page, "#directives .c-action .cell") == actions
    assert words(page, "#active-filters") == ["(1 set)"]
    page.click("#clear")
    settle(page)
    assert len(words(page, "#directives .c-action .cell")) == 4


def test_a_date_that_is_none_is_said_to_be_none_and_filters_nothing(open_page: Open) -> None:
    page = open_page(two())
    page.click("#more-filters summary")
    page.fill("#since", "last week")
    settle(page)
    assert page.get_attribute("#since", "aria-invalid") == "true"
    assert words(page, "#cables li") == CABLES


def test_a_link_leads_to_its_directive(open_page: Open) -> None:
    page = open_page(two(), anchor="#harwick-32-2")
    assert chosen(page) == "harwick-32-2"
    assert marked(page, "action") == "copy should be left with the press"
    assert words(page, "#cable-title") == ["No. 32 · Ashby to Corbin · 1941-12"]
    page.click("#directives tr[data-id='harwick-32-1'] a")
    assert page.url.endswith("#harwick-32-1")
    assert marked(page, "action") == "show the note to the Minister"


def test_what_is_selected_stands_in_the_address(open_page: Open) -> None:
    page = open_page(two())
    page.click("#directives tr[data-id='harwick-31-2'] .c-action")
    assert page.url.endswith("#harwick-31-2")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert chosen(page) == "harwick-31-2"


def test_a_link_past_the_filters_clears_them_and_says_so(open_page: Open) -> None:
    page = open_page(two())
    search(page, "views")
    page.evaluate("location.hash = '#harwick-32-1'")
    expect(page.locator("#notice")).to_contain_text("Search and filters were cleared")
    assert chosen(page) == "harwick-32-1"


def test_a_link_to_nothing_says_so(open_page: Open) -> None:
    page = open_page(two(), anchor="#%3Cimg%20src=x%3E%E0%A4%A")
    assert "has nothing with the name" in page.inner_text("#notice")
    assert words(page, "#cables li") == CABLES


def test_two_sources_with_one_name_have_links_of_their_own(open_page: Open) -> None:
    page = open_page([*two(), *two()])
    page.keyboard.press("a")
    links = page.evaluate("[...document.querySelectorAll('#directives tbody a')].map((e) => e.hash)")
    assert len(set(links)) == 8
    page.evaluate("location.hash = '#harwick-32-2~2'")
    expect(page.locator("#cables a[aria-current]")).to_have_attribute("href", "#harwick-32~2")


def test_keys_go_through_directives_and_cables(open_page: Open) -> None:
    page = open_page(two())
    been = []
    for key in "jjjjjkk":
        page.keyboard.press(key)
        been.append(chosen(page))
    ends = ["31-1", "31-2", "32-1", "32-2", "32-2", "32-1", "31-2"]
    assert been == [f"harwick-{end}" for end in ends]
    page.keyboard.press("n")
    assert words(page, "#cables a[aria-current] .name") == ["No. 32"]
    page.keyboard.press("p")
    assert words(page, "#cables a[aria-current] .name") == ["No. 31"]


def test_keys_for_search_help_views_and_leaving(open_page: Open) -> None:
    page = open_page(two())
    page.keyboard.press("/")
    page.keyboard.type("jn?")
    settle(page)
    assert page.input_value("#search") == "jn?"
    assert words(page, "#cables li") == []
    page.keyboard.press("Escape")
    expect(page.locator("#cables li:not(.spacer)")).to_have_count(2)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    for key, view in (("2", "#pictures"), ("3", "#left-out"), ("1", "#panes")):
        page.keyboard.press(key)
        assert page.locator(view).is_visible()


def test_single_keys_can_be_switched_off(open_page: Open) -> None:
    page = open_page(two())
    page.keyboard.press("?")
    page.uncheck("#single-keys")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert chosen(page) is None


def test_the_link_can_be_copied(open_page: Open) -> None:
    page = open_page(two(), permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("j")
    page.keyboard.press("y")
    expect(page.locator("#notice")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"obligation of Pell: “inform Marlow” \(No\. 31 .*\) file://.*#harwick-31-1", copied)


def test_what_is_selected_is_scrolled_to(open_page: Open) -> None:
    page = open_page(two(), viewport={"width": 1200, "height": 420})
    for _ in range(4):
        page.keyboard.press("j")
        assert shown(page, "#directives tr.selected")
        assert shown(page, "#text .seg.on.m-action")


def test_everything_is_reached_by_the_tab_key(open_page: Open) -> None:
    page = open_page(two())
    been = []
    for _ in range(30):
        page.keyboard.press("Tab")
        been.append(page.evaluate("document.activeElement.id || document.activeElement.hash || ''"))
    order = [
        "skip",
        "help-button",
        "search",
        "#harwick-31",
        "#harwick-32",
        "table-scroll",
        "#harwick-31-1",
        "text-scroll",
    ]
    assert [name for name in been if name in order][: len(order)] == order
