"""What a date is for."""

from collections.abc import Callable
from datetime import date

import pytest

from presslint.facts import Facts
from presslint.model.facts import DateFact, DateForm, DateRole
from presslint.model.release import Zone

Read = Callable[..., Facts]
RELEASED = date(2018, 2, 23)

ROLES = [
    ("de", "Anmeldeschluss ist der 3. März 2018.", DateRole.DEADLINE),
    ("de", "Einsendeschluss: 3. März 2018", DateRole.DEADLINE),
    ("de", "Die Anmeldung ist bis zum 3. März 2018 möglich.", DateRole.DEADLINE),
    ("de", "Bewerbungen bis Freitag, den 3. März 2018", DateRole.DEADLINE),
    ("de", "Die Frist endet am 3. März 2018.", DateRole.DEADLINE),
    ("en", "The deadline is March 3, 2018.", DateRole.DEADLINE),
    ("en", "Applications must be submitted by March 3, 2018.", DateRole.DEADLINE),
    ("en", "Please register no later than Friday, March 3, 2018.", DateRole.DEADLINE),
    ("de", "Teilnahmeschluss ist der 3. März 2018.", DateRole.DEADLINE),
    ("de", "Bitte melden Sie sich bis 3. März 2018 an.", DateRole.DEADLINE),
    ("de", "Bitte melden Sie bis 3. März 2018 jeden Schaden.", DateRole.MENTION),
    ("de", "Sie meldet, dass am 3. März 2018 gebaut wird.", DateRole.MENTION),
    ("en", "Applications close 3 March 2018.", DateRole.DEADLINE),
    ("en", "Registration closes on 3 March 2018.", DateRole.DEADLINE),
    ("en", "Submissions are due March 3, 2018.", DateRole.DEADLINE),
    ("en", "Sign up by March 3, 2018.", DateRole.DEADLINE),
    ("en", "The shop closes on 3 March 2018.", DateRole.MENTION),
    ("de", "Das Fest findet am 3. März 2018 statt.", DateRole.EVENT),
    ("de", "Am 3. März 2018 findet das Fest statt.", DateRole.EVENT),
    ("en", "The event is on 3 March 2018.", DateRole.EVENT),
    ("en", "It takes place on 3 March 2018.", DateRole.EVENT),
    ("en", "The conference on March 3, 2018 will be big.", DateRole.EVENT),
    ("en", "The event was held on 3 March 1998.", DateRole.HISTORICAL),
    ("fr", "Inscriptions jusqu'au 3 mars 2018", DateRole.DEADLINE),
    ("nl", "Aanmelden uiterlijk 3 maart 2018", DateRole.DEADLINE),
    ("de", "Sperrfrist: 3. März 2018, 10 Uhr", DateRole.EMBARGO),
    ("en", "Embargoed until March 3, 2018", DateRole.EMBARGO),
    ("de", "Stand: 3. März 2018", DateRole.UPDATED),
    ("de", "Zuletzt aktualisiert am 3. März 2018", DateRole.UPDATED),
    ("en", "Updated March 3, 2018", DateRole.UPDATED),
    ("de", "Am Samstag, 3. März 2018, öffnet das Haus.", DateRole.EVENT),
    ("de", "Am 3. März 2018 um 10 Uhr öffnet das Haus.", DateRole.EVENT),
    ("en", "It opens on 3 March 2018 at 3 p.m. sharp", DateRole.EVENT),
    ("de", "Am 3. März 2018 öffnet das Haus.", DateRole.MENTION),
    ("de", "heute", DateRole.MENTION),
    ("de", "am Montag", DateRole.MENTION),
    ("de", "im Sommer 2017", DateRole.PERIOD),
    ("de", "im vergangenen Jahr", DateRole.PERIOD),
    ("de", "seit 2012", DateRole.HISTORICAL),
    ("de", "am Dienstag, 3. März 1998", DateRole.HISTORICAL),
    # words that only look like those above
    ("de", "der Ratsbeschluss vom 3. März 2018", DateRole.MENTION),
    ("de", "Die Bewerbung war am 3. März 2018.", DateRole.MENTION),
    ("en", "We stand up on March 3, 2018", DateRole.MENTION),
    ("de", "Die Anmeldung lief. Am 3. März 2018 endete sie.", DateRole.MENTION),
    ("de", "Anmeldung bis 2020", DateRole.PERIOD),
]


@pytest.mark.parametrize(("language", "text", "role"), ROLES)
def test_roles(facts_of: Read, language: str, text: str, role: DateRole) -> None:
    (fact,) = (
        fact for fact in facts_of(text, language, RELEASED).of(DateFact) if fact.text not in ("endete", "Anmeldung")
    )
    assert fact.role is role


def test_everything_in_an_embargo_notice_is_its_end(facts_of: Read) -> None:
    facts = facts_of("Frei für Samstag, 3. März 2018, morgen", "de", RELEASED, zones=(Zone.EMBARGO,))
    assert {fact.role for fact in facts.of(DateFact)} == {DateRole.EMBARGO}


def test_the_words_must_stand_in_the_same_block(facts_of: Read) -> None:
    facts = facts_of("Sperrfrist:\n\n3. März 2018 war es", "de", RELEASED)
    assert [fact.role for fact in facts.of(DateFact) if fact.form is DateForm.WORDS] == [DateRole.MENTION]
