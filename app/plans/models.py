"""The programme and the versions of its plan. A fixed version never changes."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Connection,
    ForeignKey,
    String,
    Text,
    UniqueConstraint,
    event,
    inspect,
    select,
)
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from app.core.ids import new_id
from app.persistence.base import Base
from app.rules.plan import CefrLevel, ElementKind
from app.rules.programme import EndGoal


class PlanStatus(StrEnum):
    """A draft may change; a fixed plan is what was decided."""

    DRAFT = "draft"
    FIXED = "fixed"
    REPLACED = "replaced"
    """Was fixed; a newer version is fixed now."""


class Programme(Base):
    """Introduksjonsprogram: the participant's right to it, from the § 12 decision."""

    __tablename__ = "programme"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), unique=True)
    offered_start_on: Mapped[date]
    """Decides which lengths apply (integreringsforskriften §§ 75–76)."""
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    """Last day of the fixed length, without added time; earlier if it was stopped for good."""
    planned_end: Mapped[date | None]
    """The last day that the plan gives, while a decision has ended the programme before it."""
    decided_on: Mapped[date]
    """When the § 12 decision was made; the plan is made at the same time (§ 15)."""
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)

    def plan_until(self, day: date) -> None:
        """Let it last as long as its plan says, but no longer than a stop for good lets it (§ 18).

        The plan may live on after a stop: the training in Norwegian needs one too (§ 15).
        """
        if self.planned_end is None:
            self.ends_on = day
        else:
            self.planned_end, self.ends_on = day, min(self.ends_on, day)

    def stop_after(self, day: date) -> None:
        """Let this be its last day, whatever its plan says."""
        if self.planned_end is None:
            self.planned_end = self.ends_on
        self.ends_on = min(self.ends_on, day)

    def go_on(self) -> None:
        """Let it last as long as its plan says again."""
        if self.planned_end is not None:
            self.ends_on, self.planned_end = self.planned_end, None


class IntegrationPlan(Base):
    """Integreringsplan (§ 15), one version of it."""

    __tablename__ = "integration_plan"
    __table_args__ = (UniqueConstraint("participant_id", "version"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"), index=True)
    version: Mapped[int]
    status: Mapped[PlanStatus] = mapped_column(default=PlanStatus.DRAFT)
    made_on: Mapped[date]
    """The day the plan was made: decides between contract and declaration (§ 16)."""
    end_goal: Mapped[EndGoal]
    is_completion_ruled_out: Mapped[bool] = mapped_column(default=False)
    """Under 25 (§ 14): completing upper secondary is not wanted, or out of reach."""
    listening_goal: Mapped[CefrLevel]
    reading_goal: Mapped[CefrLevel]
    writing_goal: Mapped[CefrLevel]
    speaking_goal: Mapped[CefrLevel]
    long_term_goals: Mapped[str] = mapped_column(Text, default="")
    """In the participant's own words."""
    goals_language: Mapped[str] = mapped_column(String(10), default="")
    """BCP 47 code of the language that the long-term goals are written in; empty: bokmål."""
    norwegian_goals_reason: Mapped[str] = mapped_column(Text, default="")
    """Why the Norwegian goals differ from the guiding ones (integreringsforskriften § 28)."""
    participation_note: Mapped[str] = mapped_column(Text, default="")
    """What the participant contributed to the plan, and how she was understood."""
    reasons: Mapped[str] = mapped_column(Text, default="")
    """Why these work or education elements, and how they serve work and the Norwegian goal."""
    reasons_digest: Mapped[str] = mapped_column(String(64), default="", index=True)
    """The digest of `reasons` without case, signs and spacing; empty without reasons."""
    norwegian_hours: Mapped[int] = mapped_column(default=0)
    """Extent of the Norwegian training, hours in all."""
    social_studies_hours: Mapped[int] = mapped_column(default=0)
    is_appeal_information_given: Mapped[bool] = mapped_column(default=False)
    is_competence_validation_guided: Mapped[bool] = mapped_column(default=False)
    """Guidance on realkompetansevurdering was given or not needed (§ 15 second paragraph)."""
    review_due_on: Mapped[date]
    fixed_at: Mapped[datetime | None]
    fixed_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    """Written at every change, also of an element, so that the version counts them all."""
    row_version: Mapped[int] = mapped_column()

    elements: Mapped[list["PlanElement"]] = relationship(
        lazy="raise",
        order_by="PlanElement.first_day, PlanElement.position",
        cascade="all, delete-orphan",
    )

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)


class PlanElement(Base):
    """One element of the programme: what, when, how many hours a week, where."""

    __tablename__ = "plan_element"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("integration_plan.id"), index=True)
    position: Mapped[int]
    kind: Mapped[ElementKind]
    title: Mapped[str] = mapped_column(String(200), default="")
    """The municipality's own name for it; empty: the catalogue's name."""
    catalogue_id: Mapped[str] = mapped_column(String(60), default="")
    """The variant of the catalogue that it was made from; empty: the plain one of its kind."""
    provider: Mapped[str] = mapped_column(String(200), default="")
    place: Mapped[str] = mapped_column(String(200), default="")
    responsible: Mapped[str] = mapped_column(String(200), default="")
    """Who sees to it that it happens: a person or an office."""
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it was chosen, and how it serves work and the Norwegian goal (§ 15)."""
    reason_digest: Mapped[str] = mapped_column(String(64), default="", index=True)
    """As `reasons_digest` of the plan."""
    first_day: Mapped[date]
    last_day: Mapped[date]
    minutes_per_week: Mapped[int]
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)


class PlanReview(Base):
    """A regular review of a plan (§ 15 sixth paragraph)."""

    __tablename__ = "plan_review"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("integration_plan.id"), index=True)
    reviewed_on: Mapped[date]
    note: Mapped[str] = mapped_column(Text)
    reviewed_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    next_due_on: Mapped[date]
    created_at: Mapped[datetime]


class FixedPlanTouched(Exception):
    """A programming error: something tried to change a plan that was decided."""


def _refuse_to_change_fixed(
    _mapper: Mapper[Any], _connection: Connection, plan: IntegrationPlan
) -> None:
    """Let a fixed plan only be replaced."""
    state = inspect(plan)
    before = state.attrs.status.history.deleted or [plan.status]
    if before[0] is PlanStatus.DRAFT:
        return
    changed = {each.key for each in state.attrs if each.history.has_changes()}
    if plan.status is not PlanStatus.REPLACED or changed - {"status", "row_version"}:
        raise FixedPlanTouched(", ".join(sorted(changed)))


def _refuse_to_touch_fixed_elements(
    _mapper: Mapper[Any], connection: Connection, element: PlanElement
) -> None:
    """Let elements only be written in a draft."""
    status = select(IntegrationPlan.status).where(IntegrationPlan.id == element.plan_id)
    if connection.scalar(status) is not PlanStatus.DRAFT:
        raise FixedPlanTouched("elements")


def _refuse_to_delete(_mapper: Mapper[Any], _connection: Connection, plan: IntegrationPlan) -> None:
    """Keep every version that was decided."""
    if plan.status is not PlanStatus.DRAFT:
        raise FixedPlanTouched("delete")


event.listen(IntegrationPlan, "before_update", _refuse_to_change_fixed)
event.listen(IntegrationPlan, "before_delete", _refuse_to_delete)
for _moment in ("before_insert", "before_update", "before_delete"):
    event.listen(PlanElement, _moment, _refuse_to_touch_fixed_elements)
