import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.text.marks import STYLES, Pairs, pair_quotes
from presslint.text.span import Span


def pairs(text: str, language: str = "de") -> Pairs:
    return pair_quotes(text, Span(0, len(text)), language)


def closed(text: str, language: str = "de") -> list[str]:
    return [first.span.join(last.span).of(text) for first, last in pairs(text, language).closed]


def lonely(text: str, language: str = "de") -> list[str]:
    found = pairs(text, language)
    return [glyph.mark for glyph in (*found.unclosed, *found.strays) if glyph.sure]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("„Das ist gut“, sagte sie.", "de", ["„Das ist gut“"]),
        ("Der „gute“ Weg und das „Haus”", "de", ["„gute“", "„Haus”"]),
        ('„Offen", sagte "er“ und "sie".', "de", ['„Offen"', '"er“', '"sie"']),
        ("»Halt ›mal‹ an«, dann «Los» und « marche »", "de", ["»Halt ›mal‹ an«", "›mal‹", "«Los»", "« marche »"]),
        ("„Er rief ‚Halt‘ und lief“", "de", ["„Er rief ‚Halt‘ und lief“", "‚Halt‘"]),
        ("„Im „Haus“ ist Licht“", "de", ["„Im „Haus“ ist Licht“", "„Haus“"]),
        ("sagte:“Ja”", "de", ["“Ja”"]),
        ("“We are “very” happy,” he said.", "en", ["“We are “very” happy,”", "“very”"]),
        ("The ‘smart’ city", "en", ["‘smart’"]),
        ("‘The members’ view is clear,’ he said.", "en", ["‘The members’ view is clear,’"]),
        ("‘The members’ view", "en", ["‘The members’"]),
        ("”text”", "sv", ["”text”"]),
        ("»text»", "sv", ["»text»"]),
        ("„tekst”", "pl", ["„tekst”"]),
        ("« texte »", "fr", ["« texte »"]),
        ("la liste « aucun des deux ».", "fr", ["« aucun des deux »"]),
        ('"... und dann", sagt er', "de", ['"... und dann"']),
        ("''So'' ,,geht'' ``es'' auch", "de", ["''So''", ",,geht''", "``es''"]),
        ("'so heißt es', sagt er", "de", ["'so heißt es'"]),
        ('Der Kurs ("Fit") und "Anti-"Haltung"', "de", ['"Fit"', '"Anti-"']),
        ('Anti-"Lärm"-Tag', "de", ['"Lärm"']),
        ('" frei gesetzt "', "de", ['" frei gesetzt "']),
        ('"Der 27" große Monitor"', "de", ['"Der 27" große Monitor"']),
        ('"Stand 2017" und "mehr"', "de", ['"Stand 2017"', '"mehr"']),
        (
            '"Die "100 Städte bis 2030" sind ein Ziel."',
            "de",
            ['"Die "100 Städte bis 2030" sind ein Ziel."', '"100 Städte bis 2030"'],
        ),
        ('Ziel:" Markt" - über', "de", ['" Markt"']),
        ('<img src="a.png" alt="b">', "de", ['"a.png"', '"b"']),
        ("\"Er rief 'Halt'\", so sie.", "de", ["\"Er rief 'Halt'\"", "'Halt'"]),
    ],
)
def test_marks_that_belong_together(text: str, language: str, expected: list[str]) -> None:
    assert closed(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        'Ein 27" Display, 5\' 10" groß',
        "Rock 'n' Roll am Ku'damm",
        "Gib mir 'nen Stift, '89er Jahrgang, '90s music",
        "the members' view and Anna's, James' book",
        "dass‚ es",
        "Start » News » Presse",
        '"\t"\t5',
        '5\t"',
        "it´s and it`s",
        "don’t, the 90’s, Müllers’",
        "Haus“und",
        "Text ,, Text",
    ],
)
def test_what_is_no_quotation_mark(text: str) -> None:
    assert closed(text) == []
    assert lonely(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Das müssen wir, sagte sie.", ["„"]),
        ("Das müssen wir“, sagte sie.", ["“"]),
        ("Das müssen wir”, sagte sie.", ["”"]),
        ('"Das müssen wir, sagte sie.', ['"']),
        ('Das müssen wir", sagte sie.', ['"']),
        ("»Das müssen wir, sagte sie.", ["»"]),
        ("Das müssen wir«, sagte sie.", ["«"]),
        ("diese ‚Woche- über", ["‚"]),
        ("„Eins, „zwei“.", ["„"]),
        ("„Eins »zwei“.", ["»"]),
    ],
)
def test_a_mark_without_a_partner(text: str, expected: list[str]) -> None:
    assert lonely(text) == expected


def test_u201c_opens_in_english_and_closes_in_german() -> None:
    assert lonely("“We are happy, he said.", "en") == ["“"]
    assert closed("sie “ und", "en") == []
    assert [glyph.mark for glyph in pairs("a “b” c", "de").strays] == []


def test_english_may_repeat_the_mark_where_a_break_was_lost() -> None:
    first = '"' + "We need a new road, and we need it soon. " * 6
    assert closed(first + '"It will be built," he said.', "en")[0].startswith('"We need')
    assert lonely(first + '"It will be built," he said.', "en") == []
    assert lonely(first + "he said. " + '"It will be built," he said.', "en") == ['"']
    assert lonely('"We need it. "It will be built," he said.', "en") == ['"']


def test_a_mark_of_an_earlier_paragraph_may_be_closed_here() -> None:
    text = "„Eins.\n\nZwei“, sagte sie."
    (opening,) = pair_quotes(text, Span(0, 6), "de").unclosed
    found = pair_quotes(text, Span(8, len(text)), "de", (opening,))
    assert [(first.span.start, last.mark) for first, last in found.closed] == [(0, "“")]
    assert not found.unclosed
    assert not found.strays


def test_marks_outside_the_paragraph_are_not_looked_at() -> None:
    assert closed("„a“ „b“") == ["„a“", "„b“"]
    found = pair_quotes("„a“ „b“", Span(0, 3), "de")
    assert len(found.closed) == 1


@given(st.sampled_from(sorted(STYLES)), st.data())
def test_every_style_of_a_language_pairs_in_it(language: str, data: st.DataObject) -> None:
    opening, closing = data.draw(st.sampled_from(STYLES[language]))
    text = f"Text {opening}Wort und Wort{closing}, Text."
    assert closed(text, language) == [f"{opening}Wort und Wort{closing}"]
    assert lonely(text, language) == []


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aS „“”\"«»‚‘'’›‹,`.-1\n\t(", max_size=40), st.sampled_from(sorted(STYLES)))
def test_every_mark_is_used_at_most_once_and_lies_inside(text: str, language: str) -> None:
    found = pairs(text, language)
    spans = [glyph.span for pair in found.closed for glyph in pair]
    spans += [glyph.span for glyph in (*found.unclosed, *found.strays)]
    assert len(set(spans)) == len(spans)
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
    for first, last in found.closed:
        assert first.span.end <= last.span.start
