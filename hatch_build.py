"""The wheel's hook: in go the modules that read cables and find directives, out they come as native code (mypyc).

Where no C compiler is at hand, or it fails, the wheel is made of Python alone: the same results, at about 0.7 times the
speed. A checkout installed to work on it (`pip install --editable`) is never compiled. Constants of these modules are
`Final`: native code then has them at hand, where it would look up their names (5 to 7 % faster).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# What every cable passes through; the formats of sources, the exports and the command line gain nothing.
COMPILED = (
    "directives/lalr.py",
    "directives/reading/*.py",
    "directives/language/*.py",
    "directives/forms/*.py",
    "directives/context/*.py",
    "directives/examination.py",
    "directives/output/records.py",
)
SETUP = """\
import sys
from mypyc.build import mypycify
from setuptools import setup

modules = mypycify(sys.argv[3:], opt_level="1", debug_level="0")
setup(name="native", packages=[], ext_modules=modules, script_args=sys.argv[1:3])
"""
PYTHON_ONLY = "directives is built without native code, which makes it slower but not different"


class NativeCode(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles COMPILED in a folder of its own, so that no compiled file is left in the checkout."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled modules to the wheel; each stands beside its source and is imported before it."""
        if version == "editable":
            return
        compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
        if shutil.which(compiler) is None:
            self.app.display_warning(f"no C compiler ({compiler}): {PYTHON_ONLY}")
            return
        self._folder = Path(tempfile.mkdtemp(prefix="directives-native-"))
        shutil.copytree(Path(self.root) / "directives", self._folder / "directives")
        files = [
            path.relative_to(self._folder).as_posix()
            for pattern in COMPILED
            for path in sorted(self._folder.glob(pattern))
            if path.name != "__init__.py"
        ]
        command = [sys.executable, "-c", SETUP, "build_ext", "--inplace", "--ignore-missing-imports", *files]
        made = subprocess.run(command, cwd=self._folder, capture_output=True, text=True, check=False)
        if made.returncode:
            last = (made.stdout + made.stderr).strip().splitlines()[-1:]
            self.app.display_warning(f"mypyc failed ({' '.join(last)[:100]}…): {PYTHON_ONLY}")
            return
        suffix = sysconfig.get_config_var("EXT_SUFFIX")
        for path in sorted([*self._folder.glob(f"*{suffix}"), *self._folder.glob(f"directives/**/*{suffix}")]):
            build_data["force_include"][str(path)] = path.relative_to(self._folder).as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the folder."""
        if folder := getattr(self, "_folder", None):
            shutil.rmtree(folder, ignore_errors=True)
