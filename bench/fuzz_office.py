"""Throw damaged Word and OpenDocument files at their loaders.

    python bench/fuzz_office.py --count 100000 --seed 1

Bytes of the archive are changed, and the markup in it: elements are lost, doubled, moved, renamed and nested,
attributes swapped, text replaced. Any of it must give a release or a LoadError in both languages, within a second;
every stretch of the prose must be what stands at its place. Prints what failed, with the seed of each failure; exit
code 1 then.
"""

import argparse
import copy
import io
import random
import re
import sys
import time
import traceback
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import office_files

from presslint.errors import LoadError
from presslint.load import load, source_from_bytes
from presslint.model.release import Release

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests" / "load" / "data"
SECONDS = 1.0
MOST = 3000  # elements: what is doubled again and again grows without end
_TAG = re.compile(rb"<[^<>]{1,400}>")
_TEXT = re.compile(rb">[^<>]{1,400}<")
_ATTRIBUTE = re.compile(rb' [\w:]{1,40}="[^"]{0,200}"')
SIGNS = (
    *(
        b"<w:p/>",
        b"<w:p>",
        b"</w:p>",
        b"<w:r>",
        b"</w:r>",
        b"<w:t>x</w:t>",
        b"<w:tbl>",
        b"</w:tbl>",
        b"<w:tr/>",
        b"<w:tc/>",
    ),
    *(
        b"<w:fldChar w:fldCharType='begin'/>",
        b"<w:fldChar w:fldCharType='separate'/>",
        b"<w:fldChar w:fldCharType='end'/>",
    ),
    *(
        b"<w:del>",
        b"</w:del>",
        b"<w:ins>",
        b"</w:ins>",
        b"<w:br/>",
        b"<w:tab/>",
        b"<w:instrText>HYPERLINK</w:instrText>",
    ),
    *(
        b"<text:p/>",
        b"<text:p>",
        b"</text:p>",
        b"<text:s text:c='9'/>",
        b"<text:list>",
        b"</text:list>",
        b"<text:tab/>",
    ),
    *(b"<text:change text:change-id='ct1'/>", b"<text:change-end text:change-id='ct2'/>", b"<text:line-break/>"),
    *(b"&#8232;", b"&#133;", b"&amp;", b"<!-- x -->", b"<![CDATA[x]]>", b"<?x y?>", b"<!DOCTYPE a>", b"\xff", b"\0"),
)


def seeds() -> list[dict[str, bytes]]:
    """Return the parts of the documents to damage."""
    files = [path.read_bytes() for path in sorted(DATA.glob("*")) if path.suffix in (".docx", ".odt")]
    text = (ROOT / "examples" / "de" / "behoerdenbesuch.md").read_text(encoding="utf-8")
    files += [office_files.docx_of(text), office_files.odt_of(text)]
    found = []
    for data in files:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            found.append({info.filename: zipped.read(info) for info in zipped.infolist()})
    return found


def damaged_markup(data: bytes, chance: random.Random) -> bytes:
    """Return the markup of a part with some of it changed; much of the time it is still well-formed."""
    for _ in range(chance.randrange(1, 6)):
        kind = chance.random()
        pattern = _TAG if kind < 0.6 else _TEXT if kind < 0.8 else _ATTRIBUTE
        found = list(pattern.finditer(data))
        if not found:
            continue
        one, other = chance.choice(found), chance.choice(found)
        what = chance.random()
        if what < 0.3:
            first, second = sorted((one.span(), other.span()))
            if first[1] <= second[0]:
                data = (
                    data[: first[0]]
                    + data[slice(*second)]
                    + data[first[1] : second[0]]
                    + data[slice(*first)]
                    + data[second[1] :]
                )
        elif what < 0.5:
            data = data[: one.end()] + chance.choice(SIGNS) + data[one.end() :]
        elif what < 0.7:
            start, end = min(one.start(), other.start()), max(one.end(), other.end())
            piece = data[start:end][:3000]
            data = data[:end] + piece * chance.choice((1, 2, 20)) + data[end:]
        elif what < 0.85:
            data = data[: one.start()] + data[one.end() :]
        else:
            data = data[: one.start()] + other.group() + data[one.end() :]
    return data


