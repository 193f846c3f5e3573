"""Registries as their files say: YAML to plain rows, with the file and line of every mistake."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from presslint.config.document import Document, read_document
from presslint.config.problems import problems
from presslint.config.registry_schema import BoilerplateHead, ContactFile, FactFile
from presslint.errors import ConfigError
from presslint.text.languages import CODES

Model = TypeVar("Model", bound=BaseModel)

_FENCE = "---"


def contacts(data: bytes, shown: str) -> list[Any]:
    """Return the entries of a registry of contacts as JSON has them. Raises ConfigError."""
    document = read_document(data, shown, ConfigError)
    rows = _rows(_validated(document, ContactFile).contacts)
    _distinct(
        document, "contacts", rows, lambda row: [(name.casefold(), *row.get("email", ())) for name in row["name"]]
    )
    return rows


def facts(data: bytes, shown: str) -> list[Any]:
    """Return the declared facts as JSON has them. Raises ConfigError."""
    document = read_document(data, shown, ConfigError)
    rows = _rows(_validated(document, FactFile).facts)
    _distinct(document, "facts", rows, lambda row: [(row["id"],)])
    return rows


def boilerplate(data: bytes, shown: str) -> list[Any]:
    """Return a boilerplate, as a list of one row. Raises ConfigError."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown}:{data.count(10, 0, error.start) + 1}: not UTF-8") from error
    head: dict[str, Any] = {}
    body = text
    if text.startswith(f"{_FENCE}\n"):
        end = text.find(f"\n{_FENCE}", len(_FENCE))
        if end < 0:
            raise ConfigError(f"{shown}:1: the lines on top do not end with {_FENCE}")
        written = text[len(_FENCE) + 1 : end]
        body = text[end + len(_FENCE) + 1 :]
        if written.strip():
            document = read_document(f"\n{written}".encode(), shown, ConfigError)
            (head,) = _rows([_validated(document, BoilerplateHead)])
    if not body.strip():
        raise ConfigError(f"{shown}:1: this boilerplate has no text")
    stem, _, language = shown.rpartition("/")[2].rpartition(".")[0].rpartition(".")
    if language not in CODES:
        stem, language = f"{stem}.{language}" if stem else language, ""
    return [{"language": language, **head, "id": head.get("id") or stem, "text": body.strip()}]


def _validated(document: Document, model: type[Model]) -> Model:
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        found = sorted(problems(error, model), key=lambda problem: document.line(*problem.loc))
        raise ConfigError("\n".join(f"{document.at(*one.loc)}: {one.sentence}" for one in found)) from error


def _rows(entries: "list[Any]") -> list[Any]:
    return [entry.model_dump(mode="json", exclude_unset=True) for entry in entries]


def _distinct(document: Document, key: str, rows: list[Any], names: Callable[[Any], list[tuple[str, ...]]]) -> None:
    """Raise ConfigError where two entries say something about one thing at one time."""
    seen: dict[tuple[str, ...], list[int]] = {}
    for number, row in enumerate(rows):
        for name in names(row):
            for other in seen.get(name, ()):
                if _overlap(row, rows[other]):
                    line = document.line(key, other)
                    raise ConfigError(
                        f'{document.at(key, number)}: "{name[0]}" is in line {line} too, and both hold at the same time'
                    )
            seen.setdefault(name, []).append(number)


def _overlap(one: Any, other: Any) -> bool:
    first, last = date.min.isoformat(), date.max.isoformat()
    starts = [row.get("valid_from") or first for row in (one, other)]
    ends = [row.get("valid_to") or last for row in (one, other)]
    return bool(starts[0] <= ends[1] and starts[1] <= ends[0])
