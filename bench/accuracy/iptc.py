"""Holds presslint to the test suites that IPTC publishes: every file must get the verdict that its folder names.

    python bench/accuracy/iptc.py [GOLD]

ninjs files are held to the schema of their folder's version, NewsML-G2 files to what presslint ships for the version
and conformance that they declare. A difference is printed with its reason; one without a reason is a failure, with
exit code 1. The examples must load, or be refused for a reason; each schema problem in one is printed.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from presslint.checks import iptc_json, iptc_xml
from presslint.errors import LoadError
from presslint.load import load, read_source
from presslint.load.json_reader import read_json

DEFAULT = Path(__file__).parents[2].parent / "shared" / "corpus" / "gold"
NOT_SHIPPED = "a schema of this version or of the power level is not shipped; presslint lists it as not checked"
OLDER = "the file declares a version or level that does not have this yet; held to what it declares it is wrong"
DRAFT = "the versions in development were never published; their schemas are not shipped"
UNSORTED = "the file lies in no folder that names a verdict"


class Verdict(NamedTuple):
    """What a file should get, what it gets, and why the two may differ."""

    path: Path
    wanted: bool
    got: bool
    reason: str = ""


def ninjs(folder: Path) -> Iterator[Verdict]:
    """Yield a verdict for each file of the ninjs suite."""
    for path in sorted(folder.glob("*/should_*/*.json")):
        version, wanted = path.parts[-3], path.parts[-2] == "should_pass"
        if version not in iptc_json.VERSIONS:
            yield Verdict(path, wanted, not wanted, DRAFT)
            continue
        text = path.read_text(encoding="utf-8-sig")
        try:
            read_json(text)
            got = not iptc_json.problems(json.loads(text), version)
        except LoadError:
            got = False
        yield Verdict(path, wanted, got)
    for path in sorted(folder.glob("*/*.json")):
        yield Verdict(path, wanted=True, got=False, reason=UNSORTED)


def newsml(folder: Path) -> Iterator[Verdict]:
    """Yield a verdict for each file of the NewsML-G2 suite."""
    for path in sorted(folder.glob("*/should_*/*.xml")):
        text = path.read_text(encoding="utf-8-sig")
        wanted = path.parts[-2] == "should_pass"
        whole = iptc_xml.is_whole(*declared(text))
        got = not iptc_xml.problems(text, whole=whole)
        reason = "" if got == wanted else OLDER if whole and wanted else NOT_SHIPPED if got else ""
        yield Verdict(path, wanted, got, reason)


def declared(text: str) -> tuple[str, str]:
    """Return the version and the conformance level that a NewsML-G2 file declares."""
    found = (re.search(rf'\b{name}="([^"]*)"', text) for name in ("standardversion", "conformance"))
    version, conformance = (match[1] if match else "" for match in found)
    return version, conformance


def examples(gold: Path) -> Iterator[tuple[Path, str]]:
    """Yield each example file with what became of it."""
    files = [*gold.glob("iptc-ninjs/examples/**/*.json"), *gold.glob("iptc-ninjs/documentation/**/*.json")]
    for path in sorted(
        [*files, *gold.glob("iptc-newsml-g2/examples/*.xml"), *gold.glob("iptc-ninjs/examples/**/*.xml")]
    ):
        try:
            source = read_source(path)
            release = load(source)
        except LoadError as error:
            yield path, f"refused: {error}"
            continue
        problems: list[str] = []
        if release.format == "ninjs":
            version, found = iptc_json.problems_of(json.loads(source.text))
            problems = [f"{version} {'/'.join(map(str, one.path))}: {one.words.en}" for one in found]
        elif release.format == "newsml":
            whole = iptc_xml.is_whole(*declared(source.text))
            problems = [f"{one.line} {one.name}: {one.words.en}" for one in iptc_xml.problems(source.text, whole=whole)]
        yield path, "; ".join(problems) or "loads"


def show(name: str, verdicts: list[Verdict], root: Path) -> int:
    """Print what a suite came to; return the number of differences without a reason."""
    right = sum(verdict.wanted == verdict.got for verdict in verdicts)
    print(f"{name}: {right} of {len(verdicts)} verdicts as the suite wants them")
    counts: Counter[str] = Counter()
    unexplained = 0
    for verdict in verdicts:
        if verdict.wanted == verdict.got:
            continue
        counts[verdict.reason] += 1
        unexplained += not verdict.reason
        wanted = "pass" if verdict.wanted else "fail"
        if verdict.reason != DRAFT:
            shown = verdict.path.relative_to(root)
            print(f"  should {wanted}: {shown}\n    {verdict.reason or 'NO REASON KNOWN'}")
    for reason, count in counts.items():
        print(f"  {count}: {reason or 'no reason known'}")
    return unexplained


def main() -> int:
    """Run both suites and the examples."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=DEFAULT)
    gold = parser.parse_args().gold.resolve()
    begin = time.process_time()
    failed = show("ninjs", list(ninjs(gold / "iptc-ninjs" / "validation" / "test_suite")), gold)
    failed += show("NewsML-G2", list(newsml(gold / "iptc-newsml-g2" / "tests" / "unit_test_files")), gold)
    loaded = 0
    told = list(examples(gold))
    for path, what in told:
        loaded += what == "loads"
        if what != "loads":
            print(f"  example {path.relative_to(gold)}: {what}")
    print(f"examples: {loaded} of {len(told)} load and have no problem; the others are named above")
    print(f"differences without a reason: {failed}; {time.process_time() - begin:.1f} CPU seconds")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
