"""Forms of rooms and closed days, and the choice of room and teacher that others share."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.attendance.timetable.commands import AddClosedDay, SaveRoom
from app.attendance.timetable.kinds import ClosedKind
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.web.fields import checkbox_field, day_field, radio_field, select_field, version_field
from app.web.forms import PortalForm, text_field

Named = Sequence[tuple[UUID, str]]


def offer(field: Any, blank: str, named: Named) -> None:
    """Set what can be chosen; the first choice is none."""
    field.choices = dict([("", blank), *((str(each), name) for each, name in named)])


def chosen(field: Any) -> UUID | None:
    """Return what was chosen, or None; blanks count as nothing, as they do for the field."""
    value = (field.data or "").strip()
    return UUID(value) if value else None


def _closed_kinds() -> list[tuple[str, str]]:
    return [
        (ClosedKind.CLOSED.value, _("Kommunen har stengt, for eksempel planleggingsdag")),
        (ClosedKind.HOLIDAY.value, _("Ferie for deltakerne")),
    ]


class RoomForm(PortalForm):
    """A new room."""

    name: Any = text_field(_l("Navn på rommet"), required=_l("Skriv hva rommet heter."), most=100)

    def to_command(self) -> SaveRoom:
        """Return what was filled in."""
        return SaveRoom(self.name.data)


class ChangeRoomForm(RoomForm):
    """A room that exists."""

    is_active: Any = checkbox_field(
        _l("Rommet er i bruk"), hint=_l("Fjern haken når rommet ikke skal brukes mer.")
    )
    row_version = version_field()

    def to_change(self, room_id: UUID) -> SaveRoom:
        """Return what was filled in."""
        return SaveRoom(self.name.data, self.is_active.data, room_id, self.row_version.data)


class ClosedDayForm(PortalForm):
    """Days without programme."""

    name: Any = text_field(
        _l("Hva skjer disse dagene?"),
        required=_l("Skriv hvorfor det ikke er program."),
        most=100,
        hint=_l("For eksempel Planleggingsdag eller Høstferie."),
    )
    kind: Any = radio_field(
        _l("Hva slags dager er det?"),
        _closed_kinds,
        required=_l("Velg hva slags dager det er."),
        chosen=ClosedKind.CLOSED.value,
    )
    first_day: Any = day_field(_l("Fra og med"), required=_l("Velg den første dagen."))
    last_day: Any = day_field(_l("Til og med"), required=_l("Velg den siste dagen."))
    group_id: Any = select_field(_l("Hvem gjelder det?"), list, blank=_l("Hele kommunen"))

    def offer_groups(self, groups: Named) -> None:
        """Set which groups can be chosen."""
        offer(self.group_id, _("Hele kommunen"), groups)

    def to_command(self) -> AddClosedDay:
        """Return what was filled in."""
        return AddClosedDay(
            first_day=self.first_day.data,
            last_day=self.last_day.data,
            name=self.name.data,
            kind=ClosedKind(self.kind.data),
            group_id=chosen(self.group_id),
        )
