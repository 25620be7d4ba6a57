"""Why a month is not prepared, approved or sent, in sentences."""

from typing import assert_never

from app.benefit.errors import ApproveRefusal, FileRefusal, PrepareRefusal
from app.i18n.text import gettext as _


def prepare_refusal(reason: PrepareRefusal) -> str:
    """Return why the month cannot be computed."""
    match reason:
        case PrepareRefusal.NOT_ENDED:
            return _("Måneden er ikke slutt. Stønaden utbetales etterskuddsvis.")
        case PrepareRefusal.APPROVED:
            return _("Måneden er godkjent og kan ikke beregnes på nytt.")
        case PrepareRefusal.NOBODY:
            return _("Ingen deltakere har program i denne måneden.")
        case _:
            assert_never(reason)


def approve_refusal(reason: ApproveRefusal) -> str:
    """Return why the month cannot be approved."""
    match reason:
        case ApproveRefusal.SAME_PERSON:
            return _("Du har selv beregnet måneden. En annen må godkjenne den.")
        case ApproveRefusal.OPEN_CLARIFICATIONS:
            return _("Noe må avklares før måneden kan godkjennes. Se listen under.")
        case ApproveRefusal.NOT_PREPARED:
            return _("Måneden er allerede godkjent.")
        case _:
            assert_never(reason)


def file_refusal(reason: FileRefusal) -> str:
    """Return why there is no payment file."""
    match reason:
        case FileRefusal.NOT_APPROVED:
            return _("Måneden må godkjennes før utbetalingsfilen kan lages.")
        case _:
            assert_never(reason)
