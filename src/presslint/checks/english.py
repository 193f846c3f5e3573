"""How English says that something has happened or is still to come, read from the neighbours of a date."""

import re
from functools import lru_cache
from typing import NamedTuple

from presslint.checks import markers
from presslint.checks.neighbours import NEAR, Neighbours
from presslint.text.lazy import regex
from presslint.text.span import Span

_PART = r"(?:(?:the\s+)?(?:early|late|mid|fall|spring|summer|winter)[\s-]+(?:of\s+)?)?"
_ON = rf"(?:\b(?:on|in|In|On|from)\s+{_PART}(?:the\s+)?)"
_PLACE = r"(?:\s+(?:in|at)(?:\s+[A-Z][\w.-]*){1,3}|\s+(?:here|there|back))?"
_SINCE = regex(r"\b(?P<word>[Ss]ince)\s+(?:the\s+)?(?:(?:early|late|mid|end of|beginning of)[\s-]+)?$")
_OPENING = regex(rf"[\s\"“(*•–-]*(?:{_ON})?")
_RELATIVE = regex(
    r"\b(?:who|which|that|will|would|may|might|can|could|should|must|shall|to|if|when|after|before|until|[A-Z]?because)\b"
)
_CONDITION = regex(r"\b(?:if|when|once|until|unless|as soon as|will have|would have|to have)\b", re.IGNORECASE)


# what is done on a day, with its object between: „signed the contract on May 3"; of what may be dated itself („approved
# the meeting on May 3", „presented the concert") only what cannot take place
_NO_OBJECT = r"(?!(?:for|to|of|in|on|at|with|from|and|that|which|who)\b)"
_WITH_OBJECT = regex(
    r"(?P<front>(?:[\w’'-]+\s+){0,2})\b(?P<word>signed|launched|opened|completed|founded|inaugurated|unveiled|acquired"
    r"|delivered|published|released|visited|ran|bought|sold|lost"
    r"|won(?=\s+\w+\s+(?:[\w’'-]+\s+){0,2}(?:cup|title|prize|award|medal|championship|contract|election|race)\b)"
    r"|(?:approved|adopted|passed|rejected)(?=\s+\w+\s+(?:[\w’'-]+\s+){0,2}"
    r"(?:plans?|budget|law|bill|motion|resolution|proposal|merger|deal|strategy|report|accounts|ordinance|measure)\b)"
    rf")\s+(?:the|its|their|a|an|his|her|our)(?:\s+{_NO_OBJECT}[\w’'-]+){{1,3}}{_PLACE}\s+{_ON}$"
)
# „decided on May 3 as the day of the fair": there the date itself is what is decided on
_CHOSEN = regex(r",?\s+(?:as|for)\b")
# how figures moved: „rose by 3 percent in August"
_FIGURES = regex(
    r"(?P<front>(?:[\w’'-]+\s+){0,2})\b(?P<word>rose|fell|grew|declined|dropped|increased|decreased|climbed|slipped)"
    r"(?:\s+(?:by\s+)?[\d.,]+\s?(?:%|per\s?cent|percentage points|points))?"
    rf"(?:\s+(?:slightly|sharply|again|further|to\s+[$€£]?[\d.,]+(?:\s+\w+)?))?\s+{_ON}$"
)


class _Patterns(NamedTuple):
    past_before: re.Pattern[str]
    passive_before: re.Pattern[str]
    past_after: re.Pattern[str]
    not_yet: re.Pattern[str]
    plans: re.Pattern[str]


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=8)
def _patterns(past: tuple[str, ...], participles: tuple[str, ...]) -> _Patterns:
    finite = _any((*markers.words(markers.ENGLISH_PAST), *past))
    passive = rf"(?:was|were)\s+(?:\w+ly\s+)?(?:{_any((*markers.words(markers.ENGLISH_PARTICIPLES), *participles))})"
    return _Patterns(
        past_before=regex(rf"(?P<front>(?:[\w’'-]+\s+){{0,2}})\b(?P<word>{finite}){_PLACE}\s+{_ON}$"),
        passive_before=regex(rf"\b(?P<word>{passive}){_PLACE}\s+{_ON}$"),
        past_after=regex(
            rf",?\s+(?P<subject>(?:[\w’'.-]+\s+){{1,7}}?)(?P<word>{finite}|{passive}|was|were|had)\b(?P<rest>[^.;]{{0,40}})"
        ),
        not_yet=regex(rf"\b(?:{_any(markers.words(markers.ENGLISH_NOT_YET))})\s*$", re.IGNORECASE),
        plans=regex(rf"\s*(?:not\s+)?(?:\w+ly\s+)?(?:{_any(markers.words(markers.ENGLISH_PLANS))})\b", re.IGNORECASE),
    )


def done(around: Neighbours, past: tuple[str, ...] = (), participles: tuple[str, ...] = ()) -> Span | None:
    """Return the words that tell what is dated as done, or None. ``past`` and ``participles`` are further words."""
    patterns = _patterns(past, participles)
    if found := _SINCE.search(around.before, len(around.before) - NEAR):
        return around.in_before(found, "word")
    if _CONDITION.search(around.before):
        return None
    if found := patterns.passive_before.search(around.before, len(around.before) - NEAR):
        return around.in_before(found, "word")
    for pattern in (patterns.past_before, _WITH_OBJECT, _FIGURES):
        found = pattern.search(around.before, len(around.before) - NEAR)
        if found is None or (found["word"] == "decided" and _CHOSEN.match(around.after)):
            continue
        if not any(patterns.not_yet.match(word) for word in found["front"].split()):
            return around.in_before(found, "word")
    if _OPENING.fullmatch(around.before) and (found := patterns.past_after.match(around.after)):
        plan = patterns.plans.match(found["rest"]) or _RELATIVE.search(found["subject"])
        return None if plan else around.in_after(found, "word")
    return None


_WILL_BEFORE = regex(
    r"\b(?P<word>will\s+(?:be\s+)?(?:held|take\s+place|begin|start|open|meet|host|launch|hold|kick\s+off)"
    r"|takes?\s+place|join\s+us|please\s+join\s+us)(?:\s+[\w’'-]+){0,6}?\s+(?:on|from)\s+$"
)
_WILL_AFTER = regex(r",?\s+(?:[\w’'.-]+\s+){1,7}?(?P<word>will)\s+(?!have\b|always\b|be\s+remembered)")


def coming(around: Neighbours) -> Span | None:
    """Return the words that announce what is dated, or None."""
    if found := _WILL_BEFORE.search(around.before, len(around.before) - NEAR):
        return around.in_before(found, "word")
    if _OPENING.fullmatch(around.before) and (found := _WILL_AFTER.match(around.after)):
        return around.in_after(found, "word")
    return None
