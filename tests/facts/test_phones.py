"""Phone numbers: what is taken for one, what is said of it, and in which country."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.facts import Facts
from presslint.facts.phone_finder import digits_of, find
from presslint.facts.phone_labels import is_signed, label_before, stands_alone
from presslint.facts.phone_numbers import UNKNOWN, dialled, extension_of, judge, with_extension
from presslint.load import load, source_from_bytes
from presslint.model.facts import PhoneFact
from presslint.model.house import House
from presslint.text.span import Span


def phones(text: str, language: str = "de", format_: str = "text", house: House | None = None) -> tuple[PhoneFact, ...]:
    release = load(source_from_bytes(text.encode(), "-"), format=format_)._replace(language=language)
    return Facts(release, house).of(PhoneFact)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Telefon: 0561 70839-17, Fax: 0561 70839-18", ["phone 0561 70839-17", "fax 0561 70839-18"]),
        ("Tel.: 0561/71849-0 oder Tel. 0561 - 755 82112", ["phone 0561/71849-0", "phone 0561 - 755 82112"]),
        ("Tel.-Nr. 06192-20790, Handy-Nr. 0171 39200", ["phone 06192-20790", "mobile 0171 39200"]),
        ("unter der Telefonnummer 069/755-5128 bzw. 755-5050 (x)", ["phone 069/755-5128", "phone 755-5050"]),
        ("Tel. 0561 837-10/-11 oder -12, Fax -22", ["phone 0561 837-10", "phone -11", "phone -12", "fax -22"]),
        ("Tel. 0561 837-2417/18", ["phone 0561 837-2417", "phone 18"]),
        ("Durchwahl -2418, DW 2419, Apparat 33", ["phone -2418", "phone 2419", "phone 33"]),
        ("Tel./Fax: 0561 1234 567; Telefon und Fax: 0561 1234568", ["combined 0561 1234 567", "combined 0561 1234568"]),
        (
            "T: +49 561 70839 F +49 561 70840 M 0170 1234567",
            ["phone +49 561 70839", "fax +49 561 70840", "mobile 0170 1234567"],
        ),
        ("Telefon: 0561 837-241O, Tel. O561 837-24l7", ["phone 0561 837-241O", "phone O561 837-24l7"]),
        ("call 1-800-511-0763, or phone (202) 224-4843", ["phone 1-800-511-0763", "phone (202) 224-4843"]),
        ("Telefon 110, 112 und 116 117, Notruf 112", ["phone 110", "phone 112", "phone 116 117", "hotline 112"]),
        ("Tel: 0561 8372417 / 0172 1234567", ["phone 0561 8372417", "phone 0172 1234567"]),
        ("Tel.: (0561) 837 / 24 17, Tel.: (0561 8372417)", ["phone (0561) 837 / 24 17", "phone 0561 8372417"]),
        ("Fax 0561 8372417 0172 2834756", ["fax 0561 8372417", "fax 0172 2834756"]),
        ("Telefon 0561 8372417. 15 Uhr, Telefon 0561 8372418 - 15 Uhr", ["phone 0561 8372417", "phone 0561 8372418"]),
        ("Bürgerhotline 0800 5323223, Pressetelefon: 0561 70839", ["hotline 0800 5323223", "phone 0561 70839"]),
        ("Kontakt: Jo Reiter, 0561 70839-17", ["phone 0561 70839-17"]),
        ("Es ging weiter. (Jonas Reiter, 0561-7083917)", ["phone 0561-7083917"]),
        ("Mehr unter +49 561 7083917.", ["phone +49 561 7083917"]),
        ("Tél. 01.42.34.56.78", ["phone 01.42.34.56.78"]),
    ],
)
def test_numbers_behind_labels_are_found(text: str, found: list[str]) -> None:
    assert [f"{phone.kind} {phone.text}" for phone in phones(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "44137 Dortmund, 19.6.2018 10.30 Uhr, 0561 70839-17",
        "Telefonaktion am 12.03.2018; Telefon: 9.00 bis 17.00 Uhr; Tel. 12.03.2018",
        "IBAN DE12 5001 0517 0000 1234 56, HRB 012345678, Az. 05 123 45678",
        "Mobil 2019-2021, Mobil 500 000 Euro, Telefon 19 Millionen, Telefon 2018",
        "Es kamen +20 000 000 Euro und +49 dazu.",
        "Hinweise an die 0561 837, Kontakt: 01067 Dresden",
        "Kontakt 2018-02-23. Telefon ist tot. 069 7554510 Meldungen.",
        "(Nr. 5, 0561 70839 Stück) (Turnhalle, 123456)",
        "www.stadt.de/tel/0561-7083917 und tel0561-7083917@stadt.de",
        "Die Durchwahl hat 30 Stellen",
    ],
)
def test_other_digits_are_no_phone_numbers(text: str) -> None:
    assert [phone.text for phone in phones(text)] == []


def test_in_a_contact_a_number_needs_no_label() -> None:
    card = "Petra Kühnel\n0561 70839-17\nHRB 0561 8372417\n34117 Ahrenfeld\nJo, (0561) 83724\n"
    text = "Die Stadt saniert.\n\nPressekontakt:\n" + card
    found = phones(text)
    assert [phone.text for phone in found] == ["0561 70839-17", "(0561) 83724"]
    assert {phone.group for phone in found} == {1}


def test_what_is_known_of_a_number() -> None:
    (phone,) = phones("Die Stadt saniert.\n\nWer mag, wählt Telefon: 0561 70839-17 und fragt nach.")
    assert (phone.e164, phone.possible, phone.valid, phone.extension) == ("+495617083917", True, True, "17")
    assert (phone.label, phone.problem, phone.group) == ("Telefon", "", 0)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Telefon: 0561 70839-1O", "letters"),
        ("Telefon: +49 5", "short"),
        ("Telefon: 0561 708391234567890", "long"),
        ("Telefon: +999 561 70839", "country"),
        ("Telefon: +1 212 7365", "short"),
    ],
)
def test_impossible_numbers_say_why(text: str, problem: str) -> None:
    found = phones(text)
    assert [phone.problem for phone in found] == [problem]
    assert not found[0].possible
    assert not found[0].valid


def test_extensions_are_completed_from_the_number_before() -> None:
    found = phones("Tel. 0561 837-2410/-11, Tel. 0561 837-2417/18, Durchwahl -99")
    assert [phone.e164 for phone in found] == [f"+49561837{end}" for end in ("2410", "2411", "2417", "2418", "2499")]
    (alone,) = phones("Durchwahl -2418")
    assert (alone.e164, alone.valid) == (None, True)


@pytest.mark.parametrize(
    ("text", "language", "house", "e164", "valid"),
    [
        ("Tel. 0172 12345", "de", None, "+4917212345", False),
        ("Tel. 01 53115-204274, presse@bund.at", "de", None, "+43153115204274", True),
        ("Tel. 01 53115-204274 in Wien", "de", None, None, True),
        ("Tel. 044 632 11 11, medien@werke.ch", "de", None, "+41446321111", True),
        ("Tel. 01 53115-204274, +43 1 53115, a@b.de", "de", None, None, True),
        ("Phone 212 736 5000", "en", None, "+12127365000", True),
        ("Phone 212-736-500", "en", None, None, True),
        ("Phone 01865 270000", "en", None, "+441865270000", True),
        ("Phone 5865 270", "en", None, None, True),
        ("Phone (212) 736-500", "en", House(country="us"), "+1212736500", False),
        ("Phone 0561 70839, press@stadt.de", "en", None, "+4956170839", True),
        ("Tél. 01 42 34 56 78", "fr", None, "+33142345678", True),
        ("Tél. 01 42 34 56", "fr", None, None, True),
        ("Tel. 06 69819800, www.comune.it", "it", None, "+390669819800", True),
        ("Tel. 0561 70839", "xx", None, None, True),
    ],
)
def test_the_country_decides_and_doubt_never_condemns(
    text: str,
    language: str,
    house: House | None,
    e164: str | None,
    valid: bool,  # noqa: FBT001
) -> None:
    phone = phones(text, language, house=house)[0]
    assert (phone.e164, phone.valid) == (e164, valid)


def test_tel_links_carry_their_target() -> None:
    text = "[0561 70839-17](tel:+495617083918), [Anruf](tel:+495617083917), Telefon [+49 561 99](tel:110)"
    shown, hidden, short = phones(text, format_="markdown")
    assert (shown.text, shown.target, shown.e164) == ("0561 70839-17", "+495617083918", "+495617083917")
    assert (hidden.text, hidden.target, hidden.e164) == ("Anruf", "+495617083917", "+495617083917")
    assert (short.text, short.target) == ("+49 561 99", "110")


@pytest.mark.parametrize(
    ("raw", "digits"),
    [
        ("+49 (0)561 708-39", "+4956170839"),
        ("0049 561 70839", "+4956170839"),
        ("0561/708-39", "056170839"),
        ("(+49) 561 7O839", "+4956170839"),
        ("00 12", "0012"),
    ],
)
def test_what_is_dialled(raw: str, digits: str) -> None:
    assert dialled(raw) == digits


def test_extensions() -> None:
    assert extension_of("0561 837-2417") == "2417"
    assert extension_of("0561 8372417") == ""
    assert with_extension("0561 837-2417", "18") == "0561 837-2418"
    assert with_extension("0561 837-10", "2418") == "0561 837-2418"
    assert with_extension("0561 83710", "18") == ""
    assert digits_of("O5l1") == "0511"


def test_what_cannot_be_judged_is_not_judged() -> None:
    assert judge("8372417", "DE") == UNKNOWN
    assert judge("056170839", "") == UNKNOWN
    assert judge("2244843", "US") == UNKNOWN
    assert judge("12345", "ZZ") == UNKNOWN
    assert judge("1", "IT").problem == "short"


def test_labels() -> None:
    assert label_before("Telefon: ", 9) is not None
    assert label_before("Der Telefonmast ist ", 20) is None
    assert label_before("T. 5", 3) is None
    assert label_before("XT: ", 4) is None
    assert label_before("Rufnummern 0561 75551208.   ", 28) is None
    assert is_signed("(Jo Reiter, 12", 12, 14) is False
    assert stands_alone("HRB: 123", 5) is False
    assert stands_alone("Haus 123", 5) is False


@given(st.text(alphabet="0123456789 ()/-+.–OolTel:\nFax,;", max_size=70))
@settings(deadline=None, max_examples=400)
def test_candidates_come_in_order(text: str) -> None:
    place = 0
    for item in find("Tel. " + text, [Span(0, len(text))]):
        assert place <= item.start < item.end <= len(text) + 5
        assert any(map(str.isdigit, ("Tel. " + text)[item.start : item.end]))
        place = item.end


@given(st.integers(1000, 99_999_999))
@settings(deadline=None, max_examples=100)
def test_a_number_is_found_as_it_was_written(subscriber: int) -> None:
    (phone,) = phones(f"Telefon: 0561 {subscriber}")
    assert phone.text == f"0561 {subscriber}"
    assert phone.e164 == f"+49561{subscriber}"


@pytest.mark.parametrize("unit", ["0", "0 ", "(0)", "0-", "+4", "Tel. 0", "-1"])
def test_endless_digits_are_read_in_linear_time(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    assert sum(1 for _ in find(text, [Span(0, len(text))])) <= len(text)


def test_a_few_digits_are_a_number_only_as_a_field_of_a_contact() -> None:
    contact = "Stadt baut\n\nDie Stadt baut.\n\nPressekontakt\nAnna Hansen\n"
    for text, expected in (
        (contact + "Telefon: 41273\nE-Mail: presse@stadt.de", ["41273"]),
        (contact + "Telefon: 41273 Anrufe am Tag\nE-Mail: presse@stadt.de", []),
        ("Telefon: 41273", []),
    ):
        release = load(source_from_bytes(text.encode(), "-"), format="text")
        found = Facts(release).of(PhoneFact)
        assert [(phone.text, phone.valid) for phone in found] == [(item, True) for item in expected]


def test_north_american_numbers_have_seven_digits_at_least() -> None:
    text = "Plant opens\n\nIt opens.\n\nMedia contact\nAnn Prowse\nPhone: 73650\n"
    house = House(country="US")
    release = load(source_from_bytes(text.encode(), "-"), house, "text")
    assert [(phone.text, phone.problem) for phone in Facts(release, house).of(PhoneFact)] == [("73650", "short")]
