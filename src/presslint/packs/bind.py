"""Rules to checks: whatever does not fit together is refused here, before a release is read."""

from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from presslint import checks
from presslint.checks import Check
from presslint.config.suggest import did_you_mean
from presslint.errors import ConfigError, PackError
from presslint.facts import EXTRACTORS
from presslint.model.rule import BoundRule, Rule
from presslint.model.values import Words
from presslint.text.lazy import regex

if TYPE_CHECKING:
    from presslint.packs.read import RuleFile

_PLACEHOLDER = regex(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
_NO_PARAMS: Mapping[str, Any] = {}


def bind(rule: Rule, params: Mapping[str, Any] = _NO_PARAMS) -> BoundRule:
    """Return the rule ready to run; ``params`` are a house's own and beat those of the rule.

    Raises PackError for a rule without its check or with parameters that the check does not take, ConfigError for
    such parameters of a house.
    """
    check = _find(rule.check)
    if check is None:
        raise PackError(f"{rule.code}: {_no_check(rule.check)}")
    try:
        values = read_params(check.params, rule.params)
        bound = _made(check, values)
    except (ParamError, PackError) as error:
        raise PackError(f"{rule.code}: params: {error}") from error
    if params:
        try:
            bound = _made(check, values | read_params(check.params, params))
        except ParamError as error:
            hint = did_you_mean(error.name, ["severity"]) if error.unknown and "mean" not in str(error) else ""
            raise ParamsOfHouseError(f"rules.{rule.code}: {error}{hint}", error.name) from error
        except PackError as error:
            name = next((name for name in params if name in str(error)), "")
            raise ParamsOfHouseError(f"rules.{rule.code}: {error}", name) from error
    when = check.when(bound) if callable(check.when) else check.when
    return BoundRule(rule, check.run, bound, check.needs, check.requires, partly=check.partly, when=when)


class ParamsOfHouseError(ConfigError):
    """A parameter of a house that a check does not take. ``name`` is the parameter, empty where it is not known."""

    def __init__(self, message: str, name: str) -> None:
        super().__init__(message)
        self.name = name


class ParamError(Exception):
    """A parameter that a check does not take. ``name`` is the parameter, ``inside`` the keys that lead further in."""

    def __init__(self, message: str, name: str, inside: tuple[str | int, ...] = (), *, unknown: bool = False) -> None:
        super().__init__(message)
        self.name = name
        self.inside = inside
        self.unknown = unknown


def read_params(params: type[Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the given values as the types that the class ``params`` declares.

    Values are those of YAML, where every scalar is a text, or of TOML and JSON. Raises ParamError for an unknown name
    and for a value that is not of its type.
    """
    if not given:
        return {}
    kinds = get_type_hints(params)
    values = {}
    for name, value in given.items():
        if name not in kinds:
            raise ParamError(f'unknown parameter "{name}"{did_you_mean(name, kinds)}', name, unknown=True)
        try:
            values[name] = _read(kinds[name], value, ())
        except _WrongTypeError as error:
            raise ParamError(f'parameter "{name}": expected {error}', name, error.inside) from error
    return values


class _WrongTypeError(Exception):
    def __init__(self, expected: str, inside: tuple[str | int, ...]) -> None:
        super().__init__(expected)
        self.inside = inside


def _read(kind: Any, value: Any, inside: tuple[str | int, ...]) -> Any:
    origin = get_origin(kind)
    if origin is tuple:
        if not isinstance(value, (list, tuple)):
            raise _WrongTypeError("a list", inside)
        return tuple(_read(get_args(kind)[0], item, (*inside, place)) for place, item in enumerate(value))
    if origin is not None and origin is not UnionType and issubclass(origin, Mapping):
        if not isinstance(value, Mapping):
            raise _WrongTypeError("a table", inside)
        return {str(key): _read(get_args(kind)[1], item, (*inside, key)) for key, item in value.items()}
    if origin is not None:  # X | None
        (kind,) = (part for part in get_args(kind) if part is not NoneType)
        return None if value is None else _read(kind, value, inside)
    return _scalar(kind, value, inside)


def _scalar(kind: Any, value: Any, inside: tuple[str | int, ...]) -> Any:
    if kind is str and isinstance(value, str):
        return value
    if kind is bool:
        if isinstance(value, bool):
            return value
        if value in {"true", "false"}:
            return value == "true"
        raise _WrongTypeError("true or false", inside)
    if kind in {int, float} and isinstance(value, (int, float, str)) and not isinstance(value, bool):
        try:
            number = kind(value)
        except ValueError:
            number = None
        if number is not None and (isinstance(value, str) or number == value):
            return number
    raise _WrongTypeError({str: "a text", int: "a whole number", float: "a number"}[kind], inside)


def problems(file: "RuleFile") -> Iterator[str]:
    """Yield everything about a rule's file that does not fit the checks or itself, each with ``file:line``."""
    yield from _examples(file)
    check = _find(file.rule.check)
    if check is None:
        yield f"{file.document.at('check')}: {_no_check(file.rule.check)}"
        return
    for kind in check.needs:
        if kind not in EXTRACTORS:
            yield f"{file.document.at('check')}: {check.name} needs {kind.__name__}, which nothing extracts"
    yield from _params(file, check)
    yield from _texts(file, check)


def _find(name: str) -> Check | None:
    try:
        return checks.find(name)
    except KeyError:
        return None


def _no_check(name: str) -> str:
    from importlib import import_module  # noqa: PLC0415 - only a mistake pays for it
    from pkgutil import iter_modules  # noqa: PLC0415

    for module in iter_modules(checks.__path__):
        import_module(f"{checks.__name__}.{module.name}")
    known = sorted(checks._CHECKS)  # noqa: SLF001 - the registry has no other use for a list of its names
    return f'unknown check "{name}"{did_you_mean(name, known)}'


def _made(check: Check, values: Mapping[str, Any]) -> Any:
    """Return the check's parameters. Raises PackError where one is missing, or where the check refuses its value."""
    defaults = check.params._field_defaults
    missing = [name for name in check.params._fields if name not in values and name not in defaults]
    if missing:
        raise PackError(", ".join(f'parameter "{name}" is missing' for name in missing))
    return check.params(**values)


def _params(file: "RuleFile", check: Check) -> Iterator[str]:
    at = file.document.at
    try:
        _made(check, read_params(check.params, file.rule.params))
    except ParamError as error:
        yield f"{at('params', error.name, *error.inside)}: {error}"
    except PackError as error:
        yield f"{at('params', *_blamed(file.rule.params, str(error)))}: {error}"


def _blamed(value: Any, message: str) -> tuple[str | int, ...]:
    """Return the place of the longest text among the parameters that a check's message quotes, else of their name."""
    quoted = [(len(text), place) for place, text in _leaves(value, ()) if f'"{text}"' in message]
    named = [(0, (name,)) for name in value if f" {name}: " in message]
    return max((*quoted, *named), key=lambda found: found[0], default=(0, ()))[1]


def _leaves(value: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _leaves(item, (*place, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _leaves(item, (*place, key))


def _texts(file: "RuleFile", check: Check) -> Iterator[str]:
    rule = file.rule
    for name, case in rule.cases.items():
        yield from _text(file, check, case.message, ("cases", name, "message") if _has_cases(file) else ("message",))
    for key, note in rule.notes.items():
        yield from _text(file, check, note, ("notes", key))
    for place, fix in enumerate(rule.fixes):
        yield from _text(file, check, fix.title, ("fixes", place, "title"))


def _has_cases(file: "RuleFile") -> bool:
    return "cases" in file.document.value


def _text(file: "RuleFile", check: Check, text: Words, path: tuple[str | int, ...]) -> Iterator[str]:
    at = file.document.at
    used = {language: set(_PLACEHOLDER.findall(text.in_(language))) for language in ("en", "de")}
    for language, names in used.items():
        for name in sorted(names - set(check.says)):
            hint = did_you_mean(name, check.says)
            yield f"{at(*path, language)}: {check.name} does not say {{{name}}}{hint}"
        if set("{}") & set(_PLACEHOLDER.sub("", text.in_(language))):
            yield f"{at(*path, language)}: a brace that is no placeholder"
    if used["en"] != used["de"]:
        alone = ", ".join(f"{{{name}}}" for name in sorted(used["en"] ^ used["de"]))
        yield f"{at(*path)}: {alone} stands in only one of the two languages"


def _examples(file: "RuleFile") -> Iterator[str]:
    at, rule, page = file.document.at, file.rule, file.page
    shown = {bad.case for bad in page.bad}
    for name in rule.cases:
        if name not in shown:
            yield f'{at("cases", name)}: no bad example for the case "{name}"'
    for place, bad in enumerate(page.bad):
        if bad.case not in rule.cases:
            yield f'{at("bad", place, "case")}: unknown case "{bad.case}"{did_you_mean(bad.case, rule.cases)}'
        if bad.fixed and not rule.fixes:
            yield f'{at("bad", place, "fixed")}: "fixed" without "fixes"'
    if rule.fixes and not any(bad.fixed for bad in page.bad):
        yield f'{at("fixes")}: no bad example says what is "fixed"'
    if not page.good:
        yield f"{at('good')}: no good example"
