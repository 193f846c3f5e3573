"""Throw damaged PDFs at their loader: a release or a LoadError, nothing else, in bounded time and memory.

    python bench/fuzz_pdf.py --count 2000 --seed 1 [--corpus FOLDER] [--batch 200]

PDFium is written in C++: a crash of it ends its process. So each batch of trials runs in a process of its own, which
says the seed before each trial; one that dies, hangs or grows is reported with its seed, and the next batch goes on
behind it. Exit code 1 where anything failed.
"""

import argparse
import random
import resource
import subprocess
import sys
import time
import traceback
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import pdf_files
from damage import ROOT, damage

SECONDS = 3.0  # of one trial, on a machine that does other things too
MEGABYTES = 300
TOKENS = (
    *(b"endobj", b"stream\n", b"endstream", b"<<", b">>", b"[", b"]", b"0 R", b"1 0 R", b"/Kids", b"/Count 99999999"),
    *(b"/Type/Page", b"/Length -1", b"/Filter/FlateDecode", b"/Subtype/Link", b"/Annots[1 0 R]", b"(", b")", b"\\"),
    *(
        b"BT",
        b"ET",
        b"Tj",
        b"Do",
        b"q ",
        b"Q ",
        b"1e99 ",
        b"-1 ",
        b"nan",
        b"/MediaBox[0 0 0 0]",
        b"/Rotate 91",
        b"\x00",
    ),
    *(
        b"/Encrypt 1 0 R",
        b"%%EOF",
        b"startxref\n0\n",
        b"/Prev 0",
        b"xref",
        b"trailer",
        b"/OCProperties<</D<</OFF[1 0 R]>>>>",
    ),
)


def seeds(folder: Path | None) -> list[bytes]:
    """Return the files to damage: those of a folder or of the tests, and some made by hand."""
    place = folder or ROOT / "tests" / "load" / "data"
    files = [path.read_bytes() for path in sorted(place.rglob("*.pdf"))[:60]]
    lines = pdf_files.paragraph("Die Stadt Ahrenfeld eröffnet am Freitag ihre neue Bibliothek. " * 6, 700)
    note = "/Annots[<</Type/Annot/Subtype/Text/Rect[50 690 400 720]/Contents(x)>>]"
    return [*files, pdf_files.document([lines, lines]), pdf_files.document([lines], page=note)]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return a file with some of it lost, doubled or changed; or the same done within one of its packed streams."""
    if chance.random() < 0.4:
        data = _within_stream(data, chance)
    text = bytearray(data)
    damage(text, chance, TOKENS, chance.choice((0, 1, 2, 5, 20)), (200, 2000))
    return bytes(text[: chance.randrange(len(text) + 1)]) if chance.random() < 0.05 else bytes(text)


def _within_stream(data: bytes, chance: random.Random) -> bytes:
    """Change the operators of a stream, which damage to packed bytes would only make unreadable."""
    starts = [
        place for place in range(len(data)) if data.startswith(b"stream\n", place) and data[place - 3 : place] != b"end"
    ]
    if not starts:
        return data
    start = chance.choice(starts) + 7
    end = data.find(b"endstream", start)
    try:
        content = bytearray(zlib.decompress(data[start:end].rstrip(b"\r\n")))
    except zlib.error:
        return data
    for _ in range(chance.randrange(1, 10)):
        place = chance.randrange(len(content) + 1)
        content[place : place + chance.choice((0, 0, 1, 5))] = chance.choice(TOKENS)
    return data[:start] + zlib.compress(bytes(content)) + b"\n" + data[end:]


def trial(seed: int, files: list[bytes]) -> str:
    """Load one damaged file; return what is wrong, or nothing."""
    from presslint.errors import LoadError  # noqa: PLC0415 - only the process that tries needs it
    from presslint.load import load, source_from_bytes  # noqa: PLC0415 - as above

    chance = random.Random(seed)
    data = damaged(chance.choice(files), chance)
    begin = time.process_time()
    try:
        release = load(source_from_bytes(data, "release.pdf"))
        if release.format == "pdf" and not all(
            page.at.end <= len(release.source.text) for page in release.paging.pages
        ):
            return "a page ends behind the text"
        release.source.text.encode()
    except LoadError:
        pass
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return traceback.format_exc(limit=-3)
    taken = time.process_time() - begin
    return f"took {taken:.1f} s" if taken > SECONDS else ""


def batch(first: int, last: int, corpus: Path | None) -> None:
    """Try the seeds one by one, saying each before."""
    files = seeds(corpus)
    resource.setrlimit(resource.RLIMIT_CPU, (600, 600))
    for seed in range(first, last):
        print(f"try {seed}", flush=True)
        problem = trial(seed, files)
        if problem:
            print(f"seed {seed}: {problem}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if peak > MEGABYTES:
        print(f"seed {first}: a batch grew to {peak} MB", flush=True)


def supervised(first: int, last: int, corpus: list[str]) -> list[str]:
    """Run a batch in a process; return its failures, with what it died of."""
    failures: list[str] = []
    while first < last:
        command = [sys.executable, __file__, "--run", str(first), str(last), *corpus]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
            output, code = done.stdout, done.returncode
        except subprocess.TimeoutExpired as error:
            output, code = (error.stdout or b"").decode() if isinstance(error.stdout, bytes) else "", 1
        lines = output.splitlines()
        failures += [line for line in lines if not line.startswith("try ") and line.strip()]
        tried = [int(line[4:]) for line in lines if line.startswith("try ")]
        if code == 0 or not tried:
            return failures if code == 0 else [*failures, f"seed {first}: exit code {code}: {done.stderr[-300:]}"]
        failures.append(f"seed {tried[-1]}: the process died with code {code}")
        first = tried[-1] + 1
    return failures


def main() -> int:
    """Run the trials."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=200)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--run", nargs=2, type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.run:
        first, last = chosen.run
        batch(first, last, chosen.corpus)
        return 0
    corpus = ["--corpus", str(chosen.corpus)] if chosen.corpus else []
    begin = time.perf_counter()
    failures: list[str] = []
    end = chosen.seed + chosen.count
    for first in range(chosen.seed, end, chosen.batch):
        found = supervised(first, min(first + chosen.batch, end), corpus)
        failures += found
        print("\n".join(found), end="\n" if found else "", flush=True)
    print(f"{chosen.count} files, {len(failures)} failures, {time.perf_counter() - begin:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
