"""The kinds of holds in words."""

from typing import assert_never

from app.benefit.holds.kinds import HoldKind
from app.i18n.text import gettext as _


def kind_text(kind: HoldKind) -> str:
    """Return what the hold does."""
    match kind:
        case HoldKind.CONTESTED:
            return _("Deltakeren bestrider fraværet. Måneden godkjennes ikke før det er avklart.")
        case HoldKind.SUSPENDED:
            return _("Vedtaket er utsatt. Ingenting trekkes for dagene så lenge.")
        case _:
            assert_never(kind)
