"""Contacts about absence in words."""

from typing import assert_never

from app.benefit.warnings.errors import ContactRefusal
from app.benefit.warnings.kinds import ContactKind, ContactWay
from app.i18n.text import gettext as _


def kind_text(kind: ContactKind) -> str:
    """Return what it was."""
    match kind:
        case ContactKind.WARNING:
            return _("Varslet før trekk")
        case ContactKind.TALK:
            return _("Samtale om fravær")
        case _:
            assert_never(kind)


def way_choices() -> list[tuple[str, str]]:
    """Return how somebody can be reached."""
    return [(each.value, way_text(each)) for each in ContactWay]


def way_text(way: ContactWay) -> str:
    """Return how she was reached."""
    match way:
        case ContactWay.IN_PERSON:
            return _("Ansikt til ansikt")
        case ContactWay.PHONE:
            return _("På telefon")
        case ContactWay.TEXT_MESSAGE:
            return _("Tekstmelding")
        case ContactWay.LETTER:
            return _("Brev")
        case _:
            assert_never(way)


def contact_refusal_text(refusal: ContactRefusal) -> str:
    """Return why the contact is not registered."""
    match refusal:
        case ContactRefusal.NOTHING_TO_WARN_OF:
            return _("Det er ikke lenger noe å varsle om i måneden.")
        case ContactRefusal.IN_THE_FUTURE:
            return _("Dagen kan ikke være fram i tid.")
        case _:
            assert_never(refusal)
