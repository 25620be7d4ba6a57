"""Why something was not done with a text, and what to do."""

from typing import assert_never

from app.declarations.bundles.wording import WordingFault
from app.declarations.wordings.errors import (
    DecisionRefusal,
    FileRefusal,
    ImportRefusal,
    TranslationRefusal,
)
from app.declarations.wordings.presenters.faults import wording_fault
from app.i18n.text import gettext as _


def import_refusal(reason: ImportRefusal) -> str:
    """Return why a readable text was not taken in."""
    match reason:
        case ImportRefusal.VERSION_EXISTS:
            return _("Denne versjonen finnes allerede. Gi teksten et nytt versjonsnavn i filen.")
        case ImportRefusal.STARTS_BEFORE_CURRENT:
            return _(
                "Teksten gjelder fra en dag før teksten som gjelder nå, og ville ikke blitt brukt."
            )
        case ImportRefusal.HAS_ENDED:
            return _("Siste dag i filen er over. Teksten ville ikke blitt brukt.")
        case _:
            assert_never(reason)


def decision_refusal(reason: DecisionRefusal) -> str:
    """Return why nothing was decided."""
    match reason:
        case DecisionRefusal.DECIDED_ALREADY:
            return _("Teksten er allerede avgjort.")
        case DecisionRefusal.NOT_APPROVED:
            return _("Bare en godkjent tekst kan trekkes tilbake.")
        case DecisionRefusal.SAME_PERSON:
            return _("Du importerte teksten. En annen må godkjenne den.")
        case DecisionRefusal.NO_REASON:
            return _("Skriv hvorfor.")
        case _:
            assert_never(reason)


def translation_refusal(reason: TranslationRefusal) -> tuple[str | None, str]:  # noqa: C901
    """Return the field concerned, if one is, and why the clause was not changed."""
    match reason:
        case (
            TranslationRefusal.EMPTY
            | TranslationRefusal.TOO_LONG
            | TranslationRefusal.ODD_CHARACTER
            | TranslationRefusal.BRACES
            | TranslationRefusal.OTHER_FIELDS
        ):
            return "text", wording_fault(WordingFault(reason.value))
        case TranslationRefusal.STALE:
            return None, _(
                "Andre har gjort noe med dette leddet siden du åpnet siden. Det du skrev, står "
                "fortsatt her. Se gjennom det og prøv igjen."
            )
        case TranslationRefusal.UNCHANGED:
            return None, _("Ingenting er endret.")
        case TranslationRefusal.NO_COMMENT:
            return "comment", _("Skriv kommentaren.")
        case TranslationRefusal.NOT_TRANSLATED:
            return "text", _("Leddet er ikke oversatt ennå.")
        case TranslationRefusal.OUTDATED:
            return "text", _("Den norske teksten er endret. Oppdater oversettelsen først.")
        case TranslationRefusal.NO_REVIEWER:
            return "reviewer", _("Skriv navnet på den som har gått gjennom oversettelsen.")
        case TranslationRefusal.REVIEWER_TRANSLATED:
            return "reviewer", _("Den som har oversatt, kan ikke gå gjennom sin egen oversettelse.")
        case TranslationRefusal.NOT_REVIEWED:
            return None, _("Oversettelsen må være gjennomgått før den kan godkjennes.")
        case TranslationRefusal.APPROVED_ALREADY:
            return None, _("Oversettelsen er allerede godkjent.")
        case TranslationRefusal.SAME_PERSON:
            return None, _(
                "Den som har oversatt eller gått gjennom, kan ikke godkjenne. "
                "En annen må gjøre det."
            )
        case _:
            assert_never(reason)


def file_refusal(reason: FileRefusal) -> str:
    """Return why a file changed nothing."""
    match reason:
        case FileRefusal.TAKEN_IN_ALREADY:
            return _("Filen er allerede tatt inn.")
        case FileRefusal.NOTHING_NEW:
            return _("Filen har ingenting nytt som kan tas inn.")
        case _:
            assert_never(reason)
