"""What the engine itself has to say: the SYS codes, which are no rules and have no file in a pack."""

from collections.abc import Mapping
from typing import NamedTuple

from presslint.engine.wording import render
from presslint.model.finding import Confidence, Finding, Location, Severity
from presslint.model.self_ import NAMES
from presslint.model.values import Args, Words
from presslint.text.span import SourceSpan


class Diagnostic(NamedTuple):
    """One code of the engine; ``cases`` are its sentences."""

    code: str
    name: str
    severity: Severity
    cases: Mapping[str, Words]


_ALL = (
    Diagnostic(
        "SYS001",
        NAMES["SYS001"],
        Severity.WARNING,
        {
            "legacy-encoding": Words(
                "The file is not UTF-8; it was read as {encoding}.",
                "Die Datei ist nicht UTF-8; sie wurde als {encoding} gelesen.",
            ),
            "other-encoding": Words(
                "The mail says that its text is {said}, but it is not; it was read as {encoding}.",
                "Die E-Mail nennt als Zeichensatz {said}, aber das stimmt nicht; sie wurde als {encoding} gelesen.",
            ),
        },
    ),
    Diagnostic(
        "SYS002",
        NAMES["SYS002"],
        Severity.WARNING,
        {
            "unknown-rule": Words(
                "The suppression names {rule}, which is no rule.",
                "Die Ausnahme nennt {rule}; eine solche Regel gibt es nicht.",
            ),
            "unknown-rule-near": Words(
                "The suppression names {rule}, which is no rule; probably {near} is meant.",
                "Die Ausnahme nennt {rule}; eine solche Regel gibt es nicht, gemeint ist wohl {near}.",
            ),
            "malformed": Words(
                "{directive} is no suppression; expected ignore[RULE] or ignore-file[RULE].",
                "{directive} ist keine Ausnahme; erwartet war ignore[REGEL] oder ignore-file[REGEL].",
            ),
            "unknown-key": Words(
                "The front matter has {key}; under presslint only ignore is known.",
                "Die Metadaten haben {key}; unter presslint ist nur ignore bekannt.",
            ),
            "malformed-field": Words(
                "presslint: {value} in the front matter is no suppression; expected ignore: [RULE].",
                "presslint: {value} in den Metadaten ist keine Ausnahme; erwartet war ignore: [REGEL].",
            ),
        },
    ),
    Diagnostic(
        "SYS003",
        NAMES["SYS003"],
        Severity.WARNING,
        {
            "default": Words(
                "The suppression of {rule} suppresses nothing.",
                "Die Ausnahme für {rule} unterdrückt nichts.",
            ),
        },
    ),
    Diagnostic(
        "SYS008",
        NAMES["SYS008"],
        Severity.ERROR,
        {
            "default": Words(
                "Rule {rule} failed with {problem}; the file is not checked by it.",
                "Regel {rule} ist mit {problem} abgebrochen; sie hat die Datei nicht geprüft.",
            ),
        },
    ),
)
DIAGNOSTICS: Mapping[str, Diagnostic] = {diagnostic.code: diagnostic for diagnostic in _ALL}

# why a rule did not run: shown in the list of what was not checked, never as a finding
SKIPPED: Mapping[str, Words] = {
    "release_date": Words("the release date is unknown (SYS006)", "das Datum der Mitteilung ist unbekannt (SYS006)"),
    "requires": Words("needs {what} (SYS004)", "braucht {what} (SYS004)"),
    "language": Words("is not made for the language {language}", "ist nicht für die Sprache {language} gemacht"),
    "no-language": Words("the language of the text is unknown", "die Sprache des Textes ist unbekannt"),
    "loader": Words(
        "presslint failed to read this file: {problem}; this is a fault of presslint",
        "presslint ist beim Lesen dieser Datei gescheitert: {problem}; das ist ein Fehler von presslint",
    ),
    "repository": Words("needs several files (SYS004)", "braucht mehrere Dateien (SYS004)"),
    "contacts": Words(
        "needs [contacts] in the configuration (SYS004)", "braucht [contacts] in der Konfiguration (SYS004)"
    ),
    "boilerplates": Words(
        "needs [boilerplates] in the configuration (SYS004)", "braucht [boilerplates] in der Konfiguration (SYS004)"
    ),
    "declared": Words(
        "needs [declared] in the configuration (SYS004)", "braucht [declared] in der Konfiguration (SYS004)"
    ),
    "crashed": Words("failed (SYS008)", "ist abgebrochen (SYS008)"),
}


def diagnose(
    code: str, case: str, args: Args, language: str, where: Location, span: SourceSpan | None = None
) -> Finding:
    """Return a finding of the engine itself. Raises KeyError for a code or case that is not declared here."""
    diagnostic = DIAGNOSTICS[code]
    return Finding(
        rule=code,
        name=diagnostic.name,
        severity=diagnostic.severity,
        confidence=Confidence.HIGH,
        message=render(diagnostic.cases[case], args, language),
        where=where,
        span=span,
        snippet="",
        args=args,
    )
