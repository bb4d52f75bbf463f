"""Names of knowledge files in, their text out: where the grammar lies, in a checkout and in an installed package."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def grammar_folder() -> Path:
    """The folder `grammar/`: inside the installed package, or at the top of a checkout beside it."""
    package = Path(__file__).resolve().parent
    for folder in (package / "grammar", package.parent / "grammar"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("the grammar folder is missing: reinstall the package")


def grammar_text(name: str) -> str:
    """The text of a knowledge file, by its path inside `grammar/` ("header.lark"); raises FileNotFoundError."""
    return (grammar_folder() / name).read_text(encoding="utf-8")


@cache
def grammar_table(name: str) -> dict[str, Any]:
    """A TOML file of the grammar that several modules ask for, parsed once for all of them: not to be changed."""
    return tomllib.loads(grammar_text(name))
