"""Rules of contacts and links that compare: styles, owners, domains, hosts, gateways, secrets."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.checks.gateways import Gateways, _innermost
from presslint.engine.run import lint
from presslint.load import load, source_from_bytes
from presslint.model.house import House
from presslint.model.options import Options
from presslint.packs import load_rules
from presslint.packs.bind import bind

RULES = {rule.code: rule for rule in load_rules() if rule.code[:3] in {"CON", "LNK"}}
OUTLOOK = "https://eur01.safelinks.protection.outlook.com/?url="


def found(code: str, text: str, language: str = "de", format_: str = "markdown", **house: object) -> list[str]:
    """Return the texts at the places that a rule reports."""
    owner = House(**house)  # type: ignore[arg-type]
    release = load(source_from_bytes(text.encode(), "-"), owner, format_)._replace(language=language)
    result = lint(release, [bind(RULES[code])], Options(today=date(2026, 1, 15), house=owner))
    assert not result.crashed
    return [finding.snippet for finding in result.findings if finding.rule == code]


def test_a_comma_before_a_reserved_ending_is_a_dot() -> None:
    assert found("CON013", "Kontakt: presse@ahrenfeld,example") == ["presse@ahrenfeld,example"]


@pytest.mark.parametrize(
    ("target", "original"),
    [
        (OUTLOOK + "https%3A%2F%2Fwww.ahrenfeld.de%2Fa%3Fb%3D1&data=x", "https://www.ahrenfeld.de/a?b=1"),
        (OUTLOOK + "javascript%3Aalert(1)&data=x", ""),
        (OUTLOOK + "https%3A%2F%2Fwww.ahrenfeld.de%2F%0D%0Ax&data=x", ""),
        (OUTLOOK + OUTLOOK.replace(":", "%3A").replace("/", "%2F").replace("?", "%3F") + "https%253A%252F%252Fa.de", "https://a.de"),
        ("https://urldefense.com/v3/__https:/a.de/x**By__;w6TDvMOf!!z$", "https://a.de/xäüßy"),
        ("https://urldefense.com/v3/__https:/a.de/x**Dy__;w6TDvMOf!!z$", ""),
        ("https://urldefense.com/v3/__https://a.de/x*y__;!!z$", ""),
        ("https://urldefense.com/v3/__https://a.de/x*y__;A!!z$", ""),
        ("https://eu.protection.sophos.com?d=a.de&u=aHR0cHM6Ly9hLmRlL3g=&i=1", "https://a.de/x"),
        ("https://url.avanan.click/v2/___https://a.de/x___.YXA", "https://a.de/x"),
        ("https://secure-web.cisco.com/1xY/https%3A%2F%2Fa.de%2Fx", "https://a.de/x"),
        ("https://url.mimecastprotect.com/s/xYz", ""),
        (OUTLOOK + "a" * 9000, ""),
    ],
)  # fmt: skip
def test_gateways_give_the_address_back(target: str, original: str) -> None:
    values = RULES["LNK005"].params
    params = Gateways(
        {name: tuple(listed) for name, listed in values["hosts"].items()},
        {name: tuple(listed) for name, listed in values["trackers"].items()},
        {name: tuple(listed) for name, listed in values["paths"].items()},
    )
    assert _innermost(target, params) == original


def test_an_address_that_goes_on_behind_a_bar_is_left_to_a_person() -> None:
    text = f"Mehr: {OUTLOOK}https%3A%2F%2Fa.de&data=05|01|x"
    release = load(source_from_bytes(text.encode(), "-"), House(), "text")
    result = lint(release, [bind(RULES["LNK005"])], Options(today=date(2026, 1, 15)))
    assert [len(finding.fixes) for finding in result.findings] == [0]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("https://a.ahrenfeld.de/?x=1#access_token=Zt4kQ9xW2mB7cR1d", 1),
        ("https://a.ahrenfeld.de/?token={token}", 0),
        ("https://www.ahrenfeld.de/newsletter/abmelden?mail=a@b.de", 1),
        ("https://scontent.fbcdn.net/?token=Zt4kQ9xW2mB7cR1d", 0),
        ("https://a.ahrenfeld.de/x?signature=Zt4kQ9xW2mB7cR1d", 1),
        ("https://a.ahrenfeld.de/x.jpg?signature=Zt4kQ9xW2mB7cR1d&expires=1", 1),
    ],
)
def test_secrets_are_told_from_plain_values(text: str, places: int) -> None:
    assert len(found("LNK009", f"Mehr: <{text}>")) == places


def test_a_secret_is_never_said() -> None:
    release = load(source_from_bytes(b"https://presse:Turm4Ahren@a.ahrenfeld.de/x", "-"), House(), "text")
    (finding,) = lint(release, [bind(RULES["LNK009"])], Options(today=date(2026, 1, 15))).findings
    assert "Turm4Ahren" not in finding.message


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("www.stadt-ahrenfeld und mehr", 1),
        ("www.stadt-ahrenfeld… und mehr", 0),
        ("www.stadt-ahrenfeld-", 0),
        ("https://192.168.2.9/", 0),
        ("https://ww.stadt-ahrenfeld.de", 1),
        ("https://www.de/", 0),
    ],
)
def test_endings_and_misspelt_www(text: str, places: int) -> None:
    assert len(found("LNK015", text, format_="text")) == places


def test_a_slip_in_the_ending_of_the_house_is_named() -> None:
    release = load(source_from_bytes(b"https://www.ahrenfeld.ed/x", "-"), House(domains=("ahrenfeld.de",)), "text")
    options = Options(today=date(2026, 1, 15), house=House(domains=("ahrenfeld.de",)))
    (finding,) = lint(release, [bind(RULES["LNK015"])], options).findings
    assert [fix.edits[0].text for fix in finding.fixes] == ["https://www.ahrenfeld.de/x"]


@settings(deadline=None, max_examples=80)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
def test_no_text_stops_the_rules_of_links(text: str) -> None:
    for code in ("LNK005", "LNK009", "LNK013", "LNK015", "CON014"):
        found(code, f"Mehr: https://www.stadt-ahrenfeld.de/{text} und [x](http://{text}) presse@{text}.de")


@pytest.mark.parametrize(
    ("norm", "text", "language", "country", "places"),
    [
        ("din5008", "Telefon: 0561/7083917", "de", "DE", ["0561/7083917"]),
        ("e123", "Telefon: 0561/7083917", "de", "DE", ["0561/7083917"]),
        ("e123", "Telefon: (0561) 7083917", "de", "DE", []),
        ("ap", "Phone: (919) 664-2291", "en", "US", ["(919) 664-2291"]),
        ("ap", "Phone: 919-664-2291", "en", "US", []),
        ("ap", "Telefon: 0561/7083917", "de", "DE", []),
        ("none", "Telefon: 0561/7083917", "de", "DE", []),
    ],
)
def test_a_house_chooses_its_norm(norm: str, text: str, language: str, country: str, places: list[str]) -> None:
    owner = House(country=country)
    release = load(source_from_bytes(text.encode(), "-"), owner, "text")._replace(language=language)
    rule = bind(RULES["CON007"], {"norm": norm})
    result = lint(release, [rule], Options(today=date(2026, 1, 15), house=owner))
    assert [finding.snippet for finding in result.findings] == places


@pytest.mark.parametrize(
    "text",
    ["My phone number is (+55)(15)3702-7523.", "Phone: (+31) (12) 3456789"],
)
def test_a_country_in_brackets_belongs_to_its_number(text: str) -> None:
    assert not [place for place in found("CON003", text, "en") if len(place) < 5]


def test_a_date_behind_a_number_is_no_number() -> None:
    assert found("CON003", "Purchasing phone (914)349-8600 04/21/2020 12:37:30", "en") == []


def test_two_offices_may_have_neighbouring_lines() -> None:
    text = "Pressestelle, Telefon: 0561 70839-17\n\nText.\n\nPressestelle, Telefon: 0561 70839-18\n"
    assert found("CON011", text) == []


def test_the_house_country_decides_who_is_abroad() -> None:
    text = "Press contact: phone 0561 70839-17"
    release = load(source_from_bytes(text.encode(), "-"), House(), "text")._replace(language="en")
    for language, count in (("de", 1), ("en", 0)):
        options = Options(today=date(2026, 1, 15), house=House(country="DE", language=language))
        assert len(lint(release, [bind(RULES["CON008"])], options).findings) == count


def test_a_disguised_text_with_a_sound_target_is_no_broken_link() -> None:
    release = load(
        source_from_bytes(b"M [info(at)ahrenfeld(dot)de](mailto:info@ahrenfeld.de)", "-"), House(), "markdown"
    )
    result = lint(release, [bind(RULES["CON013"])], Options(today=date(2026, 1, 15)))
    assert [finding.severity.name for finding in result.findings] == ["INFO"]
