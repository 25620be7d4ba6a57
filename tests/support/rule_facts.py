"""Short ways of writing facts for the rules: dates as text, the rest with ordinary values."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from app.core.period import Period
from app.rules.absence import (
    Absence,
    AbsenceFacts,
    AbsenceReason,
    ChildFacts,
    Decision,
    ParticipantFacts,
)
from app.rules.benefit import LivingPeriod, OtherFacts, PaymentFacts
from app.rules.calendar import Schedule
from app.rules.eligibility import PermitFacts, PermitGround, TargetGroupFacts
from app.rules.plan import (
    ElementKind,
    PlanElementFacts,
    PlanFacts,
    propose_norwegian_goals,
)
from app.rules.programme import EducationLevel, EndGoal, ProgrammeFacts
from app.sources.public_holidays import public_holidays

HOLIDAYS = public_holidays(2020, 2032)
SCHEDULE = Schedule(HOLIDAYS)
LONG_AGO = "2025-09-01"
"""A programme start that no waiting time reaches from."""


def day(text: str) -> date:
    return date.fromisoformat(text)


def period(first: str, last: str) -> Period:
    return Period(day(first), day(last))


JUNE = period("2026-06-01", "2026-06-30")


def absence(
    first: str,
    last: str | None = None,
    reason: AbsenceReason = AbsenceReason.NONE,
    hours: str | None = None,
    **more: Any,
) -> Absence:
    return Absence(
        first_day=day(first),
        last_day=day(last or first),
        reason=reason,
        hours=None if hours is None else Fraction(hours),
        **more,
    )


def self_certified(first: str, last: str | None = None, **more: Any) -> Absence:
    more.setdefault("reason", AbsenceReason.OWN_ILLNESS)
    return absence(first, last, is_self_certified=True, **more)


def certified(first: str, last: str | None = None, **more: Any) -> Absence:
    more.setdefault("reason", AbsenceReason.OWN_ILLNESS)
    return absence(first, last, has_medical_certificate=True, **more)


def participant(
    start: str = LONG_AGO, children: Iterable[str | ChildFacts] = (), *, sole_carer: bool = False
) -> ParticipantFacts:
    rows = (ChildFacts(day(row)) if isinstance(row, str) else row for row in children)
    return ParticipantFacts(day(start), tuple(rows), is_sole_carer=sole_carer)


def absence_facts(
    *absences: Absence,
    person: ParticipantFacts | None = None,
    asked: Period = JUNE,
    decisions: tuple[Decision, ...] = (),
    schedule: Schedule = SCHEDULE,
) -> AbsenceFacts:
    return AbsenceFacts(person or participant(), schedule, asked, absences, decisions)


def payment_facts(
    *absences: Absence,
    person: ParticipantFacts | None = None,
    asked: Period = JUNE,
    born: str = "1990-01-01",
    living: tuple[LivingPeriod, ...] = (LivingPeriod(date(2025, 9, 1)),),
    schedule: Schedule = SCHEDULE,
    other: OtherFacts | None = None,
    **more: Any,
) -> PaymentFacts:
    return PaymentFacts(
        born_on=day(born),
        participant=person or participant(),
        living=living,
        schedule=schedule,
        period=asked,
        absences=absences,
        other=other or OtherFacts(),
        **more,
    )


def target_group_facts(**changes: Any) -> TargetGroupFacts:
    permit = changes.pop("permit", PermitFacts(PermitGround.ASYLUM, day("2026-01-10")))
    facts = TargetGroupFacts(
        decided_on=day("2026-06-01"),
        born_on=day("1990-03-02"),
        permit=permit,
        settled_on=day("2026-03-01"),
        is_settled_by_agreement=True,
        first_lived_with_permit_on=day("2026-03-01"),
    )
    return replace(facts, **changes)


def programme_facts(**changes: Any) -> ProgrammeFacts:
    facts = ProgrammeFacts(
        offered_start_on=day("2026-02-01"),
        programme_start=day("2026-03-02"),
        born_on=day("1990-01-01"),
        education=EducationLevel.LOWER_SECONDARY,
        permit_ground=PermitGround.ASYLUM,
        end_goal=EndGoal.WORK,
    )
    return replace(facts, **changes)


PROGRAMME = period("2026-01-05", "2026-12-27")
"""Monday to Sunday, 51 weeks."""


def element(
    kind: ElementKind, hours: str, first: str = "2026-01-05", last: str = "2026-12-27"
) -> PlanElementFacts:
    return PlanElementFacts(kind, int(Fraction(hours) * 60), period(first, last))


FULL_ELEMENTS = (
    element(ElementKind.NORWEGIAN_TRAINING, "15"),
    element(ElementKind.SOCIAL_STUDIES, "1.5"),
    element(ElementKind.WORK_PRACTICE, "16"),
    element(ElementKind.LIFE_SKILLS_MIGRATION_HEALTH, "5", last="2026-01-18"),
    element(ElementKind.LIFE_SKILLS_CAREER, "5", last="2026-01-25"),
    element(ElementKind.OWN_ACTIVITY, "5"),
)


def plan_facts(**changes: Any) -> PlanFacts:
    """Return a complete plan, with what the test changes in it."""
    facts = PlanFacts(
        programme=PROGRAMME,
        education=EducationLevel.LOWER_SECONDARY,
        permit_ground=PermitGround.ASYLUM,
        end_goal=EndGoal.WORK,
        elements=FULL_ELEMENTS,
        norwegian_goals=propose_norwegian_goals(EducationLevel.LOWER_SECONDARY),
        norwegian_hours=700,
        social_studies_hours=75,
        has_long_term_goals=True,
        has_reasons=True,
        is_appeal_information_given=True,
        is_mapping_done_or_explained=True,
        is_guidance_done_or_explained=True,
        is_competence_validation_guided=True,
        review_due_on=day("2026-06-01"),
    )
    return replace(facts, **changes)
