"""Reading what participants' plans say of a week, and what their timetables hold."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.attendance.models import Group, GroupMembership, GroupSession
from app.attendance.timetable.gaps import PlannedElement
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.enrolment.models import Participant
from app.plans.models import IntegrationPlan, PlanElement, PlanStatus, Programme


def list_planned_elements(
    session: Session,
    scope: MunicipalityScope,
    week: Period,
    *,
    group_id: UUID | None = None,
    participant_id: UUID | None = None,
) -> dict[UUID, list[PlannedElement]]:
    """Return the elements of the plans that hold and go on in the week, by participant and name.

    `group_id`: of those who are in the group during the week.
    """
    rows = (
        select(
            Participant.id,
            Participant.given_name,
            Participant.family_name,
            PlanElement.kind,
            PlanElement.minutes_per_week,
            PlanElement.first_day,
            PlanElement.last_day,
            Programme.starts_on,
            Programme.ends_on,
        )
        .join(IntegrationPlan, IntegrationPlan.participant_id == Participant.id)
        .join(Programme, Programme.id == IntegrationPlan.programme_id)
        .join(PlanElement, PlanElement.plan_id == IntegrationPlan.id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(IntegrationPlan.status == PlanStatus.FIXED)
        .where(PlanElement.first_day <= week.last_day, PlanElement.last_day >= week.first_day)
        .where(Programme.starts_on <= week.last_day, Programme.ends_on >= week.first_day)
        .order_by(Participant.family_name, Participant.given_name, Participant.id)
        .order_by(PlanElement.position, PlanElement.id)
    )
    if participant_id is not None:
        rows = rows.where(Participant.id == participant_id)
    if group_id is not None:
        members = select(GroupMembership.participant_id).where(
            GroupMembership.group_id == group_id,
            GroupMembership.first_day <= week.last_day,
            or_(GroupMembership.last_day.is_(None), GroupMembership.last_day >= week.first_day),
        )
        rows = rows.where(Participant.id.in_(members))
    found: dict[UUID, list[PlannedElement]] = {}
    for (
        who,
        given,
        family,
        kind,
        minutes,
        first_day,
        last_day,
        starts_on,
        ends_on,
    ) in session.execute(rows):
        element = PlannedElement(
            who,
            given,
            family,
            kind,
            minutes,
            Period(first_day, last_day),
            Period(starts_on, ends_on),
        )
        found.setdefault(who, []).append(element)
    return found


def scheduled_in_week(
    session: Session, scope: MunicipalityScope, week: Period, people: Sequence[UUID] | None
) -> dict[UUID, int]:
    """Return the minutes of sessions that are held in the week, by participant; None: of all."""
    rows = (
        select(GroupMembership.participant_id, func.sum(GroupSession.minutes))
        .join(Group, Group.id == GroupMembership.group_id)
        .join(GroupSession, GroupSession.group_id == Group.id)
        .where(Group.municipality_id == scope.municipality_id)
        .where(GroupSession.day.between(week.first_day, week.last_day))
        .where(~GroupSession.is_cancelled, GroupMembership.first_day <= GroupSession.day)
        .where(
            or_(GroupMembership.last_day.is_(None), GroupMembership.last_day >= GroupSession.day)
        )
        .group_by(GroupMembership.participant_id)
    )
    if people is not None:
        rows = rows.where(GroupMembership.participant_id.in_(people))
    return {who: int(minutes) for who, minutes in session.execute(rows)}
