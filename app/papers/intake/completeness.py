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
    blank: tuple[str, ...]
    """Names of the boxes without a signature."""
    unsure: tuple[str, ...]
    """Names of those where only a person can tell."""


def judge_paper(
    page_count: int, pages: Mapping[int, PageInk], to_sign: Collection[str]
) -> PaperFinding:
    """Return what the pages that came back say of a document with so many pages."""
    missing = tuple(page for page in range(1, page_count + 1) if page not in pages)
    verdicts = {name: verdict for ink in pages.values() for name, verdict in ink.items()}
    found = {name: verdicts.get(name, InkVerdict.UNSURE) for name in to_sign}
    blank = tuple(name for name in found if found[name] is InkVerdict.BLANK)
    unsure = tuple(name for name in found if found[name] is InkVerdict.UNSURE)
    if missing:
        completeness = Completeness.PAGES_MISSING
    elif blank:
        completeness = Completeness.NOT_SIGNED
    elif unsure:
        completeness = Completeness.LOOK
    else:
        completeness = Completeness.COMPLETE
    return PaperFinding(completeness, missing, blank, unsure)
