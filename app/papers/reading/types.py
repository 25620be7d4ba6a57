"""What the reading of scanned paper finds, and why it refuses a file."""

from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import Refusal
from app.papers.code import PageMark

DOTS_PER_INCH = 150
"""Of a picture that is laid over its page: a thin pen stroke is two dots wide."""
PAGE_WIDTH = round(210 / 25.4 * DOTS_PER_INCH)
PAGE_HEIGHT = round(297 / 25.4 * DOTS_PER_INCH)
"""Dots of an upright A4 page."""


class StackRefusal(StrEnum):
    """Why a file gives no pages at all."""

    EMPTY = "empty"
    UNKNOWN_KIND = "unknown_kind"
    """Neither PDF, JPEG, PNG nor TIFF, whatever its name says."""
    HEIC = "heic"
    """The picture format of some phones, which cannot be opened here: send it as JPEG."""
    MIXED_KINDS = "mixed_kinds"
    """Two kinds of file in one, such as a PDF that is an archive too."""
    ENCRYPTED = "encrypted"
    UNREADABLE = "unreadable"
    """Damaged, cut off, or not what it says."""
    TOO_LARGE_FILE = "too_large_file"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_LARGE_PICTURE = "too_large_picture"
    TIME_LIMIT = "time_limit"
    BROKE_DOWN = "broke_down"
    """Opening it needed too much memory, or ended the process that tried."""


class CannotReadStack(Refusal[StackRefusal]):
    """The file gives no pages."""

    code = "cannot_read_stack"


class PageFault(StrEnum):
    """What is wrong with one page, while the others of its file are not affected."""

    BROKEN = "broken"
    """It cannot be drawn, or not within the limits; there is no picture."""
    SEVERAL = "several"
    """Squares of several sheets, or pages of one, are on one picture: lay them apart."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page of a scanned stack."""

    number: int
    """In the file, from 1."""
    page_count: int
    """Of the file."""
    mark: PageMark | None
    """What the square says; None: there is none of ours, it cannot be read, or there are
    several."""
    picture: bytes | None
    """JPEG, at most A4 at `DOTS_PER_INCH`, upright if the square was read, without metadata; None
    for a broken page."""
    aligned: bool
    """The picture lies over the issued page (`PAGE_WIDTH` by `PAGE_HEIGHT`, within some
    millimetres), so `InkReader` can look into the boxes."""
    fingerprint: str
    """SHA-256 of the page as it was scanned: the same for the same page of the same file."""
    is_blank: bool
    """Nothing but paper."""
    fault: PageFault | None


class InkVerdict(StrEnum):
    """Whether somebody wrote in a box."""

    SIGNED = "signed"
    BLANK = "blank"
    UNSURE = "unsure"
    """A speck, a faint mark, or the page could not be laid over the issued one: let a person
    look."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What was found in a box."""

    verdict: InkVerdict
    share: float
    """Of the box that is covered by what the issued page does not have there, 0 to 1."""
