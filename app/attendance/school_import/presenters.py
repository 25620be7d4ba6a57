"""What each row of a school's list does, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from app.attendance.presenters.verdicts import MINUTES_PER_HOUR, length_text
from app.attendance.school_import.errors import TakeInRefusal
from app.attendance.school_import.matching import MatchedRow
from app.attendance.school_import.rows import RowProblem
from app.attendance.school_import.service import LookedThrough
from app.i18n import format as fmt
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the list."""

    line: int
    who: str
    day: str
    what: str
    tone: str


def shown_rows(looked: LookedThrough) -> list[ShownRow]:
    """Return the rows, those that register nothing first."""
    rows = sorted(looked.rows, key=lambda each: (each.problem is None, each.said.line))
    return [_row(each, looked) for each in rows]


def count_faults(rows: Iterable[MatchedRow]) -> int:
    """Return how many rows register nothing."""
    return sum(each.problem is not None for each in rows)


def refusal_text(refusal: TakeInRefusal) -> tuple[str, str]:
    """Return the field that it concerns, and why the list is not taken in."""
    match refusal:
        case TakeInRefusal.UNREADABLE:
            return "file", _(
                "Filen kan ikke leses. Lagre den som CSV eller Excel, og prøv på nytt."
            )
        case TakeInRefusal.NO_ROWS:
            return "file", _("Velg en fil, eller lim inn en liste med overskrifter og rader.")
        case TakeInRefusal.NO_PERSON:
            return "rows", _(
                "Listen mangler kolonnen Identitetsnummer, eller Fornavn, Etternavn og Fødselsdato."
            )
        case TakeInRefusal.NO_DAY:
            return "rows", _("Listen mangler kolonnen Dato.")
        case TakeInRefusal.TOO_LONG:
            return "last_day", _("Listen kan gjelde et halvt år om gangen.")
        case TakeInRefusal.LOCKED:
            return "reason", _("Fristen er ute for noen av dagene. Skriv hvorfor oppmøtet rettes.")
        case TakeInRefusal.NOTHING_NEW:
            return "rows", _("Alt i listen er ført fra før. Ingenting er endret.")
        case _:
            assert_never(refusal)


def _row(row: MatchedRow, looked: LookedThrough) -> ShownRow:
    person = looked.sheet.people.get(row.participant_id) if row.participant_id else None
    who = person.full_name if person else ""
    day = fmt.short_date(row.said.day) if row.said.day else ""
    if row.problem is not None:
        return ShownRow(row.said.line, who, day, _fault(row.problem), "danger")
    hours = length_text(Fraction(row.minutes, MINUTES_PER_HOUR))
    return ShownRow(row.said.line, who, day, _("Borte %(hours)s", hours=hours), "info")


def _fault(problem: RowProblem) -> str:
    match problem:
        case RowProblem.NO_PERSON:
            return _("Det står ikke hvem det gjelder")
        case RowProblem.NO_DAY:
            return _("Datoen mangler eller kan ikke leses")
        case RowProblem.NO_LENGTH:
            return _("Timene kan ikke leses")
        case RowProblem.UNKNOWN:
            return _("Ingen i gruppen er denne personen")
        case RowProblem.SEVERAL:
            return _("Flere i gruppen har dette navnet og denne fødselsdatoen")
        case RowProblem.OUTSIDE:
            return _("Dagen er utenfor dagene listen gjelder")
        case RowProblem.NO_SESSION:
            return _("Gruppen hadde ingen økt denne dagen, eller deltakeren var ikke med")
        case RowProblem.TOO_LONG:
            return _("Fraværet er lengre enn øktene den dagen")
        case RowProblem.TWICE:
            return _("Deltakeren står flere ganger samme dag")
        case _:
            assert_never(problem)
