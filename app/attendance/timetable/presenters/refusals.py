"""Why the timetable refuses something: the field that it concerns, and the sentence."""

from typing import assert_never

from app.attendance.timetable.errors import (
    ClosedDayRefusal,
    CopyRefusal,
    ElementRefusal,
    RoomRefusal,
    SessionRefusal,
)
from app.i18n.text import gettext as _


def room_refusal(reason: RoomRefusal) -> tuple[str, str]:
    """Return the field and the sentence."""
    match reason:
        case RoomRefusal.NAME_TAKEN:
            return "name", _("Et annet rom heter det samme. Velg et annet navn.")
        case _:
            assert_never(reason)


def closed_day_refusal(reason: ClosedDayRefusal) -> tuple[str, str]:
    """Return the field and the sentence."""
    match reason:
        case ClosedDayRefusal.LAST_DAY_BEFORE_FIRST:
            return "last_day", _("Den siste dagen kan ikke være før den første.")
        case ClosedDayRefusal.TOO_LONG:
            return "last_day", _("Perioden kan være høyst ti uker.")
        case ClosedDayRefusal.OVERLAPS:
            return "first_day", _("Noen av dagene er allerede uten program.")
        case _:
            assert_never(reason)


def session_refusal(reason: SessionRefusal) -> tuple[str, str]:
    """Return the field and the sentence."""
    match reason:
        case SessionRefusal.ENDS_BEFORE_IT_STARTS:
            return "ends_at", _("Økten må slutte etter at den begynner.")
        case SessionRefusal.DAY_OFF:
            return "day", _("Det er helg eller helligdag denne dagen. Velg en annen dag.")
        case SessionRefusal.CLOSED:
            return "day", _("Det er ikke program denne dagen. Velg en annen dag.")
        case SessionRefusal.OVERLAPS:
            return "starts_at", _("Gruppen har allerede en økt på denne tiden.")
        case SessionRefusal.MARKED:
            return "day", _(
                "Det er ført oppmøte for økten. Da kan du ikke flytte den eller endre lengden."
            )
        case SessionRefusal.CANCELLED:
            return "day", _("Økten er avlyst. Gjenopprett den før du endrer den.")
        case SessionRefusal.NOT_A_TEACHER:
            return "teacher_id", _("Velg en lærer i listen.")
        case _:
            assert_never(reason)


def copy_refusal(reason: CopyRefusal) -> tuple[str, str]:
    """Return the field and the sentence."""
    match reason:
        case CopyRefusal.TOO_LONG:
            return "target_last", _("Lag timeplanen for høyst ett år om gangen.")
        case CopyRefusal.ONTO_ITSELF:
            return "target_first", _("Velg dager som ikke er med i det du kopierer.")
        case CopyRefusal.NOTHING_TO_COPY:
            return "source_first", _("Det er ingen økter å kopiere i denne perioden.")
        case _:
            assert_never(reason)


def element_refusal(reason: ElementRefusal) -> tuple[str, str]:
    """Return the field and the sentence."""
    match reason:
        case ElementRefusal.NO_TIMES:
            return "starts_1", _("Skriv klokkeslett for minst én dag.")
        case ElementRefusal.ENDS_BEFORE_IT_STARTS:
            return "ends_1", _("Hver dag må slutte etter at den begynner.")
        case ElementRefusal.OUTSIDE_ELEMENT:
            return "first_day", _("Dagene må være innenfor elementet i planen.")
        case ElementRefusal.ALREADY_SCHEDULED:
            return "name", _("Elementet har allerede en timeplan.")
        case ElementRefusal.TOO_LONG:
            return "last_day", _("Lag timeplanen for høyst ett år om gangen.")
        case ElementRefusal.NOT_A_TEACHER:
            return "teacher_id", _("Velg en lærer i listen.")
        case _:
            assert_never(reason)
