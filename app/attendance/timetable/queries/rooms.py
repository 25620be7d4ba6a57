"""Reading rooms and closed days."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from app.attendance.models import Group
from app.attendance.timetable.kinds import ClosedKind
from app.attendance.timetable.models import ClosedDay, Room
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.period import Period


@dataclass(frozen=True, slots=True)
class ClosedLine:
    """A closed period, with the group it is for."""

    id: UUID
    first_day: date
    last_day: date
    name: str
    kind: ClosedKind
    group_id: UUID | None
    group_name: str | None
    """None: the whole municipality."""

    @property
    def period(self) -> Period:
        """Return the days."""
        return Period(self.first_day, self.last_day)


def list_rooms(session: Session, scope: MunicipalityScope, *, active: bool = False) -> list[Room]:
    """Return the municipality's rooms, those in use first; with `active`, those alone."""
    rooms = select(Room).where(Room.municipality_id == scope.municipality_id)
    if active:
        rooms = rooms.where(Room.is_active)
    return list(session.scalars(rooms.order_by(Room.is_active.desc(), Room.name, Room.id)))


def get_room(session: Session, scope: MunicipalityScope, room_id: UUID) -> Room:
    """Return a room of the municipality.

    Raises:
        NotFound: there is no such room there.
    """
    room = session.get(Room, room_id)
    if room is None or room.municipality_id != scope.municipality_id:
        raise NotFound
    return room


def find_room_by_name(session: Session, scope: MunicipalityScope, name: str) -> Room | None:
    """Return the room in use with this name, or None."""
    rooms = select(Room).where(Room.municipality_id == scope.municipality_id)
    return session.scalars(rooms.where(Room.name == name, Room.is_active)).first()


def list_closed_lines(
    session: Session, scope: MunicipalityScope, period: Period
) -> list[ClosedLine]:
    """Return what is closed in a period, for the municipality and for single groups, in order."""
    rows = (
        select(
            ClosedDay.id,
            ClosedDay.first_day,
            ClosedDay.last_day,
            ClosedDay.name,
            ClosedDay.kind,
            ClosedDay.group_id,
            Group.name,
        )
        .outerjoin(Group, Group.id == ClosedDay.group_id)
        .where(ClosedDay.municipality_id == scope.municipality_id, _touches(period))
        .order_by(ClosedDay.first_day, ClosedDay.last_day, ClosedDay.id)
    )
    return [ClosedLine(*row) for row in session.execute(rows)]


def list_closed_for_group(
    session: Session, scope: MunicipalityScope, period: Period, group_id: UUID
) -> list[ClosedDay]:
    """Return what is closed for a group in a period: its own and the municipality's."""
    rows = (
        select(ClosedDay)
        .where(ClosedDay.municipality_id == scope.municipality_id, _touches(period))
        .where(or_(ClosedDay.group_id.is_(None), ClosedDay.group_id == group_id))
        .order_by(ClosedDay.first_day, ClosedDay.id)
    )
    return list(session.scalars(rows))


def get_closed_day(session: Session, scope: MunicipalityScope, closed_day_id: UUID) -> ClosedDay:
    """Return a closed period of the municipality.

    Raises:
        NotFound: there is no such period there.
    """
    found = session.get(ClosedDay, closed_day_id)
    if found is None or found.municipality_id != scope.municipality_id:
        raise NotFound
    return found


def closed_days(
    session: Session, scope: MunicipalityScope, period: Period, group_id: UUID | None = None
) -> dict[date, str]:
    """Return the days of a period on which the municipality is closed, with the reason.

    With a group, its own closed days too.
    """
    if group_id is not None:
        found = list_closed_for_group(session, scope, period, group_id)
    else:
        every = select(ClosedDay).where(ClosedDay.municipality_id == scope.municipality_id)
        whole = every.where(ClosedDay.group_id.is_(None), _touches(period))
        found = list(session.scalars(whole.order_by(ClosedDay.first_day, ClosedDay.id)))
    days: dict[date, str] = {}
    for each in found:
        shared = Period(each.first_day, each.last_day).intersection(period)
        if shared is not None:
            days.update(dict.fromkeys(shared.days(), each.name))
    return days


def _touches(period: Period) -> ColumnElement[bool]:
    return (ClosedDay.first_day <= period.last_day) & (ClosedDay.last_day >= period.first_day)
