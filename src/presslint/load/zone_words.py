"""Words that name the parts of a release, in ten languages. Data only; matched without regard to case.

German and English from the wordings that news desks and press offices publish (RULE-SOURCES), the others from the
usual headings of press offices in those languages.
"""

LABELS = {
    "de": (
        "presseinformation|presse-information|presseinfo|presse-info|pressemitteilung|presse-mitteilung|"
        "pressemeldung|"
        "medienmitteilung|medieninformation|medienmeldung|presseaussendung|presseerklärung|pressenotiz|"
        "pressedienst|"
        "pressetext|presseeinladung|medieneinladung|medienhinweis|terminhinweis|presseterminhinweis|"
        "einladung zur pressekonferenz|einladung zum pressetermin|gemeinsame pressemitteilung|"
        "gemeinsame presseinformation|zur sofortigen veröffentlichung|aktuelle pressemitteilung|"
        "es gilt das gesprochene wort"
    ),
    "en": (
        "press release|news release|media release|press information|media information|press statement|press notice|"
        "media statement|media advisory|media alert|press advisory|press note|joint press release|"
        "for immediate release|immediate release|check against delivery"
    ),
    "fr": "communiqué de presse|communiqué|information presse|dossier de presse|pour diffusion immédiate",
    "es": "comunicado de prensa|nota de prensa|comunicado|para publicación inmediata",
    "it": "comunicato stampa|nota stampa|comunicato",
    "nl": "persbericht|perscommuniqué|persmededeling|persuitnodiging",
    "pl": "informacja prasowa|komunikat prasowy|notatka prasowa|komunikat",
    "pt": "comunicado de imprensa|nota de imprensa|nota à imprensa|press release",
    "da": "pressemeddelelse|presseinvitation",
    "sv": "pressmeddelande|pressinbjudan",
}

# labels only where nothing else stands on the line
BARE_LABELS = (
    "presse|medien|aktuell|aktuelles|news|latest news|for release|statement|einladung|invitation|pm|communication"
)

CONTACTS = {
    "de": (
        "pressekontakt|medienkontakt|kontakt|kontakt für medien|kontakt für die presse|kontakt für journalisten|"
        "kontakt für rückfragen|ansprechpartner|ansprechpartnerin|ansprechpartner:in|ansprechpartner/in|"
        "ansprechpartner für die presse|ansprechpartner für medien|ihr ansprechpartner|ihre ansprechpartnerin|"
        "ihr pressekontakt|ihr kontakt|ansprechperson|kontaktperson|presseansprechpartner|presseanfragen|"
        "für rückfragen|rückfragen|rückfragen an|rückfragen bitte an|bei rückfragen|pressestelle|medienstelle|"
        "pressereferat|presserückfragen|rückfragehinweis|rückfragen & kontakt|rückfragen und kontakt|"
        "weitere auskünfte|"
        "auskünfte|auskünfte erteilt|für weitere informationen|kontakt für rückfragen der medien|"
        "wissenschaftlicher kontakt|wissenschaftlicher ansprechpartner|wissenschaftliche ansprechpartnerin|"
        "kontaktinformationen|kontakt-informationen|kontaktdaten|"
        "herausgeber|impressum|rufbereitschaft|verantwortlich|v.i.s.d.p|visdp|v. i. s. d. p"
    ),
    "en": (
        "contact|contacts|press contact|press contacts|media contact|media contacts|contact for media|"
        "contact for press|"
        "contact information|contact details|press office|media relations|media enquiries|media inquiries|"
        "press enquiries|press inquiries|for more information|for further information|for more information contact|"
        "for further information please contact|for media inquiries|further information|for press inquiries|"
        "editorial contact|investor contact|investor relations|newsroom|enquiries|inquiries"
    ),
    "fr": (
        "contact presse|contacts presse|contact|contacts|contact média|contacts médias|relations presse|"
        "service de presse|coordonnées"
    ),
    "es": (
        "información de contacto|contacto de prensa|contacto|contactos|contacto para prensa|"
        "contacto para medios|gabinete de prensa"
    ),
    "it": (
        "come contattarci|informazioni di contatto|contatti stampa|contatto stampa|contatti|contatto|"
        "ufficio stampa|contatti per la stampa"
    ),
    "nl": (
        "contactinformatie|perscontact|contact|contactgegevens|contactpersoon|persvoorlichting|voor meer informatie"
    ),
    "pl": (
        "informacje kontaktowe|kontakt dla mediów|kontakt prasowy|kontakt|biuro prasowe|dodatkowych informacji udziela"
    ),
    "pt": (
        "informação de contato|informações de contato|informações de contacto|contacto de imprensa|"
        "contato de imprensa|contactos|contatos|contacto|contato|assessoria de imprensa"
    ),
    "da": (
        "kontaktoplysninger|kontaktinformation|pressekontakt|kontakt|kontaktpersoner|yderligere oplysninger|"
        "for yderligere information|presseansvarlig"
    ),
    "sv": (
        "kontaktinformation|presskontakt|kontakt|kontaktperson|kontaktpersoner|för mer information|"
        "mer information|presstjänst"
    ),
}

