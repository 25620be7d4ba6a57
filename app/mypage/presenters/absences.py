"""Her absences: the caseworker's own rows, with what each reason means."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.attendance.presenters.absences import AbsenceRow, UnexplainedRow, absences_page
from app.attendance.presenters.reasons import reason_explanation
from app.attendance.presenters.verdicts import BalanceRow
from app.attendance.service import AbsenceBook
from app.benefit.warnings.warning import Pending, WarningText, warning_text


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
    warnings: tuple[WarningText, ...]
    """What days without a reason take from months that are open, in the language that she reads."""


def own_absences_view(book: AbsenceBook, pending: Iterable[Pending]) -> OwnAbsencesView:
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
        warnings=tuple(warning_text(each, book.participant.reading_language) for each in pending),
    )
