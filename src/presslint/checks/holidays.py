"""Public holidays of the countries that most houses are in: data and Easter.

Regions of Germany are ISO 3166-2 codes. Countries without a table have no holidays here: then nothing is said.
"""

from datetime import date, timedelta
from functools import lru_cache

from presslint.model.values import Words

Rule = tuple[str, str, Words]  # "12-25" or days from Easter ("E+39") or "11-4-3" (fourth Thursday), regions, name

_NEW_YEAR, _LABOUR = Words("New Year's Day", "Neujahr"), Words("Labour Day", "Tag der Arbeit")
_CHRISTMAS, _BOXING = Words("Christmas Day", "1. Weihnachtstag"), Words("Boxing Day", "2. Weihnachtstag")
_GOOD_FRIDAY, _EASTER = Words("Good Friday", "Karfreitag"), Words("Easter Monday", "Ostermontag")
_ASCENSION, _WHIT = Words("Ascension Day", "Christi Himmelfahrt"), Words("Whit Monday", "Pfingstmontag")
_CORPUS_CHRISTI, _EPIPHANY = Words("Corpus Christi", "Fronleichnam"), Words("Epiphany", "Heilige Drei Könige")
_ALL_SAINTS, _REFORMATION = Words("All Saints' Day", "Allerheiligen"), Words("Reformation Day", "Reformationstag")
_UNITY = Words("German Unity Day", "Tag der Deutschen Einheit")
_ASSUMPTION, _NATIONAL = Words("Assumption Day", "Mariä Himmelfahrt"), Words("National Day", "Nationalfeiertag")

HOLIDAYS: dict[str, tuple[Rule, ...]] = {
    "DE": (
        ("01-01", "", _NEW_YEAR),
        ("01-06", "BW BY ST", _EPIPHANY),
        ("E-2", "", _GOOD_FRIDAY),
        ("E+1", "", _EASTER),
        ("05-01", "", _LABOUR),
        ("E+39", "", _ASCENSION),
        ("E+50", "", _WHIT),
        ("E+60", "BW BY HE NW RP SL", _CORPUS_CHRISTI),
        ("08-15", "SL", _ASSUMPTION),
        ("10-03", "", _UNITY),
        ("10-31", "BB HB HH MV NI SH SN ST TH", _REFORMATION),
        ("11-01", "BW BY NW RP SL", _ALL_SAINTS),
        ("12-25", "", _CHRISTMAS),
        ("12-26", "", _BOXING),
    ),
    "AT": (
        ("01-01", "", _NEW_YEAR),
        ("01-06", "", _EPIPHANY),
        ("E+1", "", _EASTER),
        ("05-01", "", _LABOUR),
        ("E+39", "", _ASCENSION),
        ("E+50", "", _WHIT),
        ("E+60", "", _CORPUS_CHRISTI),
        ("08-15", "", _ASSUMPTION),
        ("10-26", "", _NATIONAL),
        ("11-01", "", _ALL_SAINTS),
        ("12-08", "", Words("Immaculate Conception", "Mariä Empfängnis")),
        ("12-25", "", _CHRISTMAS),
        ("12-26", "", _BOXING),
    ),
    "CH": (("01-01", "", _NEW_YEAR), ("E+39", "", _ASCENSION), ("08-01", "", _NATIONAL), ("12-25", "", _CHRISTMAS)),
    "GB": (
        ("01-01", "", _NEW_YEAR),
        ("E-2", "", _GOOD_FRIDAY),
        ("E+1", "ENG WLS NIR", _EASTER),
        ("12-25", "", _CHRISTMAS),
        ("12-26", "", _BOXING),
    ),
    "US": (
        ("01-01", "", _NEW_YEAR),
        ("07-04", "", Words("Independence Day", "Unabhängigkeitstag")),
        ("11-4-3", "", Words("Thanksgiving", "Thanksgiving")),
        ("12-25", "", _CHRISTMAS),
    ),
}


def holiday(day: date, region: str) -> Words | None:
    """Return the name of the public holiday that a day is in a country or a part of it (``DE-NW``), or None.

    A holiday that only some parts have counts only where the part is known.
    """
    country, _, part = region.upper().partition("-")
    for rule, parts, name in HOLIDAYS.get(country, ()):
        if day == _day(rule, day.year) and (not parts or part in parts.split()):
            return name
    return None


def _day(rule: str, year: int) -> date:
    if rule[0] == "E":
        return easter(year) + timedelta(days=int(rule[1:]))
    month, *rest = (int(part) for part in rule.split("-"))
    if len(rest) == 1:
        return date(year, month, rest[0])
    week, weekday = rest
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (week - 1))


@lru_cache(maxsize=16)
def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (Gauss, Meeus)."""
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - moon // 28 * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))
