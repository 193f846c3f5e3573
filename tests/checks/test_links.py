"""Links: what makes an address unusable, and where it leads."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.checks.link_syntax import Flaw, continues, encoded, flaw_of, is_misspelt_scheme, without_invisible
from presslint.engine.run import lint
from presslint.load import load, source_from_bytes
from presslint.model.house import House
from presslint.model.options import Options
from presslint.packs import load_rules
from presslint.packs.bind import bind

RULES = {rule.code: bind(rule) for rule in load_rules() if rule.code.startswith("LNK")}


def found(code: str, text: str, format_: str = "markdown", **house: object) -> list[str]:
    """Return the texts at the places that a rule reports."""
    owner = House(**house)  # type: ignore[arg-type]
    release = load(source_from_bytes(text.encode(), "-"), owner, format_)
    result = lint(release, [RULES[code]], Options(today=date(2026, 1, 15), house=owner))
    assert not result.crashed
    return [finding.snippet for finding in result.findings if finding.rule == code]


@pytest.mark.parametrize(
    ("target", "flaw"),
    [
        ("http//www.a.de", Flaw("scheme", "http://www.a.de")),
        ("https:/www.a.de", Flaw("scheme", "https://www.a.de")),
        ("https:www.a.de", Flaw("scheme", "https://www.a.de")),
        ("https;//www.a.de/x", Flaw("scheme", "https://www.a.de/x")),
        ("https::/www.a.de", Flaw("scheme", "https://www.a.de")),
        ("https:///www.a.de", Flaw("scheme", "https://www.a.de")),
        ("https:\\\\www.a.de", Flaw("scheme", "https://www.a.de")),
        ("htp://a.de", Flaw("scheme", "http://a.de")),
        ("hppts://a.de", Flaw("scheme", "https://a.de")),
        ("https://http://a.de", Flaw("scheme", "http://a.de")),
        ("http://https//a.de", Flaw("scheme", "https://a.de")),
        ("http//stadt", Flaw("scheme", "")),
        ("www,a.de", Flaw("comma", "www.a.de")),
        ("www.a,de/x", Flaw("comma", "www.a.de/x")),
        ("https://a.dehttps://b.de", Flaw("glued")),
        ("https://a.de,https://b.de", Flaw("glued")),
        ("https://a..de", Flaw("host")),
        ("https://-a.de", Flaw("host")),
        ("https://a.de:99999/", Flaw("host")),
        ("https://a.de:port/", Flaw("host")),
        ("https://256.1.1.1/", Flaw("host")),
        ("https://xn--99999999999.de", Flaw("host")),
        ("https://a b.de/", Flaw("host")),
    ],
)
def test_malformed_addresses_are_recognised(target: str, flaw: Flaw) -> None:
    assert flaw_of(target, bare=False) == flaw


@pytest.mark.parametrize(
    "target",
    [
        "https://www.a.de/x_(y)?a=b,c#d",
        "https://web.archive.org/web/2017/http://a.de/",
        "https://a.de/?u=https://b.de",
        "https://müller.de:8443/",
        "https://_dmarc.a.de/",
        "http://[fd00::1]/",
        "http://10.0.0.1:80",
        "http://a.de.",
        "../presse",
        "#oben",
        "",
        "www.a.de",
        "ftp://a.de/x",
        "mailto:a@b.de",
    ],
)
def test_sound_addresses_are_left_alone(target: str) -> None:
    assert flaw_of(target, bare=True) is None


def test_misspelt_schemes() -> None:
    assert all(map(is_misspelt_scheme, ("htp", "ttp", "httpss", "hhtp", "htttp", "hppts", "httt")))
    assert not any(map(is_misspelt_scheme, ("http", "https", "ftp", "tel", "sftp", "h", "")))


@pytest.mark.parametrize(
    ("target", "escaped"),
    [
        ("https://müller.de/ä b", "https://müller.de/%C3%A4%20b"),
        ("https://a.de/100%-Kampagne?f[0]=ö", "https://a.de/100%25-Kampagne?f[0]=%C3%B6"),
        ("https://a.de/a[1]%20b", "https://a.de/a%5B1%5D%20b"),
        ("https://a.de", "https://a.de"),
        ("/ä", "/%C3%A4"),
        (" x", "%20x"),
    ],
)
def test_addresses_are_escaped(target: str, escaped: str) -> None:
    assert encoded(target) == escaped


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=300)
def test_syntax_never_fails_and_escaping_comes_to_rest(target: str) -> None:
    flaw_of(target, bare=True)
    flaw_of(target, bare=False)
    without_invisible(target)
    assert encoded(encoded("https://a.de/" + target)) == encoded("https://a.de/" + target)


@pytest.mark.parametrize(
    ("target", "word", "rest"),
    [
        ("https://a.de/presse/", "2018/pm.html", True),
        ("https://a.de/presse-", "mitteilung", True),
        ("https://a.de/presse?id=", "12345", True),
        ("https://a.de/presse", "und-noch-ein-langer-titel", True),
        ("https://a.de/presse", "und", False),
        ("https://a.de/presse", "und/oder", False),
        ("https://a.de/presse/", "Die", False),
        ("https://a.de", "presse/2018/x.html", False),
        ("https://a.de/presse/", "www.b.de/x/y/z", False),
        ("https://a.de/presse/", "info@b.de", False),
        ("https://a.de/presse/", "", False),
    ],
)
def test_broken_addresses_go_on_in_the_next_line(target: str, word: str, *, rest: bool) -> None:
    assert continues(target, word) is rest


def test_a_broken_address_needs_a_line_end() -> None:
    text = "Alles steht unter https://www.a.de/presse/ 2018/februar/x.html und dort."
    assert found("LNK001", text, "text") == []


def test_markup_that_does_not_link() -> None:
    assert found("LNK001", "(https://www.a.de/x)[Bericht]") == ["(https://www.a.de/x)[Bericht]"]
    assert found("LNK001", "[Bericht] (https://www.a.de/x)", "text") == []
    assert found("LNK001", "Ein [a] und (https://www.a.de/x).") == []


def test_a_link_without_a_scheme_is_no_file() -> None:
    assert found("LNK001", "[a](lies.md) [b](bild.zip) [c](x.png) ![d](www.a.de/x.png)") == []
    assert found("LNK001", "[a](stadt.de/x)") == ["stadt.de/x"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[a](https://a.de/x.)", ["https://a.de/x."]),
        ("[a](https://a.de/x!?)", ["https://a.de/x!?"]),
        ("[a](<https://a.de/x]>)", ["https://a.de/x]"]),
        ("<https://a.de/x,>.", ["https://a.de/x,"]),
        ("[a](https://a.de/\u200bx)", ["https://a.de/\u200bx"]),
        ("[a](https://de.wikipedia.org/wiki/Yahoo!)", []),
        ("[a](https://de.wikipedia.org/wiki/A_(B\\))", []),
        ("[a](https://a.de/x_(y)) [b](#c.) [c](tel:1.) [d](...)", []),
        ("[a][b]\n\n[b]: https://a.de/x.\n", ["https://a.de/x."]),
    ],
)
def test_signs_at_the_end_of_a_target(text: str, places: list[str]) -> None:
    assert found("LNK010", text) == places


def test_placeholders_and_empty_targets() -> None:
    text = "[a]() [b](#) [nach oben](#) [c](https://) [d](TODO) [e](xxx) [f](...) [g](/) [h](#x1) [i](mailto:) ![j]()"
    assert found("LNK011", text)[:6] == ["a", "b", "c", "d", "e", "f"]
    assert "i" in found("LNK011", text)
    assert not {"g", "h", "nach oben"} & set(found("LNK011", text))


def test_schemes_of_the_authors_own_computer() -> None:
    text = "[a](file:///x) [b](cid:1) [c](HTTPS://a.de) [d](mailto:a@b.de) [e](sms:1) [f](htp://a.de) [g](foo:{{x}})"
    assert found("LNK003", text) == ["file:///x", "cid:1", "sms:1"]


@pytest.mark.parametrize(
    ("target", "internal"),
    [
        ("https://a.intern/x", True),
        ("http://localhost", True),
        ("http://app.localhost/", True),
        ("http://pc-17/x", True),
        ("http://10.1.2.3/", True),
        ("http://[fe80::1]/", True),
        ("http://[kaputt]/", False),
        ("http://224.0.0.1/", True),
        ("https://8.8.8.8/", False),
        ("https://dev.a.de/", True),
        ("https://www.dev.a.de/", True),
        ("https://dev.mysql.com/", False),
        ("https://a.de/wp-admin/post.php", True),
        ("https://a.de/node/12/edit", True),
        ("https://a.de/node/12", False),
        ("https://a.de/x?preview=true&a=b", True),
        ("https://a.de/x?a=b&preview_id=4", True),
        ("https://a.de/x?preview=false", False),
        ("https://a.sharepoint.com/:w:/r/x", True),
        ("https://a.sharepoint.com/:w:/s/x", False),
        ("https://docs.google.com/document/d/1a/edit", True),
        ("https://docs.google.com/document/d/1a/pub", False),
        ("https://a.atlassian.net/wiki/x", True),
        ("a/b/c", False),
    ],
)
def test_internal_hosts_and_pages(target: str, *, internal: bool) -> None:
    assert bool(found("LNK004", f"[a](<{target}>)")) is internal


def test_plain_http() -> None:
    assert found("LNK006", "http://a-stadt.de http://localhost/ http://10.0.0.1/ HTTP://b-stadt.de") == [
        "http://a-stadt.de",
        "HTTP://b-stadt.de",
    ]
    assert found("LNK006", "[http://a.de](http://a.de) ![x](http://b.de/x.png)") == ["http://a.de", "http://b.de/x.png"]


def test_trackers() -> None:
    assert found("LNK007", "https://a.de/?UTM_Source=x https://a.de/?id=3 [a](https://x.com/a?s=20)") == [
        "https://a.de/?UTM_Source=x",
        "https://x.com/a?s=20",
    ]
    assert found("LNK007", "https://a-stadt.de/?utm_source=x", domains=("a-stadt.de",)) == []
    assert found("LNK007", "https://a-stadt.de/?fbclid=x", domains=("a-stadt.de",)) == ["https://a-stadt.de/?fbclid=x"]


def test_shorteners() -> None:
    assert found("LNK008", "https://bit.ly/x9 https://www.bit.ly/x9 https://bit.ly https://abit.ly/x9") == [
        "https://bit.ly/x9",
        "https://www.bit.ly/x9",
    ]


@pytest.mark.parametrize(
    ("text", "different"),
    [
        ("[www.a-stadt.de](https://www.b-stadt.de)", True),
        ("[https://a-stadt.de/x](https://a-stadt.de/y)", True),
        ("[a-stadt.de/x](https://a-stadt.de/x/y?b=c)", False),
        ("[a-stadt.de/x](https://a-stadt.de/en/x)", False),
        ("[www.a-stadt.de/index.html](https://a-stadt.de/)", False),
        ("[Bericht.zip](https://a-stadt.de/b)", False),
        ("[Stadt.De](https://b-stadt.de/)", False),
        ("[a-stadt.zzz](https://b-stadt.de/)", False),
        ("[a-stadt.de/...](https://b-stadt.de/)", False),
        ("[a-stadt.de](#oben)", False),
        ("[„www.a-stadt.de“](https://m.a-stadt.de)", False),
    ],
)
def test_text_and_target(text: str, *, different: bool) -> None:
    assert bool(found("LNK002", text)) is different


def test_redirects_of_the_house_are_known() -> None:
    text = "[www.a-stadt.de](https://b-stadt.de)"
    assert found("LNK002", text, redirects={"a-stadt.de": "www.b-stadt.de"}) == []


def test_texts_that_say_nothing() -> None:
    text = "---\nlanguage: {}\n---\n\n[hier](https://a.de) [Ici](https://a.de) [READ MORE »](https://a.de) [](https://a.de)"
    assert found("LNK012", text.format("de")) == ["hier", "READ MORE »"]
    assert found("LNK012", text.format("fr")) == ["Ici", "READ MORE »"]
    assert found("LNK012", text.format("ja")) == ["hier", "Ici", "READ MORE »"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[@a_b](https://twitter.com/ab)", ["@a_b"]),
        ("[@ab](https://twitter.com/ab/status/1)", []),
        ("[@ab](https://www.instagram.com/p/x)", []),
        ("[@ab](https://www.stadt.de/cd)", []),
        ("[@ab](https://social.de/@cd)", ["@ab"]),
        ("Instagram: [stadtahrenfeld](https://www.instagram.com/stadt)", ["stadtahrenfeld"]),
        ("Instagram: [profile](https://www.instagram.com/stadt)", []),
        ("Instagram: [Stadt](https://www.instagram.com/stadt_a)", []),
        ("[stadt_a](https://www.instagram.com/stadt)", []),
        ("YouTube: [@ab](https://youtu.be/cd)", []),
        ("Twitter/Facebook: [@ab](https://www.instagram.com/ab)", []),
        ("Threads: [@ab](https://www.threads.net/@ab)", []),
        ("X: [@ab](https://bsky.app/profile/ab.bsky.social)", ["@ab"]),
        ("[@ab](https://twitter.com/)", []),
        ("[ab!](https://twitter.com/cd)", []),
        ("Facebook: ![x](https://www.instagram.com/x.png)", []),
    ],
)
def test_accounts(text: str, places: list[str]) -> None:
    assert found("LNK014", text) == places


def test_hostile_targets_are_findings_or_nothing() -> None:
    text = f"[a](https://a.de/{'x' * 100_000}) [b](<https://a\x07b.de/>) [c](https://xn--99999999999.de) https://[::1/x"
    for code in RULES:
        found(code, text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Siehe https: //www.a-stadt.de/x.", ["https: //www.a-stadt.de/x"]),
        ("Siehe https ://a-stadt.de und https:/ /a-stadt.de", ["https ://a-stadt.de", "https:/ /a-stadt.de"]),
        ("Das Protokoll http: //server.unsinnig", []),
        ("Der [Plan][plan] und der [Bericht][]", ["[Plan][plan]", "[Bericht][]"]),
        ("Der [Plan][plan], [1][2], [Ort][Datum], [^1].\n\n[plan]: https://a-stadt.de", []),
        ("`[Plan][plan]` und \\[Plan\\]\\[plan\\]", []),
        ("[a@a-stadt.de](mailto: a@a-stadt.de)", ["[a@a-stadt.de](mailto: a@a-stadt.de)"]),
        ("[Ruf] (tel:+49561708390)", ["[Ruf] (tel:+49561708390)"]),
        ("Steht unter https://a-stadt.\nde/x bereit", ["https://a-stadt. de/x"]),
        ("Steht unter https://a-stadt.de.\nin Kürze mehr", []),
        ("Steht unter https://a-stadt. de/x", []),
    ],
)
def test_links_that_the_text_shows_broken(text: str, places: list[str]) -> None:
    assert [" ".join(place.split()) for place in found("LNK001", text)] == places


def test_a_broken_address_is_not_called_internal() -> None:
    for text in ("https://https://a-stadt.de", "http://TODO", "https://a-stadt.\nde/x"):
        assert found("LNK004", "Siehe " + text) == []
    assert found("LNK004", "Siehe https://stadtnetz.") == ["https://stadtnetz"]


def test_a_link_without_a_text_is_reported_unless_it_holds_a_picture() -> None:
    assert found("LNK011", "[](https://a-stadt.de) [ ](https://b-stadt.de)") == [
        "https://a-stadt.de",
        "https://b-stadt.de",
    ]
    assert found("LNK011", "[![Haus](a.png)](https://a-stadt.de) [x](mailto:?subject=y)") == []
