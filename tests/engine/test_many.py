"""Many files give the same results with a cache and without, in one process and in several."""

import os
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from presslint import config, packs
from presslint.engine import many
from presslint.engine.cache import Cache
from presslint.engine.flat import slim
from presslint.engine.linter import Linter
from presslint.engine.many import Checker, processors
from presslint.engine.walk import Input, find
from presslint.errors import LoadError, PackError, PresslintError
from presslint.load import read_source
from presslint.model.source import Source
from presslint.model.values import Words
from presslint.model.verdict import FileResult

TODAY = date(2026, 3, 2)
BAD = "# Messe\n\nDie Messe beginnt am Montag, 3. März 2026, um 10 Uhr. Nummer {number}.\n"
GOOD = "# Messe\n\nDie Messe ist schön. Nummer {number}.\n"


class Desk:
    """Runs over a folder of releases, each run as a process of its own would see it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.checked: list[str] = []

    def run(self, *, cache: bool = True, jobs: int = 1, **overrides: Any) -> list[FileResult]:
        """Return the results, as they are without args."""
        config.forget()
        packs.forget()
        self.checked = []
        linter = Linter(overrides, today=TODAY)
        inputs = find(["."], linter.options)
        kept = Cache(self.folder.parent / "cache", time.time_ns(), self._say) if cache else None
        checker = Checker(linter, self._read, cache=kept, jobs=jobs)
        checker.prepare(inputs.files)
        return [self._plain(result) for result in checker.over(inputs.files)]

    def age(self) -> None:
        """Make all files old enough to be trusted."""
        for path in self.folder.rglob("*"):
            os.utime(path, ns=(10**18, 10**18))

    def _read(self, file: Input) -> Source:
        self.checked.append(file.shown)
        if file.error is not None:
            raise file.error
        return read_source(file.path, file.shown)

    def _say(self, words: Words, args: Mapping[str, str]) -> None:
        self.said.append(words.en.format(**args))

    @staticmethod
    def _plain(result: FileResult) -> FileResult:
        findings = tuple(finding._replace(args={}) for finding in result.findings)
        return slim(result._replace(findings=findings))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a folder with releases and one file that is none."""
    folder = tmp_path / "releases"
    for number in range(12):
        path = folder / f"{number % 3}" / f"{number:02}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((BAD if number % 2 else GOOD).format(number=number), encoding="utf-8")
    (folder / "0" / "leer.md").touch()
    monkeypatch.chdir(folder)
    monkeypatch.setattr("presslint.engine.cache._RACY", -(10**19))
    return Desk(folder)


def test_the_second_run_checks_nothing_and_says_the_same(desk: Desk) -> None:
    plain = desk.run(cache=False)
    assert desk.run() == plain
    assert len(desk.checked) == 13
    assert desk.run() == plain
    assert desk.checked == ["0/leer.md"], "what could not be read is tried again"
    assert desk.said == []


def test_files_that_were_only_touched_are_not_checked(desk: Desk) -> None:
    plain = desk.run()
    desk.age()
    assert desk.run() == plain
    assert desk.checked == ["0/leer.md"]


def test_one_changed_file_is_checked(desk: Desk) -> None:
    desk.run()
    (desk.folder / "1/01.md").write_text(GOOD.format(number="x"), encoding="utf-8")
    found = desk.run()
    assert desk.checked == ["0/leer.md", "1/01.md"]
    assert found == desk.run(cache=False)


