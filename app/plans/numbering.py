"""Rows about a version of a plan that follow each other: the newest has the highest number."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.core.errors import Conflict
from app.persistence.base import Base
from app.persistence.unique import Taken, add_unique

Row = TypeVar("Row", bound=Base)


def add_next(
    session: Session,
    plan_id: UUID,
    columns: tuple[InstrumentedAttribute[UUID], InstrumentedAttribute[int]],
    make: Callable[[int], Row],
) -> Row:
    """Add the row that `make` gives for the next number of the version, and return it.

    `columns`: those that hold the version and the number.

    Raises:
        Conflict: somebody else took the number at the same moment.
    """
    of_plan, number = columns
    last = session.scalar(select(func.max(number)).where(of_plan == plan_id))
    row = make((last or 0) + 1)
    try:
        add_unique(session, row)
    except Taken as error:
        raise Conflict from error
    return row
