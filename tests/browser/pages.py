"""Findings for pages, made by hand so that they do not depend on what the grammar finds; and how to look at a page."""

from collections.abc import Iterator

from attrs import evolve
from playwright.sync_api import Page

from directives.model import (
    CONSTRAINT_TYPES,
    MODALITIES,
    Cable,
    Constraint,
    Directive,
    Fact,
    Findings,
    NearMiss,
    Party,
    Quote,
    Undertaking,
)
from directives.model import Page as CablePage
from factory import cut, make_cable, make_directive

FIRST = """\
1. You will inform Marlow before Friday. The weather has been mild in the capital for some time.

2. Please send his views
to us if the Consul agrees. We shall write again.
"""
SECOND = """\
1. You may show the note to the Minister in confidence. You will recall that the Consul was away.

2. No copy should be left with the press until the treaty has been signed.
"""


def in_its_sentence(directive: Directive, sentence: str, text: str) -> Directive:
    return evolve(directive, sentence=cut(text, sentence))


def two() -> list[Findings]:
    """Two cables with two directives each, a near miss, an undertaking, and a page that repeats another."""
    one, other = make_cable(FIRST, "harwick-31"), make_cable(SECOND, "harwick-32")
    half = FIRST.index("2. Please")
    one = evolve(one, pages=(CablePage(1, 0, half), CablePage(2, half, len(FIRST), 0.4)))
    other = evolve(
        other,
        header=evolve(
            other.header, number=Fact("32"), date=Fact("1941-12"), addressees=(Party(name="Corbin", place="Lindenau"),)
        ),
    )
    first = (
        make_directive(one, "inform Marlow", "You will", "You", constraints=(("time", "before Friday"),)),
        make_directive(
            one,
            "send his views\nto us",
            "Please",
            modality="request",
            number=2,
            constraints=(("condition", "if the Consul agrees"),),
        ),
    )
    second = (
        make_directive(
            other,
            "show the note to the Minister",
            "You may",
            "You",
            "Corbin",
            (("manner", "in confidence"),),
            "permission",
        ),
        make_directive(
            other,
            "copy should be left with the press",
            "No",
            name="Corbin",
            constraints=(("time", "until the treaty has been signed"),),
            modality="prohibition",
            status="enclosed",
            number=2,
        ),
    )
    recall = "You will recall that the Consul was away."
    write = "We shall write again."
    return [
        Findings(
            one,
            (
                in_its_sentence(first[0], "You will inform Marlow before Friday.", FIRST),
                in_its_sentence(first[1], "Please send his views\nto us if the Consul agrees.", FIRST),
            ),
            (Undertaking(cut(FIRST, "write again"), cut(FIRST, write)),),
        ),
        Findings(
            other,
            (
                in_its_sentence(second[0], "You may show the note to the Minister in confidence.", SECOND),
                in_its_sentence(
                    second[1], "No copy should be left with the press until the treaty has been signed.", SECOND
                ),
            ),
            (),
            (NearMiss(cut(SECOND, "You will recall"), cut(SECOND, recall), "you_will", "an informing formula"),),
        ),
    ]


FILLER = (
    "The Minister spoke at length of the harvest and of the state of the roads in the northern provinces this week. "
)


def large(cables: int, directives: int) -> Iterator[Findings]:
    """Many cables of the size that cables have (about 3,600 characters), with so many directives each."""
    for number in range(cables):
        sentences = [
            f"You will inform consul {number % 97} of matter {n} of {number} before day {n + 1}."
            for n in range(directives)
        ]
        text = "".join(f"{n + 1}. {sentence} {FILLER * 8}\n\n" for n, sentence in enumerate(sentences))
        cable = make_cable(text, f"series-{number:05}")
        date = Fact(f"19{40 + number % 6}-{1 + number % 12:02}-{1 + number % 28:02}")
        header = evolve(cable.header, number=Fact(str(number)), date=date)
        cable = evolve(cable, header=header, references=())
        yield Findings(cable, tuple(made(cable, sentence, n, number) for n, sentence in enumerate(sentences)))


def made(cable: Cable, sentence: str, n: int, number: int) -> Directive:
    at = cable.text.index(sentence)
    action = sentence[sentence.index("inform") : sentence.index(" before")]
    directive = make_directive(
        cable, action, name=f"Actor {number % 40}", modality=MODALITIES[(number + n) % 6], number=n + 1
    )
    limit = Quote.cut(cable.text, at + sentence.index("before"), at + len(sentence) - 1)
    return evolve(
        directive,
        action=Quote.cut(cable.text, at + sentence.index("inform"), at + sentence.index(" before")),
        cue=Quote.cut(cable.text, at, at + 8),
        sentence=Quote.cut(cable.text, at, at + len(sentence)),
        constraints=(Constraint(CONSTRAINT_TYPES[n % 6], limit),),
    )


def words(page: Page, selector: str) -> list[str]:
    """The words of all elements of a kind that are shown, on one line each."""
    return [" ".join(text.split()) for text in page.locator(selector).filter(visible=True).all_inner_texts()]


def chosen(page: Page) -> str | None:
    """The id of the row that is selected."""
    return page.evaluate("document.querySelector('#directives tr.selected')?.dataset.id ?? null")


def marked(page: Page, kind: str) -> str:
    """The words in the text that are marked as a kind of part ("action") of the selected directive."""
    script = (
        """(kind) => [...document.querySelectorAll('#text .seg.on.m-' + kind)].map((e) => e.textContent).join('')"""
    )
    return " ".join(page.evaluate(script, kind).split())


def shown(page: Page, element: str) -> bool:
    """True where an element lies in the visible part of the pane that scrolls it."""
    script = """(selector) => {
      const element = document.querySelector(selector), pane = element.closest('.scroll');
      const [a, b] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
      return a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
    }"""
    return bool(page.evaluate(script, element))


def search(page: Page, text: str) -> None:
    """Type into the search field and wait for what comes of it."""
    page.fill("#search", text)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the page has drawn what was asked for."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
