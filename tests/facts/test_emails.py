"""Addresses for mail: the policy, and finding them."""

import string

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.facts import Facts
from presslint.facts.mail_addresses import mended, problem
from presslint.facts.mailto import is_malformed, recipients
from presslint.load import load, source_from_bytes
from presslint.model.facts import EmailFact
from presslint.model.release import Zone


def mails(text: str, format_: str = "text") -> tuple[EmailFact, ...]:
    return Facts(load(source_from_bytes(text.encode(), "-"), format=format_)).of(EmailFact)


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("presse@stadt.de", ""),
        ("o'brien+news@firma.co.uk", ""),
        ("a@xn--mller-kva.de", ""),
        ("presse@müller.de", ""),
        ("presse@stadt.nrw", ""),
        ("@stadt.de", "empty"),
        ("presse@", "empty"),
        ("a..b@stadt.de", "dots"),
        (".a@stadt.de", "dots"),
        ("a@stadt.de.", "dots"),
        ("a@stadt..de", "dots"),
        ('"a b"@stadt.de', "character"),
        ("a(x)@stadt.de", "character"),
        ("a@[192.168.0.1]", "character"),
        ("a@stadt_x.de", "character"),
        ("a@-stadt.de", "character"),
        ("a@stadt-.de", "character"),
        ("a@ab--stadt.de", "character"),
        ("a@xn--99999999999.de", "character"),
        ("presse@stadt", "missing-domain"),
        ("a" * 65 + "@stadt.de", "length"),
        ("a@" + "b" * 64 + ".de", "length"),
        ("a@" + ".".join(["b" * 50] * 5) + ".de", "length"),
        ("a@stadt.zzz", "unknown-tld"),
        ("bürger@stadt.de", "not-ascii"),
    ],
)
def test_the_policy_of_addresses(address: str, answer: str) -> None:
    local, _, domain = address.rpartition("@")
    assert problem(local, domain) == answer


ATOM = st.text(alphabet=string.ascii_lowercase + string.digits + "_-+", min_size=1, max_size=8)
LABEL = st.text(alphabet=string.ascii_lowercase + string.digits + "-", min_size=1, max_size=8)


@given(
    st.lists(ATOM, min_size=1, max_size=3),
    st.lists(LABEL, min_size=1, max_size=3),
    st.sampled_from(["de", "org", "uk"]),
)
@settings(deadline=None, max_examples=300)
def test_it_agrees_with_a_validator_on_plain_addresses(atoms: list[str], labels: list[str], top: str) -> None:
    local, domain = ".".join(atoms), ".".join([*labels, top])
    try:
        validate_email(f"{local}@{domain}", check_deliverability=False)
        legal = True
    except EmailNotValidError:
        legal = False
    assert (problem(local, domain) == "") is legal


@given(st.text(alphabet=string.ascii_letters + '.-_@ ,äß()"', max_size=30))
@settings(deadline=None, max_examples=300)
def test_what_passes_here_passes_a_validator(address: str) -> None:
    local, at, domain = address.rpartition("@")
    if at and problem(local, domain) in ("", "not-ascii"):
        validate_email(address, check_deliverability=False)


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("presse@stadt,de", "presse@stadt.de"),
        ("presse @ stadt.de", "presse@stadt.de"),
        ("presse@stadt..de.", "presse@stadt.de"),
        ("presse@stadt", ""),
        ("presse", ""),
    ],
)
def test_the_obvious_meaning_is_offered(address: str, meant: str) -> None:
    assert mended(address) == meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fragen an presse@stadt.de. Danke.", [("presse@stadt.de", "", "")]),
        ("E-Mail:presse@stadt.de <a@b.de> 'c@d.de' (e@f.de)", None),
        ("a@b.de,c@d.de;e@f.de, dann", [("a@b.de", "", ""), ("c@d.de", "", ""), ("e@f.de", "", "")]),
        ("presse@stadt,de", [("presse@stadt,de", "comma", "presse@stadt.de")]),
        ("presse@mkffi.stadt,de und", [("presse@mkffi.stadt,de", "comma", "presse@mkffi.stadt.de")]),
        ("presse@stadt.de,in Ahrenfeld", [("presse@stadt.de", "", "")]),
        ("Mail: presse @stadt.de", [("presse @stadt.de", "space", "presse@stadt.de")]),
        ("an presse@ stadt.de", [("presse@ stadt.de", "space", "presse@stadt.de")]),
        ("E-Mail: presse @ stadt.de", [("presse @ stadt.de", "space", "presse@stadt.de")]),
        ("E-Mail: presse@stadt", [("presse@stadt", "missing-domain", "")]),
        ("an jo.reiter@stadt und", [("jo.reiter@stadt", "missing-domain", "")]),
        ("...presse@stadt..de", [("presse@stadt..de", "dots", "presse@stadt.de")]),
        ("presse@stadt.de.Die Stadt, info@stadt.de-Liste", [("presse@stadt.de", "", ""), ("info@stadt.de", "", "")]),
        ("presse [at] stadt [dot] de", [("presse [at] stadt [dot] de", "disguised", "presse@stadt.de")]),
        ("presse(at)stadt.de", [("presse(at)stadt.de", "disguised", "presse@stadt.de")]),
        ("x@stadt.deeingeben.", [("x@stadt.deeingeben", "unknown-tld", "")]),
        ("pressestelle@\u00admluk.stadt.de", [("pressestelle@\u00admluk.stadt.de", "", "")]),
        ("bürger@stadt.de", [("bürger@stadt.de", "not-ascii", "")]),
        ("a@my_stadt.de", [("a@my_stadt.de", "character", "")]),
    ],
)
def test_addresses_are_found(text: str, found: list[tuple[str, str, str]] | None) -> None:
    wanted = (
        found if found is not None else [(name, "", "") for name in ("presse@stadt.de", "a@b.de", "c@d.de", "e@f.de")]
    )
    assert [(mail.text, mail.problem, mail.suggestion) for mail in mails(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "@stadt und @stadt@social.de, Kunst@Bau, Girls @ Tech, (@ahrenfeld)",
        "https://medium.com/@stadt und mastodon.social/@stadt",
        "Mehr @stadt.ahrenfeld oder @berlin.de",
        "Die Anschrift ist E-Mail: presse@stadt-\nahrenfeld (siehe oben)",
        "presse@… und info@...",
        "E-Mail: presse @stadt",
        "[at] home, (at) 5, hier (at) da.zzz",
        "Preis @ 5 Euro",
        "a@b,c",
    ],
)
def test_an_at_sign_alone_is_no_address(text: str) -> None:
    assert mails(text) == ()


