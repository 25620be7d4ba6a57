"""What a notice considers besides money, and what a decision then lays down."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Connection, ForeignKey, event, select
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.attendance.restrictions.kinds import RestrictionKind
from app.decisions.interventions.kinds import Cause
from app.decisions.notices.kinds import NoticeState
from app.decisions.notices.models import AdvanceNotice
from app.persistence.base import Base


class Intervention(Base):
    """What a notice considers. A draft that is thrown away takes its row along."""

    __tablename__ = "intervention"
    __table_args__ = (
        CheckConstraint("first_day <= last_day", name="order"),
        CheckConstraint("(kind = 'suspension') = (last_day IS NOT NULL)", name="for_a_time"),
        CheckConstraint("cause <> 'covered_face' OR warned_on IS NOT NULL", name="warned"),
    )

    notice_id: Mapped[UUID] = mapped_column(
        ForeignKey("reduction_notice.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[RestrictionKind]
    cause: Mapped[Cause]
    first_day: Mapped[date]
    last_day: Mapped[date | None]
    """Of a stop for a time; None: for good, or until it is lifted."""
    warned_on: Mapped[date | None]
    """Of the written warning about a covered face (integreringsloven § 40)."""
    occasions: Mapped[int | None]
    """Self-certified absences in the last twelve months, as the rules counted them."""


class DecidedIntervention(Base):
    """What a decision lays down. A draft that is thrown away takes its row along."""

    __tablename__ = "decided_intervention"
    __table_args__ = (CheckConstraint("first_day <= last_day", name="order"),)

    decision_id: Mapped[UUID] = mapped_column(
        ForeignKey("administrative_decision.id", ondelete="CASCADE"), primary_key=True
    )
    notice_id: Mapped[UUID] = mapped_column(ForeignKey("reduction_notice.id"), unique=True)
    first_day: Mapped[date]
    last_day: Mapped[date | None]


class ImposedRestriction(Base):
    """Which restrictions a decision laid down: another one where a complaint let it wait."""

    __tablename__ = "imposed_restriction"

    restriction_id: Mapped[UUID] = mapped_column(ForeignKey("restriction.id"), primary_key=True)
    decision_id: Mapped[UUID] = mapped_column(ForeignKey("administrative_decision.id"), index=True)


class InterventionTouched(Exception):
    """A programming error: something tried to change what was notified or decided."""


def _refuse_when_issued(_mapper: Mapper[Any], connection: Connection, row: Intervention) -> None:
    states = select(AdvanceNotice.state).where(AdvanceNotice.id == row.notice_id)
    if connection.scalar(states) is not NoticeState.DRAFT:
        raise InterventionTouched(str(row.notice_id))


def _refuse(_mapper: Mapper[Any], _connection: Connection, row: Any) -> None:
    raise InterventionTouched(type(row).__name__)


event.listen(Intervention, "before_update", _refuse_when_issued)
event.listen(Intervention, "before_delete", _refuse_when_issued)
event.listen(DecidedIntervention, "before_update", _refuse)
for _moment in ("before_update", "before_delete"):
    event.listen(ImposedRestriction, _moment, _refuse)
