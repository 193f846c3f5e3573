from pathlib import Path
from types import ModuleType

from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import PageFact, ReleaseDate
from presslint.model.house import House
from presslint.model.release import BlockKind, MarkKind, Release, Zone
from presslint.text.span import Span

DATA = Path(__file__).parent / "data"
LONG = (
    "Die Stadt Ahrenfeld eröffnet am Freitag die neue Stadtbibliothek am Markt. Das Haus hat 34.000 Bücher, einen"
    " Lesesaal mit vierzig Plätzen und ein Café, das der Verein Lesezeichen betreibt."
)


def read(data: bytes) -> Release:
    return load(source_from_bytes(data, "release.pdf"))


def texts(release: Release) -> list[str]:
    return [block.span.of(release.text) for block in release.blocks]


def zones(release: Release) -> dict[Zone, str]:
    return {block.zone: block.span.of(release.text) for block in release.blocks}


def test_words_broken_at_line_ends_are_whole(pdfs: ModuleType) -> None:
    lines = [
        pdfs.Placed(60, 700, "Die Bibliothek am Markt öffnet im März ihre Türen und zeigt die Biblio-"),
        pdfs.Placed(60, 686, "theken der Nachbarn. Dazu kommen Stiftungs- und Drittmittel, die Stiftungs-"),
        pdfs.Placed(60, 672, "und Fördergelder ergänzen, und ein Kita-Projekt; es ist das erste Kita-"),
        pdfs.Placed(60, 658, "Projekt dieser Art im ganzen Land und wird aus Spenden bezahlt."),
    ]
    release = read(pdfs.document([lines]))
    assert "zeigt die Bibliotheken der Nachbarn" in release.text
    assert "die Stiftungs- und Fördergelder" in release.text
    assert "das erste Kita-Projekt" in release.text


def test_a_word_split_over_two_pages_stays_split(pdfs: ModuleType) -> None:
    last = pdfs.Placed(60, 60, "Am Samstag danach beginnt die Ausstellung mit Bildern aus der Biblio-")
    one = [*pdfs.paragraph(LONG, 700), last]
    two = [pdfs.Placed(60, 780, "thek von früher, die bis zum Sommer im Lesesaal zu sehen ist, sagt die Stadt.")]
    release = read(pdfs.document([one, two]))
    assert "aus der Biblio- thek von früher" in release.text


def test_a_sentence_goes_on_over_the_foot_of_a_page(pdfs: ModuleType) -> None:
    foot = "Stadt Ahrenfeld, Rathausplatz"
    one = [*pdfs.paragraph(LONG, 90), pdfs.Placed(60, 30, foot, 8), pdfs.Placed(500, 30, "1", 8)]
    one[len(one) - 3] = pdfs.Placed(
        60, 62, "Dazu sagt die Oberbürgermeisterin, dass die Stadt sehr lange auf dieses Haus"
    )
    two = [
        pdfs.Placed(60, 780, "gewartet hat und sich freut."),
        pdfs.Placed(60, 30, foot, 8),
        pdfs.Placed(500, 30, "2", 8),
    ]
    release = read(pdfs.document([one, two]))
    assert "dieses Haus gewartet hat" in release.text
    assert foot not in release.text
    assert release.paging.margins == (f"{foot}\t1", f"{foot}\t2")


def test_a_letterhead_with_a_contact_stays_readable(pdfs: ModuleType) -> None:
    head = [pdfs.Placed(60, 800, "Stadt Ahrenfeld", 8), pdfs.Placed(60, 790, "Telefon 0211 837-2417", 8)]
    release = read(pdfs.document([head + pdfs.paragraph(LONG, 700), head + pdfs.paragraph(LONG, 650)]))
    assert release.text.count("Telefon 0211 837-2417") == 1
    assert release.paging.pages[0].top == ()
    assert release.paging.pages[1].top == ("Stadt Ahrenfeld", "Telefon 0211 837-2417")


def test_a_letterhead_on_one_page_is_text(pdfs: ModuleType) -> None:
    release = read(pdfs.document([[pdfs.Placed(60, 800, "Stadt Ahrenfeld", 8), *pdfs.paragraph(LONG, 700)]]))
    assert texts(release)[0] == "Stadt Ahrenfeld"


def test_label_and_value_are_one_row(pdfs: ModuleType) -> None:
    rows = [("Thema", "Neue Bibliothek"), ("Rückfragen", "Nora Falk, 0211 837-2417"), ("Datum", "3. März 2026")]
    lines = [
        pdfs.Placed(x, 780 - 22 * number, text)
        for number, row in enumerate(rows)
        for x, text in zip((60, 180), row, strict=True)
    ]
    release = read(pdfs.document([[*lines, *pdfs.paragraph(LONG, 650)]]))
    assert texts(release)[0] == "Thema\tNeue Bibliothek"
    assert "Datum\t3. März 2026" in texts(release)
    assert str(Facts(release, House(), None).one(ReleaseDate).value) == "2026-03-03"


