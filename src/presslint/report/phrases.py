"""What presslint itself says around findings, in both languages."""

from collections.abc import Mapping

from presslint.model.finding import Safety, Severity
from presslint.model.values import Words

PHRASES: Mapping[str, Words] = {
    "error": Words("error", "Fehler"),
    "warning": Words("warning", "Warnung"),
    "info": Words("info", "Hinweis"),
    "unread": Words("could not be read: {reason}", "nicht lesbar: {reason}"),
    "page": Words("page {number}", "Seite {number}"),
    "safe": Words("with --fix", "mit --fix"),
    "unsafe": Words("with --fix --unsafe-fixes", "mit --fix --unsafe-fixes"),
    "manual": Words("by hand", "von Hand"),
    "more_places": Words("and {count} elsewhere", "und {count} an anderer Stelle"),
    "why": Words("why", "Warum"),
    "instead": Words("instead", "Stattdessen"),
    "more": Words("more", "Mehr"),
    "found": Words("in {part} of {files}", "in {part} von {files}"),
    "found_one": Words("in {files}", "in {files}"),
    "nothing": Words("No findings in {files}", "Keine Befunde in {files}"),
    "fixable": Words("{count} {how}", "{count} {how}"),
    "can_fix": Words("Fixes: {list}", "Korrekturen: {list}"),
    "suppressed": Words("{count} suppressed", "{count} unterdrückt"),
    "baselined": Words("{count} in the baseline", "{count} in der Baseline"),
    "unreadable": Words("{paths} could not be read", "{paths} nicht lesbar"),
    "not_checked": Words("Not checked", "Nicht geprüft"),
    "not_run": Words("{rules} did not run", "{rules} nicht gelaufen"),
    "aborted": Words("The run did not finish: {reason}", "Der Lauf wurde nicht beendet: {reason}"),
    "not_shown": Words(
        "{count} not shown as annotations: the service shows {limit} of a kind per step.",
        "{count} nicht als Anmerkung gezeigt: Der Dienst zeigt je Schritt {limit} einer Art.",
    ),
    "not_listed": Words("{count} not listed.", "{count} nicht aufgeführt."),
    "table_head": Words("| Severity | Place | Rule | Finding |", "| Schwere | Stelle | Regel | Befund |"),
    "ran_in": Words("The folder that presslint was run in.", "Der Ordner, in dem presslint lief."),
    "in_baseline": Words("In the baseline.", "In der Baseline."),
    "not_run_on": Words("{rule} did not run on {files}: {reason}", "{rule} ist bei {files} nicht gelaufen: {reason}"),
}

_ONE_OR_MANY: Mapping[str, tuple[Words, Words]] = {
    "error": (Words("error", "Fehler"), Words("errors", "Fehler")),
    "warning": (Words("warning", "Warnung"), Words("warnings", "Warnungen")),
    "info": (Words("info", "Hinweis"), Words("infos", "Hinweise")),
    "file": (Words("file", "Datei"), Words("files", "Dateien")),
    "path": (Words("path", "Pfad"), Words("paths", "Pfade")),
    "rule": (Words("rule", "Regel"), Words("rules", "Regeln")),
    "place": (Words("place", "Stelle"), Words("places", "Stellen")),
    "change": (Words("more change", "weitere Änderung"), Words("more changes", "weitere Änderungen")),
    "finding": (Words("finding", "Befund"), Words("findings", "Befunde")),
}

# the words of programs' formats: never translated
SEVERITIES: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
SAFETIES: Mapping[Safety, str] = {Safety.SAFE: "safe", Safety.UNSAFE: "unsafe", Safety.MANUAL: "manual"}


class Phrases:
    """The words of one language; any other than ``de`` is English."""

    __slots__ = ("language",)

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, /, **values: object) -> str:
        """Return a phrase, filled with ``values``. Raises KeyError for one that there is not."""
        return PHRASES[key].in_(self.language).format(**values)

    def count(self, noun: str, number: int) -> str:
        """Return ``number`` with its noun: ``1 file``, ``2 files``."""
        one, many = _ONE_OR_MANY[noun]
        return f"{number} {(one if number == 1 else many).in_(self.language)}"
