"""Read stacks of scanned paper in processes that can be stopped without harm to the portal."""

import json
import time
from collections.abc import Generator
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from app.papers.code import read_qr
from app.papers.reading.child import Child, ChildGoneError, ChildSlowError
from app.papers.reading.limits import (
    MEMORY_BYTES,
    MOST_BYTES,
    MOST_DEATHS,
    MOST_HEAD_BYTES,
    MOST_PAGES,
    MOST_PICTURE_BYTES,
    OPEN_SECONDS,
    PAGE_SECONDS,
    STACK_TIME,
)
from app.papers.reading.types import CannotReadStack, PageFault, ReadPage, StackRefusal


@dataclass(frozen=True, slots=True)
class StackReader:
    """Reads files page by page, each file in a process of its own."""

    open_seconds: float = OPEN_SECONDS
    page_seconds: float = PAGE_SECONDS
    stack_time: timedelta = STACK_TIME
    memory_limit_bytes: int = MEMORY_BYTES

    def read(self, content: bytes, first: int = 1) -> Generator[ReadPage, None, None]:
        """Return the pages of a file from page `first`, each as soon as it is read.

        A page that is damaged, takes too long or ends the process is a broken one, and the next
        is tried in a new process.

        Raises:
            CannotReadStack: before the first page; after it, every page of the file comes.
        """
        if not content:
            raise CannotReadStack(StackRefusal.EMPTY)
        if len(content) > MOST_BYTES:
            raise CannotReadStack(StackRefusal.TOO_LARGE_FILE)
        give_up_at = time.monotonic() + self.stack_time.total_seconds()
        opened, page_count = self._opened(content, first - 1)
        child: Child | None = opened
        deaths = 0
        try:
            for index in range(first - 1, page_count):
                if child is None:
                    yield _broken(content, index, page_count)
                    continue
                left = min(self.page_seconds, give_up_at - time.monotonic())
                try:
                    page = _next_page(child, content, (index, page_count), left)
                except ChildGoneError:
                    page = _broken(content, index, page_count)
                    child.kill()
                    deaths += 1
                    goes_on = deaths < MOST_DEATHS and time.monotonic() < give_up_at
                    child = self._opened_again(content, index + 1) if goes_on else None
                yield page
        finally:
            if child is not None:
                child.kill()

    def _opened(self, content: bytes, first: int) -> tuple[Child, int]:
        """Return a process that has opened the file, and how many pages that has."""
        cpu_seconds = int(self.stack_time.total_seconds()) + 1
        child = Child("stack_worker", self.memory_limit_bytes, cpu_seconds, first)
        try:
            child.ask(content, self.open_seconds, is_last=True)
            answer = json.loads(child.answer(self.open_seconds, MOST_HEAD_BYTES))
            if answer["refusal"] is not None:
                raise CannotReadStack(StackRefusal(answer["refusal"]))
            page_count = int(answer["pages"])
            if not 1 <= page_count <= MOST_PAGES:
                raise ChildGoneError
        except BaseException as error:
            child.kill()
            if isinstance(error, ChildSlowError):
                raise CannotReadStack(StackRefusal.TIME_LIMIT) from None
            if isinstance(error, ChildGoneError | ValueError | LookupError | TypeError):
                raise CannotReadStack(StackRefusal.BROKE_DOWN) from None
            raise
        return child, page_count

    def _opened_again(self, content: bytes, first: int) -> Child | None:
        """Return a process that goes on after a page, or None if the file opens no more."""
        try:
            return self._opened(content, first)[0]
        except CannotReadStack:
            return None


def _next_page(child: Child, content: bytes, place: tuple[int, int], seconds: float) -> ReadPage:
    """Return what the process says about its next page, believing nothing that it could make up.

    `place` is the index of the page and how many the file has.

    Raises:
        ChildGoneError: it says nothing, or nonsense.
    """
    index, page_count = place
    head_bytes = child.answer(seconds, MOST_HEAD_BYTES)
    try:
        head = json.loads(head_bytes)
        if head["broken"]:
            return _broken(content, index, page_count)
        text = head["text"]
        page = ReadPage(
            number=index + 1,
            page_count=page_count,
            mark=None if text is None else read_qr(str(text)),
            picture=child.answer(seconds, MOST_PICTURE_BYTES),
            aligned=bool(head["aligned"]),
            fingerprint=bytes.fromhex(head["fingerprint"]).hex(),
            is_blank=bool(head["is_blank"]),
            fault=None if head["fault"] is None else PageFault(head["fault"]),
        )
    except (ValueError, LookupError, TypeError):
        raise ChildGoneError from None
    return page


def _broken(content: bytes, index: int, page_count: int) -> ReadPage:
    """Return a page that cannot be drawn; its fingerprint is of the file and its place in it."""
    digest = sha256(sha256(content).digest() + index.to_bytes(4, "big"))
    return ReadPage(
        number=index + 1,
        page_count=page_count,
        mark=None,
        picture=None,
        aligned=False,
        fingerprint=digest.hexdigest(),
        is_blank=False,
        fault=PageFault.BROKEN,
    )
