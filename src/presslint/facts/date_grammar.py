"""The grammar of days: from the shape of a text to the days it names, singly, in lists and in ranges.

It knows no release: a year that is neither written nor given by a neighbour stays open.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from presslint.facts.date_lexer import BREAK, Lexer
from presslint.facts.date_mentions import Mention, completed, judged, read_named, read_numeric, read_part, read_words
from presslint.facts.date_patterns import Token
from presslint.model.facts import DateForm
from presslint.text.lazy import regex

_YEAR = "(?:[_,~]Y|[_,]y_d|_y)?"  # 202 3: a year that was split
_BEFORE = "(?:[Ww][_,;(=-])?"
_AFTER = "(?:[(,;=][Ww](?![_,;(=-][DdFfIJoM]))?"
_DMY = f"[Ddo][_~]M{_YEAR}"
_MDY = f"M[_;][dD]{_YEAR}"
_WHOLE = "[FIJf]"
_NAMED = "d[-/]M[-/]Y|M[-/]d[-/]Y|Y[-/]M[-/][dD]|Y[-/]d[-/]M|M[-/]Y[-/][dD]|d[-/]Y[-/]M"
_SPOKEN = "[Do][_/]o|o[_/]D"  # „am siebten vierten"
_JOIN = "[-&/>,]"

# behind a bare number that ends a list: it belongs to the list only if no thing that is counted follows
_END_OF_LIST = regex(
    r"[ \u00a0]*(?:$|[^\w \u00a0]|[A-Z]"
    r"|(?:at|in|from|for|with|on|and|as|to|by|the|will|is|are|was|were|through|until)\b)"
)
_LONE_END = regex(r"[ \u00a0]*(?:$|[^\w \u00a0]|(?:um|gegen|ab|von|vor|nach|zwischen|in|im|bei|at|from|in|with)\b)")
_NO_NOUN = regex(r"[ \u00a0]*(?:$|[^\w \u00a0%€°$-])|[ \u00a0]+(?!mal\b|prozent\b|uhr\b)[a-zäöü]")
# the night before the day that is named: its date may be that of either
_NIGHT_TO = regex(
    r"(?:Nacht (?:zum|zu|auf|auf den)|night (?:to|before)|nuit (?:à|au)|natten till|natten til)[ \u00a0]$",
    re.IGNORECASE,
)
# cells above a date that is another one than the weekday beside it tells
_OTHER_COLUMN = regex(
    r"frist|schluss\b|anmeld|bewerb|abgabe|einsend|storn|deadline|closing|registr|apply|applications|\bdue\b|rsvp",
    re.IGNORECASE,
)
_IS = regex(r",?[ \u00a0](?:ist|fällt auf|is|falls on)(?: a| ein(?:en)?)?[ \u00a0]$")
_LOWER_BEFORE = regex(r"(?:^|[^\w\s][\s\u00a0*_]*|[\n\t]|\b(?!the )[a-zäöü]{1,20}[ \u00a0])$")
_VERB = regex(
    r"[ \u00a0](?!um\b|ab\b|von\b|gegen\b|in\b|im\b|bei\b|und\b|bis\b|mit\b)[a-zäöü]{3}"
)  # „So 3. Mai begann …": a word
# in front of a date with two digits for its year, on a line with nothing else: „Datum: 20.03.09", „Bern, 20.03.09"
_LINE_HEAD = regex(
    r"(?:datum|date|data|fecha|dato)[ \u00a0]?:?[ \t\u00a0]{1,4}"
    r"|(?-i:[A-ZÄÖÜ])[\w .-]{2,30},[ \u00a0](?:den[ \u00a0])?",
    re.IGNORECASE,
)
_LONGEST_COPULA = 20
_DAYLIKE = frozenset("DMopFIJf")  # tokens of which a date has one, unless it is a fraction or a number in brackets
_ARTICLES = frozenset({"einem", "einen", "ein", "a"})


class Grammar(NamedTuple):
    """The patterns over shapes for languages that agree on the order of day and month."""

    chain: re.Pattern[str]
    item: re.Pattern[str]


def head_of(text: str, row: int, column: int) -> str:
    """Return the cell in the first row of a table, above that of the row that begins at an offset, or nothing."""
    head = ""
    while row > 0:
        start = text.rfind("\n", 0, row - 1) + 1
        line = text[start : row - 1]
        if line and "\t" not in line:
            break
        row, head = start, line or head
    cells = head.split("\t")
    return cells[column] if column < len(cells) else ""


def _grammar(*, month_first: bool, bare: bool) -> Grammar:
    """Return the patterns. ``bare`` languages write the days of a list as plain numbers."""
    mdy = _MDY if month_first else "(?!)"
    day = "[Ddo](?:[_,]Y)?" if month_first else "[Ddo]" if bare else "[Do]|d(?=[-/])"
    day += "|p(?=-[Ff])"
    part = f"{_BEFORE}(?:{day})"
    item = f"{_BEFORE}(?:{_NAMED}|{_DMY}|{mdy}|{_WHOLE}){_AFTER}"
    later = f"(?:{item}|{part})" if month_first else f"(?:{part}{_JOIN}){{0,9}}{item}"
    group = "(?:[Ww](?:[-&/>,][Ww]){1,6}[_,;(=])?"
    return Grammar(
        regex(
            f"(?P<group>{group})(?P<days>(?:{part}{_JOIN}){{0,9}}{item}(?:{_JOIN}{later}){{0,12}})"
            rf"|(?P<lone>[Ww][_,;](?:{_SPOKEN})(?:_Y)?|[Ww][_,;(]D_D(?![_~]M)|[Ww][_,;(][Dp]|[Ww]\(d"
            rf"|(?:{_SPOKEN})(?:_Y)?|D_D(?![_~]M)|D[-&]D|[Dp]|d/d)"
        ),
        regex(
            f"(?P<before>{_BEFORE})(?:(?P<named>{_NAMED})|(?P<dmy>{_DMY})|(?P<mdy>{mdy})|(?P<whole>{_WHOLE})|(?P<part>{day}))"
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
    end = -1
    for stretch in shape.split(BREAK):  # no date reaches over a break, and few stretches can hold one
        start, end = end + 1, end + 1 + len(stretch)
        if _DAYLIKE.isdisjoint(stretch) and "d/d" not in stretch and "(d" not in stretch:
            continue
        for match in reader.grammar.chain.finditer(shape, start, end):
            lone = match["lone"]
            if lone:
                yield from map(judged, reader.lone(match.start() // 2, lone))
            else:
                yield from reader.chain(match)


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
                mentions.append(mention._replace(joined=self.shape[place - 1]) if mentions else mention)
            place = item.end() + 1
        mentions = completed(mentions)
        if mentions and all(mention.vague for mention in mentions) and not self._is_shown(mentions):
            return []
        group = match["group"]
        return self._with_group(mentions, match.start("group"), group) if group and mentions else mentions

    def _mention(self, item: re.Match[str]) -> Mention | None:
        kind = "dmy" if item["dmy"] else next(kind for kind in ("named", "mdy", "whole", "part") if item[kind])
        first, last = item.start(kind) // 2, (item.end(kind) - 1) // 2
        parts = self.tokens[first : last + 1]
        if kind == "whole":
            mention = read_numeric(parts[0], self.text, either_order=self.slashes_vary)
        elif kind == "named":
            mention = read_named(parts, self.text)
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
        if mention.weekday is None and mention.month is not None:
            mention = self._with_weekday_told(mention, last + 1)
        if kind == "mdy" and self._counts_things(mention, parts):
            return None
        return mention

    def _with_weekday(self, mention: Mention, token: Token, gap: str) -> Mention:
        """Return the day with the weekday in front of it, where that belongs to it."""
        numeric = mention.form is DateForm.NUMERIC and mention.year is not None  # „So 27.02.2022"
        named = mention.form is DateForm.WORDS and mention.month is not None  # „So 27. Februar", "Sun 27 February"
        if not self._is_weekday(
            token, gap, sure=numeric or (named and gap == "_" and self._stands_free(token, mention))
        ):
            return mention
        between = self.text[token.end : mention.start]
        if "\t" in between and not self._is_beside(token, mention):
            return mention
        if gap == "-" and between.strip().isalpha():
            return mention  # "Freitag bis 3. Mai": two days
        if gap == "=" and "\n" in between and self.text[max(0, token.start - 1) : token.start] not in ("", "\n"):
            return mention  # the line before ends with a weekday of its own
        bound = self._closed(mention.bound(token), gap)
        if _NIGHT_TO.search(self.text, max(0, token.start - 24), token.start):
            return bound._replace(weekday=(token.value[0] - 1) % 7, night=True)
        return bound

    def _stands_free(self, token: Token, mention: Mention) -> bool:
        """Tell whether a short name that is also a word, as *Sun*, is written and placed as a weekday."""
        before = self.text[max(0, token.start - 22) : token.start]
        if not self.text[token.start].isupper() or not _LOWER_BEFORE.search(before):
            return False
        begins = not before[:-1].strip() or before[-2:-1] in tuple(".!?:\n") or before[-1] == "\n"
        return not begins or self.text[token.start : token.end] != "So" or not _VERB.match(self.text, mention.end)

    def _is_beside(self, token: Token, mention: Mention) -> bool:
        """Tell whether a weekday is that of the date in the next cell of its row.

        It is not where a date stands in the cell in front of it, nor where the head of the column says that the date
        is another one, such as a deadline.
        """
        row = self.text.rfind("\n", 0, token.start) + 1
        before = self.text[row : token.start].rstrip("\t").rpartition("\t")[2]
        if any(char.isdecimal() for char in before):
            return False
        return not _OTHER_COLUMN.search(head_of(self.text, row, self.text.count("\t", row, mention.day_start)))

    def _with_weekday_told(self, mention: Mention, index: int) -> Mention:
        """Return the day with the weekday that a sentence tells of it: „ist ein Freitag"."""
        token = self.tokens[index] if index < len(self.tokens) else None
        if token is None or token.kind != "W" or token.start - mention.end > _LONGEST_COPULA:
            return mention
        behind = self.text[token.end : token.end + 2]
        ends = behind in ("", ", ") or behind[0] in ".;:)\n"
        if not ends or not _IS.match(self.text[mention.end : token.start]):
            return mention
        lists = self.shape[index * 2 + 1 : index * 2 + 2] in tuple("-&/>,_")
        return mention if lists else mention.bound(token, end=token.end)

    def _closed(self, mention: Mention, gap: str) -> Mention:
        """Take the closing bracket in that belongs to the one between weekday and date."""
        closes = gap == "(" and self.text[mention.end : mention.end + 1] == ")"
        return mention._replace(end=mention.end + 1) if closes else mention

    def _is_weekday(self, token: Token, gap: str, *, sure: bool = False) -> bool:
        """Tell whether a word in front of a date is its weekday there, and not a word or part of a name."""
        if token.kind == "w":  # "So", "Do", "Sun" are words
            return not token.value[1] or gap == "," or self.text[token.end - 1] == "." or sure
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
        if self.tokens[item.end() // 2].kind == "o":  # „ersten bis dritten Mai", but not "first, 3 May"
            following = self.tokens[item.end() // 2 + 1 : item.end() // 2 + 2]
            return bool(following) and self.text[mention.end : following[0].start].strip()[:1].isalpha()
        if before and item.end() == last:
            return mention.year is not None or bool(_END_OF_LIST.match(self.text, mention.end))
        if self.tokens[item.end() // 2].kind == "d" and self.shape[item.end() : item.end() + 1] == ",":
            return "&" in self.shape[item.end() : last]  # "Room 3, 5 May" is no list
        gap = self.text[mention.end : mention.end + 3]
        if before or self.text[mention.end - 1] in ".º" or not gap.startswith((" -", " –", " —")):
            return True
        # "Room 10 – 5 May 2018": a number, a dash and a date
        day = self.tokens[item.end() // 2 + 1].value
        return bool(day) and mention.day < day[0]

    def _is_shown(self, mentions: list[Mention]) -> bool:
        """Tell whether something besides the digits shows that these are days: a weekday, a word in front, brackets."""
        if any(mention.weekday is not None for mention in mentions):
            return True
        start, end = mentions[0].day_start, mentions[-1].day_end
        before, behind = self.text[max(0, start - 14) : start].lower(), self.text[end : end + 1]
        if before.endswith("(") and behind in ("", ")", ",", ";"):
            return True
        if mentions[-1].year is not None and self._is_line(start, end):
            return True
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
        tokens = self.tokens[index : index + len(kind) // 2 + 1]
        weekday = tokens.pop(0) if tokens[0].kind in "Ww" else None
        if len(tokens) > 1 and kind[-1] != "d" and kind[-2] not in "-&":
            tokens = self._as_pair(tokens)
        if weekday is not None:
            return self._lone_with_weekday(weekday, tokens[0], kind[1])
        return self._lone_without_weekday(tokens, kind)

    def _as_pair(self, tokens: list[Token]) -> list[Token]:
        """Return two numbers as day and month: „2. 3.", „siebter vierter", „7. vierten 2016"."""
        day, month = tokens[:2]
        year = tokens[2].value if len(tokens) > 2 else ()
        return [Token("f", day.start, tokens[-1].end, (*day.value, *month.value, *year))]

    def _lone_without_weekday(self, tokens: list[Token], kind: str) -> list[Mention]:
        first, last = tokens[0], tokens[-1]
        shown = self._follows_on(first.start) and _NO_NOUN.match(self.text, last.end) is not None
        if not shown and (kind != "d/d" or first.value[0] <= 12 or not self._is_line(first.start, last.end)):
            return []
        if first.kind == "D":  # in German a noun that is counted has a capital; elsewhere any word may be one
            return self._lone_numbers(first, last, kind) if "de" in self.lexer.languages else []
        if kind == "d/d":
            if last.end - first.start <= len("3/4"):  # a fraction
                return []
            first = Token("p", first.start, last.end, (*first.value, *last.value))
        mention = read_part([first])
        return [] if mention is None else [mention]

    def _follows_on(self, offset: int) -> bool:
        """Tell whether a word stands in front that is enough for a day: „am", « le »."""
        word = self.text[max(0, offset - 6) : offset].lower().split()[-1:]
        return bool(word) and word[0] in self.lexer.cues.on

    def _is_line(self, start: int, end: int) -> bool:
        """Tell whether a stretch is a line of its own, or all of a line but a label or a place in front."""
        if self.text[end : end + 1] not in ("", "\n"):
            return False
        line = self.text.rfind("\n", max(0, start - 50), start) + 1
        if start == line:
            return True
        return (line > 0 or start < 50) and _LINE_HEAD.fullmatch(self.text, line, start) is not None

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
        if gap != ";" and (token.kind == "p" or self.grammar is not _DOTTED):
            return []
        sure = self.grammar is _DOTTED and (gap == ";" or token.kind == "f")
        end = _NO_NOUN if sure else _LONE_END
        return [mention.bound(weekday)] if end.match(self.text, token.end) else []
