"""What a date is for, told from the words in front of it and from how far it lies from the release."""

import re
from datetime import date, timedelta

from presslint.model.facts import DateFact, DateForm, DateRole, Precision
from presslint.model.release import Zone

REACH = 60  # characters in front of a date that may say what it is for
_PAST = timedelta(days=730)

_CUES = re.compile(
    r"(?P<embargo>sperrfrist|sperrvermerk|embargo|nicht vor|frei ab|not for (?:release|publication)|sous embargo)"
    r"|(?P<updated>\b(?:stand|aktualisiert|geändert|updated|revised|as of|mis à jour|actualizado|aggiornato|bijgewerkt|"
    r"atualizado|opdateret|uppdaterad|zaktualizowano)\b)"
    r"|(?P<deadline>schluss\b|\bfrist|\w(?:e|s)frist|deadline|anmeld\w*|bewerb\w*|einsend\w*|einreich\w*|eingereicht|"
    r"abgabe|\brsvp\b|\bappl(?:y|ications?)\b|regist(?:er|rations?)|submi\w+|entries|no later than|spätestens|"
    r"inscri\w+|iscri\w+|candidatur\w*|aanmeld\w*|zgłosz\w*|tilmeld\w*|ansök\w*|anmäl\w*)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:\bbis(?: zum| spätestens| einschließlich)?|spätestens(?: am| bis| zum)*|\bby|until|before|no later than|deadline"
    r"(?: is)?|schluss(?: ist)?(?: der)?|frist(?: endet)?(?: am)?|jusqu'au|avant le|hasta el|antes del|entro il|fino al|tot(?: en met)?|"
    r"uiterlijk|do(?: dnia)?|até(?: ao?| dia)?|senest|inden|senast|till och med)[:\s,]{1,3}(?:\w+,?\s(?:den |dem |the )?)?$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.!?]\s+[A-ZÄÖÜ]|\n")


def role_of(fact: DateFact, before: str, released: date | None, *, timed: bool) -> DateRole:
    """Return the role of a date.

    ``before`` is the text in front of it in its block (the last characters are enough), ``timed`` tells that a time of
    day stands beside it. That a date is the release date itself is for the caller to say.
    """
    if fact.zone is Zone.EMBARGO:
        return DateRole.EMBARGO
    clause = before[-REACH:]
    cut = None
    for cut in _CLAUSE_END.finditer(clause):
        pass
    cue = _CUES.search(clause, cut.start() if cut else 0)
    if cue is not None:
        if cue.lastgroup == "embargo":
            return DateRole.EMBARGO
        if cue.lastgroup == "updated" and fact.form is not DateForm.RELATIVE:
            return DateRole.UPDATED
        if cue.lastgroup == "deadline" and _UNTIL.search(clause):
            return DateRole.DEADLINE
    if released is not None and fact.until is not None and fact.until < released - _PAST:
        return DateRole.HISTORICAL
    if fact.precision is not Precision.DAY:
        return DateRole.PERIOD
    if fact.form not in (DateForm.RELATIVE, DateForm.WEEKDAY) and (fact.weekday is not None or timed):
        return DateRole.EVENT
    return DateRole.MENTION
