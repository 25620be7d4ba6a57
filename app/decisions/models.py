"""Decisions and what became of them. A decision that was issued is never changed or deleted.

Sending, arrival and approval stand in rows of their own; the newest row counts.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    event,
    inspect,
)
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.accounts.models import LanguageForm
from app.core.ids import new_id
from app.decisions.states import ArrivalSource, DecisionKind, DecisionState, SendingWay
from app.persistence.base import Base
from app.plans.answers.kinds import ApprovalOutcome

_WHOLE_WHEN_ISSUED = (
    "state = 'draft' OR (issued_by IS NOT NULL AND issued_at IS NOT NULL"
    " AND document_id IS NOT NULL AND decided_on IS NOT NULL AND grounds IS NOT NULL"
    " AND reasons <> '')"
)
_OPEN_OR_DECIDED = (
    "(outcome IS NULL AND decided_by IS NULL AND decided_at IS NULL)"
    " OR (outcome IS NOT NULL AND decided_by IS NOT NULL AND decided_at IS NOT NULL)"
)


class AdministrativeDecision(Base):
    """Enkeltvedtak (integreringsloven § 46)."""

    __tablename__ = "administrative_decision"
    __table_args__ = (
        UniqueConstraint("plan_id", "kind"),
        Index(None, "municipality_id", "participant_id"),
        CheckConstraint(_WHOLE_WHEN_ISSUED, name="whole_when_issued"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    kind: Mapped[DecisionKind]
    plan_id: Mapped[UUID | None] = mapped_column(ForeignKey("integration_plan.id"))
    """The version of the plan that is decided; None: the decision is about something else."""
    state: Mapped[DecisionState] = mapped_column(default=DecisionState.DRAFT)
    form: Mapped[LanguageForm]
    """Which Norwegian the letter is written in."""
    summary_language: Mapped[str] = mapped_column(String(10), default="")
    """BCP 47 code of the summary after the letter; empty: none."""
    decided_on: Mapped[date | None]
    """None, in a draft: the day on which it is issued."""
    reasons: Mapped[str] = mapped_column(Text, default="")
    """The caseworker's own, in the language form of the letter."""
    grounds: Mapped[list[dict[str, Any]] | None]
    """What the rules said of it when it was issued: code, provision and address of each."""
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("issued_document.id"), unique=True)
    created_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    issued_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    """Who decided."""
    issued_at: Mapped[datetime | None]
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)


class DecisionApproval(Base):
    """A draft that was sent to a leader, with what she said.

    A draft that is thrown away takes its rows with it.
    """

    __tablename__ = "decision_approval"
    __table_args__ = (
        UniqueConstraint("decision_id", "number"),
        CheckConstraint("decided_by IS NULL OR decided_by <> asked_by", name="maker_and_checker"),
        CheckConstraint(_OPEN_OR_DECIDED, name="open_or_decided"),
        CheckConstraint("outcome <> 'sent_back' OR reason <> ''", name="reason"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    decision_id: Mapped[UUID] = mapped_column(
        ForeignKey("administrative_decision.id", ondelete="CASCADE")
    )
    number: Mapped[int]
    """1 for the first time this draft was sent, and so on."""
    decision_row_version: Mapped[int]
    """The state of the draft that was sent; only this state can be approved, and issued."""
    asked_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    asked_at: Mapped[datetime]
    outcome: Mapped[ApprovalOutcome | None]
    reason: Mapped[str] = mapped_column(Text, default="")
    """From the leader; needed to send back."""
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    decided_at: Mapped[datetime | None]


class DecisionSending(Base):
    """The letter was sent once more."""

    __tablename__ = "decision_sending"
    __table_args__ = (UniqueConstraint("decision_id", "number"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    decision_id: Mapped[UUID] = mapped_column(ForeignKey("administrative_decision.id"))
    number: Mapped[int]
    way: Mapped[SendingWay]
    sent_on: Mapped[date]
    """On screen: the day on which it could be read and the alert was sent, the later of the two."""
    note: Mapped[str] = mapped_column(Text, default="")
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]


class DecisionArrival(Base):
    """When the letter reached the participant: the time limit for an appeal runs from then."""

    __tablename__ = "decision_arrival"
    __table_args__ = (
        UniqueConstraint("decision_id", "number"),
        CheckConstraint("source <> 'estimated' OR note <> ''", name="estimated"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    decision_id: Mapped[UUID] = mapped_column(ForeignKey("administrative_decision.id"))
    number: Mapped[int]
    arrived_on: Mapped[date]
    source: Mapped[ArrivalSource]
    note: Mapped[str] = mapped_column(Text, default="")
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]


class DecisionTouched(Exception):
    """A programming error: something tried to change what was decided, sent or registered."""


def _refuse(
    _mapper: Mapper[Any], _connection: Connection, row: DecisionSending | DecisionArrival
) -> None:
    raise DecisionTouched(str(row.id))


def _refuse_to_change_issued(
    _mapper: Mapper[Any], _connection: Connection, decision: AdministrativeDecision
) -> None:
    """Let a draft be changed and issued; nothing after that."""
    before = inspect(decision).attrs.state.history.deleted or [decision.state]
    if before[0] is not DecisionState.DRAFT:
        raise DecisionTouched(str(decision.id))


def _refuse_to_delete_issued(
    _mapper: Mapper[Any], _connection: Connection, decision: AdministrativeDecision
) -> None:
    if decision.state is not DecisionState.DRAFT:
        raise DecisionTouched(str(decision.id))


def _refuse_to_decide_twice(
    _mapper: Mapper[Any], _connection: Connection, approval: DecisionApproval
) -> None:
    """Let an approval only be decided, once."""
    state = inspect(approval)
    before = state.attrs.outcome.history.deleted or [approval.outcome]
    changed = {each.key for each in state.attrs if each.history.has_changes()}
    if before[0] is not None or changed - {"outcome", "reason", "decided_by", "decided_at"}:
        raise DecisionTouched(str(approval.id))


for _model in (DecisionSending, DecisionArrival):
    for _moment in ("before_update", "before_delete"):
        event.listen(_model, _moment, _refuse)
event.listen(AdministrativeDecision, "before_update", _refuse_to_change_issued)
event.listen(AdministrativeDecision, "before_delete", _refuse_to_delete_issued)
event.listen(DecisionApproval, "before_update", _refuse_to_decide_twice)
