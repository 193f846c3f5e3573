"""``presslint check --online`` as its users run it."""

import io
import json
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

import pytest

from presslint import config
from presslint.cli.main import run

CONFIGURATION = """
[online]
allow = ["127.0.0.1", "localhost"]
delay = 0
timeout = "1s"
cache_age = "1d"
"""


class Run(NamedTuple):
    """What a run came to."""

    code: int
    out: str
    err: str

    @property
    def found(self) -> list[tuple[str, str]]:
        """The messages of LNK016, by severity."""
        files = json.loads(self.out)["files"]
        return [
            (one["severity"], one["message"]) for file in files for one in file["findings"] if one["rule"] == "LNK016"
        ]

    @property
    def unseen(self) -> list[str]:
        """What LNK016 did not see."""
        files = json.loads(self.out)["files"]
        return [one["reason"] for file in files for one in file["not_checked"] if one["rule"] == "LNK016"]


@pytest.fixture
def check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., Run]]:
    """Return a function that checks in a folder of its own, with JSON as the output."""
    folder = tmp_path / "releases"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "presslint.toml").write_text(CONFIGURATION)
    for name in ("PRESSLINT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str, text: str | None = None, stdin: bytes = b"") -> Run:
        config.forget()
        if text is not None:
            Path("a.md").write_text(text, encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        code = run(["check", "--format", "json", "--today", "2026-03-02", "--select", "LNK016", *arguments])
        return Run(code, *capfd.readouterr())

    yield call
    config.forget()


def test_what_servers_answer_is_reported_at_its_place(check: Any, web: Any) -> None:
    server = web.serve({"/there": web.status(200), "/wall": web.status(403)})
    text = f"[a]({server.at('/there')}) [b]({server.at('/gone')}) [c]({server.at('/wall')})\n"
    result = check("a.md", "--online", text=text)
    assert result.code == 1
    assert [severity for severity, _ in result.found] == ["error"]
    assert "answers 404" in result.found[0][1]
    assert result.unseen == ["127.0.0.1 could not be verified (answers 403)"]
    finding = json.loads(result.out)["files"][0]["findings"][0]
    assert text[finding["column"] - 1 :].startswith(server.at("/gone"))


def test_without_online_no_server_is_asked_and_it_is_listed_once(check: Any, web: Any) -> None:
    server = web.serve()
    result = check("a.md", text=f"{server.at('/a')} {server.at('/b')} {server.at('/c')}")
    assert (result.code, result.found, result.unseen) == (0, [], ["needs --online (SYS004)"])
    assert server.asked == []


def test_a_release_without_links_has_nothing_unseen(check: Any) -> None:
    assert check("a.md", text="Nothing to follow here.").unseen == []


def test_links_of_all_files_are_asked_for_once_and_remembered(check: Any, web: Any) -> None:
    server = web.serve({"/there": web.status(200)})
    for number in range(5):
        Path(f"{number}.md").write_text(f"{server.at('/there')} {server.at('/gone')}\n" * 4, encoding="utf-8")
    assert len(check(".", "--online").found) == 20
    assert sorted(server.asked) == ["GET /gone", "HEAD /gone", "HEAD /there"]
    server.asked.clear()
    assert len(check(".", "--online").found) == 20
    assert sorted(server.asked) == ["GET /gone", "HEAD /gone"]


def test_a_rule_that_does_not_run_asks_for_nothing(check: Any, web: Any) -> None:
    server = web.serve()
    check("a.md", "--online", "--select", "LNK001", "--ignore", "LNK016", text=server.at("/gone"))
    assert server.asked == []


def test_standard_input_is_read_once(check: Any, web: Any) -> None:
    server = web.serve()
    result = check("-", "--online", stdin=server.at("/gone").encode())
    assert "answers 404" in result.found[0][1]
    broken = check("-", "--online", stdin=b"\x00\x01\x02\xff")
    assert broken.code == 2


def test_only_the_configuration_of_the_current_folder_opens_the_network(check: Any, web: Any) -> None:
    server = web.serve()
    Path("presslint.toml").write_text("")
    Path("strange").mkdir()
    Path("strange/presslint.toml").write_text(CONFIGURATION)
    Path("strange/a.md").write_text(server.at("/gone"))
    result = check("strange", "--online")
    assert result.unseen == ["127.0.0.1 could not be verified (its address is not public)"]
    assert server.asked == []


def test_denied_hosts_are_not_asked_unless_allowed_by_name(check: Any, web: Any) -> None:
    server = web.serve()
    Path("presslint.toml").write_text(CONFIGURATION.replace("[online]", '[online]\ndeny = ["localhost"]'))
    assert len(check("a.md", "--online", text=server.at("/gone", "localhost")).found) == 1
    Path("presslint.toml").write_text('[online]\ndeny = ["localhost"]')
    result = check("a.md", "--online", text=server.at("/gone", "localhost"))
    assert (result.found, result.unseen) == ([], [])


def test_the_time_for_links_is_kept(check: Any, web: Any) -> None:
    server = web.serve()
    server.routes["/slow"] = server.hang
    begin = monotonic()
    result = check("a.md", "--online", "--online-budget", "0.5s", text=server.at("/slow"))
    assert monotonic() - begin < 3
    assert result.unseen == ["the time for links was up (--online-budget)"]
    assert result.code == 0


def test_links_that_a_fix_writes_are_followed_too(check: Any, web: Any) -> None:
    server = web.serve({"/x": web.status(200)})
    text = f"[a]({server.at('/x')}?utm_source=mail)"
    result = check("a.md", "--online", "--diff", "--select", "LNK007", text=text)
    assert sorted(server.asked) == ["HEAD /x", "HEAD /x?utm_source=mail"]
    assert "utm_source" in result.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--online-budget", "60s"], "--online-budget is the time for --online: add it"),
        (["--online", "--online-budget", "soon"], '"soon" is not a length of time such as 60s, 2m or 1d'),
        (["--online", "--online-budget", "0"], "--online-budget 0: this leaves no time at all"),
    ],
)
def test_what_the_command_line_cannot_mean(check: Any, arguments: list[str], message: str) -> None:
    result = check("a.md", *arguments, text="text")
    assert (result.code, result.err) == (2, f"presslint: {message}\n")


