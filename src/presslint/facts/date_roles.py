"""What a date is for, told from the words in front of it and from how far it lies from the release."""

import re
from datetime import date, timedelta

from presslint.model.facts import DateFact, DateForm, DateRole, Precision
from presslint.model.release import Zone

REACH = 60  # characters in front of a date that may say what it is for
_PAST = timedelta(days=730)

_CUES = re.compile(
    r"(?P<embargo>sperrfrist|sperrvermerk|embargo|nicht vor|frei ab|not for (?:release|publication)|sous embargo)"
    r"|(?P<updated>(?:(?-i:\bStand)|\baktualisiert|\bgeändert|\b(?:last )?(?:updated|revised)|\bmis à jour|\bactualizado|"
    r"\baggiornato|\bbijgewerkt|\batualizado|\bopdateret|\buppdaterad|\bzaktualizowano)(?:[:,\s]{1,3}\w{0,7}){0,3}$)"
    r"|(?P<deadline>(?:annahme|anmelde|einsende|bewerbungs|melde|einreichungs)schluss|\bfrist|sfrist|defrist|deadline|anmeld\w*|bewerb\w*|einsend\w*|einreich\w*|eingereicht|"
    r"abgabe|\brsvp\b|\bappl(?:y|ications?)\b|regist(?:er|rations?)|submi\w+|entries|no later than|spätestens|"
    r"inscri\w+|iscri\w+|candidatur\w*|aanmeld\w*|zgłosz\w*|tilmeld\w*|ansök\w*|anmäl\w*)",
    re.IGNORECASE,
)
# pieces of the words above: where none of them occurs, no pattern is tried
_HINTS = (
    "perr", "mbarg", "icht vor", "rei ab", "not for", "tand", "tualis", "pdate", "evised", "ndert", "jour", "tuali",
    "ggiorn", "ijgewerk", "pdatere", "chluss", "rist", "eadline", "nmeld", "ewerb", "insend", "inreich", "ingereicht",
    "bgabe", "RSVP", "rsvp", "ppl", "egist", "ubmi", "ntries", "later than", "pätestens", "scri", "andidatur", "meld",
    "głosz", "nsök", "nmäl",
)  # fmt: skip
_LIMITS = (
    "bis|bis zum|bis spätestens|bis spätestens zum|bis einschließlich|bis zum einschließlich|spätestens|spätestens am|"
    "spätestens bis|spätestens bis zum|[est]schluss|[est]schluss ist|[est]schluss ist der|frist|frist endet am|by|until|before|is|"
    "no later than|deadline|jusqu'au|avant le|hasta el|antes del|entro il|fino al|tot|tot en met|uiterlijk|do|do dnia|"
    "até|até o|até ao|até dia|senest|inden|senast|till och med"
)
_UNTIL = re.compile(
    rf"(?:\b|(?<=s)|(?<=e))(?:{_LIMITS})[:\s,]{{1,3}}(?:\w{{1,12}},?\s(?:den |dem |the )?)?$", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"[.!?]\s+(?=[A-ZÄÖÜ])|\n")


def role_of(fact: DateFact, before: str, released: date | None, *, timed: bool) -> DateRole:
    """Return the role of a date.

    ``before`` is the text in front of it in its block (the last characters are enough), ``timed`` tells that a time of
    day stands beside it. That a date is the release date itself is for the caller to say.
    """
    if fact.zone is Zone.EMBARGO:
        return DateRole.EMBARGO
    cued = _cued(_CLAUSE_END.split(before[-REACH:])[-1]) if any(hint in before for hint in _HINTS) else None
    if cued is not None and (cued is DateRole.EMBARGO or fact.precision is Precision.DAY):
        return cued
    if released is not None and fact.until is not None and fact.until < released - _PAST:
        return DateRole.HISTORICAL
    if fact.precision is not Precision.DAY:
        return DateRole.PERIOD
    written = fact.form not in (DateForm.RELATIVE, DateForm.WEEKDAY)
    return DateRole.EVENT if written and (fact.weekday is not None or timed) else DateRole.MENTION


def _cued(clause: str) -> DateRole | None:
    """Return the role that the words of the clause in front of a date give it."""
    cue = _CUES.search(clause)
    if cue is None:
        return None
    if cue.lastgroup == "embargo":
        return DateRole.EMBARGO
    if cue.lastgroup == "updated":
        return DateRole.UPDATED
    return DateRole.DEADLINE if _UNTIL.search(clause) else None
