"""What many releases know of each other: an entry per file, and what becomes of comparing them.

An entry holds numbers, days and sums of texts, never a text: it is kept between runs, and must not tell what a release
says before it is out.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from presslint.model.finding import Location, Place
from presslint.model.release import Release
from presslint.text.span import SourceSpan, Span


class Number(NamedTuple):
    """The number of a release: ``12/2018`` is ``ordinal`` 12 of ``year`` 2018.

    ``series`` tells numbers apart that are counted apart; two numbers of one series, year and ordinal are the same.
    """

    series: str
    year: int
    ordinal: int


class NumberFact(NamedTuple):
    """A number of a release as written: its own, or that of another which it mentions.

    ``at`` is where it stands; None in the name of the file. ``days`` are those on which the mention says that the
    other was issued (several where its order is open), ``configured`` that the house said how its numbers look.
    """

    at: Place
    text: str
    number: Number
    own: bool
    days: tuple[date, ...] = ()
    days_at: Span | None = None
    configured: bool = False


class Entry(NamedTuple):
    """What the index has of one release, made of what ``marshal`` takes.

    ``day`` is the ordinal of the release date, 0 where it is not known. All texts stand as sums: ``slug``, ``address``
    (a permalink), ``headline``, ``text``; 0 stands for none. ``shingles`` is a sketch of the text that tells how alike
    two texts are, empty where nobody asked. ``numbers`` are its own as (series, year, ordinal), ``mentions`` those of
    others as (series, year, ordinal, ordinals of days). ``links`` are sums of the paths that it leads to, each with
    that of the folder and ending of the path; ``shelf`` is that of the file itself.

    ``pair`` is the sum of the name that a release and its translations have in common, ``origin`` that of the path that
    it says it was translated from; ``values`` are sums of the facts that translations share, sorted.
    ``held`` is the day until which it must not be out, ``updated`` that of its last change, both as ordinals; ``flags``
    are those below. ``paired`` tells that it names other language versions itself; ``path`` is the sum of its path.
    """

    day: int = 0
    language: str = ""
    slug: int = 0
    address: int = 0
    headline: int = 0
    text: int = 0
    shingles: bytes = b""
    numbers: tuple[tuple[int, int, int], ...] = ()
    mentions: tuple[tuple[int, int, int, tuple[int, ...]], ...] = ()
    links: tuple[tuple[int, int], ...] = ()
    pair: int = 0
    origin: int = 0
    values: tuple[int, ...] = ()
    held: int = 0
    flags: int = 0
    paired: bool = False
    path: int = 0
    updated: int = 0
    shelf: int = 0


CORRECTION, DRAFT, EXCEPTED, DENSE, DATED_ADDRESS = 1, 2, 4, 8, 16
"""Flags of an entry: it corrects another; it is a draft; it has an exception for a rule of this group; the house said
how numbers look, so that all of them are here; its address on the site holds its date."""


class Claim(NamedTuple):
    """Something that an index says about a release: the case of a rule, the other file, and further numbers."""

    case: str
    other: str = ""
    values: tuple[int, ...] = ()


class Neighbour(NamedTuple):
    """Another release, read again because something about it has to be shown. ``facts`` are those of the release."""

    path: str
    release: Release
    facts: "object"
    where: Callable[[Place], tuple[Location, SourceSpan | None, str]]


class Repository(NamedTuple):
    """The other releases of a run.

    ``claims`` gives what the index says by the name of a check and a path; ``open`` reads another release, None where
    it cannot be read any more.
    """

    claims: Callable[[str, str], tuple[Claim, ...]]
    open: Callable[[str], Neighbour | None]


class Version(NamedTuple):
    """One state of a file in its history.

    ``day`` is when it was written, in the time of who wrote it, ``changed`` how many files were changed with it.
    ``text`` reads it; None where that is no longer possible.
    """

    day: date
    changed: int
    subject: str
    text: Callable[[], str | None]


class Person(NamedTuple):
    """A person or office of a registry, from the day ``since`` to the day ``until``; None where there is no end.

    ``names`` are the name and its other spellings. An empty value is not said, and so not compared.
    """

    names: tuple[str, ...]
    titles: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    faxes: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    deputy: bool = False


class Boilerplate(NamedTuple):
    """The text that a house says of itself, in the language and between the days for which it was decided on."""

    id: str
    text: str
    language: str = ""
    since: date | None = None
    until: date | None = None


class Declared(NamedTuple):
    """A fact that does not change.

    ``patterns`` are the turns of phrase that tell it; in each, ``{value}`` is where the value stands and ``*`` the rest
    of a word. ``value`` is as the house writes it: a date, a period, a number or a text.
    """

    id: str
    value: str
    patterns: tuple[str, ...]
    since: date | None = None
    until: date | None = None


class Series(NamedTuple):
    """Releases that are numbered on their own.

    They are those in one of the folders ``paths``; ``patterns`` are how they write their numbers (``Nr. {n}/{yyyy}``).
    """

    name: str
    paths: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


class Registries(NamedTuple):
    """What a house says about its releases as a whole.

    ``years`` is what the year of a number is: ``calendar``, or ``other`` for a volume or a business year. ``site`` is
    the address of a page, made of the values of its release (``/presse/{yyyy}/{slug}/``). ``history`` says that a
    release that is out must not be changed without a word.
    """

    patterns: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    years: str = "calendar"
    people: tuple[Person, ...] = ()
    boilerplates: tuple[Boilerplate, ...] = ()
    declared: tuple[Declared, ...] = ()
    site: str = ""
    redirects: tuple[str, ...] = ()
    history: bool = False


NO_REGISTRIES = Registries()
