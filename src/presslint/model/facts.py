"""Facts: typed values drawn from a release once and shared by all rules.

Every fact begins with ``span`` (its place in the prose), ``text`` (the raw text there), ``zone`` and ``confidence``.
"""

from datetime import date, time
from enum import StrEnum
from typing import NamedTuple, Protocol

from presslint.model.finding import Confidence, Place
from presslint.model.release import Zone
from presslint.text.span import SourceSpan, Span


class Fact(Protocol):
    """What all facts have in common."""

    @property
    def span(self) -> Span:
        """The place in the prose."""

    @property
    def text(self) -> str:
        """The raw text, as written."""

    @property
    def zone(self) -> Zone:
        """The zone it stands in."""

    @property
    def confidence(self) -> Confidence:
        """How likely the fact was read right."""


class Language(NamedTuple):
    """The language of the text: declared, or detected by its words. One per release; empty when nothing tells."""

    code: str
    declared: bool
    confidence: Confidence


class Precision(StrEnum):
    """How long the interval is that a date names."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


class DateForm(StrEnum):
    """How a date is written."""

    WORDS = "words"  # 23. Februar 2018, 23 February 2018, February 23, 2018
    NUMERIC = "numeric"  # 23.02.2018, 02/23/2018
    ISO = "iso"  # 2018-02-23
    PERIOD = "period"  # Februar 2018, Sommer 2017, Q1 2018, 2018
    RELATIVE = "relative"  # heute, gestern, tomorrow
    WEEKDAY = "weekday"  # am Freitag, on Friday: no date beside it


class DateOrder(StrEnum):
    """The order of the parts of a numeric date; AMBIGUOUS is a value, never guessed away."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"
    AMBIGUOUS = "ambiguous"


class YearFrom(StrEnum):
    """Where the year comes from."""

    WRITTEN = "written"
    CONTEXT = "context"  # from the other end of a range, or the item of a list that has it
    RELEASE = "release"  # the year nearest to the release date
    NONE = "none"  # nothing tells


class DateRole(StrEnum):
    """What a date is for."""

    RELEASE = "release"
    EVENT = "event"
    DEADLINE = "deadline"
    EMBARGO = "embargo"
    UPDATED = "updated"  # "Stand:", "aktualisiert am"
    PERIOD = "period"
    HISTORICAL = "historical"  # years before the release
    MENTION = "mention"


class DateFact(NamedTuple):
    """One date or period as written.

    ``start`` and ``until`` are the first and the last day that it covers; both are None when the date is impossible
    (``31. April``, ``problem`` says why) or its year is unknown. ``year``, ``month`` and ``day`` are as written, None
    where left out. ``candidates`` are the days it may mean when the year (or the order of its parts) is not written,
    best first. ``weekday`` (0 = Monday) is the weekday written beside it; ``day_span`` is the date without it.
    ``offset`` is the number of days from the release day for relative words, or of months or years from its own where
    that is the precision ("last year"). ``block`` is the index of its block.
    """

    span: Span
    text: str
    zone: Zone
    confidence: Confidence
    start: date | None
    until: date | None
    precision: Precision
    form: DateForm
    order: DateOrder
    year_from: YearFrom
    candidates: tuple[date, ...] = ()
    role: DateRole = DateRole.MENTION
    quoted: bool = False
    weekday: int | None = None
    weekday_text: str = ""
    weekday_span: Span | None = None
    day_span: Span = Span(0, 0)
    year: int | None = None
    month: int | None = None
    day: int | None = None
    problem: str = ""  # "no-such-day", "no-such-month", "absurd-year"
    offset: int | None = None
    block: int = 0


class RangeFact(NamedTuple):
    """Two dates joined as start and end: ``vom 3. bis 5. Mai``, ``3.–5. Mai``, "from 3 to 5 May"."""

    span: Span
    text: str
    zone: Zone
    confidence: Confidence
    first: DateFact
    last: DateFact
    quoted: bool = False
    block: int = 0


class TimeFact(NamedTuple):
    """A time of day, or two joined as start and end (``until``). ``date`` is the span of the date it belongs to.

    ``start`` is None when the time cannot be (``25:10``; ``problem`` says why). 24:00 is given as ``time(0)`` with
    ``midnight_end`` true. ``zone_name`` is the zone as written (``MEZ``, ``ET``, ``+01:00``), or empty.
    """

    span: Span
    text: str
    zone: Zone
    confidence: Confidence
    start: time | None
    until: time | None = None
    zone_name: str = ""
    date: Span | None = None
    problem: str = ""
    midnight_end: bool = False
    quoted: bool = False
    block: int = 0


