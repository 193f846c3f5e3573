"""Checking with several processes, of which any may die without a file getting lost.

The processes are fresh interpreters, on every system alike. Each is told a few files at a time and answers for all of
them at once. When one dies, its files are given to others one by one; a file whose process dies again is answered as
lost, and its caller has to say so.
"""

import marshal
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, BinaryIO, NamedTuple, cast

from presslint.engine.worker import read_frame, write_frame

_CHUNK = 8  # files per frame
_AHEAD = 2  # frames that a process has at once, so that it never waits
_NEW_GROUP = 0x200  # subprocess.CREATE_NEW_PROCESS_GROUP, which only Windows has
_START = "import sys; sys.path[:] = sys.argv[1:]; from presslint.engine.worker import serve; serve()"


class Setup(NamedTuple):
    """What every process has to know: the arguments of a Linter, and whether it gathers what files are compared by."""

    overrides: Mapping[str, Any]
    today: date
    config_file: str | None
    language: str
    gathers: bool = False


class Task(NamedTuple):
    """A file to check; ``ticket`` is how the caller tells it from others."""

    ticket: int
    path: str
    shown: str


class Answer(NamedTuple):
    """What came of a task: what the worker said, or how its process ended where it ended for the second time."""

    ticket: int
    value: tuple[Any, ...]
    lost: int | None = None


class Pool:
    """So many processes. Raises OSError where none can be started, here or later."""

    def __init__(self, setup: Setup, size: int) -> None:
        self._setup = pickle.dumps(tuple(setup))
        self._said: SimpleQueue[tuple[_Process, bytes | None]] = SimpleQueue()
        self._waiting: deque[list[Task]] = deque()
        self._chunk: list[Task] = []
        self._alone: set[int] = set()
        self._processes: list[_Process] = []
        self._size = size
        self._answered = False

    def put(self, task: Task) -> None:
        """Have a file checked as soon as there is somebody for it."""
        self._chunk.append(task)
        if len(self._chunk) == _CHUNK:
            self.push()

    def push(self) -> None:
        """Hand out what has been put."""
        if self._chunk:
            self._waiting.append(self._chunk)
            self._chunk = []
        self._hand_out()

    def take(self, *, wait: bool) -> list[Answer]:
        """Return answers that have come; with ``wait`` at least one, unless nothing was put."""
        answers: list[Answer] = []
        while True:
            try:
                process, frame = self._said.get(block=wait and not answers and self._busy)
            except Empty:
                return answers
            answers += self._ended(process) if frame is None else self._answers(process, frame)
            self._hand_out()

    def close(self) -> None:
        """End all processes."""
        for process in self._processes:
            process.end()
        self._processes = []

    @property
    def processes(self) -> tuple[int, ...]:
        """The numbers of the processes that are there now."""
        return tuple(process.pid for process in self._processes)

    @property
    def _busy(self) -> bool:
        return any(process.tasks for process in self._processes)

    def _hand_out(self) -> None:
        while self._waiting:
            idle = min(self._processes, key=lambda process: len(process.tasks), default=None)
            if (idle is None or idle.tasks) and len(self._processes) < self._size:
                idle = self._another() or idle
            if idle is None or len(idle.tasks) >= _AHEAD:
                return
            idle.give(self._waiting.popleft())

    def _another(self) -> "_Process | None":
        try:
            process = _Process(self._setup, self._said)
        except OSError:
            if not self._processes:
                raise
            self._size = len(self._processes)
            return None
        self._processes.append(process)
        return process

    def _answers(self, process: "_Process", frame: bytes) -> list[Answer]:
        tasks = process.tasks.popleft()
        self._answered = True
        values = marshal.loads(frame)  # noqa: S302 - from a process of our own
        return [Answer(task.ticket, value) for task, value in zip(tasks, values, strict=True)]

    def _ended(self, process: "_Process") -> list[Answer]:
        """Give the files of a process that has died to others, each alone; one that was alone already is lost.

        Raises OSError where no process has ever answered: then it is not the files.
        """
        if process not in self._processes:
            return []
        self._processes.remove(process)
        code = process.end()
        if not self._answered:
            raise OSError(f"the processes end with {code} before they have done anything")
        lost: list[Answer] = []
        first = True
        for chunk in process.tasks:
            for task in chunk:
                if first and task.ticket in self._alone:  # only the first can have been the reason
                    lost.append(Answer(task.ticket, (), code))
                else:
                    self._alone.add(task.ticket)
                    self._waiting.appendleft([task])
            first = False
        return lost


class _Process:
    """One worker, and the thread that waits for what it says."""

    def __init__(self, setup: bytes, said: "SimpleQueue[tuple[_Process, bytes | None]]") -> None:
        self.tasks: deque[list[Task]] = deque()
        utf8 = ["-X", "utf8"] if sys.flags.utf8_mode else []
        command = [sys.executable, *utf8, "-c", _START, *sys.path]
        # apart from the terminal: an interrupt is for the parent, which ends them
        apart: dict[str, Any] = {"creationflags": _NEW_GROUP} if sys.platform == "win32" else {"process_group": 0}
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **apart)  # noqa: S603 - ourselves
        self._thread = Thread(target=self._listen, args=(said,), daemon=True)
        self._thread.start()
        self._write(setup)

    @property
    def pid(self) -> int:
        return self._process.pid

    def give(self, tasks: list[Task]) -> None:
        self.tasks.append(tasks)
        self._write(marshal.dumps([(task.path, task.shown) for task in tasks]))

    def end(self) -> int:
        """End the process; return how it ended: a negative number is a signal."""
        with suppress(OSError):
            cast("BinaryIO", self._process.stdin).close()
        if self._thread.is_alive():
            self._process.kill()
        code = self._process.wait()
        self._thread.join()
        cast("BinaryIO", self._process.stdout).close()
        return code

    def _write(self, data: bytes) -> None:
        with suppress(OSError):  # it has died: the thread will say so
            write_frame(cast("BinaryIO", self._process.stdin), data)

    def _listen(self, said: "SimpleQueue[tuple[_Process, bytes | None]]") -> None:
        stream = cast("BinaryIO", self._process.stdout)
        while True:
            frame = read_frame(stream)
            said.put((self, frame))
            if frame is None:
                return
