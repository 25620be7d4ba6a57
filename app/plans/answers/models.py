"""Approvals of drafts, answers to fixed plans, and what was decided where the two disagree.

An answer and a decision are never changed: a newer answer follows the older one.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    String,
    Text,
    UniqueConstraint,
    event,
    inspect,
)
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.core.ids import new_id
from app.enrolment.interpreting.kinds import InterpreterUse
from app.enrolment.interpreting.models import (
    EXEMPTED,
    INTERPRETED,
    NOT_INTERPRETED,
    QUALIFIED,
    InterpreterColumns,
)
from app.persistence.base import Base
from app.plans.answers.kinds import AnswerKind, AnswerWay, ApprovalOutcome, DisagreementOutcome

_OPEN_OR_DECIDED = (
    "(outcome IS NULL AND decided_by IS NULL AND decided_at IS NULL)"
    " OR (outcome IS NOT NULL AND decided_by IS NOT NULL AND decided_at IS NOT NULL)"
)


class PlanApproval(Base):
    """A draft that was sent to a leader, with what she said; the newest row counts.

    A draft that is thrown away takes its rows with it.
    """

    __tablename__ = "plan_approval"
    __table_args__ = (
        UniqueConstraint("plan_id", "number"),
        CheckConstraint("decided_by IS NULL OR decided_by <> asked_by", name="maker_and_checker"),
        CheckConstraint(_OPEN_OR_DECIDED, name="open_or_decided"),
        CheckConstraint("outcome <> 'sent_back' OR reason <> ''", name="reason"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("integration_plan.id", ondelete="CASCADE"))
    number: Mapped[int]
    """1 for the first time this draft was sent, and so on."""
    plan_row_version: Mapped[int]
    """The state of the draft that was sent; only this state can be approved, and fixed."""
    asked_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    asked_at: Mapped[datetime]
    note: Mapped[str] = mapped_column(Text, default="")
    """From the one who asks; may be empty."""
    outcome: Mapped[ApprovalOutcome | None]
    reason: Mapped[str] = mapped_column(Text, default="")
    """From the leader; needed to send back."""
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    decided_at: Mapped[datetime | None]


class PlanAnswer(InterpreterColumns, Base):
    """What the participant said of a fixed version; her newest answer to it counts."""

    __tablename__ = "plan_answer"
    __table_args__ = (
        UniqueConstraint("plan_id", "number"),
        CheckConstraint("kind <> 'disagrees' OR words <> ''", name="words"),
        CheckConstraint("words = '' OR words_language <> ''", name="words_language"),
        CheckConstraint("way <> 'meeting' OR interpreter_use IS NOT NULL", name="meeting"),
        CheckConstraint(INTERPRETED, name="interpreted"),
        CheckConstraint(NOT_INTERPRETED, name="not_interpreted"),
        CheckConstraint(QUALIFIED, name="qualified"),
        CheckConstraint(EXEMPTED, name="exempted"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("integration_plan.id"))
    number: Mapped[int]
    """1 for the first answer to this version, and so on."""
    kind: Mapped[AnswerKind]
    way: Mapped[AnswerWay]
    answered_on: Mapped[date]
    language: Mapped[str] = mapped_column(String(10))
    """BCP 47 code of the language in which she read the plan, or it was gone through with her."""
    words: Mapped[str] = mapped_column(Text, default="")
    """Why she does not agree, or what she wants to say, as she says it."""
    words_language: Mapped[str] = mapped_column(String(10), default="")
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    """Herself on her own page, a caseworker at a meeting."""
    registered_at: Mapped[datetime]
    interpreter_use: Mapped[InterpreterUse | None]
    """None: on her own page."""


class DisagreementDecision(Base):
    """What the municipality decided where the participant does not agree (§ 15 fifth paragraph)."""

    __tablename__ = "disagreement_decision"
    __table_args__ = (CheckConstraint("reason <> ''", name="reason"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    answer_id: Mapped[UUID] = mapped_column(ForeignKey("plan_answer.id"), unique=True)
    outcome: Mapped[DisagreementOutcome]
    reason: Mapped[str] = mapped_column(Text)
    """In Norwegian; the participant reads it too."""
    decided_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    decided_at: Mapped[datetime]


class AnswerTouched(Exception):
    """A programming error: something tried to change what was said or decided."""


def _refuse(
    _mapper: Mapper[Any], _connection: Connection, row: PlanAnswer | DisagreementDecision
) -> None:
    raise AnswerTouched(str(row.id))


def _refuse_to_decide_twice(
    _mapper: Mapper[Any], _connection: Connection, approval: PlanApproval
) -> None:
    """Let an approval only be decided, once."""
    state = inspect(approval)
    before = state.attrs.outcome.history.deleted or [approval.outcome]
    changed = {each.key for each in state.attrs if each.history.has_changes()}
    if before[0] is not None or changed - {"outcome", "reason", "decided_by", "decided_at"}:
        raise AnswerTouched(str(approval.id))


for _model in (PlanAnswer, DisagreementDecision):
    for _moment in ("before_update", "before_delete"):
        event.listen(_model, _moment, _refuse)
event.listen(PlanApproval, "before_update", _refuse_to_decide_twice)
