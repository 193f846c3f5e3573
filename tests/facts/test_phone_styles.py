"""How phone numbers are written, whom they reach, and where their area codes are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.facts.phone_areas import area_of
from presslint.facts.phone_owners import owner_of
from presslint.facts.phone_styles import style_of, styled


@pytest.mark.parametrize(
    ("raw", "style"),
    [
        ("0561 70839-17", "spaces"),
        ("0561 7083917", "spaces"),
        ("+49 561 70839-17", "spaces"),
        ("+49 (0)561 70839-17", "spaces"),
        ("0049 561 7083917", "spaces"),
        ("0561 / 70839-17", "slash"),
        ("0561/7083917", "slash"),
        ("(0561) 70839-17", "brackets"),
        ("(0561) 708 / 39 17", "mixed"),
        ("0561.708.3917", "dots"),
        ("0561-7083917", "hyphens"),
        ("0561708-17", "compact"),
        ("05617083917", "compact"),
        ("+495617083917", "compact"),
        ("01 23 45 67 89", "pairs"),
        ("+33 1 23 45 67 89", "pairs"),
        ("044 588 39 10", "spaces"),
        ("919-664-2291", "hyphens"),
        ("+1 919-664-2291", "hyphens"),
        ("1-800-664-2291", "hyphens"),
        ("(919) 664-2291", "brackets"),
        ("70839-17", ""),
        ("-17", ""),
        ("", ""),
    ],
)
def test_styles_are_told_apart(raw: str, style: str) -> None:
    assert style_of(raw) == style


@pytest.mark.parametrize(
    ("raw", "style", "area", "region", "shown"),
    [
        ("0561/70839-17", "spaces", "561", "DE", "0561 70839-17"),
        ("(0561) 708 / 39 17", "spaces", "561", "DE", "0561 7083917"),
        ("0561 70839-17", "slash", "561", "DE", "0561/70839-17"),
        ("0561 70839-17", "brackets", "561", "DE", "(0561) 70839-17"),
        ("+49 561 70839-17", "brackets", "561", "DE", ""),
        ("+49 561/70839-17", "spaces", "561", "DE", "+49 561 70839-17"),
        ("0561 70839-17", "dots", "561", "DE", ""),
        ("(919) 664-2291", "hyphens", "919", "US", "919-664-2291"),
        ("+1 919-664-2291", "spaces", "919", "US", "+1 919 664 2291"),
        ("919-664-2291", "brackets", "919", "US", "(919) 664-2291"),
        ("919-664-22912", "brackets", "919", "US", ""),
        ("919-664-2291", "slash", "919", "US", ""),
        ("0171 8839104", "slash", "", "DE", ""),
    ],
)
def test_a_number_is_written_in_another_style(raw: str, style: str, area: str, region: str, shown: str) -> None:
    assert styled(raw, style, area, region) == shown


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="0123456789 -/().+", max_size=24), st.sampled_from(["spaces", "slash", "brackets", "hyphens"]))
def test_digits_never_change(raw: str, style: str) -> None:
    shown = styled(raw, style, "561", "DE")
    digits = "".join(filter(str.isdigit, raw.replace("(0)", "")))
    assert not shown or "".join(filter(str.isdigit, shown)) in {digits, "".join(filter(str.isdigit, raw))}


@pytest.mark.parametrize(
    ("national", "place"),
    [
        ("2118839117", "Düsseldorf"),
        ("302270839", "Berlin"),
        ("210270839", "Ratingen"),
        ("3837470839", None),
        ("2108839117", None),
        ("", None),
    ],
)
def test_area_codes_have_places(national: str, place: str | None) -> None:
    area = area_of(national)
    assert (area and area.place) == place or (place is None and area is not None and national.startswith(area.code))


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Petra Kühnel\nTelefon: ", "Petra Kühnel"),
        ("Petra Kühnel\nTelefon: 0561 70839-17\nTelefax: ", "Petra Kühnel"),
        ("Petra Kühnel\nPressestelle\nTelefon: ", "Petra Kühnel"),
        ("Petra Kühnel\nTelefon: 0561 70839-17\nPressestelle\nTelefon: ", "pressestelle"),
        ("Petra Kühnel, Tel. 0561 70839-17; Jonas Reiter, Tel. ", "Jonas Reiter"),
        ("Media office: ", "media office"),
        ("Die Nummer ist ", ""),
    ],
)
def test_numbers_have_owners(text: str, owner: str) -> None:
    assert owner_of(text + "0561 70839-19", len(text), 0) == owner
