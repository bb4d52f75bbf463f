"""Findings in, the text of an HTML page out, in pieces: the template with the data, the style and the scripts inside.

The page's content security policy names each script and the style by its hash, and nothing else may run or be loaded:
what a source says can only ever be text.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

import directives
from directives.model import CONSTRAINT_TYPES, MODALITIES, Findings
from directives.output.report.data import STATUSES, pieces

# In this order: each uses what the ones before it define.
SCRIPTS = ("dom", "model", "filter", "rows", "text", "table", "pictures", "left_out", "keys", "app")


def _part(name: str) -> str:
    return files("directives.output.report").joinpath(name).read_text(encoding="utf-8")


def _hash(part: str) -> str:
    return f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'"


def page(findings: Iterable[Findings], messages: Iterable[str] = (), version: str | None = None) -> Iterator[str]:
    """The page, piece by piece; a finding is taken only when its piece is asked for.

    `messages` are lines on what could not be read, asked for after the last of the findings. Raises NoCablesError
    where there are no findings.
    """
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    scripts = [_part(f"scripts/{name}.js") for name in SCRIPTS]
    style = _part("style.css")
    policy = (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return environment.from_string(_part("page.html.jinja")).generate(
        policy=Markup(policy),  # hashes of our own parts: nothing in it comes from a source
        style=Markup(style),
        scripts=[Markup(script) for script in scripts],
        data=(Markup(piece) for piece in pieces(findings, messages)),
        modalities=MODALITIES,
        statuses=STATUSES,
        constraint_types=CONSTRAINT_TYPES,
        version=version or directives.__version__,
    )
