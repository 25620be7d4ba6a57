"""Small and essential changes in words, and why nothing was decided."""

from typing import assert_never

from app.i18n.text import gettext as _
from app.plans.versions.errors import JudgementRefusal
from app.rules.plan import ChangeKind, ChangeSign


def kind_text(kind: ChangeKind) -> str:
    """Return what kind of change it is."""
    match kind:
        case ChangeKind.SMALL:
            return _("Liten endring")
        case ChangeKind.ESSENTIAL:
            return _("Vesentlig endring")
        case _:
            assert_never(kind)


def kind_choices() -> list[tuple[str, str]]:
    """Return the two kinds with what follows from each."""
    return [
        (ChangeKind.SMALL.value, _("Liten endring. Den trenger ikke nytt vedtak.")),
        (ChangeKind.ESSENTIAL.value, _("Vesentlig endring. Den er et vedtak som kan påklages.")),
    ]


def sign_text(sign: ChangeSign) -> str:
    """Return what points to an essential change."""
    match sign:
        case ChangeSign.END_GOAL:
            return _("Sluttmålet er et annet.")
        case ChangeSign.NORWEGIAN_GOAL:
            return _("Norskmålet er et annet.")
        case ChangeSign.TRAINING_EXTENT:
            return _("Timene i norsk eller samfunnskunnskap er endret med minst en femdel.")
        case ChangeSign.CHOSEN_ELEMENT:
            return _("Et element mot arbeid eller utdanning er nytt eller tatt ut.")
        case ChangeSign.OBLIGATORY_ELEMENT:
            return _("Et element som programmet vanligvis må ha, er tatt ut.")
        case ChangeSign.AMOUNT:
            return _("Timene i programmet til sammen er endret med minst en femdel.")
        case _:
            assert_never(sign)


def refusal_text(reason: JudgementRefusal) -> tuple[str | None, str]:
    """Return the field concerned, if one is, and why nothing was decided."""
    match reason:
        case JudgementRefusal.NO_CHANGE_YET:
            return None, _("Det finnes ingen endring å avgjøre. Åpne planen på nytt.")
        case JudgementRefusal.NO_REASON:
            return "reason", _("Skriv hvorfor.")
        case _:
            assert_never(reason)
