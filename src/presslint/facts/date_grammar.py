"""The grammar of days: from the shape of a text to the days it names, singly, in lists and in ranges.

It knows no release: a year that is neither written nor given by a neighbour stays open.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from presslint.facts.date_lexer import Lexer, Token
from presslint.facts.date_mentions import Mention, completed, read_numeric, read_part, read_words

_YEAR = "(?:[_,~]Y|_y)?"
_BEFORE = "(?:[Ww][_,;(=-])?"
_AFTER = "(?:[(,;=][Ww](?![_,;(=-][DdFfIJoM]))?"
_DMY = f"[Ddo][_~]M{_YEAR}"
_MDY = f"M[_;][dD]{_YEAR}"
_WHOLE = "[FIJf]"
_JOIN = "[-&/>,]"

# behind a bare number that ends a list: it belongs to the list only if no thing that is counted follows
_END_OF_LIST = re.compile(
    r"[ \u00a0]*(?:$|[^\w \u00a0]|[A-Z]"
    r"|(?:at|in|from|for|with|on|and|as|to|by|the|will|is|are|was|were|through|until)\b)"
)
_LONE_END = re.compile(
    r"[ \u00a0]*(?:$|[^\w \u00a0]|(?:um|gegen|ab|von|vor|nach|zwischen|in|im|bei|at|from|in|with)\b)"
)
_NO_NOUN = re.compile(r"[ \u00a0]*(?:$|[^\w \u00a0%€°$-])|[ \u00a0]+(?!mal\b|prozent\b|uhr\b)[a-zäöü]")
# the night before the day that is named: its date may be that of either
_NIGHT_TO = re.compile(
    r"(?:Nacht (?:zum|zu|auf|auf den)|night (?:to|before)|nuit (?:à|au)|natten till|natten til)[ \u00a0]$",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"einem", "einen", "ein", "a"})


class Grammar(NamedTuple):
    """The patterns over shapes for languages that agree on the order of day and month."""

    chain: re.Pattern[str]
    item: re.Pattern[str]


def _grammar(*, month_first: bool, bare: bool) -> Grammar:
    """Return the patterns. ``bare`` languages write the days of a list as plain numbers."""
    mdy = _MDY if month_first else "(?!)"
    day = "[Ddo](?:[_,]Y)?" if month_first else "[Ddo]" if bare else "[Do]|d(?=[-/])"
    day += "|p(?=-[Ff])"
    part = f"{_BEFORE}(?:{day})"
    item = f"{_BEFORE}(?:{_DMY}|{mdy}|{_WHOLE}){_AFTER}"
    later = f"(?:{item}|{part})" if month_first else f"(?:{part}{_JOIN}){{0,9}}{item}"
    group = "(?:[Ww](?:[-&/>,][Ww]){1,6}[_,;(=])?"
    return Grammar(
        re.compile(
            f"(?P<group>{group})(?P<days>(?:{part}{_JOIN}){{0,9}}{item}(?:{_JOIN}{later}){{0,12}})"
            r"|(?P<lone>[Ww][_,;(]D_D(?!_M)|[Ww][_,;(][Dp]|[Ww]\(d|D[-&]D|[Dp]|d/d)"
        ),
        re.compile(
            f"(?P<before>{_BEFORE})(?:(?P<dmy>{_DMY})|(?P<mdy>{mdy})|(?P<whole>{_WHOLE})|(?P<part>{day}))"
            f"(?P<after>{_AFTER})"
        ),
    )


_DOTTED = _grammar(month_first=False, bare=False)
_BARE = _grammar(month_first=False, bare=True)
_EITHER = _grammar(month_first=True, bare=True)


def days(text: str, tokens: list[Token], shape: str, lexer: Lexer) -> Iterator[Mention]:
    """Yield the days that ``text`` names, in order, years filled in from their neighbours in lists and ranges.

    A day number alone (``Freitag, dem 23.``, ``am 15.``) is yielded without a month.
    """
    reader = _Reader(text, tokens, shape, lexer)
    for match in reader.grammar.chain.finditer(shape):
        lone = match["lone"]
        yield from reader.lone(match.start() // 2, lone) if lone else reader.chain(match)


def _grammar_of(lexer: Lexer) -> Grammar:
    if any(table.month_first for table in lexer.tables):
        return _EITHER
    return _DOTTED if any(table.suffixes == r"\." for table in lexer.tables) else _BARE


class _Reader:
    """Reads the chains of days of one text."""

    __slots__ = ("grammar", "lexer", "shape", "slashes_vary", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token], shape: str, lexer: Lexer) -> None:
        self.text = text
        self.tokens = tokens
        self.shape = shape
        self.lexer = lexer
        self.grammar = _grammar_of(lexer)
        self.slashes_vary = any(not table.slash_order for table in lexer.tables)

    def chain(self, match: re.Match[str]) -> list[Mention]:
        mentions: list[Mention] = []
        place, last = match.span("days")
        while place < last:
            item = self.grammar.item.match(self.shape, place, last)
            if item is None:  # pragma: no cover: a chain is made of items
                break
            mention = self._mention(item)
            if mention is not None and self._belongs(mention, mentions, item, last):
                mentions.append(mention._replace(joined=self.shape[place - 1] if mentions else ""))
            place = item.end() + 1
        mentions = completed(mentions)
        if mentions and all(mention.vague for mention in mentions) and not self._is_shown(mentions):
            return []
        group = match["group"]
        return self._with_group(mentions, match.start("group"), group) if group and mentions else mentions

    def _mention(self, item: re.Match[str]) -> Mention | None:
        kind = "dmy" if item["dmy"] else "mdy" if item["mdy"] else "whole" if item["whole"] else "part"
        first, last = item.start(kind) // 2, (item.end(kind) - 1) // 2
        parts = self.tokens[first : last + 1]
        if kind == "whole":
            mention = read_numeric(parts[0], self.text, either_order=self.slashes_vary)
        elif kind == "part":
            mention = read_part(parts)
        else:
            mention = read_words(parts, self.text, month_first=kind == "mdy")
        if mention is None:
            return None
        if item["before"]:
            mention = self._with_weekday(mention, self.tokens[first - 1], self.shape[item.start(kind) - 1])
        if mention.weekday is None and item["after"]:
            mention = self._with_weekday_behind(mention, (item.end() - 1) // 2, item["after"][0])
        if kind == "mdy" and self._counts_things(mention, parts):
            return None
        return mention

    def _with_weekday(self, mention: Mention, token: Token, gap: str) -> Mention:
        """Return the day with the weekday in front of it, where that belongs to it."""
        if not self._is_weekday(token, gap):
            return mention
        between = self.text[token.end : mention.start]
        if gap == "-" and between.strip().isalpha():
            return mention  # "Freitag bis 3. Mai": two days
        if gap == "=" and "\n" in between and self.text[max(0, token.start - 1) : token.start] not in ("", "\n"):
            return mention  # the line before ends with a weekday of its own
        bound = self._closed(mention.bound(token), gap)
        if _NIGHT_TO.search(self.text, max(0, token.start - 24), token.start):
            return bound._replace(weekday=(token.value[0] - 1) % 7, night=True)
        return bound

    def _closed(self, mention: Mention, gap: str) -> Mention:
        """Take the closing bracket in that belongs to the one between weekday and date."""
        closes = gap == "(" and self.text[mention.end : mention.end + 1] == ")"
        return mention._replace(end=mention.end + 1) if closes else mention

    def _is_weekday(self, token: Token, gap: str) -> bool:
        """Tell whether a word in front of a date is its weekday there, and not a word or part of a name."""
        if token.kind == "w":  # "So", "Do", "Sun" are words
            return not token.value[1] or gap == "," or self.text[token.end - 1] == "."
        if not self.lexer.cues.feasts:
            return True
        before = self.text[max(0, token.start - 12) : token.start].lower().split()
        return not before or before[-1] not in self.lexer.cues.feasts

    def _with_weekday_behind(self, mention: Mention, index: int, gap: str) -> Mention:
        token = self.tokens[index]
        behind = self.text[token.end : token.end + 1]
        if gap == "(":
            return mention.bound(token, end=token.end + 1) if behind == ")" else mention
        if gap == "=":  # the next cell of a table
            fits = "\t" in self.text[mention.end : token.start] and behind in ("", "\t", "\n")
            return mention.bound(token, end=token.end) if fits else mention
        if token.kind != "W" or behind not in ",;:.)\n\t" or self.shape[index * 2 + 1 : index * 2 + 2] in list("-&/>"):
            return mention
        if gap == ";" and self.text[mention.end : token.start].split()[-1] not in _ARTICLES:
            return mention
        return mention.bound(token, end=token.end)

    def _counts_things(self, mention: Mention, parts: list[Token]) -> bool:
        """Tell whether ``June 10`` is a month and a number of things: "In June 10 people died"."""
        if mention.year is not None or mention.weekday is not None or parts[1].kind == "D":
            return False
        before = self.text[max(0, mention.start - 8) : mention.start].split()
        return before[-1:] in (["in"], ["In"]) and not _END_OF_LIST.match(self.text, mention.end)

    def _belongs(self, mention: Mention, before: list[Mention], item: re.Match[str], last: int) -> bool:
        """Tell whether a bare number in a chain is one of its days."""
        if not item["part"] or mention.month is not None or mention.weekday is not None:
            return True
        if before and item.end() == last:
            return mention.year is not None or bool(_END_OF_LIST.match(self.text, mention.end))
        if self.tokens[item.end() // 2].kind == "d" and self.shape[item.end() : item.end() + 1] == ",":
            return "&" in self.shape[item.end() : last]  # "Room 3, 5 May" is no list
        gap = self.text[mention.end : mention.end + 3]
        if before or self.text[mention.end - 1] in ".º" or not gap.startswith((" -", " –", " —")):
            return True
        # "Room 10 – 5 May 2018": a number, a dash and a date
        following = self.tokens[item.end() // 2 + 1].value
        return bool(following) and mention.day < following[0]

    def _is_shown(self, mentions: list[Mention]) -> bool:
        """Tell whether something besides the digits shows that these are days: a weekday, a word in front, brackets."""
        if any(mention.weekday is not None for mention in mentions):
            return True
        start, end = mentions[0].day_start, mentions[-1].day_end
        before, behind = self.text[max(0, start - 14) : start].lower(), self.text[end : end + 1]
        if before.endswith("(") and behind in ("", ")", ",", ";"):
            return True
        if before[-1:] in ("", "\n") and behind in ("", "\n") and mentions[-1].year is not None:
            return True  # a line of its own
        word = before.split()[-1:]
        return bool(word) and before[-1:].isspace() and word[0].lstrip("(") in self.lexer.cues.before

    def _with_group(self, mentions: list[Mention], start: int, group: str) -> list[Mention]:
        """Bind ``Montag bis Freitag`` in front of ``19.–23. Februar`` to the first and the last day."""
        if any(mention.weekday is not None for mention in mentions):
            return mentions
        first = start // 2
        weekdays = self.tokens[first : first + len(group) // 2]
        if len(weekdays) == len(mentions):
            pairs = dict(enumerate(weekdays))
        elif len(weekdays) == 2 and len(mentions) > 2 and group[1] == "-":
            pairs = {0: weekdays[0], len(mentions) - 1: weekdays[1]}
        elif len(mentions) == 1 and group[1] == ">":
            # one night and two days: the date may be either
            night = mentions[0].bound(weekdays[-1])
            return [night._replace(weekday=(weekdays[-1].value[0] - 1) % 7, night=True)]
        elif len(mentions) == 1 and (group[-1] == ";" or self._repeats_preposition(weekdays)):
            pairs = {0: weekdays[-1]}
        else:
            return mentions
        for index, token in pairs.items():
            bound = mentions[index].bound(token)
            mentions[index] = bound if len(mentions) == 1 else bound._replace(start=mentions[index].start)
        return mentions

    def _repeats_preposition(self, weekdays: list[Token]) -> bool:
        """Tell whether the last weekday is a phrase of its own: „am Montag und am Dienstag, 5. August"."""
        between = self.text[weekdays[-2].end : weekdays[-1].start].split()
        return between[-1:] in (["am"], ["on"])

    def lone(self, index: int, kind: str) -> list[Mention]:
        """Read a day that lacks its month (``Freitag, dem 23.``, ``am 15.``), or the dot behind it (``am 22.04``)."""
        first, last = self.tokens[index], self.tokens[index + len(kind) // 2]
        if kind.endswith("D_D"):  # „Freitag, 2. 3."
            day = self.tokens[index + 1]
            last = Token("f", day.start, last.end, (*day.value, *last.value))
        if first.kind in "Ww":
            return self._lone_with_weekday(first, last, kind[1])
        word = self.text[max(0, first.start - 6) : first.start].lower().split()[-1:]
        if not word or word[0] not in self.lexer.cues.on or not _NO_NOUN.match(self.text, last.end):
            return []
        if first.kind == "D":  # in German a noun that is counted has a capital; elsewhere any word may be one
            return self._lone_numbers(first, last, kind) if "de" in self.lexer.languages else []
        if kind == "d/d" and last.end - first.start <= len("3/4"):  # a fraction
            return []
        values = first.value if first is last else (*first.value, *last.value)
        mention = read_part([Token("p" if len(values) == 2 else "D", first.start, last.end, values)])
        return [] if mention is None else [mention]

    def _lone_numbers(self, first: Token, last: Token, kind: str) -> list[Mention]:
        mentions = [read_part([token]) for token in ((first,) if first is last else (first, last))]
        found = [mention for mention in mentions if mention is not None]
        return [mention._replace(joined=kind[1] if index else "") for index, mention in enumerate(found)]

    def _lone_with_weekday(self, weekday: Token, token: Token, gap: str) -> list[Mention]:
        mention = read_part([token])
        if mention is None or not self._is_weekday(weekday, gap):
            return []
        if token.kind == "d":  # "sexta-feira (23)"
            fits = self.text[token.end : token.end + 1] == ")" and not {"pt", "es"}.isdisjoint(self.lexer.languages)
            return [self._closed(mention.bound(weekday), gap)] if fits else []
        if gap == ";":
            end = _NO_NOUN if self.grammar is _DOTTED else _LONE_END
        elif token.kind in "Df" and self.grammar is _DOTTED:
            end = _LONE_END
        else:
            return []
        return [mention.bound(weekday)] if end.match(self.text, token.end) else []