def test_a_file_changed_with_all_its_times_kept_is_checked(desk: Desk) -> None:
    path = desk.folder / "1/01.md"
    before = path.stat()
    desk.run()
    path.write_text(path.read_text(encoding="utf-8").replace("3. März", "9. März"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    desk.run()
    assert "1/01.md" in desk.checked


@pytest.mark.parametrize(
    "change",
    [{"ignore": ("DAT002",)}, {"language": "de"}, {"release_date": date(2020, 1, 1)}, {"select": ("LNK",)}],
)
def test_other_settings_are_another_result(desk: Desk, change: dict[str, Any]) -> None:
    desk.run()
    found = desk.run(**change)
    assert len(desk.checked) == 13
    assert found == desk.run(cache=False, **change)
    desk.run(**change)
    assert desk.checked == ["0/leer.md"]


def test_a_configuration_beside_some_files_is_theirs(desk: Desk) -> None:
    desk.run()
    (desk.folder / "1/presslint.toml").write_text('ignore = ["DAT002"]\n', encoding="utf-8")
    found = desk.run()
    assert [path for path in desk.checked if not path.startswith("1/")] == ["0/leer.md"]
    assert found == desk.run(cache=False)
    (desk.folder / "presslint.toml").write_text('[per_path]\n"2/*" = {ignore = ["DAT"]}\n', encoding="utf-8")
    assert desk.run() == desk.run() == desk.run(cache=False)


def test_a_mistake_in_the_configuration_is_found_in_every_run(desk: Desk) -> None:
    desk.run()
    (desk.folder / "presslint.toml").write_text('ignore = ["DAT999"]\n', encoding="utf-8")
    for _ in range(2):
        with pytest.raises(PresslintError, match="DAT999"):
            desk.run()


def test_a_format_that_is_no_text_shows_its_text_again(desk: Desk) -> None:
    mail = (
        "From: presse@stadt-ahrenfeld.de\nTo: redaktion@hafenblatt.de\nSubject: Messe\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + BAD.format(number=1)
    )
    (desk.folder / "mail.eml").write_text(mail, encoding="utf-8")
    plain = desk.run(cache=False)
    (found,) = [result for result in plain if result.path == "mail.eml"]
    assert "Montag" in found.text
    assert "DAT002" in {finding.rule for finding in found.findings}
    assert desk.run() == desk.run() == plain
    assert desk.checked == ["0/leer.md"]
    desk.age()
    assert desk.run() == plain


def test_a_path_that_no_system_takes_is_no_file(desk: Desk) -> None:
    linter = Linter({}, today=TODAY)
    (result,) = Checker(linter, desk._read).over([Input("a\0b.md", "a\0b.md")])
    assert result.error


def test_a_file_that_is_gone_by_the_time_it_is_read_has_an_error(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.run()
    desk.age()
    monkeypatch.setattr(many, "read_source", lambda *_: (_ for _ in ()).throw(LoadError("gone")))
    found = desk.run()
    assert len(desk.checked) == 13, "each is read again to say why"
    assert len(found) == 13


def test_a_renamed_file_is_checked_by_its_new_name(desk: Desk) -> None:
    desk.run()
    (desk.folder / "1/01.md").rename(desk.folder / "1/2026-03-01.md")
    found = desk.run()
    assert found == desk.run(cache=False)


def test_what_lies_beside_a_release_counts(desk: Desk) -> None:
    (desk.folder / ".git").mkdir()
    (desk.folder / "img").mkdir()
    for name in ("halle.png", "dach.png"):
        (desk.folder / "img" / name).touch()
    text = "# Messe\n\nDie Halle: ![Halle](img/halle.png), [das Dach](img/dach.png).\n"
    (desk.folder / "a.md").write_text(text, encoding="utf-8")
    assert desk.run() == desk.run()
    assert "a.md" not in desk.checked
    (desk.folder / "img/halle.png").unlink()
    broken = desk.run()
    assert "a.md" in desk.checked
    assert any(finding.rule == "LNK016" for result in broken for finding in result.findings)
    assert broken == desk.run(cache=False)
    (desk.folder / "img/halle.png").touch()
    desk.run()
    assert desk.run() == desk.run(cache=False)


def test_two_checkouts_share_results_but_not_their_surroundings(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run()
    other = tmp_path / "clone"
    (desk.folder).rename(other)
    monkeypatch.chdir(other)
    desk.folder = other
    found = desk.run()
    assert desk.checked == ["0/leer.md"], "the same bytes under the same names"
    assert found == desk.run(cache=False)


def test_several_processes_say_the_same(desk: Desk) -> None:
    plain = desk.run(cache=False)
    assert desk.run(cache=False, jobs=2) == plain
    assert desk.run(jobs=2) == plain
    assert desk.run(jobs=2) == plain
    assert desk.checked == ["0/leer.md"]


def test_without_processes_one_does_it_all(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = desk.run(cache=False)
    monkeypatch.setattr("sys.executable", "/no/such/python")
    assert desk.run(cache=False, jobs=2) == plain
    monkeypatch.undo()
    monkeypatch.chdir(desk.folder)
    monkeypatch.setattr("presslint.engine.pool._START", "raise SystemExit(1)")
    assert desk.run(cache=False, jobs=2) == plain


@pytest.mark.parametrize(("kind", "expected"), [("PackError", PackError), ("ConfigError", PresslintError)])
def test_a_configuration_that_breaks_during_the_run_ends_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, kind: str, expected: type[Exception]
) -> None:
    monkeypatch.setattr("presslint.engine.pool.Pool", lambda *_: Fake(lambda task: (("error", kind, "broken"), None)))
    with pytest.raises(expected, match="broken"):
        desk.run(cache=False, jobs=2)


def test_a_file_whose_process_died_twice_is_not_clean(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presslint.engine.pool.Pool", lambda *_: Fake(lambda task: ((), -9 if task.ticket % 2 else 3)))
    errors = {result.error for result in desk.run(jobs=2)}
    assert errors == {
        f"the process that checked this file ended ({how}): it was not checked" for how in ("signal 9", "3")
    }
    monkeypatch.undo()
    monkeypatch.chdir(desk.folder)
    assert desk.run() == desk.run(cache=False), "nothing of it was kept"


class Fake:
    """A pool that answers at once."""

    def __init__(self, answer: Callable[[Any], tuple[Any, int | None]]) -> None:
        self._answer = answer
        self._tasks: list[Any] = []

    def put(self, task: Any) -> None:
        self._tasks.append(task)

    def push(self) -> None:
        pass

    def take(self, *, wait: bool) -> list[Any]:
        from presslint.engine.pool import Answer

        tasks, self._tasks = self._tasks, []
        return [Answer(task.ticket, *self._answer(task)) for task in tasks]

    def close(self) -> None:
        pass


def test_processes_are_started_when_they_are_worth_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []

    def pool(_: Any, size: int) -> Fake:
        started.append(size)
        return Fake(lambda task: ((), 3))

    monkeypatch.setattr("presslint.engine.pool.Pool", pool)
    monkeypatch.setattr(many, "processors", lambda: 4)
    desk.run(cache=False, jobs=0)
    assert started == []
    monkeypatch.setattr(many, "_PER_FILE", 1.0)
    desk.run(cache=False, jobs=0)
    assert started == [4]
    monkeypatch.setattr(many, "processors", lambda: 1)
    desk.run(cache=False, jobs=0)
    assert started == [4]


def test_processors_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert processors() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert processors() == 1


def test_the_window_moves_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = desk.run(cache=False)
    monkeypatch.setattr(many, "_WINDOW", 4)
    monkeypatch.setattr(many, "_BATCH", 2)
    for jobs in (1, 2):
        assert desk.run(cache=False, jobs=jobs) == plain
    assert desk.run() == desk.run() == plain