def test_without_the_extra_it_says_how_to_install_it(check: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(sys.modules):
        if name.startswith("presslint.online"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    result = check("a.md", "--online", text="text")
    assert result.code == 2
    assert result.err == (
        "presslint: --online needs aiohttp, which is not installed: pip install 'presslint[online]'\n"
    )


def test_a_bar_shows_how_far_it_is(check: Any, web: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    server = web.serve({"/quick": web.status(200)})
    server.routes["/slow"] = server.hang
    monkeypatch.setattr("presslint.cli.progress._PATIENCE", 0)
    monkeypatch.setattr("presslint.cli.progress._STEP", 0)
    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    monkeypatch.setenv("TERM", "xterm")
    check("a.md", "--online", "--online-budget", "1", text=f"{server.at('/quick')} {server.at('/slow')}")
    assert "] 0/2" in shown.getvalue()
    assert "] 1/2" in shown.getvalue()
    assert shown.getvalue().endswith("\r\x1b[K")


HOSTILE = [
    "http://www.stadt-ahrenfeld.de/" + "a" * 100_000,
    "http://xn--\u00fc.de/ http://xn--99999999999.de/",
    "http://www.stadt\x07ahrenfeld.de/ http://www.stadt\u202eahrenfeld.de/",
    "[x](http://127.0.0.1:1\\@evil.de/) [y](http://127.0.0.1:99999/) [z](http://[::1/)",
    "[x](mailto:a@b.de%0aBcc:c@d.de) [y](http://user:secret@127.0.0.1/) [z](http:///x)",
    "[x](http://169.254.169.254/) [y](http://2130706433/) [z](http://[::ffff:10.0.0.1]/)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_links_break_nothing(check: Any, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    result = check("a.md", "--online", "--online-budget", "2", text=text)
    assert result.code in {0, 1}
    assert not json.loads(result.out)["files"][0].get("error")
