"""Who may do what with attendance, whichever page or programme asks."""

from app.core.actor import CASE_STAFF, Actor, Role
from app.core.errors import NotPermitted

REGISTRARS = CASE_STAFF | {Role.TEACHER}
"""Those who register attendance; a teacher only that of her own groups."""


def require_case_staff(actor: Actor) -> None:
    """Refuse everybody but those who work with cases.

    Raises:
        NotPermitted: the actor has another role.
    """
    if actor.role not in CASE_STAFF:
        raise NotPermitted


def require_registrar(actor: Actor) -> None:
    """Refuse everybody who does not register attendance.

    Raises:
        NotPermitted: the actor has another role.
    """
    if actor.role not in REGISTRARS:
        raise NotPermitted
