"""The codes of what presslint itself has to say about a file: no rules, so that no pack knows them."""

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "SYS001": "input-not-as-expected",
    "SYS002": "suppression-not-understood",
    "SYS003": "suppression-unused",
    "SYS008": "rule-crashed",
}

# every way to name one → its code
SELF: Mapping[str, str] = {**{code: code for code in NAMES}, **{name: code for code, name in NAMES.items()}}

# what a configuration may hide, or say louder: the others tell that something was not checked, or not understood
HIDEABLE = frozenset({"SYS001", "SYS003"})
