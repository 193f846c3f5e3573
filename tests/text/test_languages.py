"""What declares a language, and what does not."""

import pytest

from presslint.text.languages import CODES, language_code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("de", "de"),
        ("DE", "de"),
        ("de-AT", "de"),
        ("de_DE.UTF-8", "de"),
        (" en ", "en"),
        ("Deutsch", "de"),
        ("German (Austria)", "de"),
        ("englisch", "en"),
        ("Français", "fr"),
        ("deu", "de"),
        ("cs", "cs"),
        ("xx", ""),
        ("none", ""),
        ("-", ""),
        ("", ""),
    ],
)
def test_language_code(written: str, code: str) -> None:
    assert language_code(written) == code


def test_codes_are_two_letters() -> None:
    assert len(CODES) == 183
    assert all(len(code) == 2 and code.isalpha() for code in CODES)
