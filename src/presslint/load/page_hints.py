"""What the names of elements, classes and ids tell about the parts of a page, and the words above such parts."""

import re

from presslint.load.html_tree import Element
from presslint.text.lazy import regex

# elements and roles that are furniture wherever they stand
FURNITURE = frozenset(("nav", "footer", "aside", "dialog"))
_ROLES = frozenset(
    [
        "navigation",
        "search",
        "contentinfo",
        "complementary",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
        "tablist",
    ]
)
ARTICLES = frozenset(("article", "main"))
_MARKED = frozenset(("headline", "datePublished"))

_WORDS = regex(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-zäöüß]+")
_NAMES = (
    "nav navi navbar navigation mainnav subnav metanav servicenav topnav sidenav menu menue menü submenu megamenu "
    "breadcrumb breadcrumbs crumbs footer sidebar sidebars cookie cookies cookiebar consent banner share sharing "
    "shariff social socialmedia socials bookmarks newsletter search suche searchbox suchbox pagination pager paging "
    "skip skiplink skiplinks skipnav navskip toolbar tagcloud related recommended recommendations verwandt comments "
    "kommentare respond login modal popup overlay lightbox advert advertising advertisement ads adsense promo marginal "
    "marginalspalte marginalie metanavigation servicebar languages langswitch sitemap addthis a2a feedback rating "
    "functions pagefunctions seitenfunktionen toplink backlink totop scrolltop printlink noprint widget widgets aside"
)
_DROPPED = frozenset(_NAMES.split())
_KEPT = frozenset(
    ["contact", "kontakt", "pressekontakt", "ansprechpartner", "presscontact", "mediacontact", "medienkontakt"]
)

# headings above what is no part of the release
_OTHERS = regex(
    r"(?:(?:weitere|mehr|ähnliche|aktuelle|neueste|verwandte|vorherige|nächste|letzte|andere|auch)[\s\u00a0]"
    r"(?:meldung|artikel|beitr|nachricht|them|presse|news|interess|storys|stories|seiten|links|lesen|zum thema|aus )"
    r"|das könnte sie|auch interessant|lesen sie (?:auch|mehr)|empfehlen|empfehlung|artikel (?:teilen|weiter)"
    r"|seite (?:teilen|drucken|empfehlen|weiter)|teilen\b|beitrag teilen|diese (?:seite|meldung) (?:teilen|druck|empf)"
    r"|zum thema$|links zum thema|schlagw|tags?\b|kategorien?\b|newsletter|kommentar|suche\b|navigation|menü|service$"
    r"|servicemenü|hauptmenü|inhaltsverzeichnis|cookie|datenschutz|archiv\b|social media|folgen sie|downloads?$"
    r"|related|read (?:more|next|also)|more (?:news|stories|articles|from|press|releases|on this)|latest (?:news|press)"
    r"|recent (?:news|posts|articles|releases)|you (?:may|might) also|also of interest|share\b|follow us|subscribe"
    r"|comments?\b|leave a (?:reply|comment)|search\b|previous|next\b"
    r"|articles? (?:liés|similaires|récents)|à lire aussi|partager|lire aussi|altri articoli|articoli correlati"
    r"|condividi|leggi anche|noticias relacionadas|compartir|te puede interesar|notícias relacionadas|partilhar"
    r"|compartilhar|gerelateerd|lees ook|deel\b|meer nieuws|relaterede|del\b|læs også|relaterade|dela\b|läs också"
    r"|powiązane|udostępnij|zobacz także)",
    re.IGNORECASE,
)
CONTACT = regex(
    r"presse?kontakt|medienkontakt|ansprechpartner|ansprechperson|rückfragen|pressestelle|kontakt\b|press contact"
    r"|media contact|contact\b|press office|contatti|contacto|contacts? presse|perscontact|pressekontakt|presskontakt"
    r"|kontakt dla|contato|imprensa",
    re.IGNORECASE,
)
DATA = regex(r"[\w.+-]{1,64}(?:@|\(at\)|\[at\])[\w.-]{2,80}|[+(]?0?\d[\d ()/–\u00a0.-]{6,24}\d")

MAILBOX = regex(r"[\w.+-]{1,64}(?:@|\(at\)|\[at\])[\w.-]{2,80}")
PRESS_MAILBOX = regex(
    r"\b(?:presse?|medien|media|newsroom|prensa|stampa|imprensa)[\w.+-]{0,40}(?:@|\(at\)|\[at\])[\w.-]{2,80}",
    re.IGNORECASE,
)
PHONE = regex(r"\b(?:Tel|Fon|Phone|Ph|Mobil|Handy|T)\b|\bTelefon|\bTelephone|\+\d", re.IGNORECASE)

# words in front of the way to a page, and of links that jump to its parts
_TRAIL = regex(
    r"(?:sie (?:sind|befinden sich) hier|you are here|vous êtes ici|sei qui|ti trovi qui|está aquí|está em|je bent hier"
    r"|du er her|du är här|jesteś tutaj|(?:direkt |springe |zum )+(?:zum |zur )?(?:haupt)?(?:inhalt|navigation|suche)\b"
    r"|skip to|jump to|aller au contenu|salta al|saltar al|ir para o conteúdo|ga naar inhoud|gå til|gå till"
    r"|przejdź do)",
    re.IGNORECASE,
)


def is_trail(text: str) -> bool:
    """Tell whether a short part of a page begins with „Sie sind hier“ or „Zum Inhalt springen“."""
    return _TRAIL.match(text) is not None


def words_of(element: Element) -> list[str]:
    """Return the words of the classes and the id of an element, in small letters: ``navPrimary`` has two."""
    attrs = element.attrs
    written = [attrs[name].value for name in ("class", "id") if name in attrs]
    return [word.lower() for word in _WORDS.findall(" ".join(written))] if written else []


def is_named_furniture(element: Element) -> bool:
    """Tell whether role, classes or id of an element name a part of the page beside the article."""
    attrs = element.attrs
    if not attrs:
        return False
    if "role" in attrs and attrs["role"].value.lower() in _ROLES:
        return True
    if "class" not in attrs and "id" not in attrs:
        return False
    words = words_of(element)
    return not _DROPPED.isdisjoint(words) and _KEPT.isdisjoint(words)


def is_article(element: Element) -> bool:
    """Tell whether an element says of itself that it holds the article or the main part of the page."""
    if element.name in ARTICLES:
        return True
    attrs = element.attrs
    if not attrs:
        return False
    return element.value("role") in ("main", "article") or element.value("itemtype").rstrip("/").endswith("Article")


def names_others(heading: str) -> bool:
    """Tell whether a heading stands above something else than the release: teasers, buttons to share, a search."""
    return len(heading) <= 80 and _OTHERS.match(heading.strip(" :–-|»›>")) is not None