def test_cards_side_by_side_are_two_contacts(pdfs: ModuleType) -> None:
    cards = [
        ("Nora Falk", "Jan Ruf"),
        ("Stadt Ahrenfeld", "Verein Lesezeichen"),
        ("0211 837-2417", "jan@lesezeichen.de"),
    ]
    lines = [
        pdfs.Placed(x, 120 - 13 * number, text)
        for number, row in enumerate(cards)
        for x, text in zip((60, 320), row, strict=True)
    ]
    release = read(pdfs.document([[*pdfs.paragraph(LONG, 700), *lines]]))
    assert "Nora Falk\nStadt Ahrenfeld\n0211 837-2417" in texts(release)


def test_small_raised_numbers_are_not_glued_to_others(pdfs: ModuleType) -> None:
    lines = [
        pdfs.Placed(60, 700, "Das Haus wurde 1911"),
        pdfs.Placed(166, 705, "1", 6),
        pdfs.Placed(172, 700, "gebaut."),
    ]
    assert "1911¹" in read(pdfs.document([lines])).text


def test_large_letters_make_a_heading(pdfs: ModuleType) -> None:
    lines = [pdfs.Placed(60, 760, "Stadt eröffnet Bibliothek", 18), *pdfs.paragraph(LONG, 700)]
    lines += [pdfs.Placed(60, 600, "Eingang für Kinder", 11, pdfs.BOLD), *pdfs.paragraph(LONG, 586)]
    release = read(pdfs.document([lines]))
    headings = [
        (block.level, block.span.of(release.text)) for block in release.blocks if block.kind is BlockKind.HEADING
    ]
    assert headings == [(1, "Stadt eröffnet Bibliothek"), (2, "Eingang für Kinder")]


def test_a_turned_page_is_read_as_it_is_shown(pdfs: ModuleType) -> None:
    turned = b"BT /F1 11 Tf 0 1 -1 0 100 60 Tm (Die Bibliothek hat am Montag geschlossen.) Tj ET"
    release = read(pdfs.document([turned], page="/Rotate 90"))
    assert release.text == "Die Bibliothek hat am Montag geschlossen."


def test_one_word_after_the_other_is_a_line(pdfs: ModuleType) -> None:
    words = ("Die", "Bibliothek", "am", "Markt", "öffnet", "im", "März")
    x, lines = 60.0, []
    for word in words:
        lines.append(pdfs.Placed(x, 700, word))
        x += 6.2 * len(word) + 5
    assert "Markt öffnet im" in read(pdfs.document([lines])).text


def test_a_page_without_text_is_a_page(pdfs: ModuleType) -> None:
    release = read(pdfs.document([pdfs.paragraph(LONG, 700), b""]))
    assert release.paging.total == 2
    assert release.paging.pages[1].at.of(release.source.text) == ""


def test_an_address_broken_at_a_line_end_is_whole(pdfs: ModuleType) -> None:
    lines = [pdfs.Placed(60, 700, "http://www.stadt-ahrenfeld.de/presse/"), pdfs.Placed(60, 686, "bibliothek.html")]
    link = "<</Type/Annot/Subtype/Link/Rect[55 {} 400 {}]/A<</S/URI/URI(http://www.stadt-ahrenfeld.de/presse/bibliothek.html)>>>>"
    annots = f"/Annots[{link.format(697, 712)}{link.format(683, 697)}]"
    release = read(pdfs.document([lines], page=annots))
    assert release.text == "http://www.stadt-ahrenfeld.de/presse/bibliothek.html"
    assert [(mark.kind, mark.span) for mark in release.marks] == [(MarkKind.AUTOLINK, Span(0, len(release.text)))]


def test_a_side_column_with_the_date_comes_before_the_text(pdfs: ModuleType) -> None:
    side = ["Nr. 12/2026", "", "DATUM Ahrenfeld, 3. März 2026", "", "SEITE 1 VON 2", "", "TEL 0211 837-2417"]
    lines = [pdfs.Placed(60, 700, "PRESSEMITTEILUNG", 14, pdfs.BOLD), *pdfs.paragraph(LONG * 2, 660, width=60, size=10)]
    lines += [pdfs.Placed(440, 700 - 12 * number, text, 8) for number, text in enumerate(side) if text]
    release = read(pdfs.document([lines, [*pdfs.paragraph(LONG, 700), pdfs.Placed(440, 640, "SEITE 2 VON 2", 8)]]))
    facts = Facts(release, House(), None)
    assert str(facts.one(ReleaseDate).value) == "2026-03-03"
    assert [fact.number for fact in facts.of(PageFact)] == [1, 2]
    assert release.text.index("DATUM") < release.text.index("PRESSEMITTEILUNG") < release.text.index("Die Stadt")


