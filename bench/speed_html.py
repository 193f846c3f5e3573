"""How many HTML pages of 5 kB are checked per CPU-second, with all rules, and how much of that is loading.

``python bench/speed_html.py [--pages N] [--runs N]``. The pages are the examples of the project as web pages with a
head, a menu, and an imprint. Prints the best of several runs: the machine may do other things meanwhile.
"""

import argparse
import html
import sys
import time
from datetime import date
from pathlib import Path

from presslint.engine.linter import Linter
from presslint.load import load, source_from_bytes

EXAMPLES = Path(__file__).parents[1] / "examples"
MENU = "".join(
    f'<li class="nav-item"><a href="/{word.lower()}/" title="{word}">{word}</a></li>\n'
    for word in ("Start", "Rathaus", "Presse", "Kultur", "Verkehr", "Kontakt")
)
HEAD = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title}</title>
<meta name="description" content="{title}"><meta property="og:title" content="{title}"></head>
<body class="page"><header id="top"><nav class="main"><ul>
{menu}</ul></nav></header>
<main id="content"><article>
"""
FOOT = "</article></main>\n<footer><ul><li><a href='/impressum/'>Impressum</a></li></ul></footer></body></html>\n"
SIZE = 5000


def page(path: Path, number: int) -> str:
    """Return a release as a web page of about 5 kB; ``number`` makes each one different."""
    release = load(source_from_bytes(path.read_bytes(), path.name))
    texts = [block.span.of(release.text) for block in release.blocks]
    title = html.escape(next((text for text in texts if len(text) > len("Pressemitteilung Nr.")), "Meldung"))
    made = HEAD.format(language=path.parent.name, title=f"{title} {number}", menu=MENU) + f"<h1>{title}</h1>\n"
    for text in texts:
        made += "<p>" + html.escape(text).replace("\n", "<br>\n") + "</p>\n"
    place = 0
    while len(made) + len(FOOT) < SIZE:
        made += "<p>" + html.escape(texts[place % len(texts)]) + "</p>\n"
        place += 1
    return made + FOOT


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    files = sorted([*EXAMPLES.glob("de/*.md"), *EXAMPLES.glob("en/*.md")])
    pages = [page(files[number % len(files)], number) for number in range(options.pages)]
    sources = [source_from_bytes(text.encode(), f"page-{number}.html") for number, text in enumerate(pages)]
    linter = Linter({}, today=date(2026, 1, 15))
    loading = checking = 1e9
    for _ in range(options.runs):
        begin = time.process_time()
        for source in sources:
            load(source)
        middle = time.process_time()
        for source in sources:
            linter.check(source)
        loading = min(loading, middle - begin)
        checking = min(checking, time.process_time() - middle)
    size = sum(map(len, pages)) / len(pages)
    print(f"{len(pages)} pages of {size:.0f} characters: {len(pages) / checking:.0f} per CPU-second   wanted 150")
    print(f"load {1000 * loading / len(pages):.2f} ms, all {1000 * checking / len(pages):.2f} ms")
    return 0 if len(pages) / checking >= 150 else 1


if __name__ == "__main__":
    sys.exit(main())
