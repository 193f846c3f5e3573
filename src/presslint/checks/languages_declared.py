"""Checks of the language that a release declares: screen readers and search engines take its word for it."""

import re
from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.facts.language import detect
from presslint.model.finding import Confidence, FieldRef, Hit, Proposal
from presslint.model.release import Field, Release
from presslint.model.values import Args, Quoted
from presslint.text.languages import CODES, language_code
from presslint.text.lazy import regex

_KEYS = frozenset({"pdf:Lang", "dc:language", "og:locale", "jsonld.inLanguage"})
_UNDERSCORED = frozenset({"og:locale", "og:locale:alternate"})
_FEWEST_WORDS = 40  # in fewer, the frequent words of a language tell too little
# RFC 5646, 2.1: language, script, region, variants, extensions and private use
_TAG = regex(
    r"(?P<primary>[a-z]{2,3}(?:-[a-z]{3}){0,3})(?:-[a-z]{4})?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3})){0,6}(?:-[a-wyz0-9](?:-[a-z0-9]{2,8}){1,8}){0,4}(?:-x(?:-[a-z0-9]{1,8}){1,8})?"
    r"|x(?:-[a-z0-9]{1,8}){1,8}",
    re.IGNORECASE,
)
# codes of three letters that stand for what has two, as the registry of RFC 5646 wants it
_TWO = {"deu": "de", "ger": "de", "eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it"}
_REGIONS = {"uk": "GB", "en": "GB"}  # what is written for the United Kingdom and is no region
# languages that the frequent words of another one may be taken for
_NEAR = {
    "da": "no nb nn fo is sv",
    "sv": "no nb nn fo is da",
    "de": "lb gsw nds bar als rm yi fy",
    "nl": "af fy li nds vls zea",
    "en": "sco gd ga cy",
    "es": "gl ca ast an eu oc pt lad",
    "pt": "gl ca ast es oc mwl kea",
    "it": "co rm fur sc scn vec nap lmo ca",
    "fr": "oc br co ca wa frp pcd ht",
    "pl": "cs sk hsb dsb csb szl sl hr",
}
_ANY = frozenset({"mul", "und", "zxx", "x"})


@check("languages_declared.tag", says=("text", "tag", "language"), when=("fields", "source:<html", "source:<HTML"))
def tag(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report a declared language that is no language tag, or not the language of the text.

    Case ``malformed`` by RFC 5646 (fix 0 writes the tag that was meant; ``unknown`` where nobody can tell),
    ``contradicts`` where the text of at least 40 words is clearly in another language and in none that is close to the
    declared one (fix 0 writes that), ``missing`` for a whole HTML page that declares none. ``og:locale`` is written
    with an underscore.
    """
    release = ctx.release
    declared = [field for field in release.fields if field.name == "language" or field.key in _KEYS]
    if not declared:
        if _is_page(release):
            yield Hit(None, {"text": Quoted(""), "tag": "", "language": detect(release.text).code}, "missing")
        return
    told: set[str] = set()
    detected: str | None = None
    for field in declared:
        for written in (part.strip() for part in field.value.split(",")):
            if not written or written in told:
                continue
            told.add(written)
            meant = _meant(written, field)
            if meant is not None:
                yield _hit(release, field, written, meant, "malformed")
                continue
            if detected is None:
                detected = _detected(release.text)
            if detected and _contradicts(written, detected):
                yield _hit(release, field, written, detected, "contradicts")


def _meant(written: str, field: Field) -> str | None:
    """Return the tag that was meant where ``written`` is none, empty where nobody knows, None where it is fine."""
    tag = written.replace("_", "-") if field.key in _UNDERSCORED else written
    match = _TAG.fullmatch(tag)
    if match is None:
        return _known(written)
    primary = (match["primary"] or "x").partition("-")[0].lower()
    if primary in _TWO:
        return _TWO[primary] + tag[3:]
    region = (match["region"] or "").lower()
    if primary == "en" and region in _REGIONS:
        return f"en-{_REGIONS[region]}"
    return None if len(primary) != 2 or primary in CODES else _known(written)


def _known(written: str) -> str:
    """Return the tag for a name or a locale: ``de`` for ``Deutsch``, ``de-DE`` for ``de_DE.UTF-8``."""
    code = language_code(written)
    locale = written.partition(".")[0].replace("_", "-")
    match = _TAG.fullmatch(locale)
    is_locale = match is not None and match["region"] and (match["primary"] or "").lower() == code
    return locale if is_locale else code


def _detected(text: str) -> str:
    """Return the language that a text is clearly in, or empty."""
    if text.count(" ") < _FEWEST_WORDS:
        return ""
    language = detect(text)
    return language.code if language.confidence is Confidence.HIGH else ""


def _contradicts(written: str, detected: str) -> bool:
    primary = written.replace("_", "-").partition("-")[0].lower()
    return primary != detected and primary not in _ANY and primary not in _NEAR[detected].split()


def _hit(release: Release, field: Field, written: str, tag: str, case: str) -> Hit:
    args: Args = {"text": Quoted(written), "tag": tag, "language": tag}
    proposals: tuple[Proposal, ...] = ()
    at = field.span
    if tag and at is not None and field.value == written == at.of(release.source.text):
        new = tag.replace("-", "_") if field.key in _UNDERSCORED else tag
        proposals = (Proposal(((at, new),)),)
    return Hit(FieldRef(field.key), args, case if tag else "unknown", proposals=proposals)


def _is_page(release: Release) -> bool:
    return release.format == "html" and "<html" in release.source.text[:4000].lower()
