"""The working values of this stage: a candidate cue in its sentence, and the directive drafted from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from directives.forms.cues import Cue
from directives.forms.segments import Segment
from directives.language.tokens import Sentence
from directives.model import Modality, Role


@dataclass(frozen=True)
class Candidate:
    """A cue at its place: `at` maps the places of the cue's terminals to tokens; `subject` is the span of the noun
    phrase that opens it, where one does."""

    sentence: Sentence
    cue: Cue
    at: tuple[int, ...]
    subject: tuple[int, int] | None = None

    @property
    def first(self) -> int:
        """First token of the cue, its subject included."""
        return self.subject[0] if self.subject else self.at[0]

    @property
    def act(self) -> int:
        """First token of the act."""
        return self.at[-1]


@dataclass
class Draft:
    """A directive in tokens of its sentence."""

    candidate: Candidate
    modality: Modality
    role: Role
    actor: tuple[int, int] | None
    first: int
    last: int
    verb: int | None
    cue: tuple[int, int] | None
    constraints: list[Segment] = field(default_factory=list)
    because: list[str] = field(default_factory=list)


@dataclass
class Rejected:
    """A candidate that was left out, and why; `undertaking` where the sender promises to act itself."""

    candidate: Candidate
    reason: str
    undertaking: bool = False
