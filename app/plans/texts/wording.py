"""Words for translations of a plan: pieces, states, and what is wrong."""

from typing import assert_never

from app.i18n.text import gettext as _
from app.plans.paper.written import TranslationState
from app.plans.texts.errors import FileFault, RowFault, TranslationRefusal
from app.plans.texts.pieces import (
    LONG_TERM_GOALS,
    NORWEGIAN_GOALS_REASON,
    PARTICIPATION,
    REASON,
    REASONS,
)


def state_choices() -> list[tuple[str, str]]:
    """Return the states that a translation can be given, the usual one first."""
    return [
        (TranslationState.TRANSLATED.value, _("Oversatt av en person")),
        (TranslationState.CHECKED.value, _("Kontrollert mot originalen av en person")),
        (TranslationState.BY_PARTICIPANT.value, _("Skrevet av deltakeren")),
        (TranslationState.MACHINE_DRAFT.value, _("Maskinoversatt utkast, ikke kontrollert")),
    ]


def state_text(state: TranslationState, by: str, on: str) -> str:
    """Return who answers for a translation, in a sentence; `by` and `on` are set as given."""
    match state:
        case TranslationState.MACHINE_DRAFT:
            return _("Maskinoversatt utkast. Ingen har kontrollert det.")
        case TranslationState.TRANSLATED:
            return _("Oversatt av %(name)s %(date)s.", name=by, date=on)
        case TranslationState.CHECKED:
            return _("Kontrollert av %(name)s %(date)s.", name=by, date=on)
        case TranslationState.BY_PARTICIPANT:
            return _("Skrevet av deltakeren %(date)s.", date=on)
        case _:
            assert_never(state)


def piece_title(key: str, element: str) -> str:
    """Return what a text is about; `element` is the name of the element it belongs to."""
    match key:
        case _ if key == LONG_TERM_GOALS:
            return _("Langsiktige mål")
        case _ if key == PARTICIPATION:
            return _("Slik har deltakeren vært med på å lage planen")
        case _ if key == NORWEGIAN_GOALS_REASON:
            return _("Begrunnelse for norskmålet")
        case _ if key == REASONS:
            return _("Hvorfor disse elementene")
        case _ if key.endswith(REASON):
            return _("%(element)s: begrunnelse", element=element)
        case _:
            return _("%(element)s: kommunens eget navn", element=element)


def refusal_text(reason: TranslationRefusal) -> tuple[str | None, str]:
    """Return the field that is wrong, and what is wrong with it."""
    match reason:
        case TranslationRefusal.SOURCE_CHANGED:
            return None, _(
                "Teksten i planen er endret siden du åpnet siden. Les den på nytt, og rett "
                "oversettelsen."
            )
        case TranslationRefusal.ANOTHER_WROTE:
            return None, _(
                "Andre har lagret en oversettelse siden du åpnet siden. Den vises nå. Lagre på "
                "nytt hvis din skal gjelde."
            )
        case TranslationRefusal.NO_NAME:
            return "by", _("Skriv navnet på den som har oversatt eller kontrollert.")
        case TranslationRefusal.IN_THE_FUTURE:
            return "on", _("Datoen kan ikke være i framtiden.")
        case TranslationRefusal.EMPTY:
            return "text", _("Skriv oversettelsen.")
        case _:
            assert_never(reason)


def file_fault_text(fault: FileFault) -> str:
    """Return why a file cannot be read, and what to do."""
    match fault:
        case FileFault.NOT_TEXT:
            return _("Filen er ikke en tekstfil. Lagre den som CSV med tegnsettet UTF-8.")
        case FileFault.NO_COLUMNS:
            return _(
                "Filen mangler kolonnene key, source_digest og translation. Hent filen her på "
                "nytt, og fyll inn den."
            )
        case FileFault.TOO_LARGE:
            return _("Filen er for stor. Send bare filen som du hentet her.")
        case FileFault.BROKEN:
            return _("Filen er ødelagt. Hent den på nytt fra oversetteren.")
        case _:
            assert_never(fault)


def row_fault_text(fault: RowFault) -> str:
    """Return why a row is left out."""
    match fault:
        case RowFault.UNKNOWN_PIECE:
            return _("Planen har ingen slik tekst.")
        case RowFault.SOURCE_CHANGED:
            return _("Teksten i planen er endret etter at filen ble hentet.")
        case RowFault.EMPTY:
            return _("Ingen oversettelse er fylt inn.")
        case RowFault.TOO_LONG:
            return _("Oversettelsen er for lang.")
        case RowFault.UNPRINTABLE:
            return _("Oversettelsen har et tegn som ikke kan skrives ut.")
        case RowFault.TWICE:
            return _("Teksten står to ganger i filen. Bare den første blir brukt.")
        case _:
            assert_never(fault)
