"""Hold the tokenizer of HTML to the published tests of html5lib, which are not part of presslint.

``python bench/html_tokenizer.py FOLDER``: a folder with ``*.test`` files, such as ``html5lib/tests/testdata/tokenizer``
of html5lib's source distribution (MIT). Only the tokens count, not the parse errors; doctypes are not told apart, and
texts with NUL are left out, since presslint refuses them. Exit code 1 where a token differs.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from presslint.load.html_attributes import attributes
from presslint.load.html_tokens import (
    BOGUS,
    CLOSE,
    COMMENT,
    OPEN,
    REFERENCE,
    TEXT,
    Token,
    Tokenizer,
    comment_text,
)

# the states that a test may begin in, and the element whose content is read so
STATES = {
    "Data state": "",
    "PLAINTEXT state": "plaintext",
    "RCDATA state": "title",
    "RAWTEXT state": "style",
    "Script data state": "script",
    "CDATA section state": "cdata",
}


def unescape(value: Any) -> Any:
    """Decode the second level of escapes that some tests have."""
    if isinstance(value, str):
        return json.loads('"' + value.replace('"', '\\"') + '"') if "\\u" in value else value
    if isinstance(value, list):
        return [unescape(item) for item in value]
    return {unescape(key): unescape(item) for key, item in value.items()} if isinstance(value, dict) else value


def wanted(output: list[Any]) -> list[Any]:
    """Return the tokens of a test as they are compared: without errors, doctypes empty, texts joined."""
    made: list[Any] = []
    for one in output:
        if one == "ParseError":
            continue
        if one[0] == "DOCTYPE":
            made.append(["Nothing"])
        elif one[0] == "StartTag":
            made.append(["StartTag", one[1], one[2]])
        elif one[0] == "Character" and made and made[-1][0] == "Character":
            made[-1][1] += one[1]
        else:
            made.append(list(one))
    return made


def shown(text: str, found: list[Token]) -> Iterator[list[Any]]:
    """Yield presslint's tokens in the form of the tests."""
    joined: str = ""
    for kind, start, end, name in found:
        if kind in (TEXT, REFERENCE):
            joined += name if kind == REFERENCE else text[start:end]
            continue
        if text[start:end] == "</>":
            continue
        if joined:
            yield ["Character", joined]
            joined = ""
        if kind == OPEN:
            yield ["StartTag", name, {key: value.value for key, value in attributes(text, name, start, end).items()}]
        elif kind == CLOSE:
            yield ["EndTag", name]
        elif kind == COMMENT:
            yield ["Comment", comment_text(text, start, end)]
        elif kind == BOGUS and text[start : start + 9].lower() == "<!doctype":
            yield ["Nothing"]
        elif kind == BOGUS:
            yield ["Comment", text[start + (1 if text[start + 1] == "?" else 2) : end].removesuffix(">")]
    if joined:
        yield ["Character", joined]


def in_state(text: str, element: str, last: str) -> list[Token]:
    """Return the tokens of a text that stands in an element whose content is no markup."""
    if element == "cdata":
        tokens = Tokenizer("<![CDATA[" + text, xml=True).read()
        return [(kind, start - 9, end - 9, name) for kind, start, end, name in tokens]
    name = last or element
    if element and element not in (name, "plaintext"):
        return []
    tokenizer = Tokenizer(text)
    if not element:
        return tokenizer.read()
    end = tokenizer.content(element, 0)
    return tokenizer.read(end)


def trials(folder: Path) -> Iterator[tuple[str, str, str, str, list[Any]]]:
    """Yield name, state, last start tag, text and wanted tokens of every test."""
    for path in sorted(folder.glob("*.test")):
        for test in json.loads(path.read_text(encoding="utf-8")).get("tests", []):
            text, output = test["input"], test["output"]
            if test.get("doubleEscaped"):
                text, output = unescape(text), unescape(output)
            for state in test.get("initialStates", ["Data state"]):
                name = f"{path.name}: {test['description']} ({state})"
                yield name, state, test.get("lastStartTag", ""), text, wanted(output)


def main() -> int:
    """Compare and count."""
    right = wrong = left = 0
    for name, state, last, text, expected in trials(Path(sys.argv[1])):
        element = STATES.get(state, "?")
        foreign = bool(element) and last and last != element and element not in ("plaintext", "cdata")
        if element == "?" or "\0" in text or "\r" in text or (foreign and last != "textarea"):
            left += 1
            continue
        found = list(shown(text, in_state(text, last if foreign else element, "")))
        if found == expected:
            right += 1
        else:
            wrong += 1
            print(f"{name}\n  {text!r}\n  wanted {expected}\n  found  {found}")
    print(f"{right} right, {wrong} wrong, {left} of states and signs that presslint never meets left out")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
