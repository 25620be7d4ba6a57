"""Draw the pages of a scan as they are, for keeping, in a process that can be stopped."""

import json
from dataclasses import dataclass

from app.papers.reading.child import Child, ChildGoneError
from app.papers.reading.limits import (
    MEMORY_BYTES,
    MOST_HEAD_BYTES,
    MOST_PAGES,
    MOST_PICTURE_BYTES,
    OPEN_SECONDS,
    PAGE_SECONDS,
    STACK_TIME,
    WORKING_SIDE,
)
from app.papers.reading.types import CannotReadStack, StackRefusal


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """One page as a picture, not turned and not laid over anything."""

    jpeg: bytes
    width: int
    height: int
    """Dots."""
    is_grey: bool
    """One channel; otherwise red, green and blue."""


def draw_pages(content: bytes) -> list[DrawnPage]:
    """Return every page of a PDF, JPEG, PNG or TIFF.

    Raises:
        CannotReadStack: the file, or one of its pages, cannot be drawn.
    """
    child = Child("draw_worker", MEMORY_BYTES, int(STACK_TIME.total_seconds()))
    try:
        child.ask(content, OPEN_SECONDS, is_last=True)
        answer = json.loads(child.answer(OPEN_SECONDS, MOST_HEAD_BYTES))
        if answer["refusal"] is not None:
            raise CannotReadStack(StackRefusal(answer["refusal"]))
        if not 1 <= int(answer["pages"]) <= MOST_PAGES:
            raise CannotReadStack(StackRefusal.BROKE_DOWN)
        return [_next_page(child) for _ in range(int(answer["pages"]))]
    except (ChildGoneError, ValueError, LookupError, TypeError):
        raise CannotReadStack(StackRefusal.BROKE_DOWN) from None
    finally:
        child.kill()


def _next_page(child: Child) -> DrawnPage:
    head = json.loads(child.answer(PAGE_SECONDS, MOST_HEAD_BYTES))
    width, height = int(head["width"]), int(head["height"])
    if not (1 <= width <= WORKING_SIDE and 1 <= height <= WORKING_SIDE):
        raise ValueError("no page is as large as this")
    return DrawnPage(
        jpeg=child.answer(PAGE_SECONDS, MOST_PICTURE_BYTES),
        width=width,
        height=height,
        is_grey=bool(head["is_grey"]),
    )