def test_a_label_beside_a_contact_makes_no_table(pdfs: ModuleType) -> None:
    left = [(780, "FOR IMMEDIATE RELEASE"), (754, "March 3, 2026")]
    right = [(780, "Contact: Nora Falk"), (767, "(415) 382-2417"), (754, "press@harwellgreen.com")]
    lines = [pdfs.Placed(60, y, text) for y, text in left] + [pdfs.Placed(330, y, text) for y, text in right]
    release = read(pdfs.document([[*lines, pdfs.Placed(150, 700, "Harwell Green Opens New Library", 16)]]))
    assert zones(release)[Zone.CONTACT] == "Contact: Nora Falk\n(415) 382-2417\npress@harwellgreen.com"
    assert zones(release)[Zone.DATELINE] == "March 3, 2026"


def test_the_name_of_the_issuer_above_the_label_is_no_headline(pdfs: ModuleType) -> None:
    lines = [
        pdfs.Placed(60, 800, "Ministerium für Kultur", 16),
        pdfs.Placed(60, 770, "Pressemitteilung", 12),
        pdfs.Placed(60, 730, "Neue Bibliothek öffnet ihre Türen", 14, pdfs.BOLD),
        *pdfs.paragraph(LONG, 700),
    ]
    assert zones(read(pdfs.document([lines])))[Zone.HEADLINE] == "Neue Bibliothek öffnet ihre Türen"


def test_a_first_line_that_is_indented_begins_a_paragraph(pdfs: ModuleType) -> None:
    one, two = pdfs.paragraph(LONG, 700), pdfs.paragraph(LONG, 700 - 3 * 13.75)
    lines = [one[0]._replace(x=74), *one[1:], two[0]._replace(x=74), *two[1:]]
    assert texts(read(pdfs.document([lines]))) == [LONG, LONG]


def test_numbered_lines_are_paragraphs_of_their_own(pdfs: ModuleType) -> None:
    one, two = (f"{number}. {LONG[75:]} Der Eintritt ist frei und bleibt es." for number in (1, 2))
    lines = [*pdfs.paragraph(one, 700, width=70), *pdfs.paragraph(two, 700 - 3 * 13.75, width=70)]
    assert texts(read(pdfs.document([lines]))) == [one, two]


def test_a_bullet_of_any_font_is_not_shown(pdfs: ModuleType) -> None:
    lines = [pdfs.Placed(60, 700, "!"), pdfs.Placed(76, 700, "ein Ausweis"), pdfs.Placed(60, 680, "!")]
    lines.append(pdfs.Placed(76, 680, "gute Laune"))
    release = read(pdfs.document([[*pdfs.paragraph(LONG, 780), *lines]]))
    assert texts(release)[-2:] == ["ein Ausweis", "gute Laune"]


def test_properties_are_read_from_xmp_in_any_writing(pdfs: ModuleType) -> None:
    xmp = (
        b'<x:xmpmeta><rdf:Description xmp:CreatorTool="Writer">'
        b"<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Bad &amp; Bibliothek</rdf:li></rdf:Alt></dc:title>"
        b"<dc:creator></dc:creator><xmp:CreateDate>2026-03-03</xmp:CreateDate></rdf:Description></x:xmpmeta>"
    )
    more = {100: pdfs.stream(xmp, "/Type/Metadata/Subtype/XML")}
    release = read(pdfs.document([pdfs.paragraph(LONG, 700)], catalog="/Metadata 100 0 R", more=more))
    told = {field.key: field.value for field in release.fields}
    assert told["dc:title"] == "Bad & Bibliothek"
    assert told["xmp:CreatorTool"] == "Writer"
    assert told["xmp:CreateDate"] == "2026-03-03"
    assert "dc:creator" not in told


def test_the_feet_of_many_equal_lines_are_no_margins(pdfs: ModuleType) -> None:
    page = [pdfs.Placed(60, 4 + 1.2 * number, "x", 2.5) for number in range(600)]
    assert read(pdfs.document([page, page])).paging.margins == ()


def test_a_footnote_keeps_its_sign_on_its_line(pdfs: ModuleType) -> None:
    note = [pdfs.Placed(60, 66, "1", 6), pdfs.Placed(70, 60, "Siehe den Bericht der Stadt vom Mai.", 9)]
    release = read(pdfs.document([[*pdfs.paragraph(LONG, 700), *note]]))
    assert texts(release)[-1] == "1 Siehe den Bericht der Stadt vom Mai."


def test_words_that_nearly_touch_are_parted(pdfs: ModuleType) -> None:
    tight = b"BT /F1 11 Tf 60 700 Td [(Die Stadt hat ein)-135(neues Bad)] TJ ET"
    assert read(pdfs.document([tight])).text == "Die Stadt hat ein neues Bad"


