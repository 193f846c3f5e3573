import pytest

from presslint.load.pdf_seams import Piece, Wording, line_of
from presslint.text.words import Vocabulary


def joined(first: str, second: str, known: str = "") -> str:
    pieces = [Piece(0, first, 0), Piece(len(first) + 1, second, 0)]
    return line_of(pieces, Wording(Vocabulary(known), "de"), hard=False).text


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("Mail an presse@stadtwerke-", "ahrenfeld.de oder", "Mail an presse@stadtwerke-ahrenfeld.de oder"),
        ("unter www.stadtwerke-", "ahrenfeld.de/bau.", "unter www.stadtwerke-ahrenfeld.de/bau."),
        ("unter https://ahrenfeld.de/neue-", "halle steht mehr", "unter https://ahrenfeld.de/neue-halle steht mehr"),
        ("Näheres: stadtwerke-", "ahrenfeld.de, Tel. 2", "Näheres: stadtwerke-ahrenfeld.de, Tel. 2"),
        ("wird per-", "spektivisch. Danach", "wird perspektivisch. Danach"),
        ("Stiftungs-", "und Drittmittel", "Stiftungs- und Drittmittel"),
        ("die Kita-", "Initiative", "die Kita-Initiative"),
    ],
)
def test_a_hyphen_at_a_line_end_goes_unless_it_belongs_there(first: str, second: str, text: str) -> None:
    assert joined(first, second) == text
