"""Whom a month is computed for, in the order in which they are computed."""

from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.attendance.models import Group, GroupMembership
from app.benefit.issued import list_issued_runs
from app.benefit.models import Payment
from app.benefit.reach import may_reach
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.enrolment.models import Participant
from app.plans.models import Programme


def list_to_compute(session: Session, scope: MunicipalityScope, period: Period) -> list[UUID]:
    """Return everyone whose programme may reach into the month, or whose payments may be corrected.

    Members of a group stand together: what was planned for the group is then read once.
    """
    runs = [run.id for run in list_issued_runs(session, scope, period)]
    paid = select(Payment.participant_id).where(Payment.run_id.in_(runs))
    wanted = (
        select(Participant.id)
        .join(Programme, Programme.participant_id == Participant.id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(or_(may_reach(period), Participant.id.in_(paid)))
    )
    groups = _newest_groups(session, scope)
    return sorted(session.scalars(wanted), key=lambda who: (groups.get(who, ""), str(who)))


def _newest_groups(session: Session, scope: MunicipalityScope) -> dict[UUID, str]:
    """Return the group that each participant joined last."""
    memberships = (
        select(GroupMembership.participant_id, GroupMembership.group_id)
        .join(Group, Group.id == GroupMembership.group_id)
        .where(Group.municipality_id == scope.municipality_id)
        .order_by(GroupMembership.first_day, GroupMembership.id)
    )
    return {who: str(group_id) for who, group_id in session.execute(memberships)}
