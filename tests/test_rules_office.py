"""Rules find the same in Word and OpenDocument files as in plain text: their examples, pasted into a document."""

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from presslint.config.house import house_of
from presslint.engine import pretended
from presslint.engine.examples import examples_of, options_of
from presslint.engine.run import lint
from presslint.engine.surroundings import surroundings
from presslint.errors import PackError
from presslint.load import load, source_from_bytes
from presslint.model.finding import State
from presslint.model.release import Field, Release
from presslint.model.rule import Example, Rule
from presslint.packs.bind import bind
from presslint.packs.folders import builtin_folder, yaml_files
from presslint.packs.read import read_rule


def _office() -> Any:
    path = Path(__file__).parents[1] / "bench" / "office_files.py"
    spec = importlib.util.spec_from_file_location("office_files", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKERS: dict[str, Callable[[str], bytes]] = {"docx": _office().docx_of, "odt": _office().odt_of}


class Trial(NamedTuple):
    """One rule in one format, with the examples that hold for any."""

    rule: Rule
    examples: tuple[tuple[str, Example], ...]
    format: str


def trials() -> Iterator[Trial]:
    """Yield the rules that run on these formats; files that cannot be read fail in a test of their own."""
    for path in yaml_files(builtin_folder()):
        if not Path(path).name[0].isupper():
            continue
        try:
            file = read_rule(path)
        except PackError:
            continue
        examples = tuple(one for one in examples_of(file.page) if _is_pasted(one[1]))
        for format_ in MAKERS:
            if examples and (not file.rule.formats or format_ in file.rule.formats):
                yield Trial(file.rule, examples, format_)


def _is_pasted(example: Example) -> bool:
    """Tell whether a text says the same in a document: front matter and comments in it are text there."""
    return not example.format and not example.text.startswith("---") and "<!--" not in example.text


TRIALS = list(trials())


def release_of(example: Example, format_: str) -> Release:
    """Return an example as the release that its document is."""
    source = source_from_bytes(MAKERS[format_](example.text), example.path or "-")
    release = load(source, house_of(example.house), format_)
    fields = tuple(Field(key, key, value, pretended.origin("text")) for key, value in example.fields.items())
    language = example.language or example.fields.get("language", "")[:2].lower()
    return release._replace(fields=release.fields + fields, language=language)


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: f"{trial.rule.code}-{trial.format}")
def test_the_same_is_found(trial: Trial) -> None:
    bound = bind(trial.rule)
    for name, example in trial.examples:
        if example.traces or example.paging:
            continue
        release = release_of(example, trial.format)
        result = lint(release, [bound], options_of(example), [trial.rule.code, trial.rule.name], surroundings(example))
        found = [one for one in result.findings if one.rule == trial.rule.code and one.state is State.REPORTED]
        found.sort(key=lambda one: (*(one.span or (-1, -1)), one.message))
        shown = [one.snippet if one.span is None else one.span.of(release.source.text) for one in found]
        expected = [" ".join(text.split()) for text in example.finds]
        assert [" ".join(text.split()) for text in shown] == expected, f"{name}\n{example.text}"
        assert not result.crashed
