"""Finding stacks, their files and pages, and what lies in the tray."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased, undefer

from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.papers.intake.kinds import FileStatus, PageOutcome, PageState
from app.papers.intake.models import ScanFile, ScanPage, ScanStack

STACKS_SHOWN = 25
TRAY_PAGE = 12
"""Each with its picture."""
_UNDER_WAY = (FileStatus.WAITING, FileStatus.READING)


@dataclass(frozen=True, slots=True)
class StackCounts:
    """How far a stack has come, and what came of its pages."""

    stack: ScanStack
    files: int
    files_under_way: int
    files_without_end: int
    """Refused, or given up in the middle."""
    pages: int
    """Of the files that have said how many they have."""
    pages_read: int
    in_tray: int

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will come of it by itself."""
        return self.files_under_way == 0


def get_stack(session: Session, scope: MunicipalityScope, stack_id: UUID) -> ScanStack:
    """Return a stack of the municipality.

    Raises:
        NotFound: there is no such stack there.
    """
    stack = session.scalar(
        select(ScanStack).where(
            ScanStack.id == stack_id, ScanStack.municipality_id == scope.municipality_id
        )
    )
    if stack is None:
        raise NotFound
    return stack


def list_stacks(session: Session, scope: MunicipalityScope) -> list[StackCounts]:
    """Return the newest stacks with what came of them."""
    newest = (
        select(ScanStack)
        .where(ScanStack.municipality_id == scope.municipality_id)
        .order_by(ScanStack.uploaded_at.desc(), ScanStack.id)
        .limit(STACKS_SHOWN)
    )
    return _counted(session, list(session.scalars(newest)))


def count_stack(session: Session, scope: MunicipalityScope, stack_id: UUID) -> StackCounts:
    """Return how far one stack has come.

    Raises:
        NotFound: there is no such stack in the municipality.
    """
    return _counted(session, [get_stack(session, scope, stack_id)])[0]


def list_files(session: Session, scope: MunicipalityScope, stack_id: UUID) -> list[ScanFile]:
    """Return the files of a stack, without their bytes."""
    files = select(ScanFile).where(
        ScanFile.stack_id == stack_id, ScanFile.municipality_id == scope.municipality_id
    )
    return list(session.scalars(files.order_by(ScanFile.number)))


def get_page(
    session: Session, scope: MunicipalityScope, page_id: UUID, *, with_picture: bool = False
) -> ScanPage:
    """Return a page of the municipality.

    Raises:
        NotFound: there is no such page there.
    """
    wanted = select(ScanPage).where(
        ScanPage.id == page_id, ScanPage.municipality_id == scope.municipality_id
    )
    if with_picture:
        wanted = wanted.options(undefer(ScanPage.picture))
    page = session.scalar(wanted)
    if page is None:
        raise NotFound
    return page


def list_pages(
    session: Session, scope: MunicipalityScope, stack_id: UUID, *, state: PageState
) -> list[ScanPage]:
    """Return the pages of a stack that are in this state, in the order of the stack."""
    pages = (
        select(ScanPage)
        .join(ScanFile, ScanFile.id == ScanPage.file_id)
        .where(
            ScanPage.stack_id == stack_id,
            ScanPage.municipality_id == scope.municipality_id,
            ScanPage.state == state,
        )
    )
    return list(session.scalars(pages.order_by(ScanFile.number, ScanPage.number)))


def list_filed_pages(
    session: Session,
    scope: MunicipalityScope,
    document_ids: Collection[UUID],
    *,
    with_pictures: bool = False,
) -> list[ScanPage]:
    """Return the pages that stand for the pages of these documents, in page order."""
    pages = select(ScanPage).where(
        ScanPage.municipality_id == scope.municipality_id,
        ScanPage.document_id.in_(document_ids),
        ScanPage.state == PageState.IN_CASE,
    )
    if with_pictures:
        pages = pages.options(undefer(ScanPage.picture))
    return list(session.scalars(pages.order_by(ScanPage.document_id, ScanPage.page)))


def list_tray(session: Session, scope: MunicipalityScope, offset: int = 0) -> list[ScanPage]:
    """Return some of what waits for a person, oldest first."""
    return list(
        session.scalars(
            select(ScanPage)
            .where(_in_tray(scope))
            .order_by(ScanPage.read_at, ScanPage.file_id, ScanPage.number)
            .offset(offset)
            .limit(TRAY_PAGE)
        )
    )


def count_tray(session: Session, scope: MunicipalityScope) -> int:
    """Return how many pages wait for a person."""
    return session.scalar(select(func.count()).select_from(ScanPage).where(_in_tray(scope))) or 0


def list_needless(session: Session, scope: MunicipalityScope, stack_id: UUID) -> list[ScanPage]:
    """Return the pages of a stack in the tray that nobody need look at.

    They are blank, or the very same scan as an earlier page, as in a stack that is sent twice.
    """
    earlier = aliased(ScanPage)
    return list(
        session.scalars(
            select(ScanPage)
            .outerjoin(earlier, earlier.id == ScanPage.duplicate_of_id)
            .where(
                _in_tray(scope),
                ScanPage.stack_id == stack_id,
                or_(
                    ScanPage.outcome == PageOutcome.BLANK,
                    earlier.fingerprint == ScanPage.fingerprint,
                ),
            )
        )
    )


def _in_tray(scope: MunicipalityScope) -> ColumnElement[bool]:
    return and_(
        ScanPage.municipality_id == scope.municipality_id, ScanPage.state == PageState.IN_TRAY
    )


def _counted(session: Session, stacks: Sequence[ScanStack]) -> list[StackCounts]:
    ids = [stack.id for stack in stacks]
    ended = (FileStatus.REFUSED, FileStatus.FAILED)
    files = {
        row[0]: row
        for row in session.execute(
            select(
                ScanFile.stack_id,
                func.count(),
                func.sum(case((ScanFile.status.in_(_UNDER_WAY), 1), else_=0)),
                func.sum(case((ScanFile.status.in_(ended), 1), else_=0)),
                func.coalesce(func.sum(ScanFile.page_count), 0),
            )
            .where(ScanFile.stack_id.in_(ids))
            .group_by(ScanFile.stack_id)
        )
    }
    pages = {
        row[0]: row
        for row in session.execute(
            select(
                ScanPage.stack_id,
                func.count(),
                func.sum(case((ScanPage.state == PageState.IN_TRAY, 1), else_=0)),
            )
            .where(ScanPage.stack_id.in_(ids))
            .group_by(ScanPage.stack_id)
        )
    }
    nothing = (None, 0, 0)
    return [
        StackCounts(stack, *files[stack.id][1:], *pages.get(stack.id, nothing)[1:])
        for stack in stacks
    ]
