"""What must be recorded although the transaction is undone: that somebody saw something.

A form that is refused is shown again, with what it is about; the change is rolled back, the look
is not.
"""

from collections.abc import Callable

from sqlalchemy.orm import Session

_LOOKS = "introportalen.looks"

Look = Callable[[], object]


def keep_after_rollback(session: Session, look: Look) -> None:
    """Remember how to record this look again."""
    session.info.setdefault(_LOOKS, []).append(look)


def take_looks(session: Session) -> list[Look]:
    """Return, once, the looks of this session."""
    looks: list[Look] = session.info.pop(_LOOKS, [])
    return looks
