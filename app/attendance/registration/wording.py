"""The class list in words."""

from typing import assert_never

from app.attendance.registration.rows import Chosen, Presence
from app.i18n.text import gettext as _
from app.i18n.text import ngettext


def presence_text(presence: Presence) -> str:
    """Return what a tap says."""
    match presence:
        case Presence.PRESENT:
            return _("Her")
        case Presence.ABSENT:
            return _("Borte")
        case Presence.LATE:
            return _("Sent")
        case Presence.LEFT_EARLY:
            return _("Gikk før")
        case Presence.PART:
            return _("Deler av timen")
        case _:
            assert_never(presence)


def minutes_text(minutes: int) -> str:
    """Return minutes as a choice."""
    return ngettext("%(num)s minutt", "%(num)s minutter", minutes)


def chosen_text(chosen: Chosen) -> str:
    """Return a whole choice."""
    words = presence_text(chosen.presence)
    return f"{words}, {minutes_text(chosen.minutes)}" if chosen.minutes else words
