"""Opening and changing groups, and who is in them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.accounts.queries import list_users_with_role
from app.attendance import queries
from app.attendance.commands import AddMember, ChangeGroup, CreateGroup, EndMembership
from app.attendance.errors import (
    CannotChangeMembers,
    CannotSaveGroup,
    GroupChanged,
    GroupRefusal,
    MemberRefusal,
)
from app.attendance.models import AttendanceMark, Group, GroupKind, GroupMembership, GroupSession
from app.attendance.queries import GroupLine, MemberLine
from app.attendance.service.permission import require_case_staff, require_registrar
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, Role
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.core.period import ONE_DAY
from app.enrolment.queries import get_participant

CHANGEABLE = ("name", "teacher_id", "is_active")


def list_groups(
    session: Session, clock: Clock, actor: Actor, kind: GroupKind = GroupKind.GROUP
) -> list[GroupLine]:
    """Return the groups that the actor may open: a teacher's own, or all."""
    require_registrar(actor)
    own = actor.user_id if actor.role is Role.TEACHER else None
    return queries.list_groups(session, actor.scope, today(clock), teacher_id=own, kind=kind)


def create_group(session: Session, clock: Clock, actor: Actor, command: CreateGroup) -> Group:
    """Open a group.

    Raises:
        CannotSaveGroup: an active group has the name, or the teacher is none of ours.
    """
    require_case_staff(actor)
    _check(session, actor, command.name, command.teacher_id, GroupKind.GROUP)
    group = Group(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        name=command.name,
        teacher_id=command.teacher_id,
    )
    session.add(group)
    session.flush()
    audit.record(session, clock, actor, Action.GROUP_CREATED, ("group", group.id))
    return group


def change_group(session: Session, clock: Clock, actor: Actor, command: ChangeGroup) -> Group:
    """Change a group's name, teacher or whether it is in use.

    Raises:
        NotFound: there is no such group.
        GroupChanged: somebody changed it since the form was opened.
        CannotSaveGroup: another active group has the name, or the teacher is none of ours.
    """
    require_case_staff(actor)
    group = queries.get_group(session, actor.scope, command.group_id)
    if group.row_version != command.row_version:
        raise GroupChanged(
            {field: getattr(group, field) for field in CHANGEABLE}, group.row_version
        )
    _check(session, actor, command.name, command.teacher_id, group.kind, but=group.id)
    before = {field: getattr(group, field) for field in CHANGEABLE}
    group.name, group.teacher_id = command.name, command.teacher_id
    group.is_active = command.is_active
    session.flush()
    changed = sorted(name for name, value in before.items() if getattr(group, name) != value)
    audit.record(
        session,
        clock,
        actor,
        Action.GROUP_CHANGED,
        ("group", group.id),
        details={"fields": changed},
    )
    return group


def open_members(
    session: Session, clock: Clock, actor: Actor, group_id: UUID
) -> Sequence[MemberLine]:
    """Return who is or was in a group, and record the look."""
    group = queries.get_group_for(session, actor.scope, actor, group_id, today(clock))
    members = queries.list_members(session, actor.scope, group.id)
    audit.record(
        session,
        clock,
        actor,
        Action.ATTENDANCE_VIEWED,
        ("group", group.id),
        details={"participant_ids": sorted({str(each.participant_id) for each in members})},
    )
    return members


def open_possible_members(
    session: Session, clock: Clock, actor: Actor
) -> list[tuple[UUID, str, str]]:
    """Return (id, given name, family name) of those who can be taken in, and record the look."""
    require_case_staff(actor)
    people = queries.list_possible_members(session, actor.scope)
    audit.record(
        session,
        clock,
        actor,
        Action.PARTICIPANTS_LISTED,
        ("participant", None),
        details={"participant_ids": sorted(str(who) for who, _given, _family in people)},
    )
    return people


