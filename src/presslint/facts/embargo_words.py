"""How ten languages say that a release must not be published yet, and on what that ends: data only."""

# besides „embarg", one of these stands in every embargo line of its language, in lower case: a quick look first
STEMS = {
    "de": "sperrfrist|sperrvermerk|nachrichtensperre|frei ab |freigegeben ab|nicht zur veröff|nicht veröff",
    "en": "not for publication|not for release|not for public|not for broadcast|hold for release",
    "fr": "ne pas diffuser|ne pas publier",
    "es": "no publicar|no difundir",
    "it": "non pubblicare|non diffondere",
    "nl": "niet publiceren",
    "pl": "nie publikować",
    "pt": "não publicar|não divulgar",
    "da": "klausul|må ikke offentliggøres",
    "sv": "får ej publiceras|får inte publiceras",
}
# words at the beginning of a line that say what it is; all languages, longer ones first where one begins another
LABELS = (
    r"(?:sende)?sperrfrist(?:en)?|sperrvermerk|nachrichtensperre"
    r"|(?:zur )?(?:veröffentlichung )?frei ab|frei zur veröffentlichung ab|freigegeben ab"
    r"|nicht zur veröffentlichung vor|nicht veröffentlichen vor"
    r"|(?:strictly |strict |press |media |news |under (?:strict )?|onder |sous |bajo |sotto |sob )?embargo(?:ed)?"
    r"|not for (?:public )?(?:publication|release|broadcast)(?: or (?:publication|release|broadcast))?|hold for release"
    r"|informations? sous embargo|ne pas (?:diffuser|publier) avant|información embargada|embargad[oa]"
    r"|no (?:publicar|difundir) antes|sottoposto a embargo|non (?:pubblicare|diffondere) prima|niet publiceren voor"
    r"|objęte embargiem|nie publikować przed|não (?:publicar|divulgar) antes|klausuleret|klausul"
    r"|må ikke offentliggøres før|får (?:ej|inte) publiceras före"
)
# labels that end like this have their date at once
PREPOSITIONAL = ("ab", "vor", "before", "avant", "antes", "prima", "voor", "przed", "før", "före", "until")
# what joins a label to its date; a colon or a dash does so in every language
UNTIL = (
    r"bis|endet|läuft|until|till|til|for release|for publication|for use|ends?|lifts?|expires?|before|prior to"
    r"|jusqu['’]?(?:au|à)?|hasta|fino|tot|do|até|indtil|till och med|tills"
)
# what a „Sperrfrist für" may be for; drivers, tenants and farmers have others
MEDIA = (
    r"für\s+(?:alle\s+|die\s+|sämtliche\s+)?(?:medien|presse|veröffentlichung\w*|print\w*|online\w*|hörfunk|rundfunk"
    r"|fernsehen|tv|radio|agenturen|sendung\w*|berichterstattung)"
)
# in the middle of a sentence only what cannot mean an embargo on goods
INSIDE = (
    r"(?:(?<=\bis )|(?<=\bare )|(?<=\bremain )|(?<=\bremains )|(?<=\bstrictly ))(?:embargoed|under (?:strict )?embargo)"
    r" (?:until|till|for (?:release|publication|use))"
    r"|not for (?:publication|release|broadcast)[^.\n]{0,30} (?:before|until)"
    r"|(?:es gilt|unterliegt|unterliegen|gilt|mit)(?: eine[rn]?| die| der| folgende)? sperrfrist"
    r"|sous embargo jusqu|bajo embargo hasta|embargad[oa]s? hasta|sotto embargo fino|onder embargo tot"
    r"|sob embargo até|objęte embargiem do|under embargo till"
)
# an embargo that there is none of
NONE = (
    r"keine?|entfällt|aufgehoben|sofort\w*|abgelaufen|none|no|lifted|expired|n/?a|immediate\w*|aucun|ninguno|nessuno"
    r"|geen|brak|nenhum|ingen|inget"
)
# an embargo that ends with an event: „Sperrfrist: Redebeginn"
EVENTS = (
    r"[a-zäöüß]*(?:beginn|schluss)|(?:beginn|ende|anfang|schluss|start|ablauf) (?:der|des)|rede(?:ende|anfang)"
    r"|vortragsende|(?:time of |on |until )?deliver(?:y|ed)|(?:start|beginning|end|close|conclusion) of"
    r"|début du|fin du|inicio del?|fin del?|inizio del?|fine del?|begin van|einde van|rozpoczęci\w+|início d[ao]"
    r"|talens begyndelse|talets början"
)
