"""How a mark is written in a cell of the grid, and what its input is called.

The page works without scripts: each input's name carries what the page showed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

PRESENT, ABSENT = "t", "f"
"""What is typed for somebody who was there (til stede), and who was not (fravær)."""

_PREFIX = "m"
_NUMBER = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class TypedCell:
    """One cell of the plain form, as it was typed."""

    session_id: UUID
    participant_id: UUID
    base_version: int
    text: str

    def minutes_absent(self, length: int) -> int | None:
        """Return what was meant, or None if it cannot be understood."""
        text = self.text.casefold()
        if text == PRESENT:
            return 0
        if text == ABSENT:
            return length
        return int(text) if _NUMBER.fullmatch(text) and int(text) <= length else None


def cell_name(
    session_id: UUID, participant_id: UUID, version: int, minutes_absent: int | None
) -> str:
    """Return the name of a cell's input: it carries what the page showed."""
    shown = "" if minutes_absent is None else str(minutes_absent)
    return f"{_PREFIX}.{session_id}.{participant_id}.{version}.{shown}"


def cell_text(minutes_absent: int | None, length: int) -> str:
    """Return how a mark is written in its cell."""
    if minutes_absent is None:
        return ""
    if minutes_absent == 0:
        return PRESENT
    return ABSENT if minutes_absent >= length else str(minutes_absent)


def read_cells(fields: Mapping[str, str], lengths: Mapping[UUID, int]) -> list[TypedCell]:
    """Return the cells that differ from what the page showed, of the sessions in `lengths`."""
    cells = []
    for name, value in fields.items():
        parts = name.split(".")
        if parts[0] != _PREFIX or len(parts) != 5:
            continue
        try:
            session_id, participant_id = UUID(parts[1]), UUID(parts[2])
            version, shown = int(parts[3]), int(parts[4]) if parts[4] else None
        except ValueError:
            continue
        text = value.strip()
        if session_id in lengths and text.casefold() != cell_text(shown, lengths[session_id]):
            cells.append(TypedCell(session_id, participant_id, version, text))
    return cells
