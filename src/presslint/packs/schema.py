"""The shape of the YAML files of a pack, field by field: the source of ``schemas/rule.schema.json``."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from presslint.config.settings import (
    DIALECT,
    BoilerplateSettings,
    ContactSettings,
    DeclaredSettings,
    HouseSettings,
    NumberSettings,
    RepositorySettings,
    SeriesSettings,
)

NonEmpty = Annotated[str, StringConstraints(min_length=1)]
SeverityName = Literal["error", "warning", "info"]
ConfidenceName = Literal["high", "medium", "low"]
FormatName = Literal["text", "markdown", "html", "docx", "odt", "pdf", "eml", "ninjs", "newsml"]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]

DeclaredLanguage = Annotated[str, StringConstraints(pattern=r"^([a-z]{2,3})?$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TextFile(_Strict):
    """One text in both languages of the user interface."""

    en: NonEmpty
    de: NonEmpty


class CaseFile(_Strict):
    """One way in which a rule can be broken."""

    severity: SeverityName
    confidence: ConfidenceName
    message: TextFile


class FixFile(_Strict):
    """One kind of fix that a rule offers: who may apply it, and its title."""

    safety: Literal["safe", "unsafe", "manual"]
    title: TextFile


class TraceFile(_Strict):
    """Something that travels with a file beside its text."""

    kind: Literal[
        "insertion",
        "deletion",
        "move",
        "formatting",
        "tracking",
        "comment",
        "annotation",
        "hidden",
        "covered",
        "layer",
        "bookmark",
        "attachment",
        "watermark",
        "margin",
        "image",
    ]
    text: str = ""
    author: str = ""
    where: str = ""


class PagingFile(_Strict):
    """What a document says of its pages."""

    total: int = Field(default=0, ge=0, description="number of pages; 0 where nothing tells")
    certain: bool = Field(default=False, description="counted in the file, not copied from what a program wrote down")
    numbered: bool = Field(default=False, description="a field prints page numbers")
    totalled: bool = Field(default=False, description="a field prints the number of pages")
    margins: list[str] = Field(default=[], description="texts of headers and footers")
    first_only: list[str] = Field(default=[], description="those of the first page alone")
    pictured: list[float] = Field(default=[], description="share of each page that images cover")
    unmapped: list[int] = Field(default=[], description="characters of each page without meaning")
    recognised: bool = Field(default=False, description="a program has read the text from scans")


class HouseTables(_Strict):
    """What a configuration says about the releases of a house as a whole."""

    numbers: NumberSettings = NumberSettings()
    series: dict[str, SeriesSettings] = {}
    contacts: ContactSettings | None = None
    boilerplates: BoilerplateSettings | None = None
    declared: DeclaredSettings | None = None
    repository: RepositorySettings = RepositorySettings()


class VersionFile(_Strict):
    """One state of a file in its history."""

    date: date
    text: str
    subject: str = ""
    changed: int = Field(default=1, ge=1, description="files that were changed with it")


class GoodFile(_Strict):
    """A text that the rule must pass, and the circumstances it stands in."""

    text: str
    format: Literal["", FormatName] = Field(default="", description="the only one it is for; any when left out")
    language: DeclaredLanguage = Field(default="", description="declares the language of the text")
    path: str = Field(default="", description="name of the file")
    fields: dict[str, str] = Field(default={}, description="metadata of the release, by release field")
    release_date: date | None = Field(default=None, description="as with --release-date")
    house: HouseSettings = Field(default=HouseSettings(), description="as the table of that name in the configuration")
    today: date | None = Field(default=None, description="the day of the run")
    web: dict[str, str] = Field(
        default={}, description='what following an address comes to: "404", "301 https://…; 200", "expired"'
    )
    files: dict[str, str] = Field(default={}, description="texts of the files in the release's repository, by path")
    traces: list[TraceFile] = Field(default=[], description="what travels with the file beside its text")
    paging: PagingFile = Field(default=PagingFile(), description="what the document says of its pages")
    repository: HouseTables = Field(
        default=HouseTables(), description="tables of the configuration about all releases; their files are in files"
    )
    params: dict[str, Any] = Field(default={}, description="parameters of the rule, as a house would set them")
    history: list[VersionFile] = Field(default=[], description="earlier states of the file in git, the first one first")


class BadFile(GoodFile):
    """A text that the rule must report, what it must point at, and what its fixes must make of it."""

    finds: Annotated[list[str], Field(min_length=1)] = Field(
        description="the texts at the places reported, in order; an empty text for a finding about the whole file"
    )
    fixed: list[str] = Field(default=[], description="the text after each fix that is offered, in order")
    case: str = Field("default", description="which case of the rule all finds belong to")


def _plain(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class RuleSchema(_Strict):
    """A rule. Its code and name are those of the file: ``CODE-name.yaml``."""

    severity: SeverityName | None = None
    confidence: ConfidenceName | None = None
    message: TextFile | None = None
    cases: dict[str, CaseFile] = Field(default={}, description="instead of severity, confidence and message")
    since: Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")]
    status: Literal["stable", "preview"] = "stable"
    check: NonEmpty
    params: dict[str, Any] = {}
    languages: list[LanguageCode] = Field(default=[], description="languages of the release; all when left out")
    formats: list[FormatName] = Field(default=[], description="formats of the release; all when left out")
    notes: dict[str, TextFile] = Field(default={}, description="texts for related places, by the key of the check")
    why: TextFile
    instead: TextFile
    fixes: list[FixFile] = []
    bad: list[BadFile]
    good: list[Annotated[GoodFile, BeforeValidator(_plain)]]
    references: list[NonEmpty] = []

    @model_validator(mode="after")
    def _cases_or_one(self) -> "RuleSchema":
        single = (self.severity, self.confidence, self.message)
        if self.cases and any(part is not None for part in single):
            raise ValueError('"cases" stands instead of "severity", "confidence" and "message", not beside them')
        if not self.cases and any(part is None for part in single):
            raise ValueError('"severity", "confidence" and "message" are needed, or "cases"')
        return self


class PackSchema(_Strict):
    """``pack.yaml``: what a folder of rules is called. The codes of a house's pack begin with its name."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,30}$")]
    title: TextFile
    url: str = Field(default="", description="address of a rule's page; {code} and {name} stand for the rule's")
    groups: dict[Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")], NonEmpty] = Field(
        default={}, description="prefix of the codes to the folder that their rules lie in; any when left out"
    )


class ProfileSchema(_Strict):
    """A profile: which rules run, how severe they are and with which limits. It never changes a rule's identity."""

    title: TextFile
    extends: list[str] = []
    select: list[str] = []
    ignore: list[str] = []
    severity: dict[str, SeverityName] = {}
    params: dict[str, dict[str, Any]] = {}


def rule_schema() -> dict[str, Any]:
    """Return the JSON schema of a rule's file, for editors."""
    schema = {"$schema": DIALECT, **RuleSchema.model_json_schema(), "title": "A rule of presslint"}
    example = {"$ref": f"#/$defs/{GoodFile.__name__}"}
    # pydantic shows the table alone; a text in its place becomes one before it is read
    schema["properties"]["good"]["items"] = {"anyOf": [{"type": "string"}, example]}
    return schema
