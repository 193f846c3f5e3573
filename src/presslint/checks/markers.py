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

# finite verbs that are past and nothing else; „wollte" and „sollte" look ahead, „würde" and „könnte" are no past
GERMAN_PAST = (
    "wurde wurden war waren hatte hatten fand fanden begann begannen startete starteten eröffnete eröffneten endete "
    "endeten kam kamen ging gingen gab gaben nahm nahmen stand standen lag lagen ereignete ereigneten geschah "
    "geschahen starb starben verstarb verstarben trat traten traf trafen besuchte besuchten feierte feierten gewann "
    "gewannen verlor verloren unterzeichnete unterzeichneten beschloss beschlossen verabschiedete verabschiedeten "
    "gründete gründeten übernahm übernahmen übergab übergaben veröffentlichte veröffentlichten erschien erschienen "
    "entstand entstanden brach brachen lief liefen fuhr fuhren befuhr befuhren bemerkte bemerkten betrat betraten "
    "konnte konnten musste mussten durfte durften erhielt erhielten erlitt erlitten stürzte stürzten flüchtete "
    "flüchteten überfiel überfielen entwendete entwendeten brannte brannten kollidierte kollidierten kontrollierte "
    "kontrollierten stoppte stoppten gelang gelangen wählte wählten ernannte ernannten versammelten demonstrierten "
    "informierte informierten beobachtete beobachteten meldete meldeten verletzte verletzten stahl stahlen raubte "
    "raubten beraubte beraubten"
)

# with „hat"; not „geöffnet" or „geschlossen", which are states that may lie ahead
GERMAN_WITH_HAVE = (
    "begonnen eröffnet gegründet unterzeichnet unterschrieben besucht veröffentlicht gewonnen verloren stattgefunden "
    "ereignet gefeiert übernommen erhalten empfangen ausgezeichnet gewählt ernannt übergeben eingeweiht festgenommen"
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
    "began, started, opened, launched, ended, took place, took effect, took office, occurred, happened, died, won, "
    "lost, came into force, came into effect, went live, went into effect, went on sale, entered into force, arrived, "
    "joined, visited, met, celebrated, hosted, voted, returned, retired, resigned, became, founded, established, "
    "unveiled, signed, enacted, inaugurated, was born"
)

# after „was" or „were", before a day or month
ENGLISH_PARTICIPLES = (
    "adopted appointed approved arrested arraigned awarded born broadcast built buried charged completed convicted "
    "created discovered elected enacted established filed formed found founded held inaugurated indicted injured "
    "introduced issued killed launched made named opened passed published ratified released sentenced shot signed "
    "sold sworn unveiled acquired convened delivered"
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