class Witness(NamedTuple):
    """One carrier of the release date: front matter, date line, dateline, file name, option."""

    value: date
    carrier: str
    at: Place
    text: str


class ReleaseDate(NamedTuple):
    """The one answer to when a release is dated. ``value`` is None when unknown or in conflict without a majority.

    ``unread`` are the dates as written that stand where one dates a release but name no certain day: metadata that is
    no date, ``05/06/2026`` where nothing tells which number is the month.
    """

    value: date | None
    witnesses: tuple[Witness, ...] = ()
    unread: tuple[str, ...] = ()


class PageFact(NamedTuple):
    """A page marker that stands alone: ``Seite 1 von 2``, ``– 2 –``.

    ``form`` is ``of``, ``slash`` (``1/2``), ``dashes``, or ``word`` (``Seite 2``, which names no total). ``at`` is the
    place of a marker in a margin, which is no part of the prose: ``span`` is the empty place where the text of its page
    goes on. ``page`` is the page that it stands on, 0 where the format has none.
    """

    span: Span
    text: str
    zone: Zone
    confidence: Confidence
    number: int
    total: int | None
    form: str
    block: int = 0
    at: Place = None
    page: int = 0


class QuoteFact(NamedTuple):
    """A quotation. ``body`` lies between the marks; ``close`` is None when it was never closed."""

    span: Span
    text: str
    zone: Zone
    confidence: Confidence
    body: Span
    open: Span
    close: Span | None
    block: int = 0


class LinkFact(NamedTuple):
    """A link, or an address that stands in the text.

    ``text`` is what the reader sees, ``target`` where it leads (for a bare address: the address itself). ``kind`` is
    ``link``, ``autolink``, ``image`` or ``bare``. ``host`` is lower case without a port, ``domain`` the registrable
    part of it. ``target_at`` is where the target stands in the source.
    """

    span: Span
    text: str
    zone: Zone
    confidence: Confidence
    target: str
    kind: str
    target_at: SourceSpan | None
    scheme: str = ""
    host: str = ""
    domain: str = ""
    path: str = ""
    query: str = ""
    fragment: str = ""
    label: str = ""  # the word in front: "Twitter", "Facebook"
    title: str = ""
    block: int = 0


class EmailFact(NamedTuple):
    """An address for mail. ``problem`` says what is wrong with it, or is empty; ``target`` is a mailto's address."""

    span: Span
    text: str
    zone: Zone
    confidence: Confidence
    local: str
    domain: str
    problem: str = ""
    suggestion: str = ""
    target: str = ""
    target_at: SourceSpan | None = None
    block: int = 0


class PhoneFact(NamedTuple):
    """A number to dial. ``kind`` is ``phone``, ``fax``, ``mobile``, ``hotline`` or ``combined``.

    ``e164`` is None when the number cannot be parsed; ``possible`` and ``valid`` are libphonenumber's answers.
    ``group`` numbers the contact block that it belongs to, 0 stands for none. ``problem`` says why a number is not
    possible: ``letters``, ``short``, ``long`` or ``country``.

    ``style`` is how its digits are set apart: ``spaces``, ``slash``, ``brackets``, ``hyphens``, ``dots``, ``pairs``,
    ``compact`` or ``mixed``, empty for one that has no parts. ``type`` is ``fixed``, ``mobile``, ``either``, ``free``,
    ``premium``, ``shared``, ``other`` or empty where that is not known; ``region`` its ISO 3166 country, ``area`` the
    digits of its area code without the zero. ``owner`` is the person or office in front of it, or empty.
    """

    span: Span
    text: str
    zone: Zone
    confidence: Confidence
    kind: str
    label: str
    e164: str | None
    possible: bool
    valid: bool
    style: str = ""
    extension: str = ""
    target: str = ""
    target_at: SourceSpan | None = None
    group: int = 0
    block: int = 0
    problem: str = ""
    type: str = ""
    region: str = ""
    area: str = ""
    owner: str = ""


class ContactFact(NamedTuple):
    """A contact block: what a journalist can reach, and whom."""

    span: Span
    text: str
    zone: Zone
    confidence: Confidence
    names: tuple[Span, ...] = ()
    phones: tuple[Span, ...] = ()
    emails: tuple[Span, ...] = ()
    group: int = 0


class EmbargoFact(NamedTuple):
    """An embargo line. ``event`` means that it ends with an event (``Sperrfrist: Redebeginn``)."""

    span: Span
    text: str
    zone: Zone
    confidence: Confidence
    trigger: Span
    date: DateFact | None = None
    time: TimeFact | None = None
    event: bool = False
    block: int = 0
