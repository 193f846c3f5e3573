"""What a configuration says about all releases of a house: numbers, contacts, boilerplates, facts that stay.

Registries are files beside the configuration. Each is read and validated once and kept in the cache folder by its
content, so that a run needs neither YAML nor pydantic to know them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from presslint.config import store
from presslint.config.paths import shown_path
from presslint.errors import ConfigError
from presslint.model.repository import NO_REGISTRIES, Boilerplate, Declared, Person, Registries, Series

_KEYS = ("numbers", "series", "contacts", "boilerplates", "declared", "repository")
_TEXTS = (".md", ".markdown", ".txt")
_LARGEST = 1_000_000  # bytes of a registry

Read = Callable[[str], bytes]
E = TypeVar("E", Person, Boilerplate, Declared)


def registries_of(values: Mapping[str, Any], folder: Path, at: Callable[..., str]) -> Registries:
    """Return the registries that validated ``values`` of a configuration in ``folder`` name.

    ``at`` tells where a key stands. Raises ConfigError, with file and line, for a registry that is missing or wrong.
    """
    if not any(key in values for key in _KEYS):
        return NO_REGISTRIES

    def place(table: str, key: str) -> Path:
        return folder / Path(values[table][key]).expanduser()

    people: tuple[Person, ...] = ()
    boilerplates: tuple[Boilerplate, ...] = ()
    declared: tuple[Declared, ...] = ()
    if values.get("contacts"):
        path = place("contacts", "file")
        rows = _stored(path, _bytes(path, at("contacts", "file")), "people")
        people = tuple(_person(row) for row in rows)
    if values.get("declared"):
        path = place("declared", "file")
        declared = tuple(_declared(row) for row in _stored(path, _bytes(path, at("declared", "file")), "facts"))
    if values.get("boilerplates"):
        path = place("boilerplates", "folder")
        boilerplates = tuple(_boilerplates(path, at("boilerplates", "folder")))
    return _with(values, people, boilerplates, declared)


def _with(
    values: Mapping[str, Any],
    people: tuple[Person, ...],
    boilerplates: tuple[Boilerplate, ...],
    declared: tuple[Declared, ...],
) -> Registries:
    numbers, whole = values.get("numbers", {}), values.get("repository", {})
    return Registries(
        tuple(numbers.get("pattern", ())),
        tuple(
            Series(name, tuple(table["paths"]), tuple(table.get("pattern", ())))
            for name, table in values.get("series", {}).items()
        ),
        numbers.get("year", "calendar"),
        people,
        boilerplates,
        declared,
        whole.get("permalink", ""),
        tuple(whole.get("redirects", ())),
        bool(whole.get("history", False)),
    )


def pretended(values: Mapping[str, Any], texts: Mapping[str, str]) -> Registries:
    """Return the registries that ``values`` name among ``texts``, by path. Raises ConfigError."""
    if not any(key in values for key in _KEYS):
        return NO_REGISTRIES

    def rows(table: str, kind: str) -> list[Any]:
        name = values.get(table, {}).get("file", "")
        return _READERS[kind](texts[name].encode(), name) if name in texts else []

    folder = values.get("boilerplates", {}).get("folder", "").rstrip("/")
    boilerplates = tuple(
        _boilerplate(row)
        for path, text in texts.items()
        if folder and path.startswith(f"{folder}/")
        for row in _read_boilerplate(text.encode(), path)
    )
    people = tuple(_person(row) for row in rows("contacts", "people"))
    return _with(values, people, boilerplates, tuple(_declared(row) for row in rows("declared", "facts")))


def _bytes(path: Path, at: str) -> bytes:
    shown = shown_path(path)
    try:
        if path.is_file() and path.stat().st_size > _LARGEST:
            raise ConfigError(f"{at}: {shown} is longer than {_LARGEST // 1_000_000} MB")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ConfigError(f"{at}: there is no file {shown}{_near(path)}") from error
    except IsADirectoryError as error:
        raise ConfigError(f"{at}: {shown} is a folder, not a file") from error
    except OSError as error:
        raise ConfigError(f"{at}: {shown} cannot be read: {error.strerror or error}") from error


def _near(path: Path) -> str:
    from presslint.config.suggest import did_you_mean  # noqa: PLC0415 - only a mistake pays for it

    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return ""
    return did_you_mean(path.name, names)


def _boilerplates(folder: Path, at: str) -> Iterator[Boilerplate]:
    shown = shown_path(folder)
    if not folder.is_dir():
        raise ConfigError(f"{at}: there is no folder {shown}{_near(folder)}")
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in _TEXTS and path.is_file())
    if not files:
        raise ConfigError(f"{at}: no text lies in {shown} ({' '.join(_TEXTS)})")
    seen: dict[tuple[str, str], list[tuple[Boilerplate, str]]] = {}
    for path in files:
        for row in _stored(path, _bytes(path, at), "boilerplate"):
            found = _boilerplate(row)
            others = seen.setdefault((found.id, found.language), [])
            for other, name in others:
                if _overlap(found, other):
                    raise ConfigError(
                        f'{shown_path(path)}:1: "{found.id}" is in {name} too, and both hold at the same time'
                    )
            others.append((found, path.name))
            yield found


def _overlap(one: Person | Boilerplate | Declared, other: Person | Boilerplate | Declared) -> bool:
    first, last = date.min, date.max
    return (one.since or first) <= (other.until or last) and (other.since or first) <= (one.until or last)


def _stored(path: Path, data: bytes, kind: str) -> list[Any]:
    """Return the rows of a registry, from the cache where its content is known."""
    name = f"registry-{sha256(f'{kind}{path}'.encode()).hexdigest()[:32]}.json"
    key = sha256(store.digest("config").encode() + kind.encode() + data).hexdigest()
    stored = store.recall(name, key)
    if stored is None:
        stored = _READERS[kind](data, shown_path(path))
        store.remember(name, key, stored)
    return list(stored)


def _read_people(data: bytes, shown: str) -> list[Any]:
    from presslint.config.registry_files import contacts  # noqa: PLC0415 - a stored registry needs no YAML

    return contacts(data, shown)


def _read_facts(data: bytes, shown: str) -> list[Any]:
    from presslint.config.registry_files import facts  # noqa: PLC0415 - as above

    return facts(data, shown)


def _read_boilerplate(data: bytes, shown: str) -> list[Any]:
    from presslint.config.registry_files import boilerplate  # noqa: PLC0415 - as above

    return boilerplate(data, shown)


_READERS: Mapping[str, Callable[[bytes, str], list[Any]]] = {
    "people": _read_people,
    "facts": _read_facts,
    "boilerplate": _read_boilerplate,
}


def _person(row: Mapping[str, Any]) -> Person:
    names, titles, phones, faxes, emails = (
        _texts(row.get(key, ())) for key in ("name", "title", "phone", "fax", "email")
    )
    return Person(names, titles, phones, faxes, emails, *_days(row), bool(row.get("deputy", False)))


def _declared(row: Mapping[str, Any]) -> Declared:
    return Declared(row["id"], row["value"], _texts(row["patterns"]), *_days(row))


def _boilerplate(row: Mapping[str, Any]) -> Boilerplate:
    return Boilerplate(row["id"], row["text"], row.get("language", ""), *_days(row))


def _texts(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


def _days(row: Mapping[str, Any]) -> tuple[date | None, date | None]:
    first, last = row.get("valid_from"), row.get("valid_to")
    return date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
