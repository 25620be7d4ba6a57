"""Her absences: the caseworker's own rows, with what each reason means."""

from dataclasses import dataclass

from app.attendance.presenters.absences import AbsenceRow, UnexplainedRow, absences_page
from app.attendance.presenters.reasons import reason_explanation
from app.attendance.presenters.verdicts import BalanceRow
from app.attendance.service import AbsenceBook


@dataclass(frozen=True, slots=True)
class OwnAbsence:
    """A registered absence."""

    row: AbsenceRow
    documentation: str
    """Empty: none."""
    meaning: str
    """When the reason holds, and what it takes."""


@dataclass(frozen=True, slots=True)
class OwnAbsencesView:
    """The whole page."""

    unexplained: tuple[UnexplainedRow, ...]
    registered: tuple[OwnAbsence, ...]
    balances: tuple[BalanceRow, ...]


def own_absences_view(book: AbsenceBook) -> OwnAbsencesView:
    """Return her absences in the reader's language; what was withdrawn is none."""
    page = absences_page(book)
    return OwnAbsencesView(
        unexplained=page.unexplained,
        registered=tuple(
            OwnAbsence(row, row.documentation.strip("–"), reason_explanation(absence.reason))
            for row, absence in zip(page.rows, book.absences, strict=True)
            if not row.is_withdrawn
        ),
        balances=page.balances,
    )
