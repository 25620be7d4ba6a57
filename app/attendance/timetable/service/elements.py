"""Giving an element of a plan, such as practice, times of its own beside the groups."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.commands import AddSlot
from app.attendance.models import Group, GroupKind, GroupMembership
from app.attendance.service.permission import require_case_staff
from app.attendance.service.timetable import add_slot
from app.attendance.timetable.commands import ScheduleElement
from app.attendance.timetable.errors import CannotScheduleElement, ElementRefusal
from app.attendance.timetable.service.checks import is_teacher
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock
from app.core.errors import NotFound
from app.core.ids import new_id
from app.core.period import Period
from app.plans.models import PlanElement
from app.plans.queries import find_current_plan

LONGEST = timedelta(days=366)


def schedule_element(
    session: Session, clock: Clock, actor: Actor, command: ScheduleElement
) -> Group:
    """Make a group of one from an element of the plan that holds, with its weekly times.

    Raises:
        NotFound: the participant's plan has no such element.
        CannotScheduleElement: the times are impossible, outside the element, or there already.
    """
    require_case_staff(actor)
    element = get_element(session, actor.scope, command.participant_id, command.element_id)
    _check(session, actor, command, element)
    group = Group(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        name=command.name,
        teacher_id=command.teacher_id,
        kind=GroupKind.INDIVIDUAL,
        plan_element_id=element.id,
        place=command.place,
        contact=command.contact,
    )
    session.add(group)
    session.flush()
    first_day, last_day = command.period.first_day, command.period.last_day
    session.add(
        GroupMembership(
            id=new_id(),
            group_id=group.id,
            participant_id=command.participant_id,
            first_day=first_day,
            last_day=last_day,
        )
    )
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        Action.GROUP_CREATED,
        ("group", group.id),
        participant_id=command.participant_id,
    )
    for each in command.times:
        slot = AddSlot(
            group.id, each.weekday, each.starts_at, each.ends_at, command.name, first_day, last_day
        )
        add_slot(session, clock, actor, slot)
    return group


def get_element(
    session: Session, scope: MunicipalityScope, participant_id: UUID, element_id: UUID
) -> PlanElement:
    """Return an element of the plan that holds.

    Raises:
        NotFound: the participant's plan has no such element.
    """
    plan = find_current_plan(session, scope, participant_id)
    found = [each for each in (plan.elements if plan else ()) if each.id == element_id]
    if not found:
        raise NotFound
    return found[0]


def scheduled_elements(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> dict[UUID, Group]:
    """Return the participant's individual elements that are in use, by element of the plan."""
    groups = (
        select(Group)
        .join(GroupMembership, GroupMembership.group_id == Group.id)
        .where(Group.municipality_id == scope.municipality_id)
        .where(GroupMembership.participant_id == participant_id)
        .where(Group.kind == GroupKind.INDIVIDUAL, Group.is_active)
        .order_by(Group.name, Group.id)
    )
    return {each.plan_element_id: each for each in session.scalars(groups) if each.plan_element_id}


def _check(session: Session, actor: Actor, command: ScheduleElement, element: PlanElement) -> None:
    scheduled = scheduled_elements(session, actor.scope, command.participant_id)
    if element.id in scheduled:
        raise CannotScheduleElement(ElementRefusal.ALREADY_SCHEDULED)
    if not command.times:
        raise CannotScheduleElement(ElementRefusal.NO_TIMES)
    if any(each.ends_at <= each.starts_at for each in command.times):
        raise CannotScheduleElement(ElementRefusal.ENDS_BEFORE_IT_STARTS)
    whole = Period(element.first_day, element.last_day)
    if whole.intersection(command.period) != command.period:
        raise CannotScheduleElement(ElementRefusal.OUTSIDE_ELEMENT)
    if command.period.last_day - command.period.first_day > LONGEST:
        raise CannotScheduleElement(ElementRefusal.TOO_LONG)
    if not is_teacher(session, actor, command.teacher_id):
        raise CannotScheduleElement(ElementRefusal.NOT_A_TEACHER)
