"""Rules from where they are quickest: compiled in the package, compiled in the user's cache, or read from YAML."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import presslint
from presslint.config import store
from presslint.config.paths import shown_path
from presslint.errors import PackError
from presslint.model.rule import RulePage
from presslint.packs.compiled import Compiled, decode, decode_pages, encode, encode_pages
from presslint.packs.folders import builtin_folder, yaml_files

T = TypeVar("T")

RULES, PAGES = "compiled.json", "pages.json"
_READERS = ("packs", "checks", "config", "model", "facts", "load", "text")  # floors whose code decides what is compiled


class _Kind(NamedTuple):
    """One of the two parts that a folder is compiled to."""

    file: str
    part: int  # of compile.Folder
    encode: Callable[[Any], dict[str, Any]]
    decode: Callable[[dict[str, Any]], Any]


_RULES = _Kind(RULES, 0, encode, decode)
_PAGES = _Kind(PAGES, 1, encode_pages, decode_pages)


def find_rules(folders: tuple[str, ...]) -> Compiled:
    """Return presslint's own rules and those of ``folders`` as one. Raises PackError."""
    first = _part(builtin_folder(), _RULES, builtin=True)
    rules = list(first.rules)
    gates = dict(first.gates)
    packs = {rule.pack: "presslint itself" for rule in rules}
    for folder in folders:
        found = _part(folder, _RULES, builtin=False)
        more = found.rules
        for pack in sorted({rule.pack for rule in more}):
            if pack in packs:
                raise PackError(f'{shown_path(folder)}:1: a pack named "{pack}" comes from {packs[pack]}')
            packs[pack] = shown_path(folder)
        rules += more
        gates |= found.gates
    return Compiled(tuple(sorted(rules, key=lambda rule: rule.code)), first.profiles, gates)


def find_pages(folders: tuple[str, ...]) -> dict[str, RulePage]:
    """Return the pages of all rules by code, sorted. Raises PackError."""
    found: dict[str, RulePage] = dict(_part(builtin_folder(), _PAGES, builtin=True))
    for folder in folders:
        found |= _part(folder, _PAGES, builtin=False)
    return dict(sorted(found.items()))


def shipped(builtin: str) -> dict[str, bytes]:
    """Return the files that are built into a release of presslint: file name to content. Raises PackError.

    The same rules give the same bytes wherever they are built.
    """
    from presslint.packs.compile import compile_folder  # noqa: PLC0415 - only the build needs it

    folder = compile_folder(builtin, builtin=True, bound=False)
    above = Path(builtin).absolute().parent
    pages = {
        code: page._replace(source=Path(page.source).absolute().relative_to(above).as_posix())
        for code, page in folder.pages.items()
    }
    values = {RULES: encode(folder.compiled), PAGES: encode_pages(pages)}
    return {
        name: json.dumps({"presslint": presslint.__version__, **value}, ensure_ascii=False).encode()
        for name, value in values.items()
    }


def digest(folders: tuple[str, ...]) -> str:
    """Return what changes whenever presslint's own rules or those of ``folders`` change. Raises PackError."""
    return sha256("\0".join([_of_built_in(builtin_folder()), *map(_content, folders)]).encode()).hexdigest()


def _of_built_in(folder: str) -> str:
    try:
        return sha256((Path(folder) / RULES).read_bytes()).hexdigest()
    except OSError:  # a checkout
        return _content(folder)


def _part(folder: str, kind: _Kind, *, builtin: bool) -> Any:
    if builtin:
        found = _built_in(Path(folder) / kind.file, kind)
        if found is not None:
            return found
    key = _key(folder)
    name = f"{sha256(str(Path(folder).absolute()).encode()).hexdigest()[:32]}-{kind.file}"
    stored = store.recall(name, key)
    if stored is not None:
        return kind.decode(stored)
    from presslint.packs.compile import compile_folder  # noqa: PLC0415 - reads YAML, which a warm run must not

    part = compile_folder(folder, builtin=builtin)[kind.part]
    store.remember(name, key, kind.encode(part))
    return part


def _built_in(path: Path, kind: _Kind) -> Any:
    """Return what was built into this version of presslint, or None."""
    try:
        value = json.loads(path.read_bytes())
        return kind.decode(value) if value.pop("presslint") == presslint.__version__ else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _key(folder: str) -> str:
    """Return what changes whenever a file of the folder, or the code that would read it, changes. Raises PackError."""
    paths = list(yaml_files(folder))
    try:
        of_files = store.states(paths)
    except OSError as error:
        raise PackError(f"{shown_path(str(error.filename))}:1: {error.strerror or error}") from error
    return sha256(f"{store.digest(*_READERS)} {folder} {of_files}".encode("utf-8", "surrogatepass")).hexdigest()


def _content(folder: str) -> str:
    """Return what changes whenever a file of the folder changes, wherever the folder lies. Raises PackError."""
    total = sha256()
    for path in yaml_files(folder):
        try:
            with open(path, "rb") as file:  # noqa: PTH123 - hundreds of files, and pathlib takes as long as reading them
                data = file.read()
        except OSError as error:
            raise PackError(f"{shown_path(path)}:1: {error.strerror or error}") from error
        total.update(f"{path[len(folder) :]}\0{len(data)}\0".encode("utf-8", "surrogatepass") + data)
    return total.hexdigest()
