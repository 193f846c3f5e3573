"""What a date is for, told from the words in front of it."""

import re

from presslint.model.facts import DateRole
from presslint.text.lazy import regex

REACH = 60  # characters in front of a date that may say what it is for

_CUES = regex(
    r"(?P<embargo>sperrfrist|sperrvermerk|embargo|nicht vor|frei ab|not for (?:release|publication)|sous embargo)"
    r"|(?P<updated>(?:(?-i:\bStand)|\baktualisiert|\bgeändert|\b(?:last )?(?:updated|revised)|\bmis à jour|"
    r"\bactualizado|\baggiornato|\bbijgewerkt|\batualizado|\bopdateret|\buppdaterad|\bzaktualizowano)(?:[:,\s]{1,3}\w{0,7}){0,3}$)"
    r"|(?P<deadline>(?:annahme|anmelde|einsende|bewerbungs|melde|einreichungs)schluss|\bfrist|sfrist|defrist|deadline|anmeld\w*|bewerb\w*|einsend\w*|einreich\w*|eingereicht|"
    r"abgabe|\brsvp\b|\bappl(?:y|ications?)\b|regist(?:er|rations?)|submi\w+|entries|no later than|spätestens|"
    r"inscri\w+|iscri\w+|candidatur\w*|teilnahmeschluss|"
    r"\bmelde[nt]? (?:\w{2,12} )?sich\b|\bsign up|aanmeld\w*|zgłosz\w*|tilmeld\w*|ansök\w*|anmäl\w*)",
    re.IGNORECASE,
)
# how the words above begin: where no word in front of a date begins so, no pattern is tried
_BEGINNINGS = (
    "sper emba nich frei not sous stan aktu geän upda revi last mis actu aggi bijg atua opda uppd zakt dead anme bewe "
    "eins einr eing abga teil meld sign rsvp appl regi subm entr late spät insc iscr cand aanm zgło tilm ansö anmä"
)
_STEMS = frozenset(_BEGINNINGS.split())

_LIMITS = (
    "bis|bis zum|bis spätestens|bis spätestens zum|bis einschließlich|bis zum einschließlich|spätestens|spätestens am|"
    "spätestens bis|spätestens bis zum|by|until|before|no later than|deadline|deadline is|deadline for|"
    "jusqu'au|avant le|hasta el|antes del|entro il|fino al|tot|tot en met|uiterlijk|do|do dnia|"
    "até|até o|até ao|até dia|senest|inden|senast|till och med"
)
_CLOSING = r"(?:(?<=s)|(?<=[^b]e))schluss|frist"  # Anmeldeschluss, but no Beschluss
_UNTIL = regex(
    rf"(?:\b(?:{_LIMITS})|(?:{_CLOSING})(?: ist| endet| läuft)?(?: der| am| bis)?(?: zum)?)[:\s,]{{1,3}}"
    r"(?:\w{1,12},?\s(?:den |dem |the )?)?$",
    re.IGNORECASE,
)
# what ends with a day: "Applications close 20 June", "Submissions are due on Friday, 20 June"
_CLOSES = regex(
    r"\b(?:applications?|registrations?|submissions?|entries)(?: \w{2,12}){0,3}? (?:closes?|ends?|due)"
    r"(?: on| by)?:?\s(?:\w{3,9},?\s)?$",
    re.IGNORECASE,
)
# what is held on a day: „findet am", "takes place on", "The conference on"
_HELD = regex(
    r"\b(?:findet|finden|takes? place|held|(?:event|conference|concert|festival|fair|ceremony|exhibition|workshop|"
    r"meeting|lecture|gala)(?: is| will be)?)(?: \w{2,14}){0,3}? (?:am|on)\s(?:\w{3,10},?\s)?(?:den |dem |the )?$",
    re.IGNORECASE,
)
_HELD_BEHIND = regex(r",? (?:findet|finden)\b")
_CLAUSE_END = regex(r"[.!?]\s+(?=[A-ZÄÖÜ])|\n")


def cued_role(before: str) -> DateRole | None:
    """Return the role that the words in front of a date give it: embargo, updated, deadline, or None.

    ``before`` is the text in front of it in its block, of which the last ``REACH`` characters matter.
    """
    lowered = before.lower()
    if "frist" not in lowered and "schluss" not in lowered:
        stems = {word.lstrip('(„“"»«')[:4] for word in lowered.split()}
        if _STEMS.isdisjoint(stems):
            return None
    clause = _CLAUSE_END.split(before[-REACH:])[-1]
    cue = _CUES.search(clause)
    if cue is None:
        return None
    if cue.lastgroup == "embargo":
        return DateRole.EMBARGO
    if cue.lastgroup == "updated":
        return DateRole.UPDATED
    return DateRole.DEADLINE if _UNTIL.search(clause) or _CLOSES.search(clause) else None


def is_held(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a date from ``start`` to ``end`` say that something is held on it."""
    return bool(_HELD.search(text[max(0, start - REACH) : start]) or _HELD_BEHIND.match(text, end))
