from collections.abc import Callable
from typing import Any

import pytest
from markdown_it import MarkdownIt

from presslint.model.finding import Severity, State
from presslint.model.verdict import FileResult
from presslint.report import markdown

Write = Callable[..., str]


def html(text: str) -> str:
    return str(MarkdownIt("gfm-like", {"linkify": False}).render(text))


def test_counts_come_first_then_the_worst(draft: Any, written: Write) -> None:
    release = draft("Am Montag, 3. März.")
    result = release.result(
        release.finding("März", "Hm.", rule="LNK006", severity=Severity.WARNING),
        release.finding("Montag", "Es ist ein Dienstag."),
        release.finding("März", state=State.SUPPRESSED),
    )
    text = written("markdown", result, FileResult("b.pdf", error="truncated"))
    shown = html(text)
    assert shown.index("1 error, 1 warning") < shown.index("<table>")
    assert shown.count("<tr>") == 4
    assert shown.index("truncated") < shown.index("Es ist ein Dienstag.") < shown.index("Hm.")
    assert "1 suppressed" in shown
    assert "releases/a.md:1:4" in shown


def test_a_clean_run_has_no_table(written: Write) -> None:
    text = written("markdown", FileResult("a.md"), language="de")
    assert "Keine Befunde in 1 Datei" in html(text)
    assert "|" not in text


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=x onerror=1>",
        "[x](javascript:1)",
        "![x](https://evil.example/p.png)",
        "| a | b |",
        "a\n\n# Heading",
        "`code` **bold** _it_ ~~no~~",
        "https://evil.example www.evil.example",
        "@everyone #1 :tada:",
        "- item",
        "$x^2$",
        "\\| a",
    ],
)
def test_hostile_text_stays_text(hostile: str, draft: Any, written: Write) -> None:
    release = draft("x")
    text = written("markdown", release.result(release.finding("x", hostile), path=f"{hostile}.md"), abort=hostile)
    shown = html(text)
    assert shown.count("<td>") == 4
    assert not any(tag in shown for tag in ("<img", "<a ", "<h1", "<code", "<strong", "<em", "<s>", "<li"))
    assert "@" not in text
    assert "://" not in text
    assert ":tada:" not in text


def test_a_long_list_is_cut_and_says_so(draft: Any, written: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "_MOST", 3)
    release = draft("x")
    infos = [release.finding("x", f"Info {number}.", severity=Severity.INFO) for number in range(4)]
    text = written(
        "markdown", release.result(*infos), release.result(release.finding("x", "Bad.", where=infos[0].where))
    )
    shown = html(text)
    assert "Bad." in shown
    assert "Info 0." in shown
    assert "Info 3." not in shown
    assert "2 findings not listed." in shown


def test_a_page_is_named_and_a_long_message_is_cut(draft: Any, written: Write) -> None:
    release = draft("x")
    finding = release.finding("x", "m" * 1000)
    text = written("markdown", release.result(finding._replace(where=finding.where._replace(page=2))))
    assert "page 2" in text
    assert "…" in text
    assert len(text) < 1000
