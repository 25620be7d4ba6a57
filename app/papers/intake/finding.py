"""Deciding where a scanned page belongs, from what was read on it and what we have issued."""

from dataclasses import dataclass
from uuid import UUID

from app.papers.code import PageMark
from app.papers.intake.kinds import PageOutcome, Standing
from app.papers.reading.types import PageFault


@dataclass(frozen=True, slots=True)
class SeenPage:
    """What was read on a page."""

    mark: PageMark | None
    is_blank: bool
    fault: PageFault | None


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of the municipality that has the page's code."""

    document_id: UUID
    page_count: int
    standing: Standing
    filed_pages: dict[int, UUID]
    """The scanned page that stands for each page of the document already."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a page belongs."""

    outcome: PageOutcome
    document_id: UUID | None = None
    page: int | None = None
    duplicate_of: UUID | None = None


def find_place(seen: SeenPage, same_scan: UUID | None, document: KnownDocument | None) -> Finding:
    """Return where a page belongs.

    `same_scan` is an earlier page with the same fingerprint; `document` the one whose code the page
    carries, None if the municipality has none such.
    """
    if seen.is_blank and seen.mark is None:
        return Finding(PageOutcome.BLANK)
    page = None if seen.mark is None else seen.mark.page
    if same_scan is not None:
        known = None if document is None else document.document_id
        return Finding(PageOutcome.DUPLICATE, known, page, same_scan)
    if seen.fault is PageFault.SEVERAL:
        return Finding(PageOutcome.SEVERAL)
    if seen.mark is None:
        return Finding(PageOutcome.UNREADABLE)
    if document is None:
        return Finding(PageOutcome.UNKNOWN_CODE)
    return _place_in(document, page)


def _place_in(document: KnownDocument, page: int | None) -> Finding:
    outcome = refusal_of(document, page)
    if outcome is None:
        return Finding(PageOutcome.FILED, document.document_id, page)
    taken_by = None if page is None else document.filed_pages.get(page)
    duplicate_of = taken_by if outcome is PageOutcome.DUPLICATE else None
    return Finding(outcome, document.document_id, page, duplicate_of)


def refusal_of(document: KnownDocument, page: int | None) -> PageOutcome | None:
    """Return why a page of this number cannot be filed under the document, or None if it can."""
    if document.standing is Standing.REPLACED:
        return PageOutcome.REPLACED_VERSION
    if document.standing is Standing.WITHDRAWN:
        return PageOutcome.WITHDRAWN
    if page is None:
        return PageOutcome.PAGE_NOT_SAID
    if not 1 <= page <= document.page_count:
        return PageOutcome.NOT_A_PAGE_OF_IT
    if page in document.filed_pages:
        return PageOutcome.DUPLICATE
    if document.standing is Standing.REGISTERED:
        return PageOutcome.ALREADY_REGISTERED
    return None
