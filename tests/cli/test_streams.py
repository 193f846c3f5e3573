import errno
import io
import os
import sys
from typing import Any

import pytest

from presslint.cli.streams import Standard, say, show
from presslint.errors import PresslintError


class Buffer(io.BytesIO):
    """A stream that fails from the first write on, or at the first flush."""

    def __init__(self, error: OSError, *, at_flush: bool = False) -> None:
        super().__init__()
        self.error = error
        self.at_flush = at_flush

    def write(self, data: Any) -> int:
        if not self.at_flush:
            raise self.error
        return super().write(data)

    def flush(self) -> None:
        raise self.error


def stream(buffer: io.BytesIO, encoding: str = "utf-8") -> io.TextIOWrapper:
    wrapper = io.TextIOWrapper(io.BytesIO(), encoding)
    wrapper_type = type("Wrapper", (), {"buffer": buffer, "encoding": encoding, "fileno": wrapper.fileno})
    return wrapper_type()  # type: ignore[no-any-return]


@pytest.mark.parametrize("at_flush", [False, True])
def test_a_reader_that_has_gone_ends_nothing(at_flush: bool) -> None:  # noqa: FBT001
    standard = Standard(stream(Buffer(BrokenPipeError(), at_flush=at_flush)))
    assert standard.write(b"abc") == 3
    standard.flush()
    assert standard.write(b"abc") == 3
    standard.flush()


@pytest.mark.parametrize("at_flush", [False, True])
def test_a_full_disk_is_told(at_flush: bool) -> None:  # noqa: FBT001
    standard = Standard(stream(Buffer(OSError(errno.ENOSPC, "No space left on device"), at_flush=at_flush)))

    def fill() -> None:
        standard.write(b"abc")
        standard.flush()

    with pytest.raises(PresslintError, match="standard output cannot be written: No space left"):
        fill()
    fill()


def test_without_standard_output_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    show("text")
    assert not Standard().isatty()
    with pytest.raises(io.UnsupportedOperation):
        Standard().fileno()


def test_a_pipe_is_made_blocking() -> None:
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    with open(writer, "w", encoding="utf-8") as pipe:  # noqa: PTH123 - a descriptor
        standard = Standard(pipe)
        assert os.get_blocking(writer)
        assert standard.fileno() == writer
        standard.write(b"x")
        standard.flush()
    assert os.read(reader, 9) == b"x"
    os.close(reader)


def test_the_descriptor_leads_nowhere_when_the_reader_has_gone() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "w", encoding="utf-8") as pipe:  # noqa: PTH123 - a descriptor
        standard = Standard(pipe)
        standard.write(b"x" * 100_000)
        standard.flush()
        pipe.write("what the interpreter still holds at its end")


@pytest.mark.parametrize(
    ("encoding", "written"),
    [("utf-8", "Größe – 😀"), ("cp1252", "Größe – \\U0001f600"), ("ascii", "Gr\\xf6\\xdfe \\u2013 \\U0001f600")],
)
def test_what_the_terminal_lacks_is_escaped(monkeypatch: pytest.MonkeyPatch, encoding: str, written: str) -> None:
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", stream(buffer, encoding))
    show("Größe – 😀")
    assert buffer.getvalue() == written.encode(encoding)


def test_each_line_said_is_one_of_presslints(capsys: pytest.CaptureFixture[str]) -> None:
    say("a.toml:1: wrong\na.toml:2: also \x1b[31mwrong")
    assert capsys.readouterr().err == "presslint: a.toml:1: wrong\npresslint: a.toml:2: also \\x1b[31mwrong\n"


def test_nobody_may_be_listening(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stderr", Gone())
    say("a")
    say("b")
    assert sys.stderr is None
