"""Many sources in, a data set of directives out: on the processes of one machine, on Ray, or on Spark.

`extract_batch` is the contract: a pyarrow.RecordBatch of texts in, one of findings out. Needs `directives[scale]`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from directives.scale.batch import cables_of as cables_of
    from directives.scale.batch import directives_of as directives_of
    from directives.scale.batch import extract_batch as extract_batch
    from directives.scale.batch import failures_of as failures_of
    from directives.scale.folder import RunProblem as RunProblem
    from directives.scale.runner import run as run
    from directives.scale.schema import CABLES as CABLES
    from directives.scale.schema import DIRECTIVES as DIRECTIVES
    from directives.scale.schema import FINDINGS as FINDINGS
    from directives.scale.schema import SCHEMA_VERSION as SCHEMA_VERSION
    from directives.scale.schema import TEXTS as TEXTS
    from directives.scale.schema import SchemaProblem as SchemaProblem

_HOMES = {
    **dict.fromkeys(("extract_batch", "cables_of", "directives_of", "failures_of"), "batch"),
    **dict.fromkeys(("TEXTS", "FINDINGS", "CABLES", "DIRECTIVES", "SCHEMA_VERSION", "SchemaProblem"), "schema"),
    "RunProblem": "folder",
    "run": "runner",
}

__all__ = [
    "CABLES",
    "DIRECTIVES",
    "FINDINGS",
    "SCHEMA_VERSION",
    "TEXTS",
    "RunProblem",
    "SchemaProblem",
    "cables_of",
    "directives_of",
    "extract_batch",
    "failures_of",
    "run",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'directives.scale' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"directives.scale.{_HOMES[name]}"), name)
    return value
