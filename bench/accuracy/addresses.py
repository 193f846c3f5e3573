"""Addresses for mail and phone numbers against published tests: how often presslint agrees, and why it does not.

``python bench/accuracy/addresses.py [GOLD]``. GOLD is a folder with the tests of ``isemail`` and the specs of
``Recognizers-Text``. Both answer another question than presslint does, so that some disagreement is wanted. Each is
put down to a stated policy; one that no policy explains is printed as unexplained, and the exit code is 1.
"""

import argparse
import json
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from presslint.facts import Facts
from presslint.facts.mail_addresses import problem
from presslint.load import load, source_from_bytes
from presslint.model.facts import PhoneFact

DEFAULT = Path(__file__).parents[2].parent / "shared" / "corpus" / "gold"
MAILS = Path("isemail/test/tests.xml")
PHONES = Path("recognizers-text/Specs/Sequence/English/PhoneNumberModel.json")
# well-formed for isemail as for an editor's mail program; all other categories are odd, deprecated or wrong
GOOD = {"ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN"}

MAIL_POLICIES = {
    "unknown-tld": "nobody has delegated the top-level domain: legal syntax, and no mail arrives",
    "missing-domain": "a single label works inside a house and never outside",
    "not-ascii": "a local part beyond ASCII fails in practice, though RFC 6531 allows it",
}

Policy = tuple[str, Callable[[str, list[str], list[str]], bool]]


def _extended(_: str, expected: list[str], found: list[str]) -> bool:
    heads = [re.split(r"(?<=\d)\s?(?:ext|x)", text, flags=re.IGNORECASE)[0].strip() for text in expected]
    return bool(found) and found[0] in heads and heads != expected


def _unlabelled(text: str, expected: list[str], found: list[str]) -> bool:
    if found or not expected:
        return False
    return (
        re.search(r"\b(?:phone|tel|fax|mobile|cell|hotline)\b", text.partition(expected[0])[0], re.IGNORECASE) is None
    )


def _far_label(text: str, expected: list[str], found: list[str]) -> bool:
    return not found and len(expected) == 1 and re.search(r"phone number (?!is)\w+", text) is not None


def _figures(_: str, expected: list[str], found: list[str]) -> bool:
    return not found and all(re.fullmatch(r"\d{1,3}(?: \d{3})+", item) for item in expected)


def _local(_: str, expected: list[str], found: list[str]) -> bool:
    return not expected and all(re.fullmatch(r"\d{3}-\d{4}", item) for item in found)


def _spaced(_: str, expected: list[str], found: list[str]) -> bool:
    return len(expected) == 1 and expected[0].startswith("( ") and found == [expected[0].rpartition(") ")[2]]


PHONE_POLICIES: tuple[Policy, ...] = (
    ("an extension is a number of its own, or none behind an x: it is dialled after the number", _extended),
    ("without a label, outside of a contact, only a valid number with + is one", _unlabelled),
    ("a label reaches over words such as “is” and “at”, not over a phrase", _far_label),
    ("groups of three behind blanks are a figure, if they are no more than eight digits", _figures),
    ("behind a label, seven digits are a number that neighbours can dial", _local),
    ("blanks inside the brackets of an area code are not read", _spaced),
)  # fmt: skip


def mails(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each address that is judged otherwise, with the policy behind it or nothing."""
    for test in ET.parse(path).getroot().iter("test"):  # noqa: S314 - a file of the corpus
        written = test.findtext("address") or ""
        # the tests show a control character by the picture of it
        address = "".join(chr(ord(sign) - 0x2400) if "\u2400" <= sign <= "\u2421" else sign for sign in written)
        local, _, domain = address.rpartition("@")
        flaw = problem(local, domain)
        if (test.findtext("category") in GOOD) == (not flaw):
            yield address, "agreed"
        else:
            yield address, MAIL_POLICIES.get(flaw, "") if flaw else ""


def phones(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each text with what came of it: agreed, or the policy behind the difference, or nothing."""
    for test in json.loads(path.read_text(encoding="utf-8-sig")):
        text = test["Input"]
        release = load(source_from_bytes(text.encode(), "spec.txt"))._replace(language="en")
        found = [phone.text for phone in Facts(release).of(PhoneFact)]
        expected = [item["Text"] for item in test["Results"]]
        if found == expected:
            yield text, "agreed"
            continue
        yield text, next((name for name, holds in PHONE_POLICIES if holds(text, expected, found)), "")


def report(title: str, results: list[tuple[str, str]]) -> int:
    """Print agreement and policies; return how many disagreements no policy explains."""
    counted = Counter(policy for _, policy in results)
    agreed = counted.pop("agreed", 0)
    print(f"{title}: {agreed} of {len(results)} agreed ({100 * agreed / len(results):.1f} %)")
    unexplained = counted.pop("", 0)
    for policy, count in counted.most_common():
        print(f"  {count:3} {policy}")
    for text, policy in results:
        if not policy:
            print(f"  unexplained: {text[:120]!r}")
    return unexplained


def main() -> int:
    """Read the arguments, compare, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", nargs="?", type=Path, default=DEFAULT)
    gold = options.parse_args().gold
    unexplained = report("isemail, addresses for mail", list(mails(gold / MAILS)))
    unexplained += report("Recognizers-Text, English phone numbers", list(phones(gold / PHONES)))
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
