"""The shape of a configuration: the source of ``schemas/settings.schema.json``.

Keys are written in snake case and in no other way, so that a key can be searched for; any other key is an error.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictInt,
    StringConstraints,
    WithJsonSchema,
)

from presslint.config import durations
from presslint.config.countries import COUNTRIES, SUBDIVISIONS
from presslint.config.suggest import did_you_mean
from presslint.errors import ConfigError
from presslint.load.field_names import CONTACT_PARTS, FIELDS
from presslint.text.languages import CODES, language_code
from presslint.text.lazy import regex

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SLOT = regex(r"\{[^{}]*\}")
_ADDRESS_PARTS = ("yyyy", "mm", "dd", "slug", "number", "language")
_HOST = regex(r"[^\s/:@]{1,253}")


def _time_zone(name: str) -> str:
    from zoneinfo import ZoneInfo, available_timezones  # noqa: PLC0415 - only a configuration that names one needs it

    if not name:
        return name
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:  # KeyError: ZoneInfoNotFoundError
        raise ValueError(f'unknown time zone "{name}"{did_you_mean(name, available_timezones())}') from error
    return name


def _country(code: str) -> str:
    if code and code not in COUNTRIES:
        near = did_you_mean(code, [code.upper()] if code.upper() in COUNTRIES else [])
        raise ValueError(f'unknown country "{code}": two capital letters as in ISO 3166{near}')
    return code


def _region(code: str) -> str:
    country, dash, part = code.partition("-")
    if code and country not in COUNTRIES:
        near = did_you_mean(code, [code.upper()] if country.upper() in COUNTRIES else [])
        raise ValueError(f'unknown region "{code}": a country or a part of one as in ISO 3166, such as DE-NW{near}')
    parts = SUBDIVISIONS.get(country)
    if dash and (part not in parts if parts else re.fullmatch(r"[A-Z0-9]{1,3}", part) is None):
        known = f": the parts of {country} are {', '.join(sorted(parts))}" if parts else ""
        raise ValueError(f'unknown region "{code}"{known}')
    return code


def _language(code: str) -> str:
    if code and code not in CODES:
        meant = language_code(code)
        near = f'; did you mean "{meant}"?' if meant else ""
        raise ValueError(f'"{code}" is not the code of a language, such as "de"{near}')
    return code


def _field(name: str) -> str:
    head, _, part = name.partition(".")
    if head not in FIELDS or (part and head != "contact"):
        raise ValueError(f'unknown release field "{name}"{did_you_mean(name, FIELDS)}')
    if part and part.partition(".")[0] not in CONTACT_PARTS:
        near = did_you_mean(part, CONTACT_PARTS)
        raise ValueError(f'unknown part of a contact "{part}": one of {", ".join(CONTACT_PARTS)}{near}')
    return name


def _host(name: str) -> str:
    if not _HOST.fullmatch(name):
        raise ValueError(f'"{name}" is not a host name such as "acme-werke.de"')
    return name.lower().rstrip(".")


def _seconds(value: Any) -> float:
    try:
        return durations.seconds(value)
    except ConfigError as error:
        raise ValueError(str(error)) from error


def _some_seconds(value: Any) -> float:
    length = _seconds(value)
    if not length:
        raise ValueError("must be more than nothing")
    return length


_LENGTH = WithJsonSchema(
    {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": durations.PATTERN}]}
)

NonEmpty = Annotated[str, StringConstraints(min_length=1)]
Host = Annotated[str, AfterValidator(_host)]
Duration = Annotated[float, BeforeValidator(_seconds), _LENGTH]
SomeTime = Annotated[float, BeforeValidator(_some_seconds), _LENGTH]
Level = Literal["error", "warning", "info", "off"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class HouseSettings(_Strict):
    """What the press office says about itself."""

    names: list[NonEmpty] = Field(default=[], description="names that the house uses for itself")
    domains: list[Host] = Field(default=[], description="domains that belong to the house")
    timezone: Annotated[str, AfterValidator(_time_zone)] = Field(
        default="", description="IANA name, such as Europe/Berlin"
    )
    region: Annotated[str, AfterValidator(_region)] = Field(
        default="", description="ISO 3166 country or part of one, such as DE-NW"
    )
    country: Annotated[str, AfterValidator(_country)] = Field(
        default="", description="ISO 3166 country whose national phone numbers are meant"
    )
    language: Annotated[str, AfterValidator(_language)] = Field(
        default="", description="language of releases that declare none"
    )
    fictitious_contacts: bool = Field(default=False, description="reserved names and numbers are meant to be there")
    contact_external: bool = Field(default=False, description="contacts stand outside of the releases")
    redirects: dict[Host, Host] = Field(default={}, description="host to the host that it is known to redirect to")
    required_fields: list[NonEmpty] = Field(
        default=[], description="metadata that every release must have, by release field, such as title"
    )
    known_fields: list[NonEmpty] = Field(
        default=[], description="the only keys that front matter may have; x-… is always allowed, anything if left out"
    )


class PaceSettings(_Strict):
    """How often one host is asked."""

    delay: Duration = Field(default=0.2, description="time between the beginnings of two requests, such as 0.2 or 2s")
    concurrency: Annotated[StrictInt, Field(ge=1, le=64)] = Field(default=2, description="requests at once")


class OnlineSettings(PaceSettings):
    """How links are followed with --online; that of the folder that presslint is run in holds for the whole run."""

    allow: list[Host] = Field(
        default=[], description="hosts to ask though their address is private or they lie below one of deny"
    )
    deny: list[Host] = Field(default=[], description="hosts that are never asked, with all below them")
    budget: SomeTime = Field(default=60.0, description="time for all links of a run, such as 60s or 5m")
    timeout: SomeTime = Field(default=10.0, description="time for one answer")
    cache_age: Duration = Field(default=86400.0, description="time for which what was fine is not asked again")
    hosts: dict[Host, PaceSettings] = Field(default={}, description="a pace of their own for some hosts")


class PathSettings(_Strict):
    """Exceptions for the files that a pattern matches."""

    select: list[NonEmpty] = Field(default=[], description="rules to run, and no others")
    ignore: list[NonEmpty] = Field(default=[], description="rules not to run")
    severity: dict[str, Level] = Field(default={}, description="severity by rule")


class RuleSettings(BaseModel):
    """A rule's severity, and beside it the rule's own parameters."""

    model_config = ConfigDict(extra="allow", frozen=True)

    severity: Level | None = None


def _pattern(text: str) -> str:
    slots = [slot.strip("{}") for slot in _SLOT.findall(text)]
    for slot in slots:
        if slot not in ("yyyy", "yy") and slot.strip("n"):
            raise ValueError(f'unknown part "{{{slot}}}" of a number: {{n}}, {{nnn}}, {{yyyy}} or {{yy}}')
    if len([slot for slot in slots if not slot.strip("n")]) != 1 or len(slots) != 2:
        raise ValueError(f'"{text}" is not the pattern of a number such as "Nr. {{n}}/{{yyyy}}"')
    return text


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _address(text: str) -> str:
    for slot in (found.strip("{}") for found in _SLOT.findall(text)):
        if slot not in _ADDRESS_PARTS:
            near = did_you_mean(slot, _ADDRESS_PARTS)
            raise ValueError(f'unknown part "{{{slot}}}" of an address: one of {", ".join(_ADDRESS_PARTS)}{near}')
    return text


def _or_one(items: dict[str, Any]) -> WithJsonSchema:
    """Return the schema of a list that may be one text."""
    return WithJsonSchema({"anyOf": [items, {"type": "array", "items": items}]})


_TEXT = {"type": "string", "minLength": 1}
Patterns = Annotated[list[Annotated[NonEmpty, AfterValidator(_pattern)]], BeforeValidator(_listed), _or_one(_TEXT)]


class NumberSettings(_Strict):
    """How releases are numbered."""

    pattern: Patterns = Field(default=[], description="such as Nr. {n}/{yyyy}; several may be in use")
    year: Literal["calendar", "other"] = Field(
        default="calendar", description="other: a volume or a business year, not compared with dates"
    )


class SeriesSettings(_Strict):
    """Releases that are numbered on their own."""

    paths: Annotated[list[NonEmpty], BeforeValidator(_listed), _or_one(_TEXT)] = Field(
        description="folders that they lie in"
    )
    pattern: Patterns = Field(default=[], description="how they are numbered, where it is not as all others are")


class ContactSettings(_Strict):
    """The registry of contacts."""

    file: NonEmpty = Field(description="YAML file with the list contacts")


class BoilerplateSettings(_Strict):
    """The texts that a house says of itself."""

    folder: NonEmpty = Field(description="folder of texts with id, language, valid_from and valid_to on top")


class DeclaredSettings(_Strict):
    """Facts that do not change."""

    file: NonEmpty = Field(description="YAML file with the list facts")


class RepositorySettings(_Strict):
    """Where the pages of releases are, and what may become of them."""

    history: bool = Field(default=False, description="releases that are out must not be changed without a word (git)")
    permalink: Annotated[str, AfterValidator(_address)] = Field(
        default="", description="address of a page, such as /presse/{yyyy}/{slug}/"
    )
    redirects: list[NonEmpty] = Field(default=[], description="paths that lead elsewhere, and so are not broken")


def _table(value: Any) -> Any:
    return {"severity": value} if isinstance(value, str) else value


class Settings(_Strict):
    """A configuration. Rules are named by code (DAT002), name (weekday-date-mismatch) or group (DAT)."""

    profile: NonEmpty = Field(default="base", description="the selection of rules to begin with")
    select: list[NonEmpty] = Field(default=[], description="run these rules and no others, not those of the profile")
    ignore: list[NonEmpty] = Field(default=[], description="rules not to run")
    fail_on: Literal["error", "warning", "info", "never"] = Field(
        default="error", description="the least severity that makes a run fail"
    )
    max_warnings: Annotated[StrictInt, Field(ge=0)] | None = Field(
        default=None, description="more warnings make a run fail"
    )
    exclude: list[NonEmpty] = Field(default=[], description="files not to read, as patterns of .gitignore")
    lang: Literal["de", "en"] = Field(default="en", description="language of messages")
    packs: list[NonEmpty] = Field(default=[], description="folders of further rules")
    per_path: dict[NonEmpty, PathSettings] = Field(
        default={}, description="exceptions by file, as patterns of .gitignore"
    )
    rules: dict[NonEmpty, Annotated[RuleSettings, BeforeValidator(_table)]] = Field(
        default={}, description="severity or table of parameters by rule"
    )
    house: HouseSettings = Field(default=HouseSettings(), description="what the press office says about itself")
    fields: dict[NonEmpty, Annotated[NonEmpty, AfterValidator(_field)]] = Field(
        default={}, description="front matter key to the release field it means"
    )
    site_root: NonEmpty | None = Field(
        default=None, description="folder that links such as /img/a.png begin in; without it they are not looked at"
    )
    baseline: NonEmpty | None = Field(
        default=None, description="file of findings that are known and not told of again (presslint baseline)"
    )
    numbers: NumberSettings = Field(default=NumberSettings(), description="how releases are numbered")
    series: dict[NonEmpty, SeriesSettings] = Field(default={}, description="releases that are numbered on their own")
    contacts: ContactSettings | None = Field(default=None, description="who may be named as a contact, and since when")
    boilerplates: BoilerplateSettings | None = Field(default=None, description="what the house says of itself")
    declared: DeclaredSettings | None = Field(default=None, description="facts that all releases must tell alike")
    repository: RepositorySettings = Field(default=RepositorySettings(), description="the releases as a whole")
    online: OnlineSettings = Field(default=OnlineSettings(), description="how links are followed with --online")


def validated(table: dict[str, Any]) -> dict[str, Any]:
    """Return a configuration's values as plain JSON values, only those that are set.

    Raises pydantic.ValidationError.
    """
    return Settings.model_validate(table).model_dump(mode="json", exclude_unset=True)


def settings_schema() -> dict[str, Any]:
    """Return the JSON schema of ``presslint.toml``."""
    schema = {"$schema": DIALECT, **Settings.model_json_schema(), "title": "A configuration of presslint"}
    level = schema["$defs"]["PathSettings"]["properties"]["severity"]["additionalProperties"]
    table = {"$ref": f"#/$defs/{RuleSettings.__name__}"}
    # pydantic shows the table alone; a level in its place becomes one before it is read
    schema["properties"]["rules"]["additionalProperties"] = {"anyOf": [level, table]}
    return schema
