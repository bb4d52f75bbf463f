"""Cables and directives for tests, cut from a text that the test gives."""

from directives.examination import examine
from directives.model import (
    Actor,
    Cable,
    Constraint,
    ConstraintType,
    Directive,
    Fact,
    Findings,
    Header,
    Modality,
    Page,
    Paragraph,
    Party,
    Quote,
    Reference,
    Status,
)
from directives.reading import read_text

TEXT = "Reference your telegram 12. You will inform Marlow before Friday. Please send his views to us."


def make_cable(text: str = TEXT, name: str = "c1") -> Cable:
    """A cable with this text and a full header."""
    header = Header(
        number=Fact("31"),
        sender=Party(name="Ashby", office="Secretary", place="Harwick"),
        addressees=(Party(name="Pell"), Party(office="Consul")),
        place=Fact("Harwick"),
        date=Fact("1941-11-04"),
        time=Fact("18:00"),
        classification=Fact("Secret"),
        precedence=Fact("Immediate"),
    )
    return Cable(
        name,
        f"{name}.txt",
        text,
        0,
        len(text),
        header,
        (Paragraph(((0, len(text)),), "3"),),
        (Reference(Quote.cut(text, 0, min(3, len(text))), "12", "yours"),),
        (Page(1, 0, len(text), 0.9),),
    )


def cut(text: str, words: str) -> Quote:
    """The first place where these words stand in the text."""
    return Quote.cut(text, text.index(words), text.index(words) + len(words))


def make_directive(
    cable: Cable,
    action: str,
    cue: str = "",
    actor: str = "",
    name: str | None = "Pell",
    constraints: tuple[tuple[ConstraintType, str], ...] = (),
    modality: Modality = "obligation",
    status: Status = "issued",
    number: int = 1,
) -> Directive:
    """A directive of the cable, each part given by its words."""
    text = cable.text
    return Directive(
        f"{cable.id}-{number}",
        cable.id,
        cable.source,
        modality,
        "a_form",
        cut(text, cue) if cue else None,
        Actor("addressee", cut(text, actor) if actor else None, name),
        cut(text, action),
        cut(text, text),
        "act",
        tuple(Constraint(kind, cut(text, words)) for kind, words in constraints),
        status,
        1,
        "3",
    )


def make_findings(text: str = TEXT) -> Findings:
    """The findings of a cable with the two directives that TEXT holds."""
    cable = make_cable(text)
    return Findings(
        cable,
        (
            make_directive(cable, "inform Marlow", "You will", "You", constraints=(("time", "before Friday"),)),
            make_directive(cable, "send his views to us", "Please", modality="request", number=2),
        ),
    )


# A sentence stands in a cable, so that no part of it is taken for a header.
HEADER = "Farrant to Ashdown\n\nCablegram 204 KESTREL BAY, 12 August 1941\n\nSECRET\n\n"


def read_sentence(text: str) -> list[Directive]:
    """The directives of a sentence, all kept: the weights of the evidence are not asked."""
    (cable,) = read_text(HEADER + text)
    return list(examine(cable, decide=lambda drafts, cue, act: None).directives)


def limits(directive: Directive) -> list[tuple[str, str]]:
    """Type and words of each constraint."""
    return [(limit.type, str(limit.quote)) for limit in directive.constraints]
