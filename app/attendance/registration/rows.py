"""What is chosen for each person of a class list, and what it means in minutes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.attendance.commands import Mark
from app.attendance.models import AttendanceMark

_NUMBER = re.compile(r"[0-9]{1,4}")


class Presence(StrEnum):
    """What a tap says."""

    PRESENT = "present"
    ABSENT = "absent"
    LATE = "late"
    LEFT_EARLY = "left_early"
    PART = "part"
    """Some minutes away, as the week grid registers it."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One person's choice, with the minutes of those that have some."""

    presence: Presence
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class TypedRow:
    """One person of the plain form, as it was sent."""

    participant_id: UUID
    presence: str
    minutes: str
    base_version: int

    def chosen(self, length: int) -> Chosen | None:
        """Return what was meant in a session of this length, or None if it cannot be."""
        if self.presence not in set(Presence):
            return None
        presence = Presence(self.presence)
        if presence in {Presence.PRESENT, Presence.ABSENT}:
            return Chosen(presence)
        if not _NUMBER.fullmatch(self.minutes) or not 0 < int(self.minutes) < length:
            return None
        return Chosen(presence, int(self.minutes))


def chosen_of(mark: AttendanceMark, length: int) -> Chosen:
    """Return what a mark says."""
    if not mark.minutes_absent:
        return Chosen(Presence.PRESENT)
    if mark.minutes_absent >= length:
        return Chosen(Presence.ABSENT)
    if mark.minutes_late == mark.minutes_absent:
        return Chosen(Presence.LATE, mark.minutes_absent)
    if mark.minutes_left_early == mark.minutes_absent:
        return Chosen(Presence.LEFT_EARLY, mark.minutes_absent)
    return Chosen(Presence.PART, mark.minutes_absent)


def mark_of(
    session_id: UUID, participant_id: UUID, chosen: Chosen, length: int, base_version: int
) -> Mark:
    """Return the choice as a mark."""
    absent = length if chosen.presence is Presence.ABSENT else chosen.minutes
    return Mark(
        session_id=session_id,
        participant_id=participant_id,
        minutes_absent=absent,
        base_version=base_version,
        minutes_late=chosen.minutes if chosen.presence is Presence.LATE else 0,
        minutes_left_early=chosen.minutes if chosen.presence is Presence.LEFT_EARLY else 0,
    )


def read_rows(fields: Mapping[str, str]) -> list[TypedRow]:
    """Return everybody of the plain form: `p.<id>`, `m.<id>` and `v.<id>` belong together."""
    rows = []
    for name, value in fields.items():
        if not name.startswith("p."):
            continue
        try:
            who = UUID(name[2:])
        except ValueError:
            continue
        version = fields.get(f"v.{who}", "0")
        rows.append(
            TypedRow(
                who,
                value,
                fields.get(f"m.{who}", "").strip(),
                int(version) if _NUMBER.fullmatch(version) else 0,
            )
        )
    return rows
