"""Finding links for schools, and what came by them."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.models import Group
from app.attendance.school_links.models import SchoolLink, SchoolReport, SchoolReportAnswer
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.period import Period
from app.enrolment.kinds import AddressProtection
from app.enrolment.models import Participant


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A report with its link, and what was done with it."""

    report: SchoolReport
    link: SchoolLink
    answer: SchoolReportAnswer | None


def list_links(session: Session, scope: MunicipalityScope, group_id: UUID) -> list[SchoolLink]:
    """Return the links of a group, newest first."""
    rows = select(SchoolLink).where(
        SchoolLink.municipality_id == scope.municipality_id, SchoolLink.group_id == group_id
    )
    return list(session.scalars(rows.order_by(SchoolLink.created_at.desc(), SchoolLink.id)))


def get_link(
    session: Session, scope: MunicipalityScope, group_id: UUID, link_id: UUID
) -> SchoolLink:
    """Return a link of a group.

    Raises:
        NotFound: the group has no such link.
    """
    for link in list_links(session, scope, group_id):
        if link.id == link_id:
            return link
    raise NotFound


def find_link_by_hash(session: Session, address_hash: str) -> SchoolLink | None:
    """Return the link with this address, closed ones too: its row sets the municipality."""
    return session.scalar(select(SchoolLink).where(SchoolLink.address_hash == address_hash))


def list_reports(session: Session, scope: MunicipalityScope, group_id: UUID) -> list[ReportFile]:
    """Return what came about a group, newest first."""
    rows = session.execute(
        select(SchoolReport, SchoolLink, SchoolReportAnswer)
        .join(SchoolLink, SchoolLink.id == SchoolReport.link_id)
        .outerjoin(SchoolReportAnswer, SchoolReportAnswer.report_id == SchoolReport.id)
        .where(SchoolLink.municipality_id == scope.municipality_id, SchoolLink.group_id == group_id)
        .order_by(SchoolReport.sent_at.desc(), SchoolReport.id)
    )
    return [ReportFile(*row) for row in rows]


def get_report(
    session: Session, scope: MunicipalityScope, group_id: UUID, report_id: UUID
) -> ReportFile:
    """Return a report about a group.

    Raises:
        NotFound: there is none.
    """
    for file in list_reports(session, scope, group_id):
        if file.report.id == report_id:
            return file
    raise NotFound


def list_waiting_reports(
    session: Session, scope: MunicipalityScope
) -> list[tuple[ReportFile, str]]:
    """Return the reports that nobody has answered with the group's name, oldest first.

    Where a school has told of the same days again, the newest counts.
    """
    rows = session.execute(
        select(SchoolReport, SchoolLink, Group.name)
        .join(SchoolLink, SchoolLink.id == SchoolReport.link_id)
        .join(Group, Group.id == SchoolLink.group_id)
        .where(
            SchoolLink.municipality_id == scope.municipality_id,
            SchoolReport.id.not_in(select(SchoolReportAnswer.report_id)),
        )
        .order_by(SchoolReport.sent_at, SchoolReport.id)
    )
    newest = {(row[1].id, row[0].first_day): row for row in rows}
    return [(ReportFile(row[0], row[1], None), row[2]) for row in newest.values()]


def find_last_report(session: Session, link_id: UUID, days: Period) -> SchoolReport | None:
    """Return what was told last by a link about a week, or None."""
    rows = select(SchoolReport).where(
        SchoolReport.link_id == link_id,
        SchoolReport.first_day == days.first_day,
        SchoolReport.last_day == days.last_day,
    )
    return session.scalars(rows.order_by(SchoolReport.number.desc())).first()


def protected_among(
    session: Session, scope: MunicipalityScope, participant_ids: Collection[UUID]
) -> frozenset[UUID]:
    """Return which of these participants have a protected address."""
    rows = select(Participant.id).where(
        Participant.municipality_id == scope.municipality_id,
        Participant.id.in_(participant_ids),
        Participant.address_protection != AddressProtection.NONE,
    )
    return frozenset(session.scalars(rows))
