"""What a rule did not see is listed, and each reason once."""

import re
from pathlib import Path

import pytest

import presslint
from presslint.checks.reachable import Following
from presslint.engine.surroundings import visit_of
from presslint.engine.unseen import unseen
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.outside import Hop, Outside, Visit

TEXT = b"https://a.de/1 https://a.de/2 https://b.de/1 https://c.de/1"


def reasons(told: dict[str, str] | None, text: bytes = TEXT) -> list[str]:
    web = {address: visit_of(address, told_of) for address, told_of in (told or {}).items()}
    outside = Outside(web=web.get if told is not None else None)
    return [reason.en for reason in unseen("online", Facts(load(source_from_bytes(text, "-")), outside=outside))]


def test_offline_it_is_one_reason() -> None:
    assert reasons(None) == ["needs --online (SYS004)"]
    assert reasons(None, b"nothing") == []


def test_each_host_and_reason_is_one() -> None:
    told = {"https://a.de/1": "403", "https://a.de/2": "403", "https://b.de/1": "timeout", "https://c.de/1": "200"}
    assert reasons(told) == [
        "a.de could not be verified (answers 403)",
        "b.de could not be verified (no answer in time)",
    ]


def test_what_holds_for_the_run_names_no_host() -> None:
    told = {"https://a.de/1": "budget", "https://b.de/1": "budget", "https://c.de/1": "network"}
    assert reasons(told) == ["no server could be reached", "the time for links was up (--online-budget)"]


def test_the_host_is_the_one_that_did_not_answer() -> None:
    assert reasons({"https://a.de/1": "302 https://login.b.de/; 401"}) == [
        "login.b.de could not be verified (answers 401)"
    ]


def test_a_host_that_tells_programs_nothing_is_listed_whatever_it_answers() -> None:
    web = {
        address: visit_of(address, told) for address, told in (("https://a.de/1", "200"), ("https://b.de/1", "name"))
    }
    facts = Facts(load(source_from_bytes(TEXT, "-")), outside=Outside(web=web.get))
    found = unseen("online", facts, Following(walls=("a.de", "b.de")))
    assert [reason.en for reason in found] == ["a.de could not be verified (it lets no programs in)"]


def test_any_other_need_is_named() -> None:
    assert [reason.de for reason in unseen("registry", Facts(load(source_from_bytes(b"a", "-"))))] == [
        "braucht registry (SYS004)"
    ]


def test_every_failure_has_words() -> None:
    online = Path(presslint.__file__).parent / "online"
    source = "".join(path.read_text(encoding="utf-8") for path in online.glob("*.py") if path.stem != "guard")
    told = set(re.findall(r'(?:failure=|NoAddressError\(|return )"([a-z-]+)"', source))
    told |= set(re.findall(r' else "([a-z-]+)"', source))
    assert {"timeout", "private", "port", "budget", "refused", "unreachable"} <= told
    for failure in told - {"name", "tls", "loop"}:
        assert reasons({"https://a.de/1": failure})


@pytest.mark.parametrize(
    ("told", "visit"),
    [
        ("200", Visit("x", status=200)),
        (
            "301 https://a.de/; 302 https://b.de/; 410",
            Visit("x", (Hop(301, "https://a.de/"), Hop(302, "https://b.de/")), 410),
        ),
        ("expired", Visit("x", failure="tls", detail="expired")),
        ("200 without anchor", Visit("x", status=200, anchor=False)),
        ("loop", Visit("x", failure="loop")),
    ],
)
def test_examples_tell_visits(told: str, visit: Visit) -> None:
    assert visit_of("x", told) == visit
