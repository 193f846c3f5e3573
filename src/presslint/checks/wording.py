"""Generic checks of wording: a rule brings the words, these look for them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from presslint.checks import Context, When, check
from presslint.checks.exceptions import CONTEXTS, ZONES, Filter
from presslint.errors import PackError
from presslint.model.facts import QuoteFact
from presslint.model.finding import FieldRef, Hit, Proposal, Related
from presslint.model.release import Block
from presslint.model.values import Quoted
from presslint.text.needles import all_spans, held, needles
from presslint.text.patterns import PatternError
from presslint.text.span import SourceSpan, Span

_NO_SWAPS: Mapping[str, str] = MappingProxyType({})
_NO_ZONES: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def _verify(check_name: str, params: Any) -> None:
    """Refuse patterns that may not be run. Compiling, which is slow, waits until a pattern is needed."""
    try:
        for wanted in _groups(params):
            needles(*wanted, ignore_case=params.ignore_case)
        needles((), params.allow, ignore_case=False)
    except PatternError as error:
        raise PackError(f"{check_name}: {error}") from error
    zones = (*params.zones, *params.not_zones, *getattr(params, "zone_patterns", ()))
    for name, known, given in (("zone", ZONES, zones), ("except_in", CONTEXTS, params.except_in)):
        for value in given:
            if value not in known:
                raise PackError(f'{check_name}: {name} "{value}" is none of {", ".join(sorted(known))}')


def _groups(params: Any) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the literals and patterns of a rule, in the groups in which they are looked for."""
    yield getattr(params, "literals", ()), getattr(params, "patterns", ())
    yield tuple(getattr(params, "swap", ())), ()
    yield tuple(word for pair in getattr(params, "pairs", _NO_SWAPS).items() for word in pair), ()
    for table in (getattr(params, "cases", _NO_ZONES), getattr(params, "zone_patterns", _NO_ZONES)):
        for patterns in table.values():
            yield (), patterns


