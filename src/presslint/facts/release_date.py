"""The release date: one answer with its witnesses.

Witnesses are the option of the user, the front matter, a line near the top that has nothing but a date (and a place, a
label, a time), a dateline in front of the text, the file name, and the number of a press office. Days that lift an
embargo or tell of an update are no witnesses.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from presslint.facts import Facts
from presslint.facts.date_grammar import days
from presslint.facts.date_lexer import lexer_for
from presslint.facts.date_lines import (
    LINE,
    carrier,
    is_announced,
    is_clocked,
    is_heading,
    is_issued,
    is_listed,
    is_signed,
)
from presslint.facts.date_mentions import LAST_YEAR, Mention
from presslint.facts.file_dates import in_code, in_file_name
from presslint.facts.language import UNKNOWN
from presslint.facts.reading import Reading
from presslint.model.facts import DateOrder, ReleaseDate, Witness
from presslint.model.finding import FieldRef
from presslint.model.release import BlockKind, Field, FieldOrigin, Release, Zone
from presslint.text.lazy import regex
from presslint.text.span import Span

ZONES = {"de": "Europe/Berlin"}  # the time zone of a house that does not say, by the language of the release
_REACH = 3000  # characters within which a date line is near the top
_PROSE = 150  # characters from which a block is more than a line
_SURE, _WEAK = 2, 1
# a sentence: a word in small letters, and an end behind a word that is none of the short ones of a label
_STOP = regex(r"[^\W\d_]{3}[.!?]")  # without it no line is a sentence, which takes far longer to tell
_SENTENCE = regex(r"[a-zäöüß]{2,30}[ \u00a0][^\n]{0,140}[^\W\d_]{3}[.!?][\"“”»«)]?(?:\s|$)")

_MONTH_FIRST = ("US", "PH", "FM", "PW")  # where 05/06/2026 is the sixth of May (CLDR, short date formats)
_TIMESTAMP = regex(
    r"\s*(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[Tt ]\s*(\d{1,2}:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d(?::?\d\d)?)?|T\d{4,6}Z?)?\s*$"
)
# metadata of web pages: several fields, of which some only tell of the page
_OF_PAGES = frozenset((FieldOrigin.META, FieldOrigin.LINKED_DATA, FieldOrigin.ATTRIBUTE))
_AHEAD = timedelta(days=3)
# metadata fields that say when a file was made or sent
_MADE = ("issued", "sent")
_MAIL_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
# RFC 5322, 3.3
_MAIL_DATE = regex(
    r"\s*(?:[A-Z][a-z]{2},\s{0,3})?(\d{1,2})\s{1,3}(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s{1,3}(\d{4})"
    r"\s{1,3}(\d\d:\d\d(?::\d\d)?)\s{1,3}([+-]\d{4})"
)


def extract(release: Release, facts: Facts) -> Iterator[ReleaseDate]:
    """Yield the one release date.

    The option wins. Else the day with most evidence wins, where text and front matter weigh twice as much as the name
    of the file; two days with equal evidence leave the value open. Weak witnesses are heard only where they agree
    with others, or where there are no others.
    """
    fields = _fields(release, facts)
    made = _made(release, facts)
    lines = list(_lines(release, facts, dated=bool(fields), made=made))
    strong = [*_heard(fields, lines), *lines]
    name = in_file_name(release.source.path)
    weighed = [(witness, _SURE) for witness in strong]
    if name is not None:
        witness = Witness(name.day, "filename", None, release.source.path[name.start : name.end])
        if not name.weak or not weighed or any(other.value == name.day for other in strong):
            weighed.append((witness, _WEAK))
    code = in_code(release.text[:_REACH])
    if code is not None and (not weighed or any(other.value == code.day for other, _ in weighed)):
        span = Span(code.start, code.end)
        weighed.append((Witness(code.day, "code", span, span.of(release.text)), _WEAK))
    if made is not None and (not weighed or any(other.value == made.value for other, _ in weighed)):
        weighed.append((made, _WEAK))
    if not weighed:
        weighed = [(witness, _WEAK) for witness in (*_signed(release, facts), *_titled(release, facts))]
    witnesses = tuple(witness for witness, _ in weighed)
    if facts.release_date is not None:
        yield ReleaseDate(facts.release_date, (Witness(facts.release_date, "option", None, ""), *witnesses))
        return
    unread = () if strong else tuple(_unread(release, facts))
    yield ReleaseDate(_verdict(weighed), witnesses, unread)


def _unread(release: Release, facts: Facts) -> Iterator[str]:
    """Yield what stands where a date belongs but names no certain day."""
    field = release.field("date")
    if field is not None:
        yield field.value
    reading = facts.one(Reading)
    head = _beginning(release)
    for mention in reading.days:
        if mention.start >= head:
            return
        if mention.order is DateOrder.AMBIGUOUS and carrier(release, reading, mention):
            yield release.text[mention.start : mention.end]


def _verdict(weighed: list[tuple[Witness, int]]) -> date | None:
    weights: dict[date, int] = {}
    for witness, weight in weighed:
        weights[witness.value] = weights.get(witness.value, 0) + weight
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _fields(release: Release, facts: Facts) -> list[tuple[Field, Witness]]:
    """Return the metadata that dates the release: one field, or all of a web page, which are often several."""
    found: list[tuple[Field, Witness]] = []
    for field in release.fields:
        if field.name == "date" and field.value:
            day = _field_day(field, release, facts)
            if day is not None:
                found.append((field, Witness(day, "frontmatter", FieldRef(field.key), field.value)))
            if field.origin not in _OF_PAGES:
                break
    return found


def _heard(fields: list[tuple[Field, Witness]], lines: list[Witness]) -> list[Witness]:
    """Return the one witness of the metadata that counts.

    A content system writes down when a page was made or moved: of its days that one counts which the text names too.
    Where the text names another day, readers see that one; unless it lies ahead, as that of an event may.
    """
    if not fields:
        return []
    field, first = fields[0]
    if field.origin not in _OF_PAGES or not lines:
        return [first]
    shown = {line.value for line in lines}
    agreeing = next((witness for _, witness in fields if witness.value in shown), None)
    if agreeing is not None:
        return [agreeing]
    return [first] if min(shown) - first.value > _AHEAD else []


def _made(release: Release, facts: Facts) -> Witness | None:
    """Return when a mail was sent or a version of a news item was made: on the day of the release, or near it."""
    for name in _MADE:
        field = release.field(name)
        if field is not None:
            mail = _MAIL_DATE.match(field.value)
            value = (
                f"{mail[3]}-{_MAIL_MONTHS.index(mail[2]) // 3 + 1:02}-{mail[1]:0>2}T{mail[4]}{mail[5]}" if mail else ""
            )
            day = _field_day(field._replace(value=value) if value else field, release, facts)
            return Witness(day, "sent", FieldRef(field.key), field.value) if day is not None else None
    return None


def _field_day(field: Field, release: Release, facts: Facts) -> date | None:
    """Return the day of a metadata value, in the time zone of the house."""
    stamp = _TIMESTAMP.match(field.value)
    if stamp is None:
        return _written_day(field.value, release, facts.language)
    year, month, day, clock, offset = stamp.groups()
    try:
        if clock is None or offset is None:
            return date(int(year), int(month), int(day))
        hour, _, rest = clock.partition(":")
        offset = offset.replace("Z", "+00:00")
        offset = offset if len(offset) > len("+01") else f"{offset}:00"
        moment = datetime.fromisoformat(f"{year}-{month}-{day}T{hour:0>2}:{rest}{offset}")
    except ValueError:
        return None
    zone = facts.house.timezone or ZONES.get(facts.language, "")
    return _local_day(moment, zone)


def _local_day(moment: datetime, zone: str) -> date:
    if not zone:
        return moment.date()
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - most releases have no timestamp

    try:
        local = moment.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, OverflowError):
        return moment.date()
    # a template with a fixed offset writes winter's in summer too: its author meant the time on the clock
    summer, written = local.dst(), moment.utcoffset()
    fixed = summer and written and written + summer == local.utcoffset()
    return moment.date() if fixed else local.date()


def _written_day(value: str, release: Release, language: str) -> date | None:
    """Return the day of a value in words or numbers, read in the language of the release, else in another."""
    first = (language,) if language in UNKNOWN else UNKNOWN
    for languages in (first, *((other,) for other in UNKNOWN if other not in first)):
        lexer = lexer_for(languages)
        tokens = lexer.tokens(value)
        for mention in days(value, tokens, lexer.shape(value, tokens), lexer):
            if mention.order is DateOrder.AMBIGUOUS or not mention.problem:
                return _day_of(mention, release)
    return None


def _day_of(mention: Mention, release: Release) -> date | None:
    """Return the day that a mention names fully, in a year that can be meant."""
    if mention.year is None or mention.month is None or mention.problem or not 1900 <= mention.year <= LAST_YEAR:
        return None
    day = date(mention.year, mention.month, mention.day)
    return _told(day, mention, release) if mention.order is DateOrder.AMBIGUOUS else day


def _told(day: date, mention: Mention, release: Release) -> date | None:
    """Return the day of ``05/06/2026``, told by its weekday or by the country of the language, or None."""
    swapped = date(day.year, day.day, day.month)
    fitting = [either for either in (day, swapped) if either.weekday() == mention.weekday]
    if len(fitting) == 1:
        return fitting[0]
    field = release.field("language")
    _, _, country = field.value.replace("_", "-").upper().partition("-") if field is not None else ("", "", "")
    if not country or mention.weekday is not None:
        return None
    return swapped if country in _MONTH_FIRST else day


def _lines(release: Release, facts: Facts, *, dated: bool, made: Witness | None) -> Iterator[Witness]:
    """Yield the first date line and the first dateline of the text; ``dated`` tells that the metadata has a date.

    Behind the beginning of the prose a date on a line is rather that of an event: it counts only where nothing else
    dates the release, where no other day stands on such a line, and without a time.
    """
    reading = facts.one(Reading)
    head, limit = _beginning(release), min(_end_of_top(release), _REACH)
    carriers: set[str] = set()
    late: list[tuple[date, Witness]] = []
    for mention in reading.days:
        if mention.start > limit or "dateline" in carriers:
            break
        day = None if mention.joined else _day_of(mention, release)
        kind = carrier(release, reading, mention) if day is not None else ""
        if day is None or not kind or kind in carriers:
            continue
        if made is not None and day > made.value and is_clocked(release, mention):
            continue  # a day and a time behind the one that a mail was sent on are those of an event
        witness = _witness(release, mention, day, kind)
        if mention.start < head or is_announced(release, reading, mention):
            carriers.add(kind)
            yield witness
        elif is_listed(release, reading, mention):
            continue
        elif not (is_heading(release, reading, mention) or is_clocked(release, mention) or mention.weekday is not None):
            late.append((day, witness))
    if not carriers and not dated and len({day for day, _ in late}) == 1:
        yield late[0][1]


def _signed(release: Release, facts: Facts) -> Iterator[Witness]:
    """Yield the date of a letter below its text, or the day that a line there says it was issued on, if just one."""
    reading = facts.one(Reading)
    for is_told in (is_signed, is_issued):
        found = [
            _witness(release, mention, day, LINE)
            for mention in reading.days
            if not mention.joined and (day := _day_of(mention, release)) and is_told(release, reading, mention)
        ]
        if len(found) == 1:
            yield found[0]
            return


def _titled(release: Release, facts: Facts) -> Iterator[Witness]:
    """Yield the day that a web page has in front of its title, set apart: ``08.11.2021 | Fachtag``."""
    field = release.field("title")
    if field is not None and field.origin in _OF_PAGES:
        written, sign, _ = field.value[:40].partition("|")
        if sign and sum(map(str.isdigit, written)) >= len("1999"):
            day = _written_day(written, release, facts.language)
            if day is not None and len(written.split()) <= len(["1.", "May", "1999"]):
                yield Witness(day, "title", FieldRef(field.key), written.strip())


def _witness(release: Release, mention: Mention, day: date, kind: str) -> Witness:
    span = Span(mention.start, mention.end)
    return Witness(day, kind, span, span.of(release.text))


def _beginning(release: Release) -> int:
    """Return the end of the first block of prose: what stands before it, or in it, may date the release."""
    for block in release.blocks:
        if block.kind is BlockKind.HEADING:
            continue
        if block.zone is Zone.LEAD or block.span.length >= _PROSE or _is_sentence(block.span.of(release.text)):
            return block.span.end
    return len(release.text)


def _is_sentence(line: str) -> bool:
    return _STOP.search(line) is not None and _SENTENCE.search(line) is not None


def _end_of_top(release: Release) -> int:
    """Return the offset of the second paragraph: date lines further down belong to something else."""
    paragraphs = [block.span for block in release.blocks if block.span.length >= _PROSE]
    return paragraphs[1].start if len(paragraphs) > 1 else len(release.text)
