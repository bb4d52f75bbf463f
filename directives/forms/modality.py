"""A cue in, the deontic modality of its act out: decided by the form of the cue alone (GUIDELINES, section 2)."""

from __future__ import annotations

from typing import Final

from directives.forms.cues import Cue
from directives.forms.grammar import forms
from directives.grammar_files import grammar_table
from directives.model import Modality


def _by_class(way: str) -> dict[str, Modality]:
    """Class of a cue word → the modality it binds with, in the order in which the classes decide; `way` is a list of
    modalities in grammar/lexicon/cues.toml ("by_cue": "ORDER" → an obligation)."""
    ranks: list[list[str]] = grammar_table("lexicon/cues.toml")["modality"][way]
    return {terminal: modality for modality, classes in ranks for terminal in classes.split()}  # type: ignore[misc]


# Of the classes in a cue the first of BY_CUE decides; BY_WISH is asked in the order of the words, the wish first.
BY_CUE: Final = _by_class("by_cue")
BY_WISH: Final = _by_class("by_wish")


def modality_of(cue: Cue, wish: str = "") -> Modality:
    """The modality of a cue's act; a denied act is prohibited, except where the form says otherwise.

    `wish` is the class of the word whose clause the cue stands in, "" for none: it softens an obligation."""
    stated = forms()[cue.form].modality
    if stated == "obligation":
        stated = next((BY_WISH[told] for told in (wish, *cue.terminals[:-1]) if told in BY_WISH), stated)
    if stated == "by cue":
        told_by = cue.terminals if cue.form == "thing_is_requested" else cue.terminals[:-1]
        stated = _by_cue(told_by) or "request"
    if cue.negated and "UNWISE" in cue.terminals[:-1]:
        return "recommendation"  # "a pity not to"
    if cue.form == "would_it_be_wise" and "UNWISE" not in cue.terminals:
        return "recommendation"  # "would it not be wise to…?"
    if cue.form == "would_it_be":  # "would it not be possible to…?"
        return "request"
    by_cue = forms()[cue.form].modality == "by cue"  # "you are not authorised to"; "we do not object" permits
    if (cue.negated or cue.terminals[0] == "NOTHING") and stated != "exemption" and (by_cue or stated != "permission"):
        return "prohibition"
    return stated  # type: ignore[return-value]


def _by_cue(terminals: tuple[str, ...]) -> Modality | None:
    """The modality of the class that decides among those of a cue, None where none of them does."""
    return next((BY_CUE[terminal] for terminal in BY_CUE if terminal in terminals), None)


def affirmed(cue: Cue) -> Modality:
    """The modality of a denied cue's act where the denial is undone ("do not hesitate to…", "not this, but…")."""
    stated = forms()[cue.form].modality
    if stated == "by cue" or stated == "prohibition":
        return _by_cue(cue.terminals[:-1]) or ("request" if "PLEASE" in cue.terminals else "obligation")
    return stated  # type: ignore[return-value]


def denied(modality: Modality) -> Modality:
    """The modality of a joined act that is denied ("but do not…")."""
    return modality if modality == "exemption" else "prohibition"
