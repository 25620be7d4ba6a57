"""Adding rows that somebody else may be adding at the same moment."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.persistence.base import Base


class Taken(Exception):
    """A row with the same unique values is there already."""


def add_unique(session: Session, *rows: Base) -> None:
    """Add rows and write them; if one of them is there already, add none, and go on.

    Raises:
        Taken: another row has what must be unique. The session still answers.
    """
    try:
        with session.begin_nested():
            session.add_all(rows)
            session.flush()
    except IntegrityError as error:
        if "unique" not in str(error.orig).lower():
            raise
        raise Taken from error