def shuffled_tree(data: bytes, chance: random.Random) -> bytes:
    """Return the markup of a part with elements lost, doubled, moved, renamed or emptied: it is well-formed."""
    try:
        root = ET.fromstring(data)  # noqa: S314 - files of the project
    except ET.ParseError:
        return damaged_markup(data, chance)
    for _ in range(chance.randrange(1, 10)):
        elements = list(root.iter())
        one, other = chance.choice(elements), chance.choice(elements)
        what = chance.random()
        if what < 0.2:
            one.tag = other.tag
        elif what < 0.4 and len(one):
            one.remove(chance.choice(list(one)))
        elif what < 0.6 and other not in one.iter():
            one.insert(chance.randrange(len(one) + 1), copy.deepcopy(other))
        elif what < 0.75 and one not in other.iter() and len(list(other.iter())) < MOST:
            one.append(copy.deepcopy(other))
        elif what < 0.9:
            name = chance.choice(sorted(other.attrib) or ["x"])
            one.set(name, chance.choice((other.get(name, ""), "", "0", "-1", "9" * 30, "true", "x y")))
        else:
            one.text, one.tail = other.tail, other.text
        if len(elements) > MOST:
            break
    return b"<?xml version='1.0'?>" + bytes(ET.tostring(root, encoding="utf-8"))


def damaged(parts: dict[str, bytes], chance: random.Random) -> bytes:
    """Return a document with its markup, its list of parts or its bytes damaged."""
    parts = dict(parts)
    kind = chance.random()
    if kind < 0.75:
        for _ in range(chance.randrange(1, 3)):
            names = [name for name in parts if name.endswith((".xml", ".rels"))]
            weights = [8 if "document" in name or "content" in name else 1 for name in names]
            name = chance.choices(names, weights)[0]
            damage = damaged_markup if chance.random() < 0.2 else shuffled_tree
            parts[name] = damage(parts[name], chance)
    elif kind < 0.85:
        names = sorted(parts)
        parts[chance.choice(names)] = parts[chance.choice(names)]
        del parts[chance.choice(sorted(parts))]
    data = bytearray(office_files.archive(parts))
    if kind >= 0.85:
        for _ in range(chance.randrange(1, 6)):
            place = chance.randrange(len(data)) if chance.random() < 0.5 else -chance.randrange(1, min(len(data), 1500))
            data[place] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
    return bytes(data)


def is_right(release: Release) -> bool:
    """Tell whether what the prose shows stands at the places it names."""
    source, text = release.source.text, release.text
    return all(
        source[segment.source : segment.source + segment.width] == text[segment.view : segment.view + segment.length]
        for segment in release.prose.segments
        if segment.verbatim
    ) and all(0 <= mark.span.start <= mark.span.end <= len(text) for mark in release.marks)


def trial(seed: int, documents: list[dict[str, bytes]]) -> tuple[str, str]:
    """Try one document; return what is wrong, or nothing, and what came of it."""
    chance = random.Random(seed)
    data = damaged(chance.choice(documents), chance)
    begin = time.process_time()
    outcome = "refused"
    try:
        release = load(source_from_bytes(data, "-"))
        outcome = "read"
        if not is_right(release):
            return "the prose is not what stands at its place", outcome
    except LoadError as error:
        if not error.in_("de") or error.in_("de") == str(error):
            return f"no German for: {error}", outcome
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return traceback.format_exc(limit=-4), outcome
    taken = time.process_time() - begin
    return (f"took {taken:.2f} s" if taken > SECONDS else ""), outcome


def main() -> int:
    """Run the trials."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    documents = seeds()
    failures = read = 0
    begin = time.perf_counter()
    for seed in range(options.seed, options.seed + options.count):
        problem, outcome = trial(seed, documents)
        read += outcome == "read"
        if problem:
            failures += 1
            print(f"seed {seed}: {problem}", flush=True)
        if failures >= 20:
            break
    seconds = time.perf_counter() - begin
    print(f"{options.count} documents ({read} read, the others refused), {failures} failures, {seconds:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
