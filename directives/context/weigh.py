"""Evidence in, the decision out whether a draft is a directive of this cable: a sum of weights, shown by `explain`.

The weights are learnt by benchmarks/train_evidence.py from the annotated cables and kept, readable, in
grammar/evidence.toml: each says how much an observation speaks for (positive) or against (negative) a directive, in
units of log-odds.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from directives.compiled import keep, kept
from directives.grammar_files import grammar_folder, grammar_text

FILE: Final = "evidence.toml"
KEPT: Final = "evidence.json"  # the same, which is read in a tenth of the time


@dataclass(frozen=True)
class Weights:
    """Log-odds of each observation, and the sum at which a draft is kept: lower for forms whose wording alone binds.

    `most_of_act` is the most that what is observed of an act adds up to, by form ("" for the other forms), in the
    annotated cables.
    """

    bias: float
    threshold: float
    threshold_sure: float
    of: dict[str, float]
    most_of_act: dict[str, float]

    def weighed(self, observations: Sequence[str]) -> list[tuple[float, str]]:
        """The observations that have a weight, each with it."""
        of = self.of
        return [(weight, o) for o in observations if (weight := of.get(o)) is not None]

    def total(self, *observed: Sequence[str]) -> float:
        """Log-odds that a candidate of which this is observed is a directive."""
        total, of = self.bias, self.of
        for observations in observed:
            for o in observations:
                total += of.get(o, 0.0)
        return total

    def most(self, total: float, form: str) -> float:
        """The log-odds that a candidate of a form may come to whose cue and surroundings sum up to `total`."""
        return total + self.most_of_act.get(form, self.most_of_act.get("", math.inf))

    def suffices(self, total: float, sure: bool) -> bool:
        """Whether evidence that sums up to `total` log-odds keeps a draft."""
        return total >= (self.threshold_sure if sure else self.threshold)


def strongest(weighed: Sequence[tuple[float, str]], against: bool, most: int = 3) -> list[str]:
    """The observations that speak most against (or for) it, strongest first, with their weights."""
    sign = -1.0 if against else 1.0
    ranked = sorted([(-sign * weight, name) for weight, name in weighed if sign * weight > 0])
    return [f"{name} ({-sign * weight:+.2f})" for weight, name in ranked[:most]]


@cache
def weights() -> Weights:
    """The weights of grammar/evidence.toml, read once; without the file everything is kept."""
    if not (grammar_folder() / FILE).exists():
        return Weights(1.0, 0.0, 0.0, {}, {})
    text = grammar_text(FILE)
    body = kept(KEPT, text)
    table = json.loads(body) if body else tomllib.loads(text)
    return Weights(table["bias"], table["threshold"], table["threshold_sure"], table["weights"], table["most_of_act"])


def keep_weights() -> None:
    """Keep the weights in a form that is read fast; raises OSError where the folder cannot be written to."""
    text = grammar_text(FILE)
    keep(KEPT, text, json.dumps(tomllib.loads(text), indent=0).encode())