# a line that begins like this and ends with a colon introduces contacts
CONTACT_CUES = (
    "für rückfragen|für weitere rückfragen|bei rückfragen|für fragen|bei fragen|für nachfragen|rückfragen bitte|"
    "für weitere informationen|weitere informationen erhalten|weitere informationen bei|weitere auskünfte|"
    "ansprechpartner|ansprechpartnerin|kontakt für|pressekontakt|medienkontakt|"
    "for more information|for further information|for media enquiries|for media inquiries|for press enquiries|"
    "media contact|press contact|contact for|please contact|"
    "pour plus d'informations|pour tout renseignement|para más información|per informazioni|per ulteriori informazioni|"
    "voor meer informatie|więcej informacji|para mais informações|for yderligere information|för mer information"
)

NOTES = {
    "de": (
        "hinweis an die redaktion|hinweis an die redaktionen|hinweise an die redaktionen|hinweise an die redaktion|"
        "hinweis für die redaktion|hinweis für die redaktionen|hinweis für redaktionen|hinweise für redaktionen|"
        "hinweise für die redaktion|hinweis für die medien|hinweis an die medien|hinweis für journalisten|"
        "redaktioneller hinweis|redaktionelle hinweise|anmerkung der redaktion|anmerkung an die redaktion|"
        "anmerkungen für die redaktion|hintergrund|hintergrundinformation|hintergrundinformationen|"
        "zum hintergrund|bildhinweis|fotohinweis|hinweis zum bildmaterial|hinweise zum datenschutz|fußnoten|quellen"
    ),
    "en": (
        "notes to editors|note to editors|note to editor|notes to editor|notes for editors|note for editors|"
        "editor's note|editor’s note|editors' notes|editors’ notes|editor's notes|notes|background|"
        "background information|additional information|references|footnotes|forward-looking statements|"
        "forward looking statements|safe harbor statement|disclaimer"
    ),
    "fr": "note aux rédactions|notes aux rédactions|note aux rédacteurs|note à l'attention des rédactions|contexte",
    "es": "nota para los editores|notas para los editores|nota a los editores|notas a los redactores|contexto",
    "it": "note per la redazione|nota per la redazione|nota per i redattori|note per gli editori|note",
    "nl": "noot voor de redactie|noot aan de redactie|niet voor publicatie|achtergrond|achtergrondinformatie",
    "pl": "informacja dla redakcji|uwagi dla redakcji|dla redakcji|tło|kontekst",
    "pt": "nota aos editores|notas aos editores|nota para os editores|nota à redação|contexto",
    "da": "note til redaktører|noter til redaktører|til redaktionen|baggrund|fakta",
    "sv": "not till redaktörer|till redaktionen|bakgrund|fakta",
}

# the first words of a heading that describes the issuer; a name follows
ABOUT = {
    "de": (
        "über|über uns|über mich|zum unternehmen|zur person|das unternehmen|unternehmensprofil|firmenprofil|"
        "firmenporträt|kurzprofil|kurzporträt"
    ),
    "en": "about|about us|company profile|corporate profile",
    "fr": "à propos|a propos|à propos de nous|qui sommes-nous",
    "es": "acerca de|acerca de nosotros|sobre|sobre nosotros|quiénes somos",
    "it": "informazioni su|chi siamo|chi è|a proposito di|profilo",
    "nl": "over|over ons",
    "pl": "o|o firmie|o nas|o spółce|o fundacji|o stowarzyszeniu|o organizacji|o projekcie",
    "pt": "sobre|sobre nós|acerca|quem somos",
    "da": "om|om os",
    "sv": "om|om oss",
}

