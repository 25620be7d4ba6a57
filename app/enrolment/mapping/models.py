"""What was mapped, part by part. A row is never changed: the next version is another row."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, ForeignKey, UniqueConstraint, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.core.ids import new_id
from app.enrolment.mapping.contents import Content
from app.enrolment.mapping.kinds import MappingPart
from app.enrolment.mapping.stored_form import from_stored
from app.persistence.base import Base


class MappingEntry(Base):
    """One version of one part of a participant's mapping (integreringsforskriften §§ 47–50)."""

    __tablename__ = "mapping_entry"
    __table_args__ = (UniqueConstraint("participant_id", "part", "version"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    part: Mapped[MappingPart]
    version: Mapped[int]
    """1, 2, … within the part."""
    values: Mapped[dict[str, Any]]
    """What `stored_form` makes of the part's values."""
    recorded_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    """None: taken over from the time before mappings had a history."""
    recorded_at: Mapped[datetime]

    @property
    def content(self) -> Content:
        """The values of the part."""
        return from_stored(self.part, self.values)


class MappingEntryTouched(Exception):
    """A programming error: something tried to change or delete what was recorded."""


def _refuse(_mapper: Mapper[Any], _connection: Connection, entry: MappingEntry) -> None:
    raise MappingEntryTouched(str(entry.id))


for _moment in ("before_update", "before_delete"):
    event.listen(MappingEntry, _moment, _refuse)
