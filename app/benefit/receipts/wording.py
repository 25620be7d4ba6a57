"""Receipts in words."""

from typing import assert_never

from app.benefit.receipts.kinds import LineProblem, Outcome, ReceiptProblem
from app.i18n.text import gettext as _


def outcome_text(outcome: Outcome) -> str:
    """Return what became of a payment."""
    match outcome:
        case Outcome.PAID:
            return _("Betalt")
        case Outcome.REJECTED:
            return _("Avvist")
        case Outcome.OTHER_AMOUNT:
            return _("Annet beløp enn det som ble sendt")
        case Outcome.UNKNOWN:
            return _("Står ikke i utbetalingsfilen")
        case _:
            assert_never(outcome)


def outcome_tone(outcome: Outcome) -> str:
    """Return the colour that repeats the word."""
    match outcome:
        case Outcome.PAID:
            return "success"
        case Outcome.REJECTED:
            return "danger"
        case Outcome.OTHER_AMOUNT | Outcome.UNKNOWN:
            return "warning"
        case _:
            assert_never(outcome)


def receipt_problem_text(problem: ReceiptProblem) -> str:
    """Return why a receipt cannot be read."""
    match problem:
        case ReceiptProblem.UNREADABLE:
            return _("Filen kan ikke leses. Den må være en CSV-fil.")
        case ReceiptProblem.EMPTY:
            return _("Filen har ingen linjer under overskriftene.")
        case ReceiptProblem.NO_REFERENCE:
            return _("Filen mangler en kolonne med overskriften Referanse eller Ansattnummer.")
        case ReceiptProblem.NO_AMOUNT:
            return _("Filen mangler en kolonne med overskriften Beløp.")
        case ReceiptProblem.NO_STATUS:
            return _("Filen mangler en kolonne med overskriften Status.")
        case _:
            assert_never(problem)


def line_problem_text(line: int, problem: LineProblem) -> str:
    """Return why a line of a receipt cannot be read."""
    match problem:
        case LineProblem.REFERENCE_MISSING:
            return _("Linje %(line)s: Det står ikke hvem den gjelder.", line=line)
        case LineProblem.REFERENCE_TWICE:
            return _("Linje %(line)s: Den samme personen står flere ganger.", line=line)
        case LineProblem.AMOUNT:
            return _("Linje %(line)s: Beløpet mangler eller er ikke et tall.", line=line)
        case LineProblem.STATUS:
            return _("Linje %(line)s: Status må være betalt eller avvist.", line=line)
        case _:
            assert_never(problem)
