"""Forms of groups, their members and their weekly meetings."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from app.attendance.commands import AddMember, AddSlot, ChangeGroup, CreateGroup
from app.attendance.timetable.forms.places import chosen, offer
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.web.fields import checkbox_field, day_field, hour_field, select_field, version_field
from app.web.forms import PortalForm, text_field


def _weekdays() -> list[tuple[str, str]]:
    return [
        ("1", _("Mandag")),
        ("2", _("Tirsdag")),
        ("3", _("Onsdag")),
        ("4", _("Torsdag")),
        ("5", _("Fredag")),
    ]


class GroupForm(PortalForm):
    """A group's name and teacher."""

    name: Any = text_field(_l("Navn på gruppen"), required=_l("Skriv hva gruppen heter."), most=100)
    teacher_id: Any = select_field(
        _l("Lærer"),
        list,
        blank=_l("Ingen ennå"),
        hint=_l("Læreren fører oppmøte for sine egne grupper."),
    )

    def offer_teachers(self, teachers: Sequence[tuple[UUID, str]]) -> None:
        """Set who can be chosen."""
        choices = [("", _("Ingen ennå")), *((str(each), name) for each, name in teachers)]
        self.teacher_id.choices = dict(choices)

    def to_command(self) -> CreateGroup:
        """Return what was filled in."""
        return CreateGroup(self.name.data, self._teacher())

    def _teacher(self) -> UUID | None:
        return UUID(self.teacher_id.data) if self.teacher_id.data else None


class ChangeGroupForm(GroupForm):
    """A group that exists."""

    is_active: Any = checkbox_field(
        _l("Gruppen er i bruk"), hint=_l("Fjern haken når gruppen er avsluttet.")
    )
    row_version = version_field()

    def to_change(self, group_id: UUID) -> ChangeGroup:
        """Return what was filled in."""
        return ChangeGroup(
            group_id=group_id,
            name=self.name.data,
            teacher_id=self._teacher(),
            is_active=self.is_active.data,
            row_version=self.row_version.data,
        )


class SlotForm(PortalForm):
    """A weekly meeting."""

    title: Any = text_field(
        _l("Hva gruppen gjør"),
        required=_l("Skriv hva gruppen gjør, for eksempel Norsk."),
        most=100,
        hint=_l("For eksempel Norsk, Samfunnskunnskap eller Foreldreveiledning."),
    )
    weekday: Any = select_field(
        _l("Ukedag"), _weekdays, blank=_l("Velg ukedag"), required=_l("Velg ukedag.")
    )
    starts_at: Any = hour_field(_l("Fra klokken"), required=_l("Skriv når økten begynner."))
    ends_at: Any = hour_field(_l("Til klokken"), required=_l("Skriv når økten slutter."))
    first_day: Any = day_field(_l("Fra og med"), required=_l("Velg den første dagen."))
    last_day: Any = day_field(
        _l("Til og med"),
        required=_l("Velg den siste dagen."),
        hint=_l("Øktene lages med en gang, men ikke på helligdager og andre dager uten program."),
    )
    room_id: Any = select_field(_l("Rom"), list, blank=_l("Ikke valgt"))
    teacher_id: Any = select_field(_l("Lærer"), list, blank=_l("Læreren til gruppen"))

    def offer(
        self, rooms: Sequence[tuple[UUID, str]], teachers: Sequence[tuple[UUID, str]]
    ) -> None:
        """Set which rooms and teachers can be chosen."""
        offer(self.room_id, _("Ikke valgt"), rooms)
        offer(self.teacher_id, _("Læreren til gruppen"), teachers)

    def to_command(self, group_id: UUID) -> AddSlot:
        """Return what was filled in."""
        return AddSlot(
            group_id=group_id,
            weekday=int(self.weekday.data),
            starts_at=self.starts_at.data,
            ends_at=self.ends_at.data,
            title=self.title.data,
            first_day=self.first_day.data,
            last_day=self.last_day.data,
            room_id=chosen(self.room_id),
            teacher_id=chosen(self.teacher_id),
        )


class MemberForm(PortalForm):
    """Who comes into the group, and from when."""

    participant_id: Any = select_field(
        _l("Deltaker"), list, blank=_l("Velg deltaker"), required=_l("Velg en deltaker.")
    )
    first_day: Any = day_field(_l("Fra og med"), required=_l("Velg den første dagen."))

    def offer_people(self, people: Sequence[tuple[UUID, str, str]]) -> None:
        """Set who can be chosen."""
        named = [(str(who), f"{family}, {given}") for who, given, family in people]
        self.participant_id.choices = dict([("", _("Velg deltaker")), *named])

    def to_command(self, group_id: UUID) -> AddMember:
        """Return what was filled in."""
        return AddMember(group_id, UUID(self.participant_id.data), self.first_day.data)


class EndMembershipForm(PortalForm):
    """The last day in the group."""

    last_day: Any = day_field(_l("Siste dag i gruppen"), required=_l("Velg den siste dagen."))

    def day(self) -> date:
        """Return the day that was filled in."""
        found: date = self.last_day.data
        return found


class StopForm(PortalForm):
    """One button that ends something."""


class CancelForm(StopForm):
    """Why a session is not held."""

    reason: Any = text_field(_l("Hvorfor er økten avlyst?"), most=200)
