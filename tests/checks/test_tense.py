from datetime import date

import pytest

from presslint.checks import Context, english, find, german
from presslint.checks.neighbours import Neighbours, neighbours
from presslint.checks.tense import TenseParams
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import Hit
from presslint.text.span import Span

RELEASE = date(2018, 2, 23)


def hits(check: str, text: str, params: TenseParams | None = None, day: date = RELEASE) -> list[Hit]:
    release = load(source_from_bytes(text.encode(), "-"), format="text")
    known = find(check)
    context = Context(release, Facts(release, release_date=day), date(2026, 1, 15))
    return list(known.run(context, params or known.params()))


def around(text: str) -> Neighbours:
    """Cut a sentence at the date between the brackets."""
    start, end = text.index("["), text.index("]") - 1
    bare = text.replace("[", "").replace("]", "")
    return neighbours(bare, Span(start, end), Span(0, len(bare)))


def marked(grammar: str, text: str) -> str | None:
    place = around(text)
    found = (german.done if grammar == "de" else english.done)(place)
    return None if found is None else found.of(text.replace("[", "").replace("]", ""))


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("Sie setzt ihre [im Sommer 2019] begonnene Tour fort.", "begonnene"),
        ("Die [2019] begonnene Tour geht weiter.", "begonnene"),
        ("Die am [3. Mai 2019] in Ahrenfeld feierlich eröffnete Messe ist neu.", "eröffnete"),
        ("Das am [3. Mai 2019] vom Landtag verabschiedete Gesetz gilt.", "verabschiedete"),
        ("Am [3. Mai 2019] wurde die Brücke freigegeben.", "wurde"),
        ("Am [3. Mai 2019], gegen 17.50 Uhr, befuhr ein Mann die Straße.", "befuhr"),
        ("Am [3. Mai 2019] in der Zeit zwischen 18.35 Uhr und 2 Uhr brannten Autos.", "brannten"),
        ("Am Abend des [3. Mai 2019] hielt er an.", "hielt"),
        ("In der Nacht zum [3. Mai 2019] brannte es.", "brannte"),
        ("Am Ostersonntag, dem [3. Mai 2019] beobachtete er alles.", "beobachtete"),
        ("Bereits im [Mai 2019] startete der Verkauf.", "startete"),
        ("Vom [3. bis 5. Mai 2019] fand die Messe statt.", "fand"),
        ("Die Messe fand am [3. Mai 2019] statt.", "fand"),
        ("Ein Zeuge verständigte am [3. Mai 2019] die Polizei.", "verständigte"),
        ("Er befand sich am [3. Mai 2019] auf dem Platz.", "befand"),
        ("Das Museum hat am [3. Mai 2019] begonnen.", "begonnen"),
        ("Die Täter haben am [3. Mai 2019] dort zugeschlagen.", "zugeschlagen"),
        ("Der Film ist am [3. Mai 2019] erschienen.", "erschienen"),
        ("Am [3. Mai 2019] hat der Bau begonnen.", "hat"),
        ("Am [3. Mai 2019] ist der Film erschienen.", "ist"),
        ("Seit [Herbst 2019] läuft das Programm.", "Seit"),
        ("Es läuft seit dem [3. Mai 2019] gut.", "seit"),
        ("Der Weg, der am [3. Mai 2019] eröffnet wurde, ist neu.", "eröffnet wurde"),
        ("Der Mann, der am [3. Mai 2019] dort angefahren wurde, lebt.", "wurde"),
        ("Dort wurde die Schau am [3. Mai 2019] eröffnet.", "eröffnet"),
    ],
)
def test_german_words_for_what_is_done(text: str, marker: str) -> None:
    assert marked("de", text) == marker


