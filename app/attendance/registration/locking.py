"""Whether a session can still be marked without saying why: the municipality's deadline."""

from datetime import date

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.core.actor import MunicipalityScope
from app.rules.policy import MarksLock, Policy


def marks_lock(session: Session, scope: MunicipalityScope) -> MarksLock:
    """Return what the municipality has chosen."""
    return Policy.from_mapping(get_municipality(session, scope).policies).marks_lock


def is_locked(day: date, today: date, lock: MarksLock) -> bool:
    """Tell whether marks of a session on `day` are corrections by now."""
    return lock.days is not None and (today - day).days > lock.days
