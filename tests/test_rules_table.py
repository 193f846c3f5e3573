"""docs/rules.md is what the rule files say."""

import runpy
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_table_of_rules_is_up_to_date() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "gen_rules.py"))
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == tool["text"](), "run: python tools/gen_rules.py"


def test_every_rule_has_a_line_of_its_own() -> None:
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    for file in (ROOT / "rules" / "core").rglob("[A-Z][A-Z][A-Z][0-9][0-9][0-9]-*.yaml"):
        code = file.name[:6]
        assert written.count(f"[{code}](") == 1, code
        assert f"(../{file.relative_to(ROOT).as_posix()})" in written
