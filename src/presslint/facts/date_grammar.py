"""The grammar of days: from the shape of a text to the days it names, singly, in lists and in ranges.

It knows no release: a year that is neither written nor given by a neighbour stays open.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from presslint.facts.date_lexer import Lexer, Token
from presslint.facts.date_mentions import Mention, completed, read_numeric, read_part, read_words

_YEAR = "(?:[_,~]Y|_y)?"
_BEFORE = "(?:[Ww][_,;(=])?"
_AFTER = "(?:[(,;][Ww](?![_,;(=][DdFfIoM]))?"
_DMY = f"[Ddo][_~]M{_YEAR}"
_MDY = f"M[_;][dD]{_YEAR}"
_WHOLE = "[FIf]"
_JOIN = "[-&/>,]"

# behind a bare number that ends a list: it belongs to the list only if no thing that is counted follows
_END_OF_LIST = re.compile(
    r"[ \u00a0]*(?:$|[^\w \u00a0]|(?:at|in|from|for|with|on|and|as|to|by|the|will|is|are|was|were|through|until)\b|[A-Z])"
)
_LONE_END = re.compile(
    r"[ \u00a0]*(?:$|[^\w \u00a0]|(?:um|gegen|ab|von|vor|nach|zwischen|in|im|bei|at|from|in|with)\b)"
)
_NO_NOUN = re.compile(r"[ \u00a0]*(?![^\W\d_]|\d)|[ \u00a0]+[a-zäöü]")
_ARTICLES = frozenset({"einem", "einen", "ein", "a"})


class Grammar(NamedTuple):
    """The patterns over shapes for languages that agree on the order of day and month."""

    chain: re.Pattern[str]
    item: re.Pattern[str]


def _grammar(*, month_first: bool) -> Grammar:
    mdy = _MDY if month_first else "(?!)"
    day = "[Ddo](?:[_,]Y)?|p(?=-[Ff])" if month_first else "[Do]|d(?=[-/])|p(?=-[Ff])"
    part = f"{_BEFORE}(?:{day})"
    item = f"{_BEFORE}(?:{_DMY}|{mdy}|{_WHOLE}){_AFTER}"
    later = f"(?:{item}|{part})" if month_first else f"(?:{part}{_JOIN}){{0,9}}{item}"
    group = "(?:[Ww](?:[-&/>,][Ww]){1,6}[_,;(=])?"
    return Grammar(
        re.compile(
            f"(?P<group>{group})(?P<days>(?:{part}{_JOIN}){{0,9}}{item}(?:{_JOIN}{later}){{0,12}})"
            "|(?P<lone>[Ww][_,;(]D)"
        ),
        re.compile(
            f"(?P<before>{_BEFORE})(?:(?P<dmy>{_DMY})|(?P<mdy>{mdy})|(?P<whole>{_WHOLE})|(?P<part>{day}))"
            f"(?P<after>{_AFTER})"
        ),
    )


_DAY_FIRST = _grammar(month_first=False)
_EITHER = _grammar(month_first=True)


def days(text: str, tokens: list[Token], shape: str, lexer: Lexer) -> Iterator[Mention]:
    """Yield the days that ``text`` names, in order, years filled in from their neighbours in lists and ranges.

    A weekday with a bare day number (``Freitag, dem 23.``) is yielded without a month.
    """
    reader = _Reader(text, tokens, shape, lexer)
    for match in reader.grammar.chain.finditer(shape):
        yield from reader.lone(match.start() // 2) if match["lone"] else reader.chain(match)


class _Reader:
    """Reads the chains of days of one text."""

    __slots__ = ("grammar", "lexer", "shape", "slashes_vary", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token], shape: str, lexer: Lexer) -> None:
        self.text = text
        self.tokens = tokens
        self.shape = shape
        self.lexer = lexer
        self.grammar = _EITHER if any(table.month_first for table in lexer.tables) else _DAY_FIRST
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
        if item["before"] and self._is_weekday(self.tokens[first - 1], self.shape[item.start(kind) - 1]):
            mention = mention.bound(self.tokens[first - 1])
        if mention.weekday is None and item["after"]:
            mention = self._with_weekday_behind(mention, (item.end() - 1) // 2, item["after"][0])
        if kind == "mdy" and self._counts_things(mention, parts):
            return None
        return mention

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

    def lone(self, index: int) -> list[Mention]:
        """Read a weekday with a day number and no month."""
        weekday, token = self.tokens[index : index + 2]
        mention = read_part([token])
        gap = self.shape[index * 2 + 1]
        if mention is None or not self._is_weekday(weekday, gap):
            return []
        german = gap == ";" and self.grammar is _DAY_FIRST
        if not (_NO_NOUN if german else _LONE_END).match(self.text, token.end) or (
            gap != ";" and self.grammar is _EITHER
        ):
            return []
        return [mention.bound(weekday)]
