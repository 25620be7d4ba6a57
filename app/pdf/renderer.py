"""Render documents in a process of their own, which can be stopped without harm to the portal."""

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from app.pdf.errors import PdfRenderError, RenderFailure
from app.pdf.frames import read_frame, write_frame
from app.pdf.page_boxes import PageBox, Typeset

_ROOT = Path(__file__).resolve().parents[2]
_START_LIMIT = timedelta(seconds=60)
_BOOTSTRAP = """
import sys, types
package = types.ModuleType("app")
package.__path__ = [sys.argv[1]]
sys.modules["app"] = package
from app.pdf.worker import main
main(int(sys.argv[2]))
"""
"""Sets up the package without running `app/__init__.py`: the child needs no web framework."""


class PdfRenderer:
    """Keeps one rendering process, started by the first document.

    Safe to use from several threads: they wait for each other. Use one per portal process.
    """

    def __init__(
        self,
        *,
        time_limit: timedelta = timedelta(seconds=10),
        memory_limit_bytes: int = 768 * 1024 * 1024,
    ) -> None:
        """Set the limits for one document; the memory limit counts all address space."""
        self._time_limit = time_limit
        self._memory_limit_bytes = memory_limit_bytes
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def render(self, html: str) -> bytes:
        """Return the document as PDF/A-3a and PDF/UA-1; the same HTML gives the same bytes.

        Raises:
            PdfRenderError: no PDF was made; the next document is not affected.
        """
        return self.typeset(html).pdf

    def typeset(self, html: str) -> Typeset:
        """Return the document, how many pages it has, and where its marked elements stand.

        Raises:
            PdfRenderError: no PDF was made; the next document is not affected.
        """
        try:
            request = json.dumps({"html": html}, ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            raise PdfRenderError(RenderFailure.NOT_TEXT) from error
        with self._lock:
            child = self._running_child()
            with _Watchdog(child, self._time_limit) as watchdog:
                answer = _exchange(child, request)
            if answer is None:
                self._discard()
                raise PdfRenderError(watchdog.failure)
        return answer

    def close(self) -> None:
        """End the rendering process, if there is one."""
        with self._lock:
            self._discard()

    def _running_child(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self._discard()
        self._child = child = subprocess.Popen(  # noqa: S603 (our own code, no shell)
            [
                *(sys.executable, "-I", "-W", "ignore:No fonts configured in FontConfig"),
                *("-c", _BOOTSTRAP, str(_ROOT / "app"), str(self._memory_limit_bytes)),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=_environment(),
        )
        with _Watchdog(child, _START_LIMIT) as watchdog:
            ready = read_frame(_pipe(child.stdout))
        if ready is None:
            self._discard()
            raise PdfRenderError(watchdog.failure)
        return child

    def _discard(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        _pipe(child.stdout).close()
        with suppress(BrokenPipeError):  # part of the request may still wait to be sent
            _pipe(child.stdin).close()


class _Watchdog:
    """Kills the child if the block takes longer than the limit."""

    def __init__(self, child: subprocess.Popen[bytes], limit: timedelta) -> None:
        self._child = child
        self._timer = threading.Timer(limit.total_seconds(), self._bite)
        self._timer.daemon = True
        self.failure = RenderFailure.BROKE_DOWN

    def __enter__(self) -> "_Watchdog":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()

    def _bite(self) -> None:
        self.failure = RenderFailure.TIME_LIMIT
        self._child.kill()


def _exchange(child: subprocess.Popen[bytes], request: bytes) -> Typeset | None:
    """Return the document, or None if the child died over it."""
    try:
        write_frame(_pipe(child.stdin), request)
    except BrokenPipeError:
        return None
    head = read_frame(_pipe(child.stdout))
    if head is None:
        return None
    answer = json.loads(head)
    if answer["failure"]:
        raise PdfRenderError(RenderFailure(answer["failure"]), answer["detail"])
    pdf = read_frame(_pipe(child.stdout))
    if pdf is None:
        return None
    return Typeset(pdf, answer["pages"], tuple(PageBox(*box) for box in answer["boxes"]))


def _pipe(stream: object) -> BinaryIO:
    """Return the pipe that `Popen` was asked for."""
    assert stream is not None
    return stream  # type: ignore[return-value]


def _environment() -> dict[str, str]:
    """Return a small environment: no fonts of the host, so every host gives the same pages."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    fonts = _ROOT / "static" / "fonts" / "pdf" / "fontconfig.xml"
    return kept | {"LANG": "C.UTF-8", "FONTCONFIG_FILE": str(fonts)}