SOCIAL = {
    "de": "folgen sie uns|folgt uns|folge uns|soziale medien|social media|besuchen sie uns|wir im netz|im netz",
    "en": "follow us|connect with us|find us on|social media|stay connected|join us on",
    "fr": "suivez-nous|retrouvez-nous|réseaux sociaux",
    "es": "síguenos|síganos|redes sociales",
    "it": "seguici|seguiteci|social media",
    "nl": "volg ons|sociale media",
    "pl": "śledź nas|obserwuj nas|media społecznościowe",
    "pt": "siga-nos|redes sociais|acompanhe-nos",
    "da": "følg os|sociale medier",
    "sv": "följ oss|sociala medier",
}

NETWORKS = (
    "twitter|x|facebook|instagram|youtube|linkedin|mastodon|bluesky|threads|tiktok|xing|flickr|telegram|"
    "whatsapp|pinterest|vimeo|snapchat|rss|podcast|newsletter|blog"
)

# these words alone, at the beginning of a line, before a colon, or with a date
EMBARGOES = {
    "de": (
        "sperrfrist|sendesperrfrist|achtung sperrfrist|achtung, sperrfrist|achtung: sperrfrist|frei ab|"
        "frei für|frei nach|"
        "frei zur veröffentlichung|freigegeben ab|freigegeben zur veröffentlichung|nicht vor|"
        "zur veröffentlichung ab|"
        "zur veröffentlichung am|veröffentlichung frei|veröffentlichung ab|gesperrt bis|embargo"
    ),
    "en": (
        "embargo|embargoed|strictly embargoed|under embargo|under strict embargo|not for publication|"
        "not for release|"
        "not for broadcast|not for public release|not to be published|hold for release|for release on|"
        "for release at"
    ),
    "fr": "sous embargo|embargo",
    "es": "bajo embargo|embargado|embargo",
    "it": "sotto embargo|embargo",
    "nl": "onder embargo|embargo",
    "pl": "embargo|do publikacji po",
    "pt": "sob embargo|embargo|embargado",
    "da": "klausuleret|klausul|embargo",
    "sv": "embargo|under embargo",
}

SALUTATIONS = (
    "sehr geehrte|sehr geehrter|liebe|lieber|guten tag|hallo|verehrte|dear|ladies and gentlemen|madame|mesdames|"
    "monsieur|estimado|estimada|estimados|estimadas|gentile|gentili|egregio|geachte|beste|szanowni|szanowna|szanowny|"
    "prezado|prezada|prezados|caro|cara|caros|kære|bästa|hej"
)

PAGES = "seite|page|blatt|página|pagina|strona|side|sida|s.|p."
PAGE_OF = "von|of|de|di|sur|van|z|af|av|aus|out of"

# lines that a distributor puts under a release
DISTRIBUTORS = (
    "original-content von|ots originaltext|ots-originaltext|digitale pressemappe|rückfragehinweis über ots|source:"
)

ENDS = (
    "ende|ends|end|fin|fine|einde|koniec|fim|slut|ende der mitteilung|ende der pressemitteilung|"
    "ende der presseinformation|end of release|schluss"
)

CAPTIONS = {
    "de": (
        "bild|bilder|foto|fotos|bildunterschrift|bildtext|bildzeile|bu|bildnachweis|fotonachweis|bildquelle|"
        "grafik|abbildung|quelle"
    ),
    "en": "photo|photos|photo caption|caption|image|picture|photo credit|image credit|credit|figure",
    "fr": "photo|légende|crédit photo|image",
    "es": "foto|pie de foto|imagen|crédito",
    "it": "foto|didascalia|immagine",
    "nl": "foto|fotobijschrift|bijschrift|beeld",
    "pl": "zdjęcie|podpis|fot.|foto",
    "pt": "foto|legenda|imagem",
    "da": "foto|billedtekst|billede",
    "sv": "foto|bildtext|bild",
}

CONTACT_DATA = (
    "telefon|tel|fon|telefonnummer|durchwahl|telefax|fax|mobil|mobiltelefon|mobilfunk|handy|e-mail|email|mail|"
    "phone|telephone|cell|mobile|office|direct|t|m|f|e|p|w|internet|web|website|homepage|"
    "téléphone|tél|courriel|portable|teléfono|móvil|correo|cellulare|posta elettronica|telefoon|mobiel|komórka|"
    "telefone|telemóvel|celular|mob|tlf|mejl|e-post"
)

# what may stand beside a date on a line that has nothing else
DATE_WORDS = (
    "den der vom am um uhr stand datum date data fecha dato the of on at a p m am pm de del di le du el cet "
    "est et gmt mez mesz bst edt cest utc kl klo st nd rd th h o "
)
