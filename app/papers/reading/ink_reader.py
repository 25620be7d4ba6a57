"""Ask a shut-in process which boxes of a scanned page are signed."""

import io
import json
import threading
from collections.abc import Mapping, Sequence
from typing import Any

from app.papers.reading.child import Child, ChildGoneError
from app.papers.reading.limits import (
    INK_CPU_SECONDS,
    MEMORY_BYTES,
    MOST_HEAD_BYTES,
    OPEN_SECONDS,
    PAGE_SECONDS,
)
from app.papers.reading.types import Ink, InkVerdict
from app.pdf.frames import write_frame

_UNKNOWN = Ink(InkVerdict.UNSURE, 0.0)


class InkReader:
    """Keeps one process, started by the first question and ended by `close`.

    Safe to use from several threads: they wait for each other.
    """

    def __init__(
        self, *, page_seconds: float = PAGE_SECONDS, memory_limit_bytes: int = MEMORY_BYTES
    ) -> None:
        """Set the limits for one page."""
        self._page_seconds = page_seconds
        self._memory_limit_bytes = memory_limit_bytes
        self._lock = threading.Lock()
        self._child: Child | None = None

    def read(
        self, picture: bytes, issued_pdf: bytes, page: int, boxes: Sequence[Mapping[str, Any]]
    ) -> dict[str, Ink]:
        """Return what stands in each box of a page, by the name of the box.

        `picture` is that of a `ReadPage` that is aligned; `issued_pdf` the bytes of the document
        as it was issued, `page` the number of the page in it, from 1, and `boxes` those of
        `IssuedDocument.boxes` to look into; those of other pages are left out. What cannot be
        told, for whatever reason, is unsure.
        """
        wanted = [dict(box) for box in boxes if box["page"] == page]
        if not wanted:
            return {}
        question = json.dumps({"page": page, "boxes": wanted}).encode()
        with self._lock:
            try:
                child = self._running_child()
                child.ask(_frames(question, picture, issued_pdf), self._page_seconds)
                answer = json.loads(child.answer(self._page_seconds, MOST_HEAD_BYTES))
                return {box["name"]: _ink(answer[box["name"]]) for box in wanted}
            except (ChildGoneError, ValueError, LookupError, TypeError):
                self._discard()
        return {box["name"]: _UNKNOWN for box in wanted}

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._discard()

    def _running_child(self) -> Child:
        if self._child is None:
            self._child = Child("ink_worker", self._memory_limit_bytes, INK_CPU_SECONDS)
            self._child.answer(OPEN_SECONDS, MOST_HEAD_BYTES)
        return self._child

    def _discard(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()


def _frames(*messages: bytes) -> bytes:
    together = io.BytesIO()
    for message in messages:
        write_frame(together, message)
    return together.getvalue()


def _ink(answer: Mapping[str, Any]) -> Ink:
    share = float(answer["share"])
    return Ink(InkVerdict(answer["verdict"]), min(1.0, max(0.0, share)))
