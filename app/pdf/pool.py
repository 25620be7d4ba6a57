"""Several rendering processes, so that a batch uses every core of the machine."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import LifoQueue

from app.pdf.page_boxes import Typeset
from app.pdf.renderer import PdfRenderer


class PdfRendererPool:
    """Renders as many documents at once as it has processes; further ones wait for their turn.

    Safe to use from several threads. The process that was used last is taken first, and a process
    starts when it is needed: who renders one document at a time uses one.
    """

    def __init__(
        self, size: int | None = None, *, renderer: Callable[[], PdfRenderer] = PdfRenderer
    ) -> None:
        """Set how many processes there may be (one per core) and how each is made."""
        self.size = available_cores() if size is None else size
        self._renderers = [renderer() for _ in range(self.size)]
        self._idle: LifoQueue[PdfRenderer] = LifoQueue()
        for each in reversed(self._renderers):
            self._idle.put(each)

    def render(self, html: str) -> bytes:
        """Return the document, as `PdfRenderer.render` does."""
        return self.typeset(html).pdf

    def typeset(self, html: str) -> Typeset:
        """Return the document and where its parts stand, as `PdfRenderer.typeset` does.

        Raises:
            PdfRenderError: no PDF was made; other documents are not affected.
        """
        with self._turn() as renderer:
            return renderer.typeset(html)

    def close(self) -> None:
        """End the processes, each after the document that it is at."""
        for renderer in self._renderers:
            renderer.close()

    @contextmanager
    def _turn(self) -> Iterator[PdfRenderer]:
        renderer = self._idle.get()
        try:
            yield renderer
        finally:
            self._idle.put(renderer)


def available_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0))
