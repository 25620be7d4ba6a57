"""Which marks people disagree about: a few queries for a whole municipality, none per person."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, select
from sqlalchemy.orm import Session

from app.attendance.models import Absence, AbsenceStatus, AttendanceMark, Group, GroupSession
from app.attendance.reconciliation.kinds import DisputeKind
from app.attendance.reconciliation.models import AttendanceObjection, AttendanceSettlement
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.period import Period
from app.enrolment.models import Participant


@dataclass(frozen=True, slots=True)
class MarkedSession:
    """One session with what is registered of one participant in it."""

    session_id: UUID
    participant_id: UUID
    full_name: str
    group_id: UUID
    group_name: str
    title: str
    day: date
    starts_at: time
    minutes: int
    """Length of the session."""
    minutes_absent: int
    mark_version: int
    marked_by: UUID
    marked_at: datetime


@dataclass(frozen=True, slots=True)
class Dispute:
    """A mark with the other side: exactly one of the two is there."""

    kind: DisputeKind
    mark: MarkedSession
    objection: AttendanceObjection | None = None
    absence: Absence | None = None

    @property
    def since(self) -> datetime:
        """Return when the later side spoke: from then on they disagree."""
        other = self.objection.made_at if self.objection else None
        if self.absence:
            other = self.absence.registered_at
        return max(self.mark.marked_at, other) if other else self.mark.marked_at


def list_disputes(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    *,
    participant_id: UUID | None = None,
) -> list[Dispute]:
    """Return what is open on days of the period, the oldest day first."""
    found = [
        *_objected(session, scope, period, participant_id),
        *_told_away(session, scope, period, participant_id),
    ]
    return sorted(found, key=lambda each: (each.mark.day, each.mark.starts_at, each.mark.full_name))


def find_dispute(
    session: Session,
    scope: MunicipalityScope,
    session_id: UUID,
    participant_id: UUID,
) -> Dispute | None:
    """Return the open disagreement about a mark, or None. There is one at most.

    Raises:
        NotFound: nothing is registered of the participant there, or she is not the municipality's.
    """
    mark = get_mark(session, scope, session_id, participant_id)
    period = Period(mark.day, mark.day)
    return next(
        (
            each
            for each in list_disputes(session, scope, period, participant_id=participant_id)
            if each.mark.session_id == session_id
        ),
        None,
    )


def get_mark(
    session: Session, scope: MunicipalityScope, session_id: UUID, participant_id: UUID
) -> MarkedSession:
    """Return what is registered of a participant in a session that was held.

    Raises:
        NotFound: nothing is, or she is not the municipality's.
    """
    rows = _marks(scope).where(
        AttendanceMark.session_id == session_id, AttendanceMark.participant_id == participant_id
    )
    row = session.execute(rows).one_or_none()
    if row is None:
        raise NotFound
    return _mark(row)


def list_missed(
    session: Session, scope: MunicipalityScope, participant_id: UUID, period: Period
) -> list[MarkedSession]:
    """Return the sessions of which a participant missed something, newest first."""
    rows = (
        _marks(scope)
        .where(AttendanceMark.participant_id == participant_id, _in(period))
        .where(AttendanceMark.minutes_absent > 0)
        .order_by(GroupSession.day.desc(), GroupSession.starts_at.desc(), GroupSession.id)
    )
    return [_mark(row) for row in session.execute(rows)]


def list_said(
    session: Session, participant_id: UUID, session_ids: Collection[UUID]
) -> tuple[list[AttendanceObjection], list[AttendanceSettlement]]:
    """Return what she has said of these sessions, and what was settled, oldest first."""
    said = (
        select(AttendanceObjection)
        .where(AttendanceObjection.participant_id == participant_id)
        .where(AttendanceObjection.session_id.in_(session_ids))
        .order_by(AttendanceObjection.made_at, AttendanceObjection.id)
    )
    settled = (
        select(AttendanceSettlement)
        .where(AttendanceSettlement.participant_id == participant_id)
        .where(AttendanceSettlement.session_id.in_(session_ids))
        .order_by(AttendanceSettlement.settled_at, AttendanceSettlement.id)
    )
    return list(session.scalars(said)), list(session.scalars(settled))


def objected_days(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    among: Collection[UUID] | None = None,
) -> dict[UUID, frozenset[date]]:
    """Return the days with an open objection, by participant: nothing is taken for them yet."""
    rows = _open_objections(_marks(scope), period)
    if among is not None:
        rows = rows.where(AttendanceMark.participant_id.in_(among))
    found: dict[UUID, set[date]] = defaultdict(set)
    for row in session.execute(rows):
        found[row.participant_id].add(row.day)
    return {who: frozenset(days) for who, days in found.items()}


def _objected(
    session: Session, scope: MunicipalityScope, period: Period, participant_id: UUID | None
) -> list[Dispute]:
    rows = _open_objections(_marks(scope).add_columns(AttendanceObjection), period)
    if participant_id is not None:
        rows = rows.where(AttendanceMark.participant_id == participant_id)
    return [
        Dispute(DisputeKind.OBJECTION, _mark(row), objection=row.AttendanceObjection)
        for row in session.execute(rows)
    ]


def _told_away(
    session: Session, scope: MunicipalityScope, period: Period, participant_id: UUID | None
) -> list[Dispute]:
    """Return the marks that say present within absence of whole days."""
    rows = (
        _marks(scope)
        .add_columns(Absence)
        .join(
            Absence,
            and_(
                Absence.participant_id == AttendanceMark.participant_id,
                Absence.first_day <= AttendanceMark.day,
                Absence.last_day >= AttendanceMark.day,
            ),
        )
        .where(Absence.status == AbsenceStatus.REGISTERED, Absence.minutes.is_(None))
        .where(_in(period), AttendanceMark.minutes_absent == 0)
        .where(~_is_settled(DisputeKind.TOLD_AWAY))
    )
    if participant_id is not None:
        rows = rows.where(AttendanceMark.participant_id == participant_id)
    return [
        Dispute(DisputeKind.TOLD_AWAY, _mark(row), absence=row.Absence)
        for row in session.execute(rows)
    ]


def _marks(scope: MunicipalityScope) -> Select[Any]:
    rows = (
        select(
            AttendanceMark.session_id,
            AttendanceMark.participant_id,
            Participant.given_name,
            Participant.family_name,
            Group.id.label("group_id"),
            Group.name.label("group_name"),
            GroupSession.title,
            GroupSession.day,
            GroupSession.starts_at,
            GroupSession.minutes,
            AttendanceMark.minutes_absent,
            AttendanceMark.version,
            AttendanceMark.marked_by,
            AttendanceMark.marked_at,
        )
        .join(GroupSession, GroupSession.id == AttendanceMark.session_id)
        .join(Group, Group.id == GroupSession.group_id)
        .join(Participant, Participant.id == AttendanceMark.participant_id)
        .where(Participant.municipality_id == scope.municipality_id, ~GroupSession.is_cancelled)
    )
    return cast("Select[Any]", rows)


def _mark(row: Any) -> MarkedSession:
    return MarkedSession(
        session_id=row.session_id,
        participant_id=row.participant_id,
        full_name=f"{row.given_name} {row.family_name}",
        group_id=row.group_id,
        group_name=row.group_name,
        title=row.title,
        day=row.day,
        starts_at=row.starts_at,
        minutes=row.minutes,
        minutes_absent=row.minutes_absent,
        mark_version=row.version,
        marked_by=row.marked_by,
        marked_at=row.marked_at,
    )


def _open_objections(rows: Select[Any], period: Period) -> Select[Any]:
    """Add the condition that she objected to the mark as it is now, and nobody has answered.

    A mark that was changed since answers the objection: she sees it, and can object again.
    """
    return rows.join(
        AttendanceObjection,
        and_(
            AttendanceObjection.session_id == AttendanceMark.session_id,
            AttendanceObjection.participant_id == AttendanceMark.participant_id,
            AttendanceObjection.mark_version == AttendanceMark.version,
        ),
    ).where(_in(period), ~_is_settled(DisputeKind.OBJECTION))


def _is_settled(kind: DisputeKind) -> ColumnElement[bool]:
    return exists().where(
        AttendanceSettlement.session_id == AttendanceMark.session_id,
        AttendanceSettlement.participant_id == AttendanceMark.participant_id,
        AttendanceSettlement.mark_version == AttendanceMark.version,
        AttendanceSettlement.kind == kind,
    )


def _in(period: Period) -> ColumnElement[bool]:
    return AttendanceMark.day.between(period.first_day, period.last_day)
