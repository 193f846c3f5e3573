"""Codes of languages, and what people write in their place."""

from collections.abc import Mapping

# ISO 639-1
_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja "
    "jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb "
    "nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq "
    "sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
CODES = frozenset(_CODES.split())

# code → ISO 639-2 and 639-3 codes, and the names in the language itself, in English and in German
_NAMES: Mapping[str, str] = {
    "de": "deu ger gsw deutsch german",
    "en": "eng english englisch",
    "fr": "fra fre français francais french französisch franzoesisch",
    "es": "spa español espanol spanish spanisch",
    "it": "ita italiano italian italienisch",
    "nl": "nld dut nederlands dutch niederländisch niederlaendisch",
    "pl": "pol polski polish polnisch",
    "pt": "por português portugues portuguese portugiesisch",
    "da": "dan dansk danish dänisch daenisch",
    "sv": "swe svenska swedish schwedisch",
}
_CODE = {name: code for code, names in _NAMES.items() for name in names.split()}


def language_code(written: str) -> str:
    """Return the code of the language that ``written`` declares, as in ``de-AT``, ``de_DE.UTF-8`` or ``Deutsch``.

    Empty where that is no language.
    """
    words = written.replace("_", " ").replace("-", " ").replace(".", " ").lower().split()
    if not words:
        return ""
    return words[0] if words[0] in CODES else _CODE.get(words[0], "")
