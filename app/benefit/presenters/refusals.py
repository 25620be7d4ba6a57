"""Why a month is not prepared, approved or sent, in sentences."""

from typing import assert_never

from app.benefit.errors import ApproveRefusal, FileRefusal, PrepareRefusal
from app.i18n.text import gettext as _


def prepare_refusal(reason: PrepareRefusal) -> str:
    """Return why the month cannot be computed."""
    match reason:
        case PrepareRefusal.NOT_BEGUN:
            return _("Måneden har ikke begynt.")
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
        case ApproveRefusal.CONTESTED_MEANWHILE:
            return _(
                "En deltaker har sagt fra om feil i oppmøtet etter at måneden ble beregnet. "
                "Avklar det, og beregn måneden på nytt."
            )
        case ApproveRefusal.NOT_CLOSED:
            return _(
                "Måneden ble beregnet mens oppmøtet fortsatt kunne føres. Stønaden utbetales "
                "etterskuddsvis. Beregn måneden på nytt når fristen for å føre oppmøte er ute."
            )
        case ApproveRefusal.CORRECTED_MEANWHILE:
            return _(
                "En annen måned er godkjent i mellomtiden, og retter den samme måneden. "
                "Beregn måneden på nytt."
            )
        case ApproveRefusal.NOT_COMPUTED:
            return _("Måneden er ikke ferdig beregnet.")
        case ApproveRefusal.NOT_PREPARED:
            return _("Måneden er allerede godkjent.")
        case _:
            assert_never(reason)


def file_refusal(reason: FileRefusal) -> str:
    """Return why there is no payment file."""
    match reason:
        case FileRefusal.NOT_APPROVED:
            return _("Måneden må godkjennes før utbetalingsfilen kan lages.")
        case FileRefusal.NUMBERS_MISSING:
            return _("Noen mangler lønnsnummer. Registrer numrene før utbetalingsfilen lages.")
        case _:
            assert_never(reason)