def _first_of_each(found: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Sort matches and leave out those that overlap an earlier, longer one."""
    kept: list[tuple[Span, str]] = []
    for span, value in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, value))
    return kept


# ---- existence


class _ExistenceFields(NamedTuple):
    literals: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    cases: Mapping[str, tuple[str, ...]] = _NO_ZONES
    zone_patterns: Mapping[str, tuple[str, ...]] = _NO_ZONES
    ignore_case: bool = False
    scope: str = "prose"
    zones: tuple[str, ...] = ()
    not_zones: tuple[str, ...] = ()
    except_in: tuple[str, ...] = ("code",)
    allow: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


class Existence(_ExistenceFields):
    """What must not stand in a release.

    ``literals`` are found as whole words; ``patterns`` are regular expressions over lines; ``cases`` are patterns by
    the case of the rule that they are; ``zone_patterns`` are patterns that count in one zone only. ``zones`` and
    ``not_zones`` say where to look, ``except_in`` what to pass over (quotation, link_text, code, address), ``allow``
    patterns of texts that are fine around a match. ``scope`` ``source`` looks at the file instead of the prose.
    ``fields`` names metadata fields to look into as well (``*`` for all), ``values`` whole values that no metadata
    field may have.
    """

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Existence":
        """Check the patterns and names. Raises PackError."""
        self = super().__new__(cls, *args, **kwargs)
        _verify("wording.existence", self)
        if self.scope not in ("prose", "source"):
            raise PackError(f'wording.existence: scope: "{self.scope}" is neither prose nor source')
        return self


def _when(params: Any) -> When:
    """Return what must be there for one of the words or patterns of a rule to be."""
    held_by_all = [held(needles(*wanted, ignore_case=params.ignore_case)) for wanted in _groups(params)]
    held_by_all.append(tuple(f"text:{value}" for value in getattr(params, "values", ())))
    if getattr(params, "scope", "prose") == "source" or None in held_by_all:
        return ()
    return tuple(dict.fromkeys(text for texts in held_by_all if texts for text in texts))


@check("wording.existence", needs=(QuoteFact,), says=("text",), params=Existence, when=_when)
def existence(ctx: Context, params: Existence) -> Iterator[Hit]:
    """Report words and patterns that must not stand in a release."""
    if params.scope == "source":
        text = ctx.release.source.text
        for span, case in _first_of_each(_matches(params, text)):
            yield Hit(SourceSpan(*span), {"text": Quoted(span.of(text))}, case)
        return
    text = ctx.release.text
    found = _matches(params, text)
    for zone, patterns in params.zone_patterns.items():
        wanted = needles((), patterns, ignore_case=params.ignore_case)
        for block in ctx.release.blocks:
            if block.zone == zone:
                found += [(_moved(span, block), "default") for span in all_spans(wanted, block.span.of(text))]
    if found:
        which = _filter(ctx, params)
        counted = [(span, case) for span, case in found if which.counts(span)]
        for span, case in _first_of_each(counted):
            yield Hit(span, {"text": Quoted(span.of(text))}, case)
    if (params.fields or params.values) and ctx.release.fields:
        yield from _in_fields(ctx, params)


def _matches(params: Existence, text: str) -> list[tuple[Span, str]]:
    wanted = needles(params.literals, params.patterns, ignore_case=params.ignore_case)
    found = [(span, "default") for span in all_spans(wanted, text)]
    for case, patterns in params.cases.items():
        wanted = needles((), patterns, ignore_case=params.ignore_case)
        found += [(span, case) for span in all_spans(wanted, text)]
    return found


def _moved(span: Span, block: Block) -> Span:
    return Span(span.start + block.span.start, span.end + block.span.start)


def _filter(ctx: Context, params: Any) -> Filter:
    return Filter(ctx, zones=params.zones, not_zones=params.not_zones, except_in=params.except_in, allow=params.allow)


def _in_fields(ctx: Context, params: Existence) -> Iterator[Hit]:
    """Report each field at most once: its place is the whole field."""
    allowed = needles((), params.allow, ignore_case=False)
    for field in ctx.release.fields:
        text = field.value
        if text in params.values:
            yield Hit(FieldRef(field.key), {"text": Quoted(text)})
        elif "*" in params.fields or field.name in params.fields:
            fine = all_spans(allowed, text) if params.allow else []
            found = [one for one in _matches(params, text) if not any(place.overlaps(one[0]) for place in fine)]
            for span, case in _first_of_each(found)[:1]:
                yield Hit(FieldRef(field.key), {"text": Quoted(span.of(text))}, case)


# ---- substitution


class _SubstitutionFields(NamedTuple):
    swap: Mapping[str, str] = _NO_SWAPS
    ignore_case: bool = True
    zones: tuple[str, ...] = ()
    not_zones: tuple[str, ...] = ()
    except_in: tuple[str, ...] = ("code", "quotation", "address")
    allow: tuple[str, ...] = ()


class Substitution(_SubstitutionFields):
    """What to write instead: ``swap`` maps a wording to the one to use.

    The other parameters are those of ``wording.existence``. A rule of this check has one fix: write the replacement.
    """

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Substitution":
        """Check the patterns and names. Raises PackError."""
        self = super().__new__(cls, *args, **kwargs)
        _verify("wording.substitution", self)
        return self


@check("wording.substitution", needs=(QuoteFact,), says=("text", "replacement"), params=Substitution, when=_when)
def substitution(ctx: Context, params: Substitution) -> Iterator[Hit]:
    """Report a wording for which a better one is known; the capital of a first letter is kept."""
    text = ctx.release.text
    found: list[tuple[Span, str]] = []
    which = _filter(ctx, params)
    for wording, replacement in params.swap.items():
        found += [
            (span, _cased(span.of(text), wording, replacement))
            for span in all_spans(needles((wording,), (), ignore_case=params.ignore_case), text)
            if span.of(text) != replacement and which.counts(span)
        ]
    for span, replacement in _first_of_each(found):
        args = {"text": Quoted(span.of(text)), "replacement": Quoted(replacement)}
        yield Hit(span, args, proposals=(Proposal(((span, replacement),)),))


def _cased(written: str, wording: str, replacement: str) -> str:
    if written[:1].isupper() and wording[:1].islower() and replacement[:1].islower():
        return replacement[:1].upper() + replacement[1:]
    return replacement


# ---- consistency


class _ConsistencyFields(NamedTuple):
    pairs: Mapping[str, str] = _NO_SWAPS
    ignore_case: bool = True
    zones: tuple[str, ...] = ()
    not_zones: tuple[str, ...] = ()
    except_in: tuple[str, ...] = ("code", "quotation", "address")
    allow: tuple[str, ...] = ()


class Consistency(_ConsistencyFields):
    """Spellings of which a release must use one: ``pairs`` maps one to the other."""

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Consistency":
        """Check the patterns and names. Raises PackError."""
        self = super().__new__(cls, *args, **kwargs)
        _verify("wording.consistency", self)
        return self


@check("wording.consistency", needs=(QuoteFact,), says=("text", "other"), params=Consistency, when=_when)
def consistency(ctx: Context, params: Consistency) -> Iterator[Hit]:
    """Report the rarer of two spellings (the later one in a draw), with the first place of the other as related."""
    text = ctx.release.text
    which = _filter(ctx, params)
    hits = []
    for one, other in params.pairs.items():
        both = [
            [
                span
                for span in all_spans(needles((word,), (), ignore_case=params.ignore_case), text)
                if which.counts(span)
            ]
            for word in (one, other)
        ]
        if not all(both):
            continue
        rare, usual = sorted(both, key=lambda spans: (len(spans), -spans[0].start))
        for span in rare:
            args = {"text": Quoted(span.of(text)), "other": Quoted(usual[0].of(text))}
            hits.append(Hit(span, args, related=(Related(usual[0], ""),)))
    yield from sorted(hits, key=lambda hit: hit.at if isinstance(hit.at, Span) else Span(0, 0))
