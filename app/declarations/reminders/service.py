"""Reading and changing the municipality's number of days."""

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, Role
from app.core.clock import Clock
from app.core.errors import Conflict, NotPermitted

FEWEST_DAYS, MOST_DAYS = 1, 180


def change_reminder_days(
    session: Session, clock: Clock, actor: Actor, *, days: int, seen: int
) -> bool:
    """Set the number of days, from 1 to 180; tell whether it is another than before.

    `seen` is the number that the form was opened with.

    Raises:
        NotPermitted: only the administrator chooses.
        Conflict: somebody else has changed it since.
        ValueError: too few days, or too many.
    """
    if actor.role is not Role.ADMINISTRATOR:
        raise NotPermitted
    if not FEWEST_DAYS <= days <= MOST_DAYS:
        raise ValueError("the number of days is out of range")
    municipality = get_municipality(session, actor.scope)
    session.refresh(municipality, with_for_update=True)
    before = municipality.paper_reminder_days
    if before != seen:
        raise Conflict
    if days == before:
        return False
    municipality.paper_reminder_days = days
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        Action.POLICIES_CHANGED,
        ("municipality", municipality.id),
        details={"changes": {"paper_reminder_days": [before, days]}},
    )
    return True