def test_a_link_without_an_address_or_with_one_in_the_file_is_none(pdfs: ModuleType) -> None:
    link = "<</Type/Annot/Subtype/Link/Rect[55 690 400 715]{}>>"
    kinds = ("/Dest[20 0 R/Fit]", "/A<</S/GoTo/D[20 0 R/Fit]>>", "/A<</S/URI/URI()>>")
    annots = "/Annots[" + "".join(map(link.format, kinds)) + "]"
    assert read(pdfs.document([pdfs.paragraph(LONG, 700)], page=annots)).marks == ()


def test_a_link_over_two_lines_is_one(pdfs: ModuleType) -> None:
    lines = pdfs.paragraph(LONG, 700)
    link = "<</Type/Annot/Subtype/Link/Rect[55 {} 540 {}]/A<</S/URI/URI(https://www.stadt-ahrenfeld.de/b\\344der)>>>>"
    annots = f"/Annots[{link.format(697, 711)}{link.format(683, 697)}]"
    [mark] = read(pdfs.document([lines], page=annots)).marks
    assert mark.target == "https://www.stadt-ahrenfeld.de/bäder"
    assert mark.kind is MarkKind.LINK


def test_two_ends_of_one_line_have_nothing_to_do_with_one_another(pdfs: ModuleType) -> None:
    lines = [pdfs.Placed(60, 790, "Presseinformation 12/2026", 9), pdfs.Placed(430, 790, "Ahrenfeld, 3. März 2026", 9)]
    release = read(pdfs.document([[*lines, *pdfs.paragraph(LONG, 700)]]))
    assert texts(release)[:2] == ["Presseinformation 12/2026", "Ahrenfeld, 3. März 2026"]
    assert release.source.text.split("\n")[0] == "Presseinformation 12/2026\tAhrenfeld, 3. März 2026"


def test_a_headline_on_two_lines_is_one(pdfs: ModuleType) -> None:
    lines = [
        pdfs.Placed(60, 760, "Stadt eröffnet", 18),
        pdfs.Placed(60, 738, "Bibliothek", 18),
        *pdfs.paragraph(LONG, 700),
    ]
    assert texts(read(pdfs.document([lines])))[0] == "Stadt eröffnet Bibliothek"


def test_a_bold_name_above_a_number_is_a_card(pdfs: ModuleType) -> None:
    card = [pdfs.Placed(60, 560, "Nora Falk", 11, pdfs.BOLD), pdfs.Placed(60, 546, "Telefon 0211 837-2417")]
    assert texts(read(pdfs.document([[*pdfs.paragraph(LONG, 700), *card]])))[-1] == "Nora Falk\nTelefon 0211 837-2417"


def test_a_contact_set_to_the_right_keeps_its_lines(pdfs: ModuleType) -> None:
    card = [pdfs.Placed(463, 780, "Nora Falk"), pdfs.Placed(400, 766.25, "Telefon 0211 837-2417")]
    release = read(pdfs.document([[*card, *pdfs.paragraph(LONG, 700)]]))
    assert texts(release)[0] == "Nora Falk\nTelefon 0211 837-2417"


def test_text_drawn_as_outlines_is_bold_or_plain(pdfs: ModuleType) -> None:
    lines = [pdfs.Placed(60, 720, "Eingang für Kinder", before="2 Tr"), *pdfs.paragraph(LONG, 700)]
    lines.append(pdfs.Placed(60, 560, "Nur im Umriss gezeichnet", before="1 Tr 1 g"))
    release = read(pdfs.document([lines]))
    assert release.blocks[0].kind is BlockKind.HEADING
    assert texts(release)[-1] == "Nur im Umriss gezeichnet"


def test_characters_without_meaning_are_counted(pdfs: ModuleType) -> None:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 101 0 R/Encoding/WinAnsiEncoding>>"
    cmap = b"begincmap 1 begincodespacerange <00><FF> endcodespacerange"
    cmap += b" 2 beginbfchar <41><E041> <42><0001> endbfchar endcmap"
    page = b"BT /F9 11 Tf 60 700 Td (AAB Die Stadt) Tj ET"
    more = {100: font, 101: pdfs.stream(cmap)}
    release = read(
        pdfs.document([page], resources="/Font<</F9 100 0 R>>", more=more).replace(b"/Font<</F1 3 0 R/F2 4 0 R>>", b"")
    )
    assert release.paging.pages[0].unmapped >= 2
    assert "\ue041" in release.source.text


def test_a_page_turned_upside_down_is_read(pdfs: ModuleType) -> None:
    turned = b"BT /F1 11 Tf -1 0 0 -1 500 100 Tm (Die Bibliothek hat geschlossen.) Tj ET"
    assert read(pdfs.document([turned], page="/Rotate 180")).text == "Die Bibliothek hat geschlossen."
