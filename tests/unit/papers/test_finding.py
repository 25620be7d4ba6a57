"""Where a page belongs: each outcome, and which goes before which."""

from uuid import UUID

import pytest

from app.papers.code import PageMark
from app.papers.intake.finding import Finding, KnownDocument, SeenPage, find_place
from app.papers.intake.kinds import PageOutcome, Standing
from app.papers.reading.types import PageFault

DOCUMENT, EARLIER, TAKEN = UUID(int=1), UUID(int=2), UUID(int=3)
MARK = PageMark("CJC4YQDVEKAB", 2)


def seen(
    mark: PageMark | None = MARK, *, is_blank: bool = False, fault: PageFault | None = None
) -> SeenPage:
    return SeenPage(mark, is_blank, fault)


def known(
    standing: Standing = Standing.OPEN,
    filed_pages: dict[int, UUID] | None = None,
    page_count: int = 2,
) -> KnownDocument:
    return KnownDocument(DOCUMENT, page_count, standing, filed_pages or {})


OUTCOMES = [
    (seen(), known(), PageOutcome.FILED),
    (seen(None), None, PageOutcome.UNREADABLE),
    (seen(None, fault=PageFault.BROKEN), None, PageOutcome.UNREADABLE),
    (seen(None, is_blank=True), None, PageOutcome.BLANK),
    (seen(None, fault=PageFault.SEVERAL), None, PageOutcome.SEVERAL),
    (seen(), None, PageOutcome.UNKNOWN_CODE),
    (seen(), known(Standing.REPLACED), PageOutcome.REPLACED_VERSION),
    (seen(), known(Standing.WITHDRAWN), PageOutcome.WITHDRAWN),
    (seen(), known(Standing.REGISTERED), PageOutcome.ALREADY_REGISTERED),
    (seen(), known(page_count=1), PageOutcome.NOT_A_PAGE_OF_IT),
    (seen(PageMark(MARK.code, None)), known(), PageOutcome.PAGE_NOT_SAID),
    (seen(), known(filed_pages={2: TAKEN}), PageOutcome.DUPLICATE),
    (seen(), known(Standing.REGISTERED, {2: TAKEN}), PageOutcome.DUPLICATE),
    (seen(), known(Standing.REPLACED, {2: TAKEN}), PageOutcome.REPLACED_VERSION),
    (seen(PageMark(MARK.code, None)), known(Standing.REPLACED), PageOutcome.REPLACED_VERSION),
]


@pytest.mark.parametrize(("page", "document", "outcome"), OUTCOMES)
def test_outcome(page: SeenPage, document: KnownDocument | None, outcome: PageOutcome) -> None:
    assert find_place(page, None, document).outcome is outcome


def test_every_outcome_is_tried() -> None:
    assert {outcome for _, _, outcome in OUTCOMES} == set(PageOutcome)


def test_a_filed_page_knows_its_place() -> None:
    assert find_place(seen(), None, known()) == Finding(PageOutcome.FILED, DOCUMENT, 2)


def test_a_duplicate_names_the_page_that_it_is_one_of() -> None:
    found = find_place(seen(), None, known(filed_pages={2: TAKEN}))
    assert found == Finding(PageOutcome.DUPLICATE, DOCUMENT, 2, TAKEN)


def test_the_same_scan_again_is_a_duplicate_of_the_first_whatever_it_is() -> None:
    assert find_place(seen(), EARLIER, known()).duplicate_of == EARLIER
    assert find_place(seen(None), EARLIER, None) == Finding(
        PageOutcome.DUPLICATE, duplicate_of=EARLIER
    )
    several = seen(None, fault=PageFault.SEVERAL)
    assert find_place(several, EARLIER, None).outcome is PageOutcome.DUPLICATE


def test_a_blank_page_is_no_duplicate_of_another() -> None:
    assert find_place(seen(None, is_blank=True), EARLIER, None) == Finding(PageOutcome.BLANK)


def test_a_sheet_of_the_next_version_is_not_closed_by_the_old_one() -> None:
    old = find_place(seen(), None, known(Standing.REPLACED))
    assert old.outcome is not PageOutcome.FILED
    assert old.document_id == DOCUMENT, "so that the tray can say whose it was"
