"""Groups, timetables and members, as the pages show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import assert_never
from uuid import UUID

from app.attendance.commands import ChangeGroup
from app.attendance.errors import GroupRefusal, MemberRefusal, SlotRefusal
from app.attendance.models import Group, GroupKind, TimetableSlot
from app.attendance.queries import MemberLine
from app.i18n import format as fmt
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A weekly meeting."""

    id: UUID
    weekday: str
    time: str
    title: str
    where: str
    """Room and teacher, as far as they are chosen."""
    period: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody who is, was or will be in the group."""

    membership_id: UUID
    participant_id: UUID
    name: str
    first_day: str
    last_day: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A group with its timetable and members."""

    id: UUID
    name: str
    teacher: str
    is_active: bool
    is_individual: bool
    place: str
    contact: str
    may_change: bool
    year: int
    week: int
    """The ISO week of today: where attendance is registered."""
    slots: tuple[SlotRow, ...]
    members: tuple[MemberRow, ...]


def group_page(
    group: Group,
    teacher: str,
    slots: Sequence[TimetableSlot],
    members: Sequence[MemberLine],
    today: date,
    rooms: Mapping[UUID, str],
    users: Mapping[UUID, str],
    *,
    may_change: bool,
    shows_place: bool,
) -> GroupPage:
    """Return the page of a group; `rooms` and `users` are names by id."""
    year, week, _weekday = today.isocalendar()
    return GroupPage(
        id=group.id,
        name=group.name,
        teacher=teacher,
        is_active=group.is_active,
        is_individual=group.kind is GroupKind.INDIVIDUAL,
        place=group.place if shows_place else "",
        contact=group.contact if shows_place else "",
        may_change=may_change,
        year=year,
        week=week,
        slots=tuple(_slot_row(slot, today, rooms, users) for slot in slots),
        members=tuple(_member_row(member, today) for member in members),
    )


def group_refusal(reason: GroupRefusal) -> tuple[str, str]:
    """Return the field that a refusal concerns, and the sentence."""
    match reason:
        case GroupRefusal.NAME_TAKEN:
            return "name", _("En annen gruppe heter det samme. Velg et annet navn.")
        case GroupRefusal.NOT_A_TEACHER:
            return "teacher_id", _("Velg en lærer i listen.")
        case _:
            assert_never(reason)


def slot_refusal(reason: SlotRefusal) -> tuple[str, str]:
    """Return the field that a refusal concerns, and the sentence."""
    match reason:
        case SlotRefusal.ENDS_BEFORE_IT_STARTS:
            return "ends_at", _("Økten må slutte etter at den begynner.")
        case SlotRefusal.LAST_DAY_BEFORE_FIRST:
            return "last_day", _("Den siste dagen kan ikke være før den første.")
        case SlotRefusal.TOO_LONG:
            return "last_day", _("Lag timeplanen for høyst ett år om gangen.")
        case SlotRefusal.OVERLAPS:
            return "starts_at", _("Gruppen har allerede en økt på denne tiden.")
        case SlotRefusal.DAY_OFF:
            return "weekday", _("Lørdag og søndag er fridager. Velg mandag til fredag.")
        case SlotRefusal.NOT_A_TEACHER:
            return "teacher_id", _("Velg en lærer i listen.")
        case _:
            assert_never(reason)


def member_refusal(reason: MemberRefusal) -> str:
    """Return the sentence of a refusal."""
    match reason:
        case MemberRefusal.ALREADY_MEMBER:
            return _("Deltakeren er allerede i gruppen i denne perioden.")
        case MemberRefusal.LAST_DAY_BEFORE_FIRST:
            return _("Den siste dagen kan ikke være før den første.")
        case MemberRefusal.MARKED_AFTERWARDS:
            return _("Det er ført oppmøte for deltakeren etter denne dagen. Velg en senere dag.")
        case MemberRefusal.INDIVIDUAL:
            return _("Dette er opplegget til én deltaker. Du kan ikke legge til flere.")
        case _:
            assert_never(reason)


def full_name(given_name: str, family_name: str) -> str:
    """Return a name as lists sort it: family name first."""
    return f"{family_name}, {given_name}"


def clock_text(value: object) -> str:
    """Return a time of day as `09.00`."""
    return f"{value:%H.%M}"


def weekday_text(weekday: int) -> str:
    """Return the name of an ISO weekday."""
    # 3 January 2000 was a Monday.
    return fmt.weekday_name(date(2000, 1, 2 + weekday))


def _slot_row(
    slot: TimetableSlot, today: date, rooms: Mapping[UUID, str], users: Mapping[UUID, str]
) -> SlotRow:
    room = rooms.get(slot.room_id, "") if slot.room_id else ""
    teacher = users.get(slot.teacher_id, "") if slot.teacher_id else ""
    return SlotRow(
        id=slot.id,
        weekday=weekday_text(slot.weekday),
        time=f"{clock_text(slot.starts_at)}–{clock_text(slot.ends_at)}",
        title=slot.title,
        where=", ".join(part for part in (room, teacher) if part),
        period=f"{fmt.short_date(slot.first_day)}–{fmt.short_date(slot.last_day)}",
        is_over=slot.last_day < today,
    )


def _member_row(member: MemberLine, today: date) -> MemberRow:
    return MemberRow(
        membership_id=member.membership_id,
        participant_id=member.participant_id,
        name=full_name(member.given_name, member.family_name),
        first_day=fmt.short_date(member.first_day),
        last_day=fmt.short_date(member.last_day) if member.last_day else "",
        is_over=member.last_day is not None and member.last_day < today,
    )


def group_changes_by_others(
    typed: ChangeGroup, current: Mapping[str, object], teachers: Mapping[UUID, str]
) -> list[str]:
    """Return, in words, what the group says now where that is not what was typed."""
    changes = []
    if current["name"] != typed.name:
        changes.append(_("Navn på gruppen: %(value)s", value=current["name"]))
    teacher_id = current["teacher_id"]
    if teacher_id != typed.teacher_id:
        teacher = teachers.get(teacher_id) if isinstance(teacher_id, UUID) else None
        changes.append(_("Lærer: %(value)s", value=teacher or _("Ingen ennå")))
    if current["is_active"] != typed.is_active:
        changes.append(
            _("Gruppen er i bruk.") if current["is_active"] else _("Gruppen er avsluttet.")
        )
    return changes or [_("Det samme som du har skrevet.")]
