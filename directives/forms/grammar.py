"""The form families of grammar/forms in, one LALR(1) grammar and the list of forms out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from directives.grammar_files import grammar_folder, grammar_text
from directives.lalr import Grammar, Table

DOCUMENTED: Final = re.compile(r"^// (\w+) \[([\w ]+)(, sure)?\]: (.+)$", re.M)
TERMINAL: Final = re.compile(r"\b[A-Z][A-Z_]*\b")
COMMENT: Final = re.compile(r"//.*")


@dataclass(frozen=True)
class Form:
    """A way of wording a directive: its name, family, modality ("by cue" where the cue word decides) and meaning.

    `sure` says that its wording alone makes a directive, unless the rules of the judge refuse it; the others depend on
    who speaks of what.
    """

    name: str
    family: str
    modality: str
    meaning: str
    sure: bool = False


def families() -> list[str]:
    """Names of the form families, in the order of their files."""
    return sorted(p.name.removesuffix(".lark") for p in (grammar_folder() / "forms").iterdir() if p.suffix == ".lark")


@cache
def forms() -> dict[str, Form]:
    """Every documented form by name; raises ValueError where two families document one name differently."""
    found: dict[str, Form] = {}
    for family in families():
        for name, modality, sure, meaning in DOCUMENTED.findall(grammar_text(f"forms/{family}.lark")):
            form = Form(name, family, modality, meaning, bool(sure))
            if found.setdefault(name, form) != form:
                raise ValueError(f"grammar/forms/{family}.lark: form {name} is documented twice")
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
