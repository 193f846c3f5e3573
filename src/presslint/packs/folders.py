"""Where rules lie, and which files of a folder are rules."""

import os
from collections.abc import Iterator
from pathlib import Path

from presslint.errors import PackError


def builtin_folder() -> str:
    """Return the folder of presslint's own packs: in the installed package, or beside ``src`` in a checkout.

    Raises PackError where neither exists: no rules is never "no findings".
    """
    package = Path(__file__).absolute().parent.parent
    for folder in (package / "rules", package.parent.parent / "rules"):
        if folder.is_dir():
            return str(folder)
    raise PackError(f"{package / 'rules'}:1: presslint's own rules are missing; install presslint again")


def yaml_files(folder: str) -> Iterator[str]:
    """Yield the paths of all YAML files below ``folder``, in the order of their names; hidden ones are left out.

    Raises PackError where a folder cannot be listed, and for a link to a folder, which might lead round in a circle.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise PackError(f"{folder}:1: the folder of a rule pack cannot be read: {error.strerror or error}") from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if entry.is_symlink():
                raise PackError(f"{entry.path}:1: a link to a folder is not followed; name that folder as a pack")
            yield from yaml_files(entry.path)
        elif entry.name.endswith((".yaml", ".yml")):
            yield entry.path
