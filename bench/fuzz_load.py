"""Throw damaged and invented texts at the loaders and hold every release to the oracles of the tests.

    python bench/fuzz_load.py --count 20000 --seed 1 [--corpus FOLDER]

Any bytes must give a release or a LoadError, all of the text must be shown, every place must be right, and no text
may take much longer than its length explains. Prints what failed, with the seed of each failure; exit code 1 then.
"""

import argparse
import random
import sys
import time
import traceback
from pathlib import Path
from types import ModuleType

from damage import ROOT, borrowed, damage

# one sign or piece of markup a line, each as Python writes bytes
TOKENS = (
    *(b"**", b"*", b"_", b"`", b"```\n", b"[", b"]", b"](", b")", b"![", b"<!--", b"-->", b"<br>", b"<b>", b"</b>"),
    *(b"<div>\n", b"&amp;", b"&#228;", b"\\", b"\n", b"\n\n", b"\r\n", b"\r", b"  \n", b"    ", b"\t", b"> ", b"- "),
    *(b"1. ", b"23. ", b"# ", b"### ", b"###\n", b"---\n", b"+++\n", b"| a | b |\n|---|---|\n| c | d |\n", b"[^1]"),
    *(b"[r]: https://r.de\n", b"[r]", b"Seite 1 von 2\n", b"\x00", b"\xff", b"\xc3", b"\xf0\x9f\x98\x80", b"\x0c"),
    *(b"\xe2\x80\xa8", b"\x1b[31m", b"\xc2\xad\n", b"Telefon: 0211 837-0\n", b"Pressekontakt\n", b"ENDE\n", b"{", b"}"),
    *(b"23. Februar 2017\n", b"<!-- presslint: ignore[DAT] x -->", b"title: x\n", b"a: &b c\n", b'"', b"<script>"),
    *(b"<https://a.de>", b"[x](https://a.de)", b"![y](b.png)", b"<a href='x'>", b"</a>", b"\xef\xbb\xbf", b"\xff\xfe"),
)
WORDS = "Die Stadt Ahrenfeld eröffnet am Montag dem 12. März ein neues Bad im Süden wie sie mitteilte".encode().split()
HTML_TOKENS = (
    *(b"<p>", b"</p>", b"<div hidden>", b"<div class='nav'>", b"</div>", b"<nav>", b"</nav>", b"<main>", b"</main>"),
    *(b"<h1>", b"</h1>", b"<ul>", b"<li>", b"</ul>", b"<table>", b"<tr>", b"<td>", b"</table>", b"<pre>", b"</pre>"),
    *(b"<a href='mailto:a@b.de'>", b"<a href=", b"<img alt=x>", b"<title>", b"</title>", b"<style>", b"</style>"),
    *(b"</script>", b'<script type=\'application/ld+json\'>{"@type": "Article", "headline": "x"', b"<svg>"),
    *(
        b"<![CDATA[",
        b"]]>",
        b"<meta name='date' content='2018-02-23'>",
        b"<time datetime='2018-02-23'>",
        b"<html lang=",
    ),
    *(
        b"<blockquote>",
        b"<aside>",
        b"<q>",
        b"<b",
        b"='",
        b"style='display:none'",
        b"&#x110000;",
        b"&#",
        b"</",
    ),
    *(
        b"{{< x >}}",
        b"{% y %}",
        b"<A b={c}>",
        b"</A>",
        b"export const a = {\n",
        b"import b from 'c'\n",
        b"<meta charset=x>",
    ),
)
PATHS = ("a.md", "a.md", "a.txt", "-", "a.html", "a.html", "a.mdx")


def seeds(folder: Path | None) -> list[bytes]:
    """Return the texts to damage: those of a corpus, or the examples of the project."""
    folders = [folder] if folder else [ROOT / "examples", ROOT / "docs", ROOT]
    files = [
        path for place in folders for suffix in ("*.md", "*.txt", "*.html") for path in sorted(place.rglob(suffix))
    ]
    return [path.read_bytes() for path in files if ".venv" not in path.parts][:2000]


def invented(chance: random.Random) -> bytes:
    """Return a text put together from words and signs."""
    markup = TOKENS if chance.random() < 0.5 else HTML_TOKENS
    parts = chance.choices(markup + tuple(WORDS), k=chance.randrange(1, 60))
    return b"".join(part + chance.choice((b"", b" ", b" ", b"\n")) for part in parts)


def damaged(text: bytes, chance: random.Random) -> bytes:
    """Return a part of a text with some of it lost, doubled, or mixed with signs."""
    start = chance.randrange(len(text) + 1)
    data = bytearray(text[:6000] if chance.random() < 0.7 else text[start : start + 3000])
    damage(data, chance, TOKENS + HTML_TOKENS, chance.randrange(1, 12), (80, 200))
    return bytes(data)


def trial(seed: int, texts: list[bytes], tests: ModuleType) -> tuple[str, bytes]:
    """Try one text; return what is wrong (or nothing) and the text."""
    chance = random.Random(seed)
    kind = chance.random()
    if kind < 0.15:
        data = chance.randbytes(chance.randrange(400))
    elif kind < 0.5 or not texts:
        data = invented(chance)
    else:
        data = damaged(chance.choice(texts), chance)
    path = chance.choice(PATHS)
    begin = time.process_time()
    try:
        release = tests.check(data, path)
        taken = time.process_time() - begin
        # imports and exports of MDX are no text, which the library does not know
        code = path.endswith(".mdx") and (b"import" in data or b"export" in data)
        plain = release is not None and release.format == "markdown" and "{" not in release.source.text and not code
        if plain and tests.is_strict(release.source.text):
            lost = tests.missing_in_markdown(release)
            if lost:
                return lost, data
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return traceback.format_exc(limit=-3), data
    allowed = 0.25 + len(data) * 2e-5
    return (f"took {taken:.2f} s for {len(data)} bytes", data) if taken > allowed else ("", data)


def main() -> int:
    """Run the trials."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path)
    options = parser.parse_args()
    tests = borrowed(ROOT / "tests" / "load" / "test_oracles.py")
    texts = seeds(options.corpus)
    failures = 0
    begin = time.perf_counter()
    for seed in range(options.seed, options.seed + options.count):
        problem, data = trial(seed, texts, tests)
        if problem:
            failures += 1
            print(f"seed {seed}: {data[:300]!r}\n{problem}", flush=True)
        if failures >= 20:
            break
    print(f"{options.count} texts, {failures} failures, {time.perf_counter() - begin:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
