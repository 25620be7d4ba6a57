"""Reading groups, their members and their weekly meetings."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from app.accounts.models import User
from app.attendance.models import (
    Group,
    GroupKind,
    GroupMembership,
    GroupSession,
    TimetableSlot,
)
from app.core.actor import Actor, MunicipalityScope, Role
from app.core.errors import NotFound
from app.core.period import Period
from app.enrolment.models import Participant

SUBSTITUTE_REACH = timedelta(days=14)
"""How long before and after her session a substitute may open the group."""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group as a list shows it."""

    id: UUID
    name: str
    teacher_name: str | None
    is_active: bool
    member_count: int


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A participant's time in a group, with her name."""

    membership_id: UUID
    participant_id: UUID
    given_name: str
    family_name: str
    first_day: date
    last_day: date | None


def get_group(session: Session, scope: MunicipalityScope, group_id: UUID) -> Group:
    """Return a group of the municipality.

    Raises:
        NotFound: there is no such group there.
    """
    group = session.get(Group, group_id)
    if group is None or group.municipality_id != scope.municipality_id:
        raise NotFound
    return group


def get_group_for(
    session: Session,
    scope: MunicipalityScope,
    actor: Actor,
    group_id: UUID,
    on: date | None = None,
) -> Group:
    """Return a group that the actor may open: a teacher's own, or any for those with cases.

    `on`: today, which also lets in who teaches a session of the group at about that time; None:
    the group's own teacher alone.

    Raises:
        NotFound: there is no such group, or it is another teacher's.
    """
    group = get_group(session, scope, group_id)
    if actor.role is not Role.TEACHER or group.teacher_id == actor.user_id:
        return group
    taught = select(GroupSession.id).where(GroupSession.group_id == group.id)
    if on is None or session.scalar(taught.where(_teaches(actor.user_id, on)).limit(1)) is None:
        raise NotFound
    return group


def list_groups(
    session: Session,
    scope: MunicipalityScope,
    today: date,
    *,
    teacher_id: UUID | None = None,
    kind: GroupKind = GroupKind.GROUP,
) -> list[GroupLine]:
    """Return the groups by name, active ones first, with how many members each has today.

    `teacher_id`: those she is the teacher of, or teaches in at about this time.
    """
    members = (
        select(func.count())
        .where(GroupMembership.group_id == Group.id, _is_member_on(today))
        .scalar_subquery()
    )
    groups = (
        select(Group.id, Group.name, User.display_name, Group.is_active, members)
        .outerjoin(User, User.id == Group.teacher_id)
        .where(Group.municipality_id == scope.municipality_id, Group.kind == kind)
        .order_by(Group.is_active.desc(), Group.name, Group.id)
    )
    if teacher_id is not None:
        taught = exists().where(GroupSession.group_id == Group.id, _teaches(teacher_id, today))
        groups = groups.where(or_(Group.teacher_id == teacher_id, taught))
    return [GroupLine(*row) for row in session.execute(groups)]


def find_group_by_name(session: Session, scope: MunicipalityScope, name: str) -> Group | None:
    """Return the active group of the municipality with this name, or None.

    Individual elements may all be called the same.
    """
    groups = select(Group).where(
        Group.municipality_id == scope.municipality_id,
        Group.kind == GroupKind.GROUP,
        Group.name == name,
        Group.is_active,
    )
    return session.scalars(groups.order_by(Group.id)).first()


def list_slots(session: Session, scope: MunicipalityScope, group_id: UUID) -> list[TimetableSlot]:
    """Return the weekly meetings of a group in the order of the week."""
    slots = (
        select(TimetableSlot)
        .join(Group, Group.id == TimetableSlot.group_id)
        .where(Group.municipality_id == scope.municipality_id, Group.id == group_id)
        .order_by(TimetableSlot.weekday, TimetableSlot.starts_at, TimetableSlot.first_day)
        .order_by(TimetableSlot.id)
    )
    return list(session.scalars(slots))


def list_members(
    session: Session, scope: MunicipalityScope, group_id: UUID, period: Period | None = None
) -> list[MemberLine]:
    """Return the memberships of a group by name; with a period, those that touch it."""
    members = (
        select(
            GroupMembership.id,
            GroupMembership.participant_id,
            Participant.given_name,
            Participant.family_name,
            GroupMembership.first_day,
            GroupMembership.last_day,
        )
        .join(Participant, Participant.id == GroupMembership.participant_id)
        .where(GroupMembership.group_id == group_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .order_by(Participant.family_name, Participant.given_name, Participant.id)
        .order_by(GroupMembership.first_day, GroupMembership.id)
    )
    if period is not None:
        members = members.where(
            GroupMembership.first_day <= period.last_day,
            or_(GroupMembership.last_day.is_(None), GroupMembership.last_day >= period.first_day),
        )
    return [MemberLine(*row) for row in session.execute(members)]


def list_possible_members(
    session: Session, scope: MunicipalityScope
) -> list[tuple[UUID, str, str]]:
    """Return (id, given name, family name) of the municipality's participants by name."""
    people = (
        select(Participant.id, Participant.given_name, Participant.family_name)
        .where(Participant.municipality_id == scope.municipality_id)
        .order_by(Participant.family_name, Participant.given_name, Participant.id)
    )
    return [(who, given, family) for who, given, family in session.execute(people)]


def get_membership(
    session: Session, scope: MunicipalityScope, group_id: UUID, membership_id: UUID
) -> GroupMembership:
    """Return a membership of the group.

    Raises:
        NotFound: the group has no such membership.
    """
    memberships = (
        select(GroupMembership)
        .join(Group, Group.id == GroupMembership.group_id)
        .where(Group.municipality_id == scope.municipality_id, Group.id == group_id)
        .where(GroupMembership.id == membership_id)
    )
    found = session.scalar(memberships)
    if found is None:
        raise NotFound
    return found


def _is_member_on(day: date) -> ColumnElement[bool]:
    return and_(
        GroupMembership.first_day <= day,
        or_(GroupMembership.last_day.is_(None), GroupMembership.last_day >= day),
    )


def _teaches(teacher_id: UUID, on: date) -> ColumnElement[bool]:
    near = GroupSession.day.between(on - SUBSTITUTE_REACH, on + SUBSTITUTE_REACH)
    return and_(GroupSession.teacher_id == teacher_id, near)
