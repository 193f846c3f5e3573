"""What dates are made of besides the names of CLDR, language by language: German and English, and the list of all."""

from presslint.facts.date_tables import DateWords, inflected, numbered
from presslint.facts.date_words_northern import DANISH, DUTCH, POLISH, SWEDISH
from presslint.facts.date_words_romance import FRENCH, ITALIAN, PORTUGUESE, SPANISH

GERMAN = DateWords(
    months={"jänner": 1, "feber": 2, "maerz": 3, "mrz": 3, "jän": 1, "juno": 6},
    weekdays={"sonnabend": 5},
    wordlike="so do",
    day_parts="morgen abend nachmittag vormittag mittag nacht früh morgens abends nachmittags vormittags mittags "
    "nachts",
    nights="nacht nachts",
    joined=True,
    capital=True,
    the="den,dem,der,des,d.,am,den heutigen,dem heutigen,einem,einen,ein,also am,also den",
    to="bis,bis zum,bis zu,bis einschließlich,bis einschl.,bis inklusive,bis inkl.,bis einschließlich zum,bis am,"
    "bis den",
    and_="und,sowie,oder,u.,bzw.,&,und am,und dem,und den,sowie am,oder am,und vom,sowie vom,und der,sowie den",
    night="auf,auf den,auf dem,zum,zu",
    ordinals=inflected(
        numbered(
            "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt "
            "sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst zweiundzwanzigst dreiundzwanzigst "
            "vierundzwanzigst fünfundzwanzigst sechsundzwanzigst siebenundzwanzigst achtundzwanzigst "
            "neunundzwanzigst dreißigst einunddreißigst"
        ),
        "e en er em",
    ),
    endings="s?te[nrs]?",
    counted="erst zweit dritt viert",
    before="am vom bis zum seit ab den dem der für gegen spätestens zwischen dieser",
    on="am vom zum",
    in_="im in seit bis ab von vom zum zwischen für nach vor um gegen bereits schon erst noch wie erstmals zuletzt "
    "spätestens frühestens voraussichtlich kürzlich seitdem",
    firm="seit",
    clause="wurde wurden hat hatte haben hatten ist sind war waren wird werden die der das den dem eine einen ein er "
    "sie es sich auch bereits schon erst noch erstmals zuletzt dann dass weil als wo",
    years="jahr jahre jahres jahren",
    relative={"heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1, "übermorgen": 2}
    | inflected({"heutig": 0, "gestrig": -1, "vorgestrig": -2, "morgig": 1}, "e en er es em"),
    lasting="bis noch von wie als seit erst",
    last="vergangenen vergangene vergangenes vergangener vergangenem letzten letzte letztes letzter letztem vorigen "
    "voriges voriger vorige",
    this="diesen diese dieses dieser diesem laufenden laufendes laufende aktuellen heutigen",
    next_="kommenden kommende kommendes kommender kommendem nächsten nächste nächstes nächster nächstem",
    units={"jahr": "year", "jahres": "year", "monat": "month", "monats": "month", "woche": "week"},
    seasons={"frühjahr": 1, "frühling": 1, "sommer": 2, "herbst": 3, "winter": 4},
    quarters="quartal quartals",
    halves="halbjahr halbjahres",
    early="anfang beginn",
    mid="mitte",
    late="ende",
    school="jahr jahres jahre saison spielzeit semester wintersemester schuljahr schuljahres geschäftsjahr "
    "geschäftsjahres haushaltsjahr wirtschaftsjahr",
    hours="uhr",
    at="um gegen ab bis von nach vor ca. gg. zwischen etwa circa seit",
    midnight="mitternacht",
)
ENGLISH = DateWords(
    weekdays={"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
    months={"febr": 2, "sept": 9},
    wordlike="sun sat wed mon",
    day_parts="morning afternoon evening night noon midday",
    nights="night",
    capital=True,
    feasts="black good cyber super ash palm easter giving holy maundy shrove whit bloody fat casual",
    of="of,day of",
    the="the,on,on the,a",
    to="to,through,thru,until,till,up to,to the,through the,until the",
    and_="and,or,&,and on,and the,or on,as well as,as well as on,and again on",
    night="into",
    ordinals=numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
        "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
    ),
    suffixes="st|nd|rd|th",
    counted="first second third fourth",
    month_first=True,
    slash_order="",
    before="on by from until till through since before after between to dated and",
    in_="in since by until till from during through before after to around circa between throughout",
    years="year years fiscal fy",
    relative={"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0},
    lasting="until of than",
    last="last past previous",
    this="this current",
    next_="next coming upcoming",
    units={"year": "year", "month": "month", "week": "week"},
    seasons={"spring": 1, "summer": 2, "fall": 3, "autumn": 3, "winter": 4},
    quarters="quarter",
    halves="half",
    early="early beginning start",
    mid="mid middle",
    late="late end",
    school="year fiscal season academic school fy",
    hours="o'clock",
    at="at by from until till around about between before after since to",
    meridiem=True,
    noon="noon",
    midnight="midnight",
)

DATE_WORDS: dict[str, DateWords] = {
    "de": GERMAN,
    "en": ENGLISH,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "nl": DUTCH,
    "pl": POLISH,
    "pt": PORTUGUESE,
    "da": DANISH,
    "sv": SWEDISH,
}
