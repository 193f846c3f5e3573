"""``presslint facts``: what was understood of a release. The tool to see why something was found, or was not."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from enum import Enum, IntEnum
from typing import Any

from presslint.cli.check import read
from presslint.cli.settings import linter_of
from presslint.cli.streams import say, show
from presslint.cli.tables import Table, show_tables
from presslint.engine.places import Places
from presslint.engine.walk import STDIN, Input
from presslint.engine.wording import quoted
from presslint.errors import LoadError
from presslint.facts import Facts
from presslint.load import load
from presslint.model import facts as kinds
from presslint.model.finding import FieldRef, Place
from presslint.model.release import Release
from presslint.model.verdict import ExitCode
from presslint.text.span import SourceSpan, Span

# the kinds that a release may have several of, under the names that users see, and what is worth a place in the table
_KINDS: Mapping[str, tuple[type[Any], tuple[str, ...]]] = {
    "dates": (kinds.DateFact, ("start", "until", "precision", "form", "role", "weekday_text", "year_from", "problem")),
    "ranges": (kinds.RangeFact, ("first", "last")),
    "times": (kinds.TimeFact, ("start", "until", "zone_name", "problem")),
    "pages": (kinds.PageFact, ("number", "total", "form")),
    "embargoes": (kinds.EmbargoFact, ("date", "time", "event")),
    "contacts": (kinds.ContactFact, ("names", "phones", "emails")),
    "phones": (kinds.PhoneFact, ("kind", "label", "e164", "valid", "extension", "target")),
    "emails": (kinds.EmailFact, ("local", "domain", "problem", "target")),
    "links": (kinds.LinkFact, ("kind", "target", "domain", "label")),
    "quotes": (kinds.QuoteFact, ("close",)),
}


# the words of the table; names of facts, zones and roles are those of the JSON, and the same in all languages
_WORDS: Mapping[str, str] = {
    "file": "Datei",
    "format": "Format",
    "language": "Sprache",
    "release date": "Datum der Mitteilung",
    "declared": "angegeben",
    "by its words": "nach den Wörtern",
    "unknown": "unbekannt",
    "by": "laut",
    "release": "Mitteilung",
    "fact": "Fakt",
    "place": "Stelle",
    "zone": "Zone",
    "text": "Text",
    "read as": "gelesen als",
    "field": "Feld",
    "key": "Schlüssel",
    "value": "Wert",
    "kind": "Art",
    "yes": "ja",
    "no": "nein",
}


def run_facts(values: Mapping[str, Any]) -> int:
    """Show the facts of the release that the options name and return the exit code. Raises ConfigError."""
    linter = linter_of(values)
    path = values["file"]
    file = Input(path, (values["stdin_filename"] or STDIN) if path == STDIN else path)
    options = linter.options(file.shown)
    try:
        release = load(read(file), options.house)
    except LoadError as error:
        say(f"{file.shown}: {error.in_(options.language)}")
        return ExitCode.FAILED
    reading = _Reading(release, Facts(release, options.house, options.release_date), options.language)
    if values["format"] == "json":
        show(json.dumps(reading.as_json(), ensure_ascii=False, indent=1) + "\n")
    else:
        show_tables(*reading.as_tables(), color=values["color"])
    return ExitCode.CLEAN


class _Reading:
    """A release and its facts, as JSON and as tables."""

    def __init__(self, release: Release, facts: Facts, ui: str = "en") -> None:
        self.say = _WORDS.__getitem__ if ui == "de" else str
        self.release = release
        self.facts = facts
        self.places = Places(release)

    def as_json(self) -> dict[str, Any]:
        """Return everything, with lines and columns that count from 1; columns count code points."""
        release = self.release
        language = self.facts.one(kinds.Language)
        dated = self.facts.one(kinds.ReleaseDate)
        return {
            "version": 1,
            "path": release.source.path,
            "format": release.format,
            "encoding": release.source.encoding,
            "language": self._plain(language),
            "release_date": {"value": self._plain(dated.value), "witnesses": self._plain(dated.witnesses)},
            "fields": [
                {**self._place(field.span), "key": field.key, "name": field.name, "value": field.value}
                for field in release.fields
            ],
            "blocks": [
                {**self._place(block.span), "kind": block.kind.value, "zone": block.zone.value, "level": block.level}
                for block in release.blocks
            ],
            **{name: [self._plain(fact) for fact in self.facts.of(kind)] for name, (kind, _) in _KINDS.items()},
        }

    def as_tables(self) -> Iterator[Table]:
        """Yield what a person wants to see first: language and date, then the facts, then fields and blocks."""
        release = self.release
        language = self.facts.one(kinds.Language)
        dated = self.facts.one(kinds.ReleaseDate)
        say = self.say
        how = say("declared" if language.declared else "by its words")
        head = [
            (say("file"), release.source.path),
            (say("format"), ", ".join(filter(None, (release.format, release.source.encoding)))),
            (say("language"), f"{language.code or say('unknown')} ({how})"),
            (say("release date"), self._plain(dated.value) or say("unknown")),
            *(
                (
                    f"  {say('by')} {witness.carrier}",
                    f"{witness.value} ({self._where(witness.at)} {_line(witness.text)})",
                )
                for witness in dated.witnesses
            ),
        ]
        yield Table((say("release"), ""), head)
        rows = [row for name, (kind, shown) in _KINDS.items() for row in self._rows(name, kind, shown)]
        yield self._table(("fact", "place", "zone", "text", "read as"), rows)
        fields = [(field.name, self._where(field.span), field.key, _line(field.value)) for field in release.fields]
        yield self._table(("field", "place", "key", "value"), fields)
        blocks = [
            (block.zone.value, self._where(block.span), block.kind.value, quoted(block.span.of(release.text)))
            for block in release.blocks
        ]
        yield self._table(("zone", "place", "kind", "text"), blocks)

    def _table(self, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
        return Table([self.say(name) for name in head], rows)

    def _rows(self, name: str, kind: type[Any], shown: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        for fact in self.facts.of(kind):
            told = {key.removesuffix("_text"): self._short(getattr(fact, key)) for key in shown}
            if told.get("until") == told.get("start"):
                told.pop("until", None)
            meaning = ", ".join(f"{key} {value}" for key, value in told.items() if value)
            yield name, self._where(fact.span), fact.zone.value, _line(fact.text), meaning

    def _short(self, value: Any) -> str:  # noqa: PLR0911 - one answer per type
        """Return a value for a cell, empty for what says nothing."""
        if isinstance(value, Span):
            return _line(value.of(self.release.text))
        if isinstance(value, tuple) and hasattr(value, "text"):
            return _line(value.text)
        if isinstance(value, tuple):
            return " + ".join(self._short(one) for one in value)
        if isinstance(value, time):
            return f"{value:%H:%M}"
        if isinstance(value, Enum):
            return str(value.value)
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        return "" if value is None else str(value)

    def _where(self, place: Place) -> str:
        where, span, _ = self.places.at(place)
        return f"{where.line}:{where.column}" if span is not None else "-"

    def _place(self, place: Place) -> dict[str, int | None]:
        where, span, _ = self.places.at(place)
        numbers = (where.line, where.column, where.end_line, where.end_column)
        return dict(zip(("line", "column", "end_line", "end_column"), numbers if span else (None,) * 4, strict=True))

    def _plain(self, value: Any) -> Any:  # noqa: PLR0911 - one answer per type
        if isinstance(value, (Span, SourceSpan)):
            return self._place(value)
        if isinstance(value, FieldRef):
            return {"field": value.key, **self._place(value)}
        if isinstance(value, IntEnum):
            return value.name.lower()
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, (date, time)):
            return value.isoformat()
        if isinstance(value, tuple) and hasattr(value, "_asdict"):
            return self._record(value)
        if isinstance(value, tuple):
            return [self._plain(one) for one in value]
        return value

    def _record(self, value: Any) -> dict[str, Any]:
        """Return a fact: where it is first, then what it says; offsets and numbers of blocks mean nothing outside."""
        fields = value._asdict()
        span = fields.pop("span", None)
        fields.pop("block", None)
        plain = {key: self._plain(one) for key, one in fields.items()}
        return {**self._place(span), **plain} if span is not None else plain


def _line(text: str) -> str:
    """Return a value on one line, all of it."""
    return " ".join(text.split())
