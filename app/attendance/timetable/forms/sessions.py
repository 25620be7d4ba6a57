"""Forms of single sessions, copies and individual elements."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from app.attendance.timetable.commands import (
    ChangeSlot,
    CopyTimetable,
    ScheduleElement,
    SessionContent,
    WeeklyTime,
)
from app.attendance.timetable.forms.places import Named, chosen, offer
from app.core.period import Period
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.web.fields import day_field, hour_field, radio_field, select_field
from app.web.forms import PortalForm, text_field

A_WEEK = "week"
WEEKDAYS = (1, 2, 3, 4, 5)


class _PlaceForm(PortalForm):
    """What sessions are called, where they are and who teaches."""

    title: Any = text_field(
        _l("Hva gruppen gjør"), required=_l("Skriv hva gruppen gjør, for eksempel Norsk."), most=100
    )
    room_id: Any = select_field(_l("Rom"), list, blank=_l("Ikke valgt"))
    teacher_id: Any = select_field(_l("Lærer"), list, blank=_l("Læreren til gruppen"))

    def offer(self, rooms: Named, teachers: Named) -> None:
        """Set which rooms and teachers can be chosen."""
        offer(self.room_id, _("Ikke valgt"), rooms)
        offer(self.teacher_id, _("Læreren til gruppen"), teachers)


class SlotPlaceForm(_PlaceForm):
    """A weekly meeting from today on."""

    def to_command(self, group_id: UUID, slot_id: UUID) -> ChangeSlot:
        """Return what was filled in."""
        return ChangeSlot(
            group_id, slot_id, self.title.data, chosen(self.room_id), chosen(self.teacher_id)
        )


class SessionForm(_PlaceForm):
    """When and where one session is."""

    day: Any = day_field(_l("Dag"), required=_l("Velg dagen."))
    starts_at: Any = hour_field(_l("Fra klokken"), required=_l("Skriv når økten begynner."))
    ends_at: Any = hour_field(_l("Til klokken"), required=_l("Skriv når økten slutter."))

    def content(self) -> SessionContent:
        """Return what was filled in."""
        return SessionContent(
            day=self.day.data,
            starts_at=self.starts_at.data,
            ends_at=self.ends_at.data,
            title=self.title.data,
            room_id=chosen(self.room_id),
            teacher_id=chosen(self.teacher_id),
        )


class _Days(PortalForm):
    """A form with a first and a last day."""

    def _in_order(self, first: Any, last: Any) -> bool:
        """Refuse a last day that is before the first."""
        if first.data and last.data and last.data < first.data:
            last.errors = [*last.errors, _("Den siste dagen kan ikke være før den første.")]
            return False
        return True


def _what() -> list[tuple[str, str]]:
    return [
        (A_WEEK, _("Én uke, slik den er med alle endringer")),
        ("term", _("De faste øktene i et halvår eller et år")),
    ]


class CopyForm(_Days):
    """What is repeated, and when."""

    what: Any = radio_field(
        _l("Hva vil du kopiere?"), _what, required=_l("Velg hva du vil kopiere."), chosen=A_WEEK
    )
    source_first: Any = day_field(
        _l("Kopier fra og med"),
        required=_l("Velg en dag i uken, eller den første dagen."),
        hint=_l("For én uke: velg en dag i uken."),
    )
    source_last: Any = day_field(
        _l("Kopier til og med"), hint=_l("Bare når du kopierer et halvår eller et år.")
    )
    target_first: Any = day_field(_l("Lag økter fra og med"), required=_l("Velg den første dagen."))
    target_last: Any = day_field(_l("Lag økter til og med"), required=_l("Velg den siste dagen."))

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Refuse periods that end before they begin."""
        is_valid: bool = super().validate(*args, **kwargs)
        if not self._is_week and self.source_first.data and not self.source_last.data:
            self.source_last.errors = [_("Velg den siste dagen.")]
            is_valid = False
        orders = [self._in_order(self.target_first, self.target_last)]
        if not self._is_week:
            orders.append(self._in_order(self.source_first, self.source_last))
        return is_valid and all(orders)

    @property
    def _is_week(self) -> bool:
        return bool(self.what.data == A_WEEK)

    def to_command(self, group_id: UUID) -> CopyTimetable:
        """Return what was filled in."""
        first: date = self.source_first.data
        if self._is_week:
            monday = first - timedelta(days=first.weekday())
            source = Period(monday, monday + timedelta(days=6))
        else:
            source = Period(first, self.source_last.data)
        target = Period(self.target_first.data, self.target_last.data)
        return CopyTimetable(group_id, source, target, self._is_week)


class ElementForm(_Days):
    """When and where an element of the plan takes place."""

    name: Any = text_field(_l("Navn på opplegget"), required=_l("Skriv hva det heter."), most=100)
    place: Any = text_field(_l("Sted"), most=200, hint=_l("For eksempel arbeidsplassen."))
    contact: Any = text_field(
        _l("Kontaktperson"), most=200, hint=_l("Navn og telefon til den som følger opp der.")
    )
    teacher_id: Any = select_field(_l("Hvem fører oppmøte?"), list, blank=_l("Saksbehandler"))
    first_day: Any = day_field(_l("Fra og med"), required=_l("Velg den første dagen."))
    last_day: Any = day_field(_l("Til og med"), required=_l("Velg den siste dagen."))
    starts_1: Any = hour_field(_l("Mandag fra klokken"))
    ends_1: Any = hour_field(_l("Mandag til klokken"))
    starts_2: Any = hour_field(_l("Tirsdag fra klokken"))
    ends_2: Any = hour_field(_l("Tirsdag til klokken"))
    starts_3: Any = hour_field(_l("Onsdag fra klokken"))
    ends_3: Any = hour_field(_l("Onsdag til klokken"))
    starts_4: Any = hour_field(_l("Torsdag fra klokken"))
    ends_4: Any = hour_field(_l("Torsdag til klokken"))
    starts_5: Any = hour_field(_l("Fredag fra klokken"))
    ends_5: Any = hour_field(_l("Fredag til klokken"))

    def offer_teachers(self, teachers: Named) -> None:
        """Set who can be chosen."""
        offer(self.teacher_id, _("Saksbehandler"), teachers)

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Refuse half a time, and days in the wrong order."""
        is_valid: bool = super().validate(*args, **kwargs)
        for day in WEEKDAYS:
            starts, ends = self[f"starts_{day}"], self[f"ends_{day}"]
            if (starts.data is None) != (ends.data is None) and not starts.errors + ends.errors:
                lacking = starts if starts.data is None else ends
                lacking.errors = [_("Skriv både når det begynner og når det slutter.")]
                is_valid = False
        return self._in_order(self.first_day, self.last_day) and is_valid

    def times(self) -> list[tuple[Any, Any]]:
        """Return the two fields of each weekday, for the page."""
        return [(self[f"starts_{day}"], self[f"ends_{day}"]) for day in WEEKDAYS]

    def to_command(self, participant_id: UUID, element_id: UUID) -> ScheduleElement:
        """Return what was filled in."""
        times = tuple(
            WeeklyTime(day, self[f"starts_{day}"].data, self[f"ends_{day}"].data)
            for day in WEEKDAYS
            if self[f"starts_{day}"].data is not None
        )
        return ScheduleElement(
            participant_id=participant_id,
            element_id=element_id,
            name=self.name.data,
            place=self.place.data or "",
            contact=self.contact.data or "",
            teacher_id=chosen(self.teacher_id),
            period=Period(self.first_day.data, self.last_day.data),
            times=times,
        )
