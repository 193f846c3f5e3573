"""What a check reports, and what the user is shown."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import NamedTuple

from presslint.model.values import Args
from presslint.text.edits import Edit
from presslint.text.span import SourceSpan, Span

_NO_ARGS: Args = MappingProxyType({})


class Severity(IntEnum):
    """How bad it is if true."""

    INFO = 1
    WARNING = 2
    ERROR = 3


class Confidence(IntEnum):
    """How likely it is to be true."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


class Safety(IntEnum):
    """Who may apply a fix: a person only (MANUAL), on demand (UNSAFE), or ``--fix`` (SAFE)."""

    MANUAL = 1
    UNSAFE = 2
    SAFE = 3


class State(StrEnum):
    """What became of a finding."""

    REPORTED = "reported"
    SUPPRESSED = "suppressed"
    BASELINED = "baselined"


class FieldRef(NamedTuple):
    """A metadata field, by its key as written."""

    key: str


class TraceRef(NamedTuple):
    """Something that travels with the file beside its text: its position in ``Release.traces``, from 0."""

    number: int


Place = Span | SourceSpan | FieldRef | TraceRef | None


class Related(NamedTuple):
    """A second place that belongs to a hit; ``note`` is the key of a text of the rule.

    For a place in another file ``path`` is that file, ``at`` a stretch of its source or None, and ``where`` the place
    for people, which whoever has read that file knows.
    """

    at: Place
    note: str
    args: Args = _NO_ARGS
    path: str = ""
    where: "Location | None" = None


class Proposal(NamedTuple):
    """Edits that would mend a hit: all of them or none.

    ``fix`` is the position in the rule's list of fixes, which has the title and the safety. ``edits`` replace
    stretches of prose or of the source; one that cannot be made in the source drops the whole proposal. ``args`` fill
    the title.
    """

    edits: tuple[tuple[Span | SourceSpan, str], ...]
    fix: int = 0
    args: Args = _NO_ARGS


class Hit(NamedTuple):
    """What a check yields: where, with which values, in which case of the rule.

    It knows no severity and no language: the engine adds them.
    """

    at: Place
    args: Args = _NO_ARGS
    case: str = "default"
    related: tuple[Related, ...] = ()
    proposals: tuple[Proposal, ...] = ()


class Location(NamedTuple):
    """A place for people. Lines and columns count from 1, columns in code points; the end is exclusive.

    ``page`` is set for formats that have pages (PDF), and lines count from the top of that page then; in DOCX and ODT
    a line is a paragraph, in mail it is a line of the part that was read. ``place`` is the zone (``body``,
    ``contact``), ``field:KEY``, or what beside the text is meant (``comment``, ``attachment``).
    """

    line: int
    column: int
    end_line: int
    end_column: int
    page: int | None = None
    place: str = ""


class RelatedFinding(NamedTuple):
    """A second place of a finding; ``path`` is None when it is in the same file."""

    where: Location
    span: SourceSpan | None
    note: str
    path: str | None = None


class Fix(NamedTuple):
    """A change that mends a finding: all edits or none."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """A hit with everything the user is shown. ``snippet`` is the text at the place, at most 200 characters."""

    rule: str
    name: str
    severity: Severity
    confidence: Confidence
    message: str
    where: Location
    span: SourceSpan | None
    snippet: str
    related: tuple[RelatedFinding, ...] = ()
    fixes: tuple[Fix, ...] = ()
    fingerprint: str = ""
    state: State = State.REPORTED
    url: str = ""
    reason: str = ""  # why it was suppressed, as the suppression says
    args: Mapping[str, object] = _NO_ARGS
