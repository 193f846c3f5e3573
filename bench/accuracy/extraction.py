"""Explicit German calendar dates of the published date specs: right in span and value.

``python bench/accuracy/extraction.py [CORPUS]``. Reads ``gold/recognizers-text/Specs/DateTime/German``.

What counts: a result of type date that names a day of a month in the text itself, by digits or by an ordinal and the
name of the month, so that its value follows from the words alone: its timex is ``YYYY-MM-DD`` or ``XXXX-MM-DD``.
A year alone is no part of that.
What does not count: words that need a clock ("heute", "in zwei Wochen", "nächsten Freitag"), a bare day ("am 15."),
a bare weekday, and holidays; they are no calendar dates. Cases that the specs themselves mark as wrong do not count.
A span is right when it covers the same digits and words; an article ("den") or a preposition at its beginning, and a
weekday, may be in or out. Where the year is not written the day and month decide.
"""

import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import DateFact
from presslint.model.house import House

FILES = ("DateParser", "DateTimeModel", "DateExtractor", "MergedParser")
DEFAULT = Path(__file__).parents[2].parent / "shared" / "corpus"
EXPLICIT = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)$")
PART = re.compile(  # one part of a date: a number of one or two digits, an ordinal in words, the name of a month
    r"(?<!\d)\d\d?(?!\d)|\b(?:erste|zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|elfte|zwölfte)[nrsm]?\b|"
    r"\b\w+z(?:ehn|ig)ste[nrsm]?\b|\b\w+zehnte[nrsm]?\b|\b(?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)[a-zä]*",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\b(?:heute|morgen|gestern|übermorgen|vorgestern|tage?n?|wochen?|monate?n?|jahre?n?|nächste\w*|letzte\w*|kommende\w*|"
    r"diese\w*|vor|in|ab)\b", re.IGNORECASE)  # fmt: skip
LEADING = re.compile(r"^(?:(?:am|den|dem|der|bis zum|vom|zum)\s+|\w+tag,?\s+(?:den|dem|der)?\s*)+", re.IGNORECASE)


class Case(NamedTuple):
    """One expected date: the sentence, the words, the value (0 for a year that is not written), the reference day."""

    text: str
    words: str
    start: int
    value: tuple[int, int, int] | None
    reference: date


def cases(folder: Path) -> list[Case]:
    """Return all that count, each sentence and date once."""
    found: dict[tuple[str, str, int], Case] = {}
    for name in FILES:
        for spec in json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig")):
            if "removed" in spec.get("Comment", ""):
                continue
            day = date.fromisoformat(spec.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10])
            for result in spec["Results"]:
                case = counted(spec["Input"], result, day)
                if case is not None:
                    known = found.get((case.text, case.words.lower(), case.start))
                    if known is None or known.value is None:
                        found[case.text, case.words.lower(), case.start] = case
    return list(found.values())


def counted(text: str, result: dict[str, Any], day: date) -> Case | None:
    """Return one result of the specs as a case, or None where it does not count."""
    kind = result.get("Type", result.get("TypeName", "")).rpartition(".")[2]
    words = result["Text"]
    if kind != "date" or len(PART.findall(words)) < 2 or CLOCK.search(words):
        return None
    timex = timexes(result)
    if timex is None:
        return Case(text, words, result["Start"], None, day)
    match = EXPLICIT.match(timex)
    if match is None:
        return None
    year, month, number = match.groups()
    return Case(text, words, result["Start"], (int(year.replace("XXXX", "0")), int(month), int(number)), day)


def timexes(result: dict[str, Any]) -> str | None:
    """Return the timex of a result; None where the spec gives no value at all (extractors)."""
    if result.get("Value"):
        return str(result["Value"].get("Timex", ""))
    values = (result.get("Resolution") or {}).get("values")
    return str(values[0].get("timex", "")) if values else None


def core(text: str) -> str:
    """Return the words of a date without what may stand in front of them."""
    return LEADING.sub("", text.strip().lower()).strip(" .,")


def judge(case: Case) -> str:
    """Return what is wrong with the reading of a case, or nothing."""
    release = load(source_from_bytes(case.text.encode(), "case.txt"), House(language="de"))
    facts = Facts(release, House(language="de"), case.reference).of(DateFact)
    near = [fact for fact in facts if core(fact.text) == core(case.words)]
    if not near:
        return f"span: {[fact.text for fact in facts]}"
    if case.value is None:
        return ""
    year, month, day = case.value
    fact = near[0]
    # a day that does not exist has no value; it is read right when its parts are and the problem is named
    read = fact.start or (fact.problem and fact)
    if not read:
        return "value: none"
    right = (read.month, read.day) == (month, day) and year in {0, read.year}
    return "" if right else f"value: {fact.start}"


def score(corpus: Path) -> dict[str, Any]:
    """Return the counts and the misses."""
    chosen = cases(corpus / "gold" / "recognizers-text" / "Specs" / "DateTime" / "German")
    wrong = [(case, problem) for case in chosen if (problem := judge(case))]
    return {
        "cases": len(chosen),
        "right": len(chosen) - len(wrong),
        "misses": [f"{case.text!r}: {case.words!r} {case.value} → {problem}" for case, problem in wrong],
    }


if __name__ == "__main__":
    result = score(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT)
    print(*result["misses"], sep="\n")
    print(f"{result['right']} of {result['cases']} right: {100 * result['right'] / result['cases']:.1f} %")
