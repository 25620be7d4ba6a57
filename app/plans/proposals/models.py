"""Proposals and their answers. Neither is ever changed: an answer stands beside its proposal."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Connection, ForeignKey, String, Text, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.core.ids import new_id
from app.persistence.base import Base
from app.plans.proposals.kinds import ProposalKind, ProposalOutcome
from app.rules.plan import ElementKind

_HAS_LINE = "kind <> 'change_element' OR element_id IS NOT NULL"
_IS_ANSWER = (
    "(outcome = 'taken' AND plan_id IS NOT NULL)"
    " OR (outcome = 'not_taken' AND plan_id IS NULL AND element_id IS NULL AND reason <> '')"
)


class PlanProposal(Base):
    """What a participant wrote that she wants in her plan."""

    __tablename__ = "plan_proposal"
    __table_args__ = (
        CheckConstraint("words <> ''", name="words"),
        CheckConstraint(_HAS_LINE, name="has_line"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    kind: Mapped[ProposalKind]
    element_id: Mapped[UUID | None] = mapped_column(ForeignKey("plan_element.id"), index=True)
    """The line of the fixed plan that she wants changed; None: it is about something else."""
    element_kind: Mapped[ElementKind | None]
    """The standard element that she picked for a new line; None: she did not know."""
    words: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(10))
    """BCP 47 code of the language that she wrote in."""
    made_at: Mapped[datetime]
    made_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))


class PlanProposalAnswer(Base):
    """What became of a proposal.

    That it was taken goes away with the draft, or the line in it: then the proposal waits again,
    and is not lost.
    """

    __tablename__ = "plan_proposal_answer"
    __table_args__ = (CheckConstraint(_IS_ANSWER, name="is_answer"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("plan_proposal.id"), unique=True)
    outcome: Mapped[ProposalOutcome]
    plan_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("integration_plan.id", ondelete="CASCADE"), index=True
    )
    """The draft that it was taken into."""
    element_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("plan_element.id", ondelete="CASCADE"), index=True
    )
    """The line that it became; None: a goal, or not taken."""
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it was not taken, in Norwegian."""
    translation: Mapped[str] = mapped_column(Text, default="")
    """The same reason in the participant's language, if somebody wrote it."""
    translation_language: Mapped[str] = mapped_column(String(10), default="")
    answered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    answered_at: Mapped[datetime]


class ProposalTouched(Exception):
    """A programming error: something tried to change what was written."""


def _refuse(
    _mapper: Mapper[Any], _connection: Connection, row: PlanProposal | PlanProposalAnswer
) -> None:
    raise ProposalTouched(row.__tablename__)


for _model in (PlanProposal, PlanProposalAnswer):
    for _moment in ("before_update", "before_delete"):
        event.listen(_model, _moment, _refuse)