def test_in_a_contact_a_lower_case_word_on_both_sides_is_an_address() -> None:
    (mail,) = mails("Die Stadt saniert.\n\nPressekontakt:\nPetra Kühnel, Telefon 0561 7083917\npresse@stadt\n")
    assert (mail.zone, mail.problem) == (Zone.CONTACT, "missing-domain")


def test_mailto_links_carry_their_target() -> None:
    text = "[presse@a.de](mailto:presse@b.de?subject=x) und [Petra](mailto:petra%40a.de) <info@a.de>"
    shown, hidden, auto = mails(text, "markdown")
    assert (shown.text, shown.target, shown.domain) == ("presse@a.de", "presse@b.de", "a.de")
    assert (hidden.text, hidden.target, hidden.local) == ("Petra", "petra@a.de", "petra")
    assert (auto.text, auto.target) == ("info@a.de", "info@a.de")


@pytest.mark.parametrize(
    ("target", "flaw"),
    [("presse@stadt,de", "comma"), ("presse(at)stadt.de", "disguised"), ("presse@stadt.de.", "dots"), ("", "empty")],
)
def test_hidden_addresses_are_judged(target: str, flaw: str) -> None:
    (mail,) = mails(f"[Presse](mailto:{target})", "markdown")
    assert mail.problem == flaw


@pytest.mark.parametrize(
    ("target", "names"),
    [
        ("mailto:a@b.de", ("a@b.de",)),
        ("mailto:a@b.de,%20c@d.de?cc=e@f.de", ("a@b.de", "c@d.de")),
        ("mailto:a@b,de", ("a@b,de",)),
        ("mailto://a@b.de", ("a@b.de",)),
        ("mailto:?subject=x", ()),
        ("mailto:a@b.de%0D%0ABcc:x@y.de", ("a@b.de\r\nBcc:x@y.de",)),
        ("mailto:%FF@b.de", ("\ufffd@b.de",)),
    ],
)
def test_recipients_of_a_target(target: str, names: tuple[str, ...]) -> None:
    assert recipients(target) == names


def test_malformed_targets() -> None:
    assert is_malformed("mailto://a@b.de")
    assert is_malformed("mailto: a@b.de")
    assert is_malformed("mailto:%20a@b.de")
    assert not is_malformed("mailto:a@b.de")


@given(st.text(alphabet="a.@ ,-[]()td\n\u00ad", max_size=60))
@settings(deadline=None, max_examples=300)
def test_addresses_do_not_overlap(text: str) -> None:
    if not text.strip():
        return
    place = 0
    for mail in sorted(mails("E-Mail " + text), key=lambda mail: mail.span):
        assert mail.text == mail.span.of("E-Mail " + text) or "\n" in text or "  " in text or mail.text
        assert mail.span.start >= place
        place = mail.span.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fragen an presse @stadt.de", [("presse @stadt.de", "space", "presse@stadt.de")]),
        ("Die Stadt lobt @stadt.de", []),
        ("press@stadt.co,uk", [("press@stadt.co,uk", "comma", "press@stadt.co.uk")]),
        ("press@stadt.com,uk", [("press@stadt.com", "", "")]),
        ("presse@@stadt.de", [("presse@@stadt.de", "doubled", "presse@stadt.de")]),
        ("a@@b und a@@b.xyzq und a@@@@b.de", []),
        ("E-Mail: presse.stadt.de", [("presse.stadt.de", "no-at", "presse@stadt.de")]),
        ("E-Mail: www.stadt.de, Mail: stadt.de, E-Mail: presse.co.uk, Seite: presse.stadt.de", []),
    ],
)
def test_addresses_whose_at_is_broken(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(mail.text, mail.problem, mail.suggestion) for mail in mails(text)] == expected


def test_a_name_with_a_space_is_an_address_on_its_own_line_of_a_contact() -> None:
    contact = "Stadt baut\n\nDie Stadt baut.\n\nPressekontakt\nAnna Hansen\nTelefon: 0561 70839-12\n"
    assert [mail.text for mail in mails(contact + "hansen @stadt.de")] == ["hansen @stadt.de"]
    assert mails(contact + "instagram @stadt.de") == ()
