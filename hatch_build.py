"""Compiles the rules into the wheel, so that an installed presslint reads no YAML to lint."""

import sys
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface[Any]):
    """Adds what ``presslint.packs.find`` looks for beside the YAML files. A broken rule breaks the build."""

    folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the compiled files and have them put into the wheel; an editable install reads the YAML files."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        try:
            from presslint.packs.find import shipped  # noqa: PLC0415 - the code that is being built
        finally:
            sys.path.pop(0)
        self.folder = Path(mkdtemp(prefix="presslint-rules-"))
        for name, data in shipped(str(Path(self.root, "rules"))).items():
            (self.folder / name).write_bytes(data)
            build_data["force_include"][str(self.folder / name)] = f"presslint/rules/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was written for the wheel alone."""
        if self.folder is not None:
            rmtree(self.folder, ignore_errors=True)
