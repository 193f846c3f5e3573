"""Links: what markup makes, and what stands in the text."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.facts import Facts
from presslint.facts.hosts import Address, in_domain, is_ip, looks_like_host, plain_host, registrable, split
from presslint.facts.taken import Taken
from presslint.facts.url_finder import find
from presslint.load import load, source_from_bytes
from presslint.model.facts import LinkFact
from presslint.model.finding import Confidence
from presslint.model.release import Zone
from presslint.text.span import Span


def links(text: str, path: str = "-", format_: str = "markdown") -> tuple[LinkFact, ...]:
    release = load(source_from_bytes(text.encode(), path), format=format_)
    return Facts(release).of(LinkFact)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Siehe www.stadt.de. Und https://a.de/x_(y).", ["www.stadt.de", "https://a.de/x_(y)"]),
        ("(https://www.a.de), »berlin.de« „www.b.de“!", ["https://www.a.de", "berlin.de", "www.b.de"]),
        (
            "stadt-ahrenfeld.de/presse, Stadt-Ahrenfeld.de:8443/x",
            ["stadt-ahrenfeld.de/presse", "Stadt-Ahrenfeld.de:8443/x"],
        ),
        ("http//www.a.de und https:/www.b.de und htp://c.de", ["http//www.a.de", "https:/www.b.de", "htp://c.de"]),
        ("www,firma.de; www.firma,de und www.a.de,in", ["www,firma.de", "www.firma,de", "www.a.de"]),
        ("Info:https://x.org/?a=b. www.a.de,www.b.de;info@c.de", ["https://x.org/?a=b", "www.a.de", "www.b.de"]),
        (
            "file:///C:/x und C:\\Users\\m\\a.docx und \\\\server\\share",
            ["file:///C:/x", "C:\\Users\\m\\a.docx", "\\\\server\\share"],
        ),
        ("http://TODO und https:// gleich", ["http://TODO", "https://"]),
        ("http://a.de/index.html.E-Mail www.firma.de.Die", ["http://a.de/index.html", "www.firma.de"]),
        ("https://a.de/93/43,30.htm und https://web.archive.org/web/1/http://a.de/", None),
        ("amazon.de-Gutschein, 1und1.de, t.co/x9, x.com", ["amazon.de", "1und1.de", "t.co/x9"]),
        ("mastodon.social/@ahrenfeld, schüler.in/kurs, www.müller.köln", None),
        ("[Text](https://a.de/x) [b](www.b.de)und", ["https://a.de/x", "www.b.de"]),
        ("WWW.FIRMA.DE", ["WWW.FIRMA.DE"]),
        ("https://a.de)Und", ["https://a.de"]),
    ],
)
def test_addresses_are_found_in_text(text: str, found: list[str] | None) -> None:
    shown = [text[start:end] for start, end in find(text)]
    wanted = found if found is not None else [part.strip(",") for part in text.split() if "." in part]
    assert shown == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Ende.Im Sommer, Schüler.in und Lehrer.innen, z.B. d.h. e.V. u.a. i.d.R. U.S. Ph.D.",
        "Bild.zip, lies.md, start.py, logo.ai.bak, Node.js, Dipl.-Ing., Dr.med. Meier, etc.im Mai",
        "presse@stadt.de und @stadt@social.de und info@www.stadt.de",
        "Um 10.30 Uhr, 3.at, 19.6.in, 2.500.am, foo.bar(), obj.com_x, -a.de",
        "So.was, ABC.DE, ASP.NET, o.de",
        "C: ist ein Laufwerk, 3:1, Halle A:B",
    ],
)
def test_what_looks_like_an_address_is_none(text: str) -> None:
    assert [text[start:end] for start, end in find(text)] == []


@given(st.text(alphabet='ab.de/:@,;()[]<>"\\ \n-wWhtps?#%…„“äÖ0', max_size=80))
@settings(deadline=None, max_examples=400)
def test_addresses_come_in_order_and_without_blanks(text: str) -> None:
    place = 0
    for start, end in find(text):
        assert place <= start < end <= len(text)
        assert not any(map(str.isspace, text[start:end]))
        place = end


@pytest.mark.parametrize("unit", ["a.", "www.", "a.de", "://", ".de/", "(", "https://", "\\\\a\\"])
def test_one_endless_word_is_read_in_linear_time(unit: str) -> None:
    assert sum(1 for _ in find(unit * (200_000 // len(unit)))) < 60_000


@pytest.mark.parametrize(
    ("target", "parts"),
    [
        (
            "https://User@WWW.Stadt.de:8443/a/b?c=d&e#f",
            Address("https", "User", "www.stadt.de", "8443", "/a/b", "c=d&e", "f"),
        ),
        ("www.stadt.de/presse", Address(host="www.stadt.de", path="/presse")),
        ("stadt.de:8080", Address(host="stadt.de", port="8080")),
        ("http://[fd00::1]:80/x", Address("http", host="[fd00::1]", port="80", path="/x")),
        ("mailto:a@b.de?subject=x", Address("mailto", path="a@b.de", query="subject=x")),
        ("tel:110", Address("tel", path="110")),
        ("#oben", Address(fragment="oben")),
        ("../presse/index.html", Address(path="../presse/index.html")),
        ("localhost:8080/x", Address(path="localhost:8080/x")),
        ("https:/www.stadt.de", Address("https", path="/www.stadt.de")),
        ("", Address()),
    ],
)
def test_addresses_are_split(target: str, parts: Address) -> None:
    assert split(target) == parts


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=300)
def test_splitting_never_fails(target: str) -> None:
    parts = split(target)
    assert parts.host == parts.host.lower()
    assert not parts.scheme or target.lower().startswith(parts.scheme + ":")


def test_hosts_compare_in_one_form() -> None:
    assert plain_host("WWW.xn--mller-kva.de") == "müller.de"
    assert plain_host("www.de") == "www.de"
    assert plain_host("m.stadt.de") == "stadt.de"
    assert in_domain("presse.STADT.de", ("stadt.de",))
    assert not in_domain("neustadt.de", ("stadt.de",))
    assert is_ip("10.0.0.1")
    assert not is_ip("10.0.0.de")
    assert registrable("10.0.0.1") == ""
    assert looks_like_host("www.stadt.zzz")
    assert not looks_like_host("presse.html")


def test_marked_links_know_text_target_and_place() -> None:
    (link,) = links('Mehr auf Twitter: [@stadt](https://twitter.com/stadt "Konto").')
    assert (link.text, link.target, link.kind) == ("@stadt", "https://twitter.com/stadt", "link")
    assert (link.label, link.title, link.scheme) == ("Mehr auf Twitter", "Konto", "https")
    assert (link.host, link.domain, link.path) == ("twitter.com", "twitter.com", "/stadt")
    assert link.target_at is not None
    assert link.confidence is Confidence.HIGH


def test_autolinks_images_and_reference_links() -> None:
    text = "<https://a.de> ![Karte](karte.png) [Plan][p] und bb.de\n\n[p]: https://c.de/plan\n"
    kinds: dict[str, Any] = {link.target: link.kind for link in links(text)}
    assert kinds == {"https://a.de": "autolink", "karte.png": "image", "https://c.de/plan": "link", "bb.de": "bare"}


def test_an_address_inside_a_link_or_code_is_no_second_link() -> None:
    assert [link.kind for link in links("[www.a.de](https://www.a.de) und `http://b.de/ns`")] == ["link"]


def test_bare_addresses_have_zone_block_and_place_in_the_source() -> None:
    text = "Die Stadt saniert.\n\nKontakt:\nPetra Kühnel\nInternet: www.stadt.de\n"
    (link,) = links(text, format_="text")
    assert (link.zone, link.label, link.confidence) == (Zone.CONTACT, "Internet", Confidence.MEDIUM)
    assert link.target_at is not None
    assert link.target_at.of(text) == "www.stadt.de"


@pytest.mark.parametrize(
    ("before", "label"),
    [("Twitter: ", "Twitter"), ("Netz, Web:", "Web"), ("Siehe ", ""), ("Ein " + "langer " * 9 + "Satz: ", "")],
)
def test_the_label_is_what_stands_before_the_colon(before: str, label: str) -> None:
    (link,) = links(before + "www.stadt.de", format_="text")
    assert link.label == label


def test_paths_of_a_computer_have_the_scheme_of_a_file() -> None:
    assert [link.scheme for link in links("C:\\Users\\a.docx und \\\\server\\x\\y", format_="text")] == ["file", "file"]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9)), max_size=8), st.integers(0, 30), st.integers(1, 9))
@settings(deadline=None, max_examples=200)
def test_what_is_taken_is_known(spans: list[tuple[int, int]], start: int, length: int) -> None:
    stretches = [Span(first, first + size) for first, size in spans]
    wanted = any(span.start < span.end and span.overlaps(Span(start, start + length)) for span in stretches)
    assert Taken(stretches).overlaps(start, start + length) is wanted


def test_a_huge_target_and_control_characters_are_read() -> None:
    found = links(f"[a](https://a.de/{'x' * 100_000}) [b](https://a\x07b.de/) [c](https://xn--\u00fc\u00fc-9.de)")
    assert [link.scheme for link in found] == ["https"] * 3


@pytest.mark.parametrize("text", ["Mehr auf harwell.example.", "Mehr auf www.harwell.test.", "https://harwell.invalid"])
def test_names_kept_free_for_examples_are_hosts(text: str) -> None:
    """Another rule objects to them; here they are read as what they stand for."""
    assert links(text)


def test_a_word_before_test_is_no_host() -> None:
    assert not links("Der Befehl unit.test läuft.")
