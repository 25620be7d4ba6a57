"""Naming the rooms that groups meet in."""

from sqlalchemy.orm import Session

from app.attendance.service.permission import require_case_staff
from app.attendance.timetable import queries
from app.attendance.timetable.commands import SaveRoom
from app.attendance.timetable.errors import CannotSaveRoom, RoomChanged, RoomRefusal
from app.attendance.timetable.models import Room
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.ids import new_id


def save_room(session: Session, clock: Clock, actor: Actor, command: SaveRoom) -> Room:
    """Name a room, rename it, or take it out of use; what was planned in it stays.

    Raises:
        NotFound: there is no such room.
        RoomChanged: somebody saved it since the form was opened.
        CannotSaveRoom: another room in use has the name.
    """
    require_case_staff(actor)
    if command.room_id is None:
        room = Room(id=new_id(), municipality_id=actor.scope.municipality_id)
    else:
        room = queries.get_room(session, actor.scope, command.room_id)
        if room.row_version != command.row_version:
            raise RoomChanged(room.name, is_active=room.is_active, row_version=room.row_version)
    namesake = queries.find_room_by_name(session, actor.scope, command.name)
    if command.is_active and namesake is not None and namesake.id != room.id:
        raise CannotSaveRoom(RoomRefusal.NAME_TAKEN)
    room.name, room.is_active = command.name, command.is_active
    session.add(room)
    session.flush()
    audit.record(session, clock, actor, Action.ROOM_SAVED, ("room", room.id))
    return room
