"""Which links can be followed, and what an answer means."""

import pytest

from presslint.facts import Facts
from presslint.facts.visits import addresses, is_same_page, state_of
from presslint.load import load, source_from_bytes
from presslint.model.outside import Hop, Outside, Visit, VisitFact


def asked(text: str) -> list[str]:
    return [address for _, address in addresses(Facts(load(source_from_bytes(text.encode(), "-"), format="markdown")))]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[x](https://www.stadt-ahrenfeld.de/a?b=1#c)", "https://www.stadt-ahrenfeld.de/a?b=1#c"),
        ("<http://www.stadt-ahrenfeld.de>", "http://www.stadt-ahrenfeld.de"),
        ("Mehr unter www.stadt-ahrenfeld.de/presse.", "http://www.stadt-ahrenfeld.de/presse"),
        ("![x](//cdn.stadt-ahrenfeld.de/x.png)", "https://cdn.stadt-ahrenfeld.de/x.png"),
        ("[x](https://müller-ahrenfeld.de/über)", "https://müller-ahrenfeld.de/über"),
    ],
)
def test_addresses(text: str, address: str) -> None:
    assert asked(text) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "[x](presse/a.md)",
        "[x](www.stadt-ahrenfeld.de)",
        "[x](#a)",
        "[x](mailto:presse@stadt-ahrenfeld.de) [y](tel:+49231123456) [z](ftp://stadt-ahrenfeld.de/x)",
        "[x](https://user:secret@stadt-ahrenfeld.de/)",
        "[x](<https://stadt-ahrenfeld.de/a b>)",
        "[x](https://{{host}}/a)",
        "[x](https://stadt-ahrenfeld.de/\\\\x)",
        f"[x](https://stadt-ahrenfeld.de/{'a' * 9000})",
    ],
)
def test_what_cannot_be_followed(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://a.de", "https://www.a.de/", True),
        ("https://a.de/B/c", "https://a.de/b/C/", True),
        ("https://a.de/b", "https://a.de/b/index.html", True),
        ("https://a.de/%C3%BC", "https://a.de/ü", True),
        ("https://a.de/b", "https://a.de/c", False),
        ("https://a.de/b?c=1", "https://a.de/b?c=2", False),
        ("https://a.de/b", "https://b.de/b", False),
    ],
)
def test_redirects_of_form_alone(one: str, other: str, same: object) -> None:
    assert is_same_page(one, other) is same


@pytest.mark.parametrize(
    ("visit", "state"),
    [
        (Visit("", status=200), "fine"),
        (Visit("", status=404), "dead"),
        (Visit("", status=403), "unverified"),
        (Visit("", failure="name"), "dead"),
        (Visit("", failure="tls", detail="expired"), "dead"),
        (Visit("", failure="loop"), "dead"),
        (Visit("", failure="timeout"), "unverified"),
        (Visit("", status=404, failure="wall"), "unverified"),
    ],
)
def test_three_states(visit: Visit, state: str) -> None:
    assert state_of(visit) == state


def test_links_that_nobody_answers_for_are_no_facts() -> None:
    release = load(source_from_bytes(b"https://a.de/x https://b.de/x https://a.de/x", "-"))
    answers = {"https://a.de/x": Visit("https://a.de/x", (Hop(301, "https://a.de/y"),), 410)}
    facts = Facts(release, outside=Outside(web=answers.get)).of(VisitFact)
    assert [(fact.link.target, fact.state, fact.visit.final) for fact in facts] == [
        ("https://a.de/x", "dead", "https://a.de/y")
    ] * 2
    assert Facts(release).of(VisitFact) == ()
