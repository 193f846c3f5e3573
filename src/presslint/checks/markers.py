"""Words that tell whether something has happened or is still to come: closed lists, German and English.

A word is listed only if it cannot mean a plan: „geplant", „vorgesehen", „bewilligt" are past participles too. Lists are
blank-separated, or comma-separated where entries have blanks.
"""

# participles that stand before a noun: „die im Sommer 2017 begonnene Tour"
GERMAN_ATTRIBUTES = (
    "abgehalten abgelaufen abgeschlossen angelaufen aufgelöst ausgelaufen ausgetragen begangen begonnen beendet "
    "beschlossen durchgeführt eingeführt eingeleitet eingeweiht erlassen ermordet ernannt eröffnet errichtet "
    "erschienen fertiggestellt gegründet gestartet gestorben geschehen gewählt getreten präsentiert ratifiziert "
    "stattgefunden unterschrieben unterzeichnet veranstaltet verabschiedet verkündet veröffentlicht verstorben verübt "
    "vorgestellt"
)

# strong verbs that are past and nothing else; weak ones („startete") are known by their ending
GERMAN_PAST = (
    "wurde wurden war waren hatte hatten fand fanden begann begannen kam kamen ging gingen gab gaben nahm nahmen "
    "stand standen lag lagen geschah geschahen starb starben verstarb verstarben trat traten traf trafen gewann "
    "gewannen verlor verloren beschloss beschlossen unterschrieb unterschrieben übernahm übernahmen übergab übergaben "
    "erschien erschienen entstand entstanden brach brachen lief liefen fuhr fuhren befuhr befuhren betrat betraten "
    "musste mussten wusste wussten erhielt erhielten erlitt erlitten überfiel überfielen stahl stahlen gelang "
    "gelangen fiel fielen sprang sprangen schlug schlugen griff griffen hielt hielten befand befanden begab begaben "
    "verließ verließen bat baten bekam bekamen schob schoben zog zogen warf warfen stieg stiegen sah sahen sprach "
    "sprachen schloss schlossen rief riefen ließ ließen trug trugen entwich entwichen bestieg bestiegen entriss "
    "entrissen entriß bot boten empfing empfingen verschwand verschwanden hob hoben bezog bezogen reiste reisten "
    "löste lösten raste rasten überwies überwiesen ergab ergaben ertrank ertranken schoss schossen entschied "
    "entschieden"
)

# words that end like a weak verb in the past but are none, or look ahead: „sollte", „könnte", „heute", „zweite"
GERMAN_NOT_PAST = (
    "sollte sollten wollte wollten könnte könnten müsste müssten möchte möchten dürfte dürften hätte hätten bräuchte "
    "bräuchten wüsste wüssten heute bitte zweite zweiten dritte dritten vierte vierten fünfte fünften siebte siebten "
    "achte achten neunte neunten zehnte zehnten letzte letzten gesamte gesamten bekannte bekannten späte späten weite "
    "weiten breite breiten alte alten gute guten mitte seite private privaten konkrete konkreten rechte rechten echte "
    "echten leichte leichten harte harten bunte bunten kalte kalten"
)

# with „hat"; not „geöffnet" or „geschlossen", which are states that may lie ahead
GERMAN_WITH_HAVE = (
    "begonnen eröffnet gegründet unterzeichnet unterschrieben besucht veröffentlicht gewonnen verloren stattgefunden "
    "ereignet gefeiert übernommen erhalten empfangen ausgezeichnet gewählt ernannt übergeben eingeweiht festgenommen"
)

# with „hat" and an object between: what is done on a day, not to what takes place on it
GERMAN_SIGNED = (
    "unterzeichnet unterschrieben eröffnet gegründet eingeweiht veröffentlicht übernommen begonnen gestartet"
)

# participles of states: with „hat" or „ist" they may well lie ahead
GERMAN_STATES = (
    "geöffnet geschlossen geplant vorgesehen gesperrt gebucht gemietet gegen gerade gestern gewesen zugesagt"
)

# with „ist"; not „beendet" or „abgeschlossen", which are states that may lie ahead
GERMAN_WITH_BE = (
    "worden gestartet erschienen gestorben verstorben angelaufen eingetroffen angekommen zurückgekehrt entstanden "
    "zurückgetreten ausgeschieden beigetreten getreten ausgebrochen geschehen verunglückt"
)

# where one of these stands in the sentence, a past form may well speak of a plan
GERMAN_PLANS = (
    "geplant vorgesehen angesetzt terminiert angekündigt einberufen anberaumt eingeladen verschoben verlegt "
    "verlängert festgelegt festgesetzt reserviert beantragt befristet vereinbart ausgeschrieben voraussichtlich "
    "erwartet ursprünglich zugesagt bewilligt planmäßig vorgemerkt sobald falls"
)

# verbs of something to come, in the form in which a sentence has them
GERMAN_FUTURE = "findet finden wird werden beginnt beginnen startet starten öffnet öffnen lädt laden tritt treten"

# past and nothing else when a day or month follows at once: „began on", „took place in"
ENGLISH_PAST = (
    "began,started,opened,launched,ended,took place,took effect,took office,occurred,happened,died,won,"
    "lost,came into force,came into effect,went live,went into effect,went on sale,entered into force,"
    "arrived,joined,visited,met,celebrated,hosted,voted,returned,retired,resigned,became,founded,"
    "established,unveiled,signed,enacted,inaugurated,was born,announced,adopted,approved,passed,ratified,"
    "published,released,reported,recorded,issued,filed,acquired,completed,delivered,presented,introduced,"
    "appointed,elected,awarded,received,sold,bought,held,acted,testified,spoke,attended,convened,"
    "discovered,decided,ran,rejected"
)

# after „was" or „were", before a day or month
ENGLISH_PARTICIPLES = (
    "adopted appointed approved arrested arraigned awarded born broadcast built buried charged completed convicted "
    "created discovered elected enacted established filed formed found founded held inaugurated indicted injured "
    "introduced issued killed launched made named opened passed published ratified released sentenced shot signed "
    "sold sworn unveiled acquired convened delivered "
    # verbs such as „moved“ and „raised“ are left out: „was moved to May 3“ is a thing to come
    "assembled attacked commissioned constructed crowned demolished deployed destroyed detained dismantled erected "
    "excavated fitted flooded handed hit identified installed interviewed laid led mounted ordained painted performed "
    "photographed planted premiered purchased rebuilt recorded refurbished renovated replaced rescued restored robbed "
    "seized spotted stolen surveyed tested trained treated uncovered upgraded vandalised vandalized voted won wounded"
)

# before a past form they make it a thing to come: „to be opened in", „once completed in"
ENGLISH_NOT_YET = (
    "be being is are get gets getting will would may might can could should must shall to if once when until unless "
    "after before not"
)

ENGLISH_PLANS = (
    "scheduled planned expected slated supposed due set projected proposed intended anticipated estimated hoped "
    "rescheduled postponed delayed extended to"
)


def words(listed: str) -> tuple[str, ...]:
    """Return the entries of one list."""
    return tuple(word.strip() for word in listed.split("," if "," in listed else None))
