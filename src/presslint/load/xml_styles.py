"""What paragraphs are by the names of their styles, in the languages that programs have names in."""

from presslint.model.release import Zone

# the names that Word and LibreOffice give, in small letters
_TITLES = "title titel titre título titolo tytuł tittel"
_SUBTITLES = "subtitle untertitel sous-titre subtítulo sottotitolo ondertitel undertitel undertittel podtytuł"
_LEVELS = {**dict.fromkeys(_TITLES.split(), 1), **dict.fromkeys(_SUBTITLES.split(), 2)}
_QUOTES = "quote|intense quote|quotations|block text|zitat|intensives zitat|zitate|citation|citation intense|cita|citat"
_CAPTIONS = "caption|beschriftung|légende|leyenda|didascalia|bijschrift|billedtekst|bildtext|podpis|legenda"
_ZONES = {
    **dict.fromkeys(_QUOTES.split("|"), Zone.QUOTE),
    **dict.fromkeys(_CAPTIONS.split("|"), Zone.CAPTION),
}


def title_level(name: str) -> int:
    """Return the level of the heading that a style of that name stands for, 0 where it is no title."""
    return _LEVELS.get(name.casefold(), 0)


def zone(name: str) -> Zone:
    """Return what a paragraph with a style of that name is for, UNKNOWN where the name does not tell."""
    return _ZONES.get(name.casefold(), Zone.UNKNOWN)
