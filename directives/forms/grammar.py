"""The form families of grammar/forms in, one LALR(1) parser and the list of forms out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from lark import Lark
from lark.lexer import Lexer

from directives.grammar_files import grammar_folder, grammar_text

DOCUMENTED = re.compile(r"^// (\w+) \[([\w ]+)(, sure)?\]: (.+)$", re.M)
TERMINAL = re.compile(r"\b[A-Z][A-Z_]*\b")
COMMENT = re.compile(r"//.*")


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


class TypedTokens(Lexer):
    """The parser is fed with tokens that are typed already; there is nothing left to lex."""

    def __init__(self, lexer_conf: Any) -> None:
        pass

    def lex(self, *_: Any) -> Iterator[Any]:
        """Nothing: the tokens are fed by hand."""
        return iter(())


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


def cue_grammar() -> str:
    """clause.lark and all families as one Lark grammar whose start is `cue`."""
    names = families()
    parts = [
        f"cue: {' | '.join(names)}",
        grammar_text("clause.lark"),
        *(grammar_text(f"forms/{n}.lark") for n in names),
    ]
    text = "\n".join(parts)
    terminals = sorted(set(TERMINAL.findall(COMMENT.sub("", text))))
    return f"{text}\n%declare {' '.join(terminals)}\n"


@cache
def cue_parser() -> Lark:
    """The LALR(1) parser of cues."""
    return Lark(cue_grammar(), parser="lalr", lexer=TypedTokens, start="cue", keep_all_tokens=True)
