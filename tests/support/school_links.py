"""Links for schools: made, and used, through the services."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.school_links import service
from app.attendance.school_links.commands import MakeLink, SendReport
from app.attendance.school_links.models import SchoolLink, SchoolReport
from app.core.actor import Actor
from app.core.clock import Clock

FIRST, LAST = date(2026, 11, 2), date(2026, 11, 27)


def make_link(
    session: Session, clock: Clock, actor: Actor, group_id: UUID
) -> tuple[SchoolLink, str]:
    """Give a school a link for most of November."""
    command = MakeLink(group_id, "Den videregående skolen", "Kari Lærer", FIRST, LAST)
    return service.make_link(session, clock, actor, command)


def tell(
    session: Session,
    clock: Clock,
    address: str,
    day: date,
    away: Mapping[tuple[UUID, date], Fraction] | None = None,
) -> SchoolReport:
    """Tell of the week of a day: everybody was there but those in `away`."""
    opened = service.open_link(session, clock, address, day)
    command = SendReport(opened.days, "Kari Lærer", away or {})
    return service.send_report(session, clock, address, command)
