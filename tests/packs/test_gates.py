"""What decides whether a rule runs is known without its check, and is what the check says."""

import json
import subprocess
import sys

import pytest

from presslint import packs
from presslint.packs.compiled import Compiled, decode, encode
from presslint.packs.gates import Gate, conditions, gate_of, late

RULES = packs.load_rules()


def test_a_rule_that_is_bound_late_is_the_rule_that_is_bound_at_once() -> None:
    bound = [packs.bind(rule) for rule in RULES]
    gates = {one.rule.code: gate_of(one) for one in bound}
    read = decode(json.loads(json.dumps(encode(Compiled(RULES, {}, gates)))))
    for rule, one in zip(read.rules, bound, strict=True):
        other = late(rule, read.gates[rule.code])
        assert (other.requires, other.partly, other.when) == (one.requires, one.partly, one.when), rule.code
        assert other.run is one.run, rule.code
        assert other.params == one.params, rule.code


def test_what_a_bound_rule_has_not_is_told() -> None:
    with pytest.raises(AttributeError, match="needed"):
        packs.bind(RULES[0]).needed  # noqa: B018 - the question is the test


@pytest.mark.parametrize("what", ["named:presslint.model.nothing:Fact", "named:presslint.model.facts:NoFact"])
def test_a_condition_that_the_code_does_not_have_is_refused(what: str) -> None:
    with pytest.raises(ValueError, match="named:"):
        conditions(Gate((), (), (what,)))


def test_selecting_rules_imports_none_of_their_checks() -> None:
    program = (
        "import sys, datetime\n"
        "from presslint import packs\n"
        "from presslint.model.options import Options\n"
        "assert packs.rules_for(Options(datetime.date(2026, 3, 1)), 'a.md')\n"
        "print([name for name in sys.modules if name.startswith('presslint.checks.')])"
    )
    shown = ""
    for _ in range(2):  # in a checkout, the first run compiles the rules
        shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "[]"
