"""A process of this package, as its client sees it: it may hang, die or talk nonsense."""

import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from app.pdf.frames import read_frame

_APP = Path(__file__).resolve().parents[2]
_BOOTSTRAP = """
import sys, types
package = types.ModuleType("app")
package.__path__ = [sys.argv[1]]
sys.modules["app"] = package
from importlib import import_module
import_module("app.papers.reading." + sys.argv[2]).main(*map(int, sys.argv[3:]))
"""
"""Sets up the package without running `app/__init__.py`: the child needs no web framework."""


class ChildGoneError(Exception):
    """The process died, or sent what cannot be an answer."""


class ChildSlowError(ChildGoneError):
    """The process was killed because it took too long."""


class Child:
    """One process; kill it when done."""

    def __init__(self, worker: str, *numbers: int) -> None:
        """Start the worker of this name, giving it these numbers."""
        self._process = subprocess.Popen(  # noqa: S603 (our own code, no shell)
            [sys.executable, "-I", "-c", _BOOTSTRAP, str(_APP), worker, *map(str, numbers)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # libraries quote what they choke on, which is personal
            env={"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"},
        )

    def ask(self, question: bytes, seconds: float, *, is_last: bool = False) -> None:
        """Send bytes; `is_last` says that no more will come.

        Raises:
            ChildGoneError: it does not take them.
        """
        with _Watchdog(self._process, seconds) as watchdog:
            try:
                self._in.write(question)
                self._in.flush()
                if is_last:
                    self._in.close()
            except BrokenPipeError:
                # It may have said why before it stopped listening; the next answer shows.
                if watchdog.has_bitten:
                    raise ChildSlowError from None

    def answer(self, seconds: float, most_bytes: int) -> bytes:
        """Return its next message.

        Raises:
            ChildGoneError: none comes, or one that is too long.
            ChildSlowError: none comes in time.
        """
        with _Watchdog(self._process, seconds) as watchdog:
            message = read_frame(self._out, most_bytes)
        if message is None:
            raise ChildSlowError if watchdog.has_bitten else ChildGoneError
        return message

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._out.close()
        with suppress(BrokenPipeError):  # part of the question may still wait to be sent
            self._in.close()

    @property
    def _in(self) -> BinaryIO:
        return _pipe(self._process.stdin)

    @property
    def _out(self) -> BinaryIO:
        return _pipe(self._process.stdout)


class _Watchdog:
    """Kills the process if the block takes longer than the limit."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self._process = process
        self._timer = threading.Timer(max(0.0, seconds), self._bite)
        self._timer.daemon = True
        self.has_bitten = False

    def __enter__(self) -> "_Watchdog":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()

    def _bite(self) -> None:
        self.has_bitten = True
        self._process.kill()


def _pipe(stream: object) -> BinaryIO:
    """Return the pipe that `Popen` was asked for."""
    assert stream is not None
    return stream  # type: ignore[return-value]
