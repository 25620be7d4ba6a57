"""Whether the scanned pages of a document are all there, and signed where they must be."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.papers.reading.types import InkVerdict

PageInk = Mapping[str, InkVerdict]
"""What was found in each box of a page; empty where nobody could look."""


class Completeness(StrEnum):
    """What the scan of a document still lacks."""

    COMPLETE = "complete"
    LOOK = "look"
    """Every page is there, but whether it is signed a person must see."""
    NOT_SIGNED = "not_signed"
    """A box that must have a signature is blank."""
    PAGES_MISSING = "pages_missing"


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """What was found about a document."""

    completeness: Completeness
    missing_pages: tuple[int, ...]


def judge_paper(
    page_count: int, pages: Mapping[int, PageInk], to_sign: Collection[str]
) -> PaperFinding:
    """Return what the pages that came back say of a document with so many pages."""
    missing = tuple(page for page in range(1, page_count + 1) if page not in pages)
    verdicts = {name: verdict for ink in pages.values() for name, verdict in ink.items()}
    found = {verdicts.get(name, InkVerdict.UNSURE) for name in to_sign}
    if missing:
        completeness = Completeness.PAGES_MISSING
    elif InkVerdict.BLANK in found:
        completeness = Completeness.NOT_SIGNED
    elif InkVerdict.UNSURE in found:
        completeness = Completeness.LOOK
    else:
        completeness = Completeness.COMPLETE
    return PaperFinding(completeness, missing)
