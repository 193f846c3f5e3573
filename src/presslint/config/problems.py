"""What pydantic found wrong, in the words of this program."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError

from presslint.config.suggest import did_you_mean
from presslint.config.tomllines import Keys, dotted

_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a table",
    "mapping_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "date_type": "a date as YYYY-MM-DD",
    "date_parsing": "a date as YYYY-MM-DD",
    "date_from_datetime_parsing": "a date as YYYY-MM-DD",
    "date_from_datetime_inexact": "a date as YYYY-MM-DD",
}


class Problem(NamedTuple):
    """One mistake: the keys and list indices that lead to it, and what is wrong there, without a full stop."""

    loc: Keys
    text: str

    @property
    def sentence(self) -> str:
        """What is wrong, with the key that it is wrong at."""
        named = self.text.startswith(("unknown key", "key "))
        key = dotted(self.loc[:-1] if named else self.loc)
        return f"{key}: {self.text}" if key else self.text


def problems(error: ValidationError, model: type[BaseModel]) -> Iterator[Problem]:
    """Yield what is wrong with data that was meant for ``model``, in pydantic's order."""
    for detail in error.errors(include_url=False):
        loc = tuple(detail["loc"])
        yield Problem(loc, _sentence(detail["type"], loc, detail, model))


def _sentence(kind: str, loc: Keys, detail: Mapping[str, Any], model: type[BaseModel]) -> str:
    if kind == "extra_forbidden":
        return f'unknown key "{loc[-1]}"{did_you_mean(str(loc[-1]), _keys_at(model, loc[:-1]))}'
    if kind == "missing":
        return f'key "{loc[-1]}" is missing'
    if kind in {"literal_error", "enum"}:
        given = detail["input"]
        words = [word.strip("' ") for word in detail["ctx"]["expected"].replace(" or ", ", ").split(",")]
        known = [word for word in words if word]
        return f'"{given}" is not one of {", ".join(known)}{did_you_mean(str(given), known)}'
    if kind in {"value_error", "assertion_error"}:
        return str(detail["ctx"]["error"])
    if kind in {"too_short", "string_too_short"}:
        return "must not be empty"
    return f"expected {_EXPECTED[kind]}" if kind in _EXPECTED else str(detail["msg"])


def _keys_at(model: type[BaseModel], loc: Keys) -> list[str]:
    for part in loc:
        field = model.model_fields.get(str(part))
        if field is not None:
            model = next(_models(field.annotation), model)
    return list(model.model_fields)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