@pytest.mark.parametrize(
    "text",
    [
        "Die [im Sommer 2019] geplante Tour beginnt in Ahrenfeld.",
        "Die für [2019] beschlossenen Mittel reichen.",
        "Die bis [Mai 2019] abgeschlossenen Verträge gelten.",
        "Am [3. Mai 2019] im Rahmen der beschlossenen Arbeiten wird gebaut.",
        "Am [3. Mai 2019] wird die Brücke freigegeben.",
        "Am [3. Mai 2019] sollte die Brücke fertig sein.",
        "Am [3. Mai 2019] könnte die Brücke fertig sein.",
        "Am [3. Mai 2019] war die Feier ursprünglich geplant.",
        "Die Wahl wurde für den [3. Mai 2019] festgelegt.",
        "Die Wahl wurde am [3. Mai 2019] angekündigt.",
        "Er reichte den Antrag für die am [3. Mai 2019] stattfindende Sitzung ein.",
        "Am [3. Mai 2019] gilt die neue Ordnung.",
        "Das Büro hat am [3. Mai 2019] geschlossen.",
        "Das Büro hat am [3. Mai 2019] geöffnet und ist besetzt.",
        "Der Umzug ist am [3. Mai 2019] beendet.",
        "Wenn der Weg am [3. Mai 2019] eröffnet wurde, wird gefeiert.",
        "Die Karten, die für die Sitzung am [3. Mai 2019] bestellt wurden, sind da.",
        "Der Rat beschloss, am [3. Mai 2019] zu feiern.",
        "Heute am [3. Mai 2019] ist frei.",
        "Die erste Sitzung ist im April, die zweite am [3. Mai 2019].",
        "Termin: [3. Mai 2019]",
    ],
)
def test_german_plans_are_not_done(text: str) -> None:
    assert marked("de", text) is None


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("The museum opened on [May 3, 2019], to all.", "opened"),
        ("The fair took place in Ahrenfeld on [May 3, 2019].", "took place"),
        ("The bridge was completed in [June 2019].", "was completed"),
        ("The law was finally passed in [2019].", "was finally passed"),
        ("The tour began in early [June 2019] here.", "began"),
        ("Since [May 3, 2019], all is well.", "Since"),
        ("It has run since early [June 2019] there.", "since"),
        ("On [May 3, 2019], the town council voted for it.", "voted"),
        ("On [May 3, 2019], the bridge was opened.", "was opened"),
        ("In [June 2019], the town had a fair.", "had"),
        ("The board decided on [May 3, 2019].", "decided"),
        ("The mayor visited the new plant on [May 3, 2019].", "visited"),
        ("The council approved the new plan on [May 3, 2019].", "approved"),
        ("She won the cup in [June 2019].", "won"),
        ("Prices rose in [June 2019].", "rose"),
        ("Sales fell by 3.5% in [June 2019].", "fell"),
        ("Sales grew 3 percent in [June 2019].", "grew"),
    ],
)
def test_english_words_for_what_is_done(text: str, marker: str) -> None:
    assert marked("en", text) == marker


@pytest.mark.parametrize(
    "text",
    [
        "The museum will be opened on [May 3, 2019].",
        "The museum is to be completed in [June 2019].",
        "If adopted in [2019], it saves money.",
        "Once completed in [2019], it saves money.",
        "The hearing was scheduled for [May 3, 2019].",
        "On [May 3, 2019], the hearing was scheduled to begin.",
        "On [May 3, 2019], the group that was founded here will meet.",
        "On [May 3, 2019], we meet.",
        "The museum opens on [May 3, 2019].",
        "The work will have started in [June 2019].",
        "The council approved the concert on [May 3, 2019].",
        "The council approved the plan for a concert on [May 3, 2019].",
        "The town won the bid to meet on [May 3, 2019].",
        "Prices that rose will fall in [June 2019].",
        "The board decided on [May 3, 2019], as the day of the fair.",
    ],
)
def test_english_plans_are_not_done(text: str) -> None:
    assert marked("en", text) is None


@pytest.mark.parametrize(
    ("grammar", "text", "marker"),
    [
        ("de", "Die Messe findet am [3. Mai 2017] in Ahrenfeld statt.", "findet"),
        ("de", "Am [3. Mai 2017] findet die Messe statt.", "findet"),
        ("de", "Am [3. Mai 2017] wird gefeiert.", "wird"),
        ("de", "Vom [3. bis 5. Mai 2017] lädt die Stadt zum Fest ein.", "lädt"),
        ("de", "Anmeldungen sind bis zum [3. Mai 2017] möglich.", "Anmeldungen"),
        ("de", "Am [3. Mai 2017] wird er es gesehen haben.", None),
        ("de", "Am [3. Mai 2017] findet er den Ring.", None),
        ("de", "Er findet am [3. Mai 2017] den Ring.", None),
        ("de", "Am [3. Mai 2017] fand die Messe statt.", None),
        ("en", "The fair will be held in Ahrenfeld on [May 3, 2017].", "will be held"),
        ("en", "Join us on [May 3, 2017].", None),
        ("en", "Please join us on [May 3, 2017].", "join us"),
        ("en", "On [May 3, 2017], the minister will speak.", "will"),
        ("en", "On [May 3, 2017], the minister spoke.", None),
    ],
)
def test_words_for_what_is_to_come(grammar: str, text: str, marker: str | None) -> None:
    found = (german.coming if grammar == "de" else english.coming)(around(text))
    bare = text.replace("[", "").replace("]", "")
    assert (None if found is None else found.of(bare)) == marker


