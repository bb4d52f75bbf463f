"""A cue in, the deontic modality of its act out: decided by the form of the cue alone (GUIDELINES, section 2)."""

from __future__ import annotations

from typing import Final

from directives.forms.cues import Cue
from directives.forms.grammar import forms
from directives.model import Modality

# The class of a cue word → the modality it binds with; the first that the cue holds decides, in this order.
BY_CUE: Final[dict[str, Modality]] = {
    "PERMIT": "permission",
    "PERMITTED": "permission",
    "UNWISE": "prohibition",
    "SUGGEST": "recommendation",
    "ADVISE": "recommendation",
    "SUGGESTED": "recommendation",
    "URGED": "recommendation",
    "ADVISABLE": "recommendation",
    "CONVENIENT": "recommendation",
    "HELP": "recommendation",
    "ORDER": "obligation",
    "ORDERED": "obligation",
    "DESIRE": "obligation",
    "DESIRED": "obligation",
    "INSIST": "obligation",
    "EXPECT": "obligation",
    "EXPECTED": "obligation",
    "ESSENTIAL": "obligation",
    "REQUEST": "request",
    "REQUESTED": "request",
    "ASK": "request",
    "APPRECIATED": "request",
    "PREFERRED": "request",
}


# A wish or an assumption → the modality of what is said to be done in its clause ("I *trust* that … you will").
BY_WISH: Final[dict[str, Modality]] = {
    "HOPE": "request",
    "HOPED": "request",
    "PRESUME": "request",
    "PRESUMED": "request",
    "ASK": "request",
    "REQUEST": "request",
    "SUGGEST": "recommendation",
    "SUGGESTED": "recommendation",
    "ADVISE": "recommendation",
    "URGED": "recommendation",
    "ADVISABLE": "recommendation",
}


def modality_of(cue: Cue, wish: str = "") -> Modality:
    """The modality of a cue's act; a denied act is prohibited, except where the form says otherwise.

    `wish` is the class of the word whose clause the cue stands in, "" for none: it softens an obligation."""
    stated = forms()[cue.form].modality
    if stated == "obligation":
        stated = next((BY_WISH[told] for told in (wish, *cue.terminals[:-1]) if told in BY_WISH), stated)
    if stated == "by cue":
        told_by = cue.terminals if cue.form == "thing_is_requested" else cue.terminals[:-1]
        stated = next((BY_CUE[t] for t in BY_CUE if t in told_by), "request")
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


def affirmed(cue: Cue) -> Modality:
    """The modality of a denied cue's act where the denial is undone ("do not hesitate to…", "not this, but…")."""
    stated = forms()[cue.form].modality
    if stated == "by cue" or stated == "prohibition":
        stated = next((BY_CUE[t] for t in BY_CUE if t in cue.terminals[:-1]), "")
        return stated or ("request" if "PLEASE" in cue.terminals else "obligation")  # type: ignore[return-value]
    return stated  # type: ignore[return-value]


def denied(modality: Modality) -> Modality:
    """The modality of a joined act that is denied ("but do not…")."""
    return modality if modality == "exemption" else "prohibition"
