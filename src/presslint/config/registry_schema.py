"""The shape of the registries that a configuration names: contacts, boilerplates, declared facts."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


NonEmpty = Annotated[str, StringConstraints(min_length=1)]
Texts = Annotated[list[NonEmpty], BeforeValidator(_listed)]


class _Dated(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    valid_from: date | None = Field(default=None, description="the first day; without it always")
    valid_to: date | None = Field(default=None, description="the last day; without it to this day")

    @model_validator(mode="after")
    def _in_order(self) -> "_Dated":
        if self.valid_from is not None and self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError(f"valid_to {self.valid_to} lies before valid_from {self.valid_from}")
        return self


class ContactEntry(_Dated):
    """A person or an office that releases may name."""

    name: Texts = Field(description="the name, and other spellings of it")
    title: Texts = []
    phone: Texts = []
    fax: Texts = []
    email: Texts = []
    deputy: bool = Field(default=False, description="stands in for others: may be named beside them")


class ContactFile(BaseModel):
    """The registry of contacts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    contacts: list[ContactEntry]


class FactEntry(_Dated):
    """A fact that does not change."""

    id: NonEmpty
    value: NonEmpty = Field(description="a date, a period, a number, or a text")
    patterns: Annotated[Texts, Field(min_length=1)] = Field(description="turns of phrase that tell it, with {value}")

    @model_validator(mode="after")
    def _with_slots(self) -> "FactEntry":
        for pattern in self.patterns:
            if pattern.count("{value}") != 1:
                raise ValueError(f'"{pattern}" must say once where the fact stands: {{value}}')
            if len(pattern.replace("{value}", "").replace("*", "").split()) < 1:
                raise ValueError(f'"{pattern}" has no word beside {{value}}: it would be found everywhere')
        return self


class FactFile(BaseModel):
    """The declared facts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    facts: list[FactEntry]


class BoilerplateHead(_Dated):
    """What stands on top of a boilerplate."""

    id: str = Field(default="", description="its name; that of the file when left out")
    language: Annotated[str, StringConstraints(pattern=r"^([a-z]{2,3})?$")] = ""
