"""The form families of grammar/forms in, one LALR(1) grammar and the list of forms out."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final

from directives.grammar_files import grammar_folder, grammar_text
from directives.lalr import Grammar, Table

DOCUMENTED: Final = re.compile(r"^// (\w+) \[([\w ]+)((?:, \w+)*)\]: (.+)$", re.M)
TERMINAL: Final = re.compile(r"\b[A-Z][A-Z_]*\b")
COMMENT: Final = re.compile(r"//.*")


@dataclass(frozen=True)
class Form:
    """A way of wording a directive: its name, family, modality ("by cue" where the cue word decides) and meaning.

    `traits` say how it is read and judged (grammar/traits.toml): what its act is, who is to do it, what speaks against
    it.
    """

    name: str
    family: str
    modality: str
    meaning: str
    traits: frozenset[str] = frozenset()

    @property
    def sure(self) -> bool:
        """Whether its wording alone makes a directive, unless the rules of the judge refuse it."""
        return "sure" in self.traits


def families() -> list[str]:
    """Names of the form families, in the order of their files."""
    return sorted(p.name.removesuffix(".lark") for p in (grammar_folder() / "forms").iterdir() if p.suffix == ".lark")


@cache
def traits() -> dict[str, str]:
    """Every trait that a form may have, with what it says of the form."""
    known: dict[str, str] = tomllib.loads(grammar_text("traits.toml"))
    return known


@cache
def forms() -> dict[str, Form]:
    """Every documented form by name; raises ValueError where two families document one name differently, or a form has
    a trait that grammar/traits.toml does not list."""
    found: dict[str, Form] = {}
    for family in families():
        for form in documented(grammar_text(f"forms/{family}.lark"), family):
            if found.setdefault(form.name, form) != form:
                raise ValueError(f"grammar/forms/{family}.lark: form {form.name} is documented twice")
    return found


def documented(text: str, family: str) -> list[Form]:
    """The forms that the comments of a family's text document, in their order; raises ValueError at an unknown trait.

    "// it_behoves_you [obligation, informs]: it behoves you to" documents an obligation that may only inform.
    """
    found: list[Form] = []
    for name, modality, listed, meaning in DOCUMENTED.findall(text):
        named = frozenset(listed.replace(",", " ").split())
        if unknown := ", ".join(sorted(named.difference(traits()))):
            raise ValueError(f"grammar/forms/{family}.lark: form {name}: grammar/traits.toml has no trait {unknown}")
        found.append(Form(name, family, modality, meaning, named))
    return found


@cache
def cue_grammar() -> Grammar:
    """clause.lark and all families as one grammar; its words come with their terminals."""
    names = families()
    parts = [
        f"cue: {' | '.join(names)}",
        grammar_text("clause.lark"),
        *(grammar_text(f"forms/{n}.lark") for n in names),
    ]
    text = "\n".join(parts)
    terminals = sorted(set(TERMINAL.findall(COMMENT.sub("", text))))
    return Grammar("cues.table", f"{text}\n%declare {' '.join(terminals)}\n", ("cue",), typed=True)


@cache
def cue_table() -> Table:
    """The LALR(1) table of cues."""
    return cue_grammar().ready()
