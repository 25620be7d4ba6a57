"""Contacts about absence. A row is never changed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Connection, ForeignKey, Index, String, Text, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.benefit.warnings.kinds import ContactKind, ContactWay
from app.core.ids import new_id
from app.persistence.base import Base


class AbsenceContact(Base):
    """The municipality spoke with a participant about absence."""

    __tablename__ = "absence_contact"
    __table_args__ = (
        Index(None, "participant_id", "held_on"),
        CheckConstraint("words <> ''", name="words"),
        CheckConstraint("(kind = 'warning') = (month IS NOT NULL)", name="warned_of_a_month"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    kind: Mapped[ContactKind]
    way: Mapped[ContactWay]
    held_on: Mapped[date]
    words: Mapped[str] = mapped_column(Text)
    """Of a warning: what she was told, as it was. Of a conversation: what was agreed, without
    illnesses."""
    language: Mapped[str] = mapped_column(String(10))
    """BCP 47 code of the words."""
    month: Mapped[date | None]
    """First day of the month that she was warned of."""
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]


class ContactTouched(Exception):
    """A programming error: something tried to change what was registered."""


def _refuse(_mapper: Mapper[Any], _connection: Connection, _row: AbsenceContact) -> None:
    raise ContactTouched


for _moment in ("before_update", "before_delete"):
    event.listen(AbsenceContact, _moment, _refuse)
