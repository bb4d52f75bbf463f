"""The grammar's files in, a catalogue of its forms out: what each means, its examples and its near misses."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from directives.forms.grammar import Form, forms
from directives.grammar_files import grammar_text


@frozen
class Example:
    """A sentence with the directives that must be found in it, each as a mapping of the fields that matter."""

    text: str
    directives: tuple[Mapping[str, Any], ...] = ()


@frozen
class Entry:
    """A form with its examples, and its near misses: a sentence and why it holds no directive of this form."""

    form: Form
    examples: tuple[Example, ...] = field(default=(), repr=False)
    near_misses: tuple[tuple[str, str], ...] = field(default=(), repr=False)


def _beside(family: str) -> dict[str, list[dict[str, Any]]]:
    """What stands in the examples file of a family; nothing where there is none yet."""
    try:
        return tomllib.loads(grammar_text(f"forms/{family}.examples.toml"))
    except FileNotFoundError:
        return {}


def entries() -> Iterator[Entry]:
    """All forms, family by family, in the order in which the grammar documents them."""
    shown = {family: _beside(family) for family in dict.fromkeys(form.family for form in forms().values())}
    for form in forms().values():
        examples, misses = (shown[form.family].get(kind, ()) for kind in ("example", "near_miss"))
        yield Entry(
            form,
            tuple(
                Example(example["text"], tuple(example.get("directive", ())))
                for example in examples
                if example["form"] == form.name
            ),
            tuple((miss["text"], miss["why"]) for miss in misses if miss["form"] == form.name),
        )
