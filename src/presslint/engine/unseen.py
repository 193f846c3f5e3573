"""What a rule that ran did not get to see of a release: silence must never look like a pass."""

from collections.abc import Iterator, Mapping
from typing import Any

from presslint.facts import Facts
from presslint.facts.hosts import in_domain, split
from presslint.facts.visits import addresses
from presslint.model.outside import Visit, VisitFact
from presslint.model.values import Words

_OFFLINE = Words("needs --online (SYS004)", "braucht --online (SYS004)")
_NO_HISTORY = Words(
    "needs history = true in [repository], and git (SYS004)", "braucht history = true in [repository], und git (SYS004)"
)
CUT_OFF = Words(
    "needs the whole history of the file: no git, or a shallow clone (SYS004)",
    "braucht die ganze Historie der Datei: kein git, oder ein flacher Klon (SYS004)",
)
_RUN: Mapping[str, Words] = {
    "budget": Words("the time for links was up (--online-budget)", "die Zeit für Links war um (--online-budget)"),
    "network": Words("no server could be reached", "kein Server war erreichbar"),
}
_WHY: Mapping[str, Words] = {
    "lookup": Words("its name could not be looked up", "der Name ließ sich nicht nachschlagen"),
    "private": Words("its address is not public", "die Adresse ist nicht öffentlich"),
    "address": Words("the address is not understood", "die Adresse ist nicht verständlich"),
    "password": Words("the address holds a password", "die Adresse enthält ein Passwort"),
    "scheme": Words("it leads to a program", "der Link führt zu einem Programm"),
    "port": Words("no port of the web", "kein Port des Webs"),
    "denied": Words("the configuration forbids it", "die Konfiguration verbietet es"),
    "timeout": Words("no answer in time", "keine Antwort zur rechten Zeit"),
    "unreachable": Words("no connection", "keine Verbindung"),
    "refused": Words("connection refused", "Verbindung abgelehnt"),
    "reset": Words("connection broken off", "Verbindung abgebrochen"),
    "protocol": Words("the answer is not understood", "die Antwort ist nicht verständlich"),
    "handshake": Words("no secure connection", "keine sichere Verbindung"),
    "cookie": Words("it wants cookies", "verlangt Cookies"),
    "wall": Words("it lets no programs in", "lässt keine Programme ein"),
}


def unseen(what: str, facts: Facts, params: Any = None) -> Iterator[Words]:
    """Yield why a part of a rule that needs ``what`` did not look, each reason once. ``what`` is ``online``.

    ``params`` are those of the check; hosts that it has as ``walls`` tell programs nothing, whatever they answer.
    """
    if what == "repository":
        return  # what such a rule finds in a release alone, it has found
    if what == "history":
        yield from _without_history(facts)
        return
    if what == "iptc":
        if facts.release.format in ("ninjs", "newsml"):
            from presslint.checks.news_schemas import unchecked  # noqa: PLC0415 - only news items are held to schemas

            yield from unchecked(facts.release)
    elif what != "online":
        yield Words(f"needs {what} (SYS004)", f"braucht {what} (SYS004)")
    elif facts.outside.web is None:
        if next(addresses(facts), None) is not None:
            yield _OFFLINE
    else:
        walls = getattr(params, "walls", ())
        yield from sorted({reason for fact in facts.of(VisitFact) for reason in _reasons(fact, walls)})


def _without_history(facts: Facts) -> Iterator[Words]:
    look = facts.outside.history
    if look is None:
        yield _NO_HISTORY
    elif look(facts.release.source.path) is None:
        yield CUT_OFF


def _reasons(fact: VisitFact, walls: tuple[str, ...]) -> Iterator[Words]:
    visit = fact.visit
    if fact.state == "unverified":
        yield _reason(visit)
    elif in_domain(fact.link.host, walls) and visit.failure != "name":
        yield _reason(visit._replace(failure="wall", hops=()))


def _reason(visit: Visit) -> Words:
    if visit.failure in _RUN:
        return _RUN[visit.failure]
    host = split(visit.final).host
    if not visit.failure:
        return Words(
            f"{host} could not be verified (answers {visit.status})",
            f"{host} ließ sich nicht prüfen (antwortet mit {visit.status})",
        )
    why = _WHY[visit.failure]
    return Words(f"{host} could not be verified ({why.en})", f"{host} ließ sich nicht prüfen ({why.de})")
