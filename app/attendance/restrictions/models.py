"""Restrictions as they hold: laid down by a decision, and lifted from a day."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Connection, ForeignKey, Index, Text, UniqueConstraint, event
from sqlalchemy import inspect as inspect_row
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.attendance.restrictions.kinds import RestrictionKind
from app.core.ids import new_id
from app.persistence.base import Base

_LIFTED_WHOLLY = (
    "(lifted_from IS NULL AND lifted_by IS NULL AND lifted_at IS NULL AND lifted_reason = '')"
    " OR (lifted_from IS NOT NULL AND lifted_by IS NOT NULL AND lifted_at IS NOT NULL"
    " AND lifted_reason <> '')"
)


class Restriction(Base):
    """What a decision has taken from a participant, and from which day to which."""

    __tablename__ = "restriction"
    __table_args__ = (
        Index(None, "participant_id", "first_day"),
        Index(None, "municipality_id"),
        CheckConstraint("first_day <= last_day", name="order"),
        CheckConstraint("kind <> 'suspension' OR last_day IS NOT NULL", name="for_a_time"),
        CheckConstraint("kind <> 'termination' OR last_day IS NULL", name="for_good"),
        CheckConstraint(_LIFTED_WHOLLY, name="lifted_wholly"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    kind: Mapped[RestrictionKind]
    first_day: Mapped[date]
    last_day: Mapped[date | None]
    """None: until it is lifted."""
    programme_ended_on: Mapped[date | None]
    """The last day that the programme had before it was stopped for good."""
    decided_on: Mapped[date]
    decided_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    decided_at: Mapped[datetime]
    lifted_from: Mapped[date | None]
    """The first day on which it holds no more; its first day: it never held."""
    lifted_reason: Mapped[str] = mapped_column(Text, default="")
    lifted_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    lifted_at: Mapped[datetime | None]
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)

    def holds_on(self, day: date) -> bool:
        """Tell whether it is in force on a day."""
        if day < self.first_day or (self.last_day is not None and day > self.last_day):
            return False
        return self.lifted_from is None or day < self.lifted_from


class RestrictionReview(Base):
    """Somebody looked at it anew, and let it stand (integreringsforskriften § 9 (3))."""

    __tablename__ = "restriction_review"
    __table_args__ = (
        UniqueConstraint("restriction_id", "number"),
        CheckConstraint("reason <> ''", name="reason"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    restriction_id: Mapped[UUID] = mapped_column(ForeignKey("restriction.id"))
    number: Mapped[int]
    reviewed_on: Mapped[date]
    reason: Mapped[str] = mapped_column(Text)
    reviewed_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    reviewed_at: Mapped[datetime]


class RestrictionTouched(Exception):
    """A programming error: something tried to change what a decision laid down."""


def _let_it_only_be_lifted(
    _mapper: Mapper[Any], _connection: Connection, restriction: Restriction
) -> None:
    """Let a restriction only be lifted, and later from an earlier day still."""
    state = inspect_row(restriction)
    before = (state.attrs.lifted_from.history.deleted or [restriction.lifted_from])[0]
    changed = {each.key for each in state.attrs if each.history.has_changes()}
    now = restriction.lifted_from
    is_worse = now is None or (before is not None and now > before)
    if is_worse or any(not key.startswith("lifted_") for key in changed):
        raise RestrictionTouched(str(restriction.id))


def _refuse(_mapper: Mapper[Any], _connection: Connection, row: Any) -> None:
    raise RestrictionTouched(str(row.id))


event.listen(Restriction, "before_update", _let_it_only_be_lifted)
event.listen(Restriction, "before_delete", _refuse)
for _moment in ("before_update", "before_delete"):
    event.listen(RestrictionReview, _moment, _refuse)