def test_what_is_done_after_the_release_is_reported_with_both_places() -> None:
    text = "Ahrenfeld, 23. Februar 2018\n\nDie Messe wurde am 3. Mai 2018 in Ahrenfeld eröffnet und ist gut besucht."
    release = load(source_from_bytes(text.encode(), "-"), format="text")
    check = find("tense.completed")
    (hit,) = check.run(Context(release, Facts(release), date(2026, 1, 15)), check.params())
    assert isinstance(hit.at, Span)
    assert hit.at.of(text) == "3. Mai 2018"
    assert [related.note for related in hit.related] == ["marker", "release"]


@pytest.mark.parametrize(
    "text",
    [
        "Im Schuljahr 2018/19 wurde alles neu, und 2018/19 wurde gut.",
        "Sie sagte: „Am 14. Mai 2018 wurde die Brücke eröffnet.“ Das war gut.",
        "Am 14. Februar 2018 wurde die Brücke eröffnet.",
        "Am 14. Mai wurde die Brücke eröffnet.",
        "Le musée a été ouvert le 14 mai 2018 et le public est venu nombreux dans la ville.",
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert not hits("tense.completed", text)


def test_an_embargoed_release_speaks_on_the_day_that_the_embargo_ends() -> None:
    text = (
        "Sperrfrist: 26. Februar 2018, 10 Uhr\n\nDer neue Park wurde am 26. Februar 2018 eröffnet, teilt die Stadt mit."
    )
    assert not hits("tense.completed", text)


def test_what_is_done_after_the_embargo_points_at_the_embargo() -> None:
    text = "Sperrfrist: 26. Februar 2018, 10 Uhr\n\nDer neue Park wurde am 28. Februar 2018 eröffnet, hieß es."
    (hit,) = hits("tense.completed", text)
    assert hit.case == "embargo"
    assert [related.note for related in hit.related] == ["marker", "embargo"]


def test_what_lies_between_release_and_embargo_is_the_matter_of_the_embargo() -> None:
    text = "Sperrfrist: 26. März 2018, 10 Uhr\n\nDas Fest der Stadt findet am 18. März 2018 im Rathaus statt."
    assert not hits("tense.announced", text)
    assert hits("tense.announced", text.replace("18. März", "8. Februar"))


def test_a_house_may_add_words() -> None:
    text = "Am 14. Mai 2018 verkloppt man die alten Räder der Stadt auf dem Markt."
    assert not hits("tense.completed", text)
    assert hits("tense.completed", text, TenseParams(past={"de": ("verkloppt",)}))
    text = "Die im Mai 2018 versteigerten Räder waren teuer, sagt die Stadt."
    assert hits("tense.completed", text, TenseParams(participles={"de": ("versteigert",)}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Wanderwoche findet vom 7. bis 11. Februar 2018 in den Bergen statt.", 2),
        ("Die Wanderwoche findet vom 17. bis 28. Februar 2018 in den Bergen statt.", 0),
        ("Die Wanderwoche beginnt am 17. Februar in den Bergen, sagt der Verein.", 1),
        ("Die Wanderwoche beginnt am 17. September in den Bergen, sagt der Verein.", 0),
        ("Am 18. Mai 1848 tritt die Versammlung in Kraft und beginnt ihre Arbeit.", 0),
        ("Heute beginnt die Woche in den Bergen, und im Januar 2018 wird gefeiert.", 0),
        ("Am 14. Februar 2018 wurde gefeiert, und die Stadt freut sich sehr.", 0),
    ],
)
def test_what_is_announced_although_it_is_over(text: str, expected: int) -> None:
    assert len(hits("tense.announced", text)) == expected


def test_languages_without_a_grammar_announce_nothing() -> None:
    assert not hits("tense.announced", "La feria tendrá lugar el 14 de febrero de 2018 en la ciudad de los niños.")
