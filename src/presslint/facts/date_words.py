"""What dates are made of besides the names of CLDR, language by language: one table each, no grammar."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_NONE: Mapping[str, int] = MappingProxyType({})
_NO_UNITS: Mapping[str, tuple[str, int]] = MappingProxyType({})


class DateWords(NamedTuple):
    """The words of one language. Lists are blank-separated, or comma-separated where entries have blanks.

    ``months`` and ``weekdays`` are spellings that CLDR lacks. ``day_parts`` follow a weekday, as a word of their own
    or joined to it (``joined``). ``wordlike`` are abbreviations of weekdays that are also words. ``of``, ``the``,
    ``to``, ``and_``, ``night`` are what may stand between the parts of a date: possession, apposition, range, list,
    and the turn of one night. ``ordinals`` are day numbers in words, ``suffixes`` what makes a number an ordinal.
    ``capital`` means that names of months and weekdays always begin with a capital. ``month_first`` is the order of
    ``February 23``; ``slash_order`` that of ``02/03/2018`` (empty: either). ``before`` are words in front of a date
    that show that it is one; ``in_`` those in front of a month or a year. ``last``, ``this``, ``next_`` stand before
    a weekday or a unit of time.
    """

    months: Mapping[str, int] = _NONE
    weekdays: Mapping[str, int] = _NONE
    day_parts: str = ""
    joined: bool = False
    wordlike: str = ""
    of: str = ""
    the: str = ""
    to: str = ""
    and_: str = ""
    night: str = ""
    ordinals: Mapping[str, int] = _NONE
    suffixes: str = ""
    capital: bool = False
    month_first: bool = False
    slash_order: str = "dmy"
    before: str = ""
    in_: str = ""
    relative: Mapping[str, int] = _NONE
    last: str = ""
    this: str = ""
    next_: str = ""
    units: Mapping[str, str] = MappingProxyType({})
    seasons: Mapping[str, int] = _NONE
    quarters: str = ""
    halves: str = ""
    edges: str = ""
    school_years: str = ""
    feasts: str = ""
    hours: str = ""
    meridiem: bool = False


_GERMAN_ORDINALS = (
    "ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten elften zwölften dreizehnten "
    "vierzehnten fünfzehnten sechzehnten siebzehnten achtzehnten neunzehnten zwanzigsten einundzwanzigsten "
    "zweiundzwanzigsten dreiundzwanzigsten vierundzwanzigsten fünfundzwanzigsten sechsundzwanzigsten "
    "siebenundzwanzigsten achtundzwanzigsten neunundzwanzigsten dreißigsten einunddreißigsten"
)
_ENGLISH_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)


def _numbered(words: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), 1)}


GERMAN = DateWords(
    months={"jänner": 1, "feber": 2, "maerz": 3, "mrz": 3, "jän": 1},
    weekdays={"sonnabend": 5},
    day_parts="morgen abend nachmittag vormittag mittag nacht früh morgens abends nachmittags vormittags mittags nachts",
    joined=True,
    wordlike="so do",
    the="den,dem,der,des,d.,de,am,den heutigen,dem heutigen",
    to="bis,bis zum,bis zu,bis einschließlich,bis einschl.,bis inklusive,bis inkl.,bis einschließlich zum,bis am",
    and_="und,sowie,oder,u.,bzw.,&,und am,und dem,und den,sowie am,oder am,und vom,sowie vom,und der",
    night="auf,auf den,auf dem,zum,zu",
    ordinals=_numbered(_GERMAN_ORDINALS),
    suffixes=r"\.",
    capital=True,
    slash_order="dmy",
    before="am vom bis zum seit ab den dem der gegen um von spätestens zwischen dieser",
    in_="im in seit bis ab von vom zum des dem den jahr jahre jahres jahren zwischen anfang ende mitte für nach vor um "
    "gegen bereits schon erst noch wie als und nur kürzlich zuletzt frühestens spätestens voraussichtlich",
    relative={"heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1, "übermorgen": 2},
    last="vergangenen vergangene vergangenes vergangener letzten letzte letztes letzter vorigen voriges",
    this="diesen diese dieses dieser diesem laufenden laufendes aktuellen heutigen heuer",
    next_="kommenden kommende kommendes kommender nächsten nächste nächstes nächster",
    units={"jahr": "year", "jahres": "year", "jahre": "year", "monat": "month", "monats": "month", "woche": "week"},
    seasons={"frühjahr": 1, "frühling": 1, "sommer": 2, "herbst": 3, "winter": 4},
    quarters="quartal quartals",
    halves="halbjahr halbjahres",
    edges="anfang mitte ende beginn",
    school_years="jahr jahres jahre saison spielzeit semester wintersemester winter winters schuljahr geschäftsjahr",
    hours="uhr",
)
ENGLISH = DateWords(
    weekdays={"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
    months={"febr": 2, "sept": 9},
    day_parts="morning afternoon evening night noon midday",
    wordlike="sun sat wed mon",
    of="of,day of,of the year",
    the="the,on,on the",
    to="to,through,thru,until,till,up to,to the,through the,and ending",
    and_="and,or,&,and on,and the,or on,as well as,and again on",
    night="into",
    ordinals=_numbered(_ENGLISH_ORDINALS),
    suffixes="st|nd|rd|th",
    capital=True,
    month_first=True,
    slash_order="",
    before="on by from until till through since before after between the to of dated and",
    in_="in since by until till from of during through before after to early late mid year years fiscal around circa and "
    "between for throughout this last next",
    relative={"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0},
    last="last past previous",
    this="this current",
    next_="next coming upcoming following",
    units={"year": "year", "month": "month", "week": "week"},
    seasons={"spring": 1, "summer": 2, "fall": 3, "autumn": 3, "winter": 4},
    quarters="quarter",
    halves="half",
    edges="early late mid beginning end start",
    school_years="year fiscal season academic school season fy",
    feasts="black good cyber super ash palm easter giving holy maundy shrove whit bloody fat casual",
    hours="h hrs hours o'clock",
    meridiem=True,
)

DATE_WORDS: dict[str, DateWords] = {"de": GERMAN, "en": ENGLISH}