def open_member(
    session: Session, clock: Clock, actor: Actor, group_id: UUID, membership_id: UUID
) -> str:
    """Return the name of a member, and record the look.

    Raises:
        NotFound: the group has no such membership.
    """
    membership = queries.get_membership(session, actor.scope, group_id, membership_id)
    participant = get_participant(session, actor.scope, membership.participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.ATTENDANCE_VIEWED,
        ("group", group_id),
        participant_id=participant.id,
    )
    return f"{participant.given_name} {participant.family_name}"


def add_member(session: Session, clock: Clock, actor: Actor, command: AddMember) -> GroupMembership:
    """Take a participant into a group.

    Raises:
        NotFound: the group or the participant is not the municipality's.
        CannotChangeMembers: she is a member already, or the period is impossible.
    """
    require_case_staff(actor)
    group = queries.get_group(session, actor.scope, command.group_id)
    if group.kind is GroupKind.INDIVIDUAL:
        raise CannotChangeMembers(MemberRefusal.INDIVIDUAL)
    participant = get_participant(session, actor.scope, command.participant_id)
    last_day = command.last_day or date.max
    if last_day < command.first_day:
        raise CannotChangeMembers(MemberRefusal.LAST_DAY_BEFORE_FIRST)
    times = queries.memberships_by_participant(session, actor.scope, group.id)
    for first, last in times.get(participant.id, []):
        if first <= last_day and command.first_day <= (last or date.max):
            raise CannotChangeMembers(MemberRefusal.ALREADY_MEMBER)
    membership = GroupMembership(
        id=new_id(),
        group_id=group.id,
        participant_id=participant.id,
        first_day=command.first_day,
        last_day=command.last_day,
    )
    session.add(membership)
    session.flush()
    _record_members(session, clock, actor, membership)
    return membership


def end_membership(session: Session, clock: Clock, actor: Actor, command: EndMembership) -> None:
    """Set the last day of a membership; a last day before the first takes it away altogether.

    Raises:
        NotFound: the group has no such membership.
        CannotChangeMembers: attendance is registered after the last day, or before it began.
    """
    require_case_staff(actor)
    membership = queries.get_membership(
        session, actor.scope, command.group_id, command.membership_id
    )
    if _is_marked_after(session, membership, max(command.last_day, membership.first_day - ONE_DAY)):
        raise CannotChangeMembers(MemberRefusal.MARKED_AFTERWARDS)
    if command.last_day < membership.first_day:
        session.execute(delete(GroupMembership).where(GroupMembership.id == membership.id))
    else:
        membership.last_day = command.last_day
    session.flush()
    _record_members(session, clock, actor, membership)


def _check(
    session: Session,
    actor: Actor,
    name: str,
    teacher_id: UUID | None,
    kind: GroupKind,
    but: UUID | None = None,
) -> None:
    namesake = queries.find_group_by_name(session, actor.scope, name)
    if kind is GroupKind.GROUP and namesake is not None and namesake.id != but:
        raise CannotSaveGroup(GroupRefusal.NAME_TAKEN)
    teachers = {user.id for user in list_users_with_role(session, actor.scope, Role.TEACHER)}
    if teacher_id is not None and teacher_id not in teachers:
        raise CannotSaveGroup(GroupRefusal.NOT_A_TEACHER)


def _is_marked_after(session: Session, membership: GroupMembership, day: date) -> bool:
    marks = (
        select(AttendanceMark.id)
        .join(GroupSession, GroupSession.id == AttendanceMark.session_id)
        .where(GroupSession.group_id == membership.group_id)
        .where(AttendanceMark.participant_id == membership.participant_id)
        .where(AttendanceMark.day > day)
    )
    if membership.last_day is not None:
        marks = marks.where(AttendanceMark.day <= membership.last_day)
    return session.scalar(marks.limit(1)) is not None


def _record_members(
    session: Session, clock: Clock, actor: Actor, membership: GroupMembership
) -> None:
    audit.record(
        session,
        clock,
        actor,
        Action.GROUP_MEMBERS_CHANGED,
        ("group", membership.group_id),
        participant_id=membership.participant_id,
        details={
            "first_day": membership.first_day.isoformat(),
            "last_day": membership.last_day.isoformat() if membership.last_day else None,
        },
    )
