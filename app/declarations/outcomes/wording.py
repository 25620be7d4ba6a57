"""The closed lists of outcomes in words."""

from typing import assert_never

from app.declarations.kinds import WithdrawalGround
from app.i18n.text import gettext as _


def ground_text(ground: WithdrawalGround) -> str:
    """Return what was wrong with a sheet."""
    match ground:
        case WithdrawalGround.WRONG_PERSON:
            return _("Arket viser en annen persons opplysninger")
        case WithdrawalGround.WRONG_FACTS:
            return _("Et navn, et nummer eller en dato er feil")
        case WithdrawalGround.WRONG_TEXT:
            return _("Teksten er feil")
        case WithdrawalGround.OTHER:
            return _("Noe annet")
        case _:
            assert_never(ground)
