"""Links followed side by side: 1,000 of them on 50 hosts of loopback, one of which is slow.

``python bench/online.py [--links N] [--hosts N] [--slow SECONDS]``. The servers are processes of their own. The run
may take at most 1.3 times what the slowest host takes alone, and no more memory for more links or for large pages.
"""

import argparse
import asyncio
import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, process_time

from presslint.model.outside import Online
from presslint.online.run import follow

LIMIT = 1.3
SETTINGS = Online(allow=("127.0.0.1",), budget=600.0, cache_age=0.0)
PAGE = b"<h1 id=a>Page</h1><p id=b>" + b"text " * 100_000 + b"<p id=c>"  # 500 kB


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, delay: float) -> None:
    """Answer the requests of one connection, each after ``delay`` seconds."""
    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            await asyncio.sleep(delay)
            body = PAGE if head.startswith(b"GET") else b""
            kind = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"
            writer.write(kind % len(body) + body)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def serve(delays: list[float]) -> None:
    """Open one host per delay, write their ports, and answer until the end of standard input."""
    servers = []
    for delay in delays:
        handler = lambda reader, writer, delay=delay: answer(reader, writer, delay)  # noqa: E731
        servers.append(await asyncio.start_server(handler, "127.0.0.1", 0))
    print(json.dumps([server.sockets[0].getsockname()[1] for server in servers]), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


@contextmanager
def hosts(delays: list[float]) -> Iterator[list[str]]:
    """Run the hosts and return their addresses."""
    command = [sys.executable, __file__, "--serve", json.dumps(delays)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        ports = process.stdout.readline() if process.stdout else "[]"
        yield [f"http://127.0.0.1:{port}" for port in json.loads(ports)]
        process.communicate("")


def measure(addresses: list[str], settings: Online) -> tuple[float, float, float]:
    """Follow addresses and return the seconds, the CPU seconds, and the peak memory of this process in MiB."""
    begin, cpu = monotonic(), process_time()
    web = follow(addresses, settings, now=0.0)
    seconds, cpu = monotonic() - begin, process_time() - cpu
    failed = [visit for visit in map(web, addresses) if visit is None or visit.status != 200]
    if failed:
        raise SystemExit(f"{len(failed)} links without an answer: {failed[0]}")
    return seconds, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Measure, print a table, and return 1 where a limit is broken."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--links", type=int, default=1000)
    options.add_argument("--hosts", type=int, default=50)
    options.add_argument("--slow", type=float, default=0.5)
    options.add_argument("--serve", type=json.loads)
    chosen = options.parse_args()
    if chosen.serve:
        asyncio.run(serve(chosen.serve))
        return 0
    each = chosen.links // chosen.hosts
    delays = [chosen.slow, *(0.02 + 0.002 * number for number in range(1, chosen.hosts))]
    with hosts(delays) as names:
        of_slow = [f"{names[0]}/{number}" for number in range(each)]
        everything = [f"{name}/{number}" for number in range(each) for name in names]
        alone, _, before = measure(of_slow, SETTINGS)
        seconds, cpu, after = measure(everything, SETTINGS)
        pace = SETTINGS.pace._replace(delay=0.0)
        many = [f"{name}/{number}" for number in range(10 * each) for name in names[1:]]
        _, _, ten_times = measure(many, SETTINGS._replace(pace=pace))
        places = [f"{name}/{number}#nowhere" for number in range(each) for name in names[1:]]
        _, _, pages = measure(places, SETTINGS._replace(pace=pace))
    print(f"{each} links of the slowest host alone, s       {alone:8.2f}")
    print(f"{len(everything)} links of {chosen.hosts} hosts, s               {seconds:8.2f}")
    print(f"  times the slowest host (at most {LIMIT})     {seconds / alone:8.2f}")
    print(f"  CPU, s                                   {cpu:8.2f}")
    print(f"  peak memory, MiB                         {before:8.1f} → {after:.1f}")
    print(f"{len(many)} links, peak memory, MiB            {ten_times:8.1f}")
    print(f"{len(places)} pages of 500 kB searched, peak, MiB  {pages:8.1f}")
    return 0 if seconds <= LIMIT * alone else 1


if __name__ == "__main__":
    sys.exit(main())
