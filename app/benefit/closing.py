"""When the registration of a month closes: what is registered later is a correction."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from app.accounts.models import User
from app.accounts.queries import get_municipality
from app.attendance.membership import is_member_that_day
from app.attendance.models import AttendanceMark, Group, GroupMembership, GroupSession
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.rules.benefit import Policy


def closes_on(session: Session, scope: MunicipalityScope, last_day: date) -> date:
    """Return the last day of registering for a month that ends on `last_day`.

    The benefit is paid in arrears on registered attendance (§ 24); how long teachers may take is
    the municipality's choice.
    """
    policy = Policy.from_mapping(get_municipality(session, scope).policies)
    return last_day + timedelta(days=policy.registration_closes.days)


@dataclass(frozen=True, slots=True)
class UnregisteredGroup:
    """A group with sessions of the month that somebody's attendance is not registered for."""

    teacher: str
    """Empty: the group has no teacher."""
    group_id: UUID
    group: str
    oldest: date
    session_count: int
    missing_marks: int


def list_unregistered(
    session: Session, scope: MunicipalityScope, period: Period
) -> list[UnregisteredGroup]:
    """Return what is not registered in the period, by teacher and group. One query."""
    marked = exists().where(
        AttendanceMark.session_id == GroupSession.id,
        AttendanceMark.participant_id == GroupMembership.participant_id,
    )
    teacher = func.coalesce(User.display_name, "")
    rows = (
        select(
            teacher,
            Group.id,
            Group.name,
            func.min(GroupSession.day),
            func.count(GroupSession.id.distinct()),
            func.count(),
        )
        .join(GroupSession, GroupSession.group_id == Group.id)
        .join(GroupMembership, is_member_that_day())
        .outerjoin(User, User.id == Group.teacher_id)
        .where(Group.municipality_id == scope.municipality_id)
        .where(GroupSession.day.between(period.first_day, period.last_day))
        .where(~GroupSession.is_cancelled, ~marked)
        .group_by(teacher, Group.id, Group.name)
        .order_by(teacher, Group.name, Group.id)
    )
    return [UnregisteredGroup(*row) for row in session.execute(rows)]
