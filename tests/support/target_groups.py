"""Short ways of asking which target group somebody belongs to."""

from typing import Any

from app.rules.eligibility import (
    PermitFacts,
    PermitGround,
    TargetGroupAssessment,
    TargetGroupDoubt,
    TargetGroupGround,
    TargetGroupStep,
    assess_target_group,
)
from app.rules.law import InstallationDates
from tests.support.rule_facts import day, target_group_facts

GRANTED = day("2026-01-10")


def assess(dates: InstallationDates | None = None, **changes: Any) -> TargetGroupAssessment:
    return assess_target_group(target_group_facts(**changes), dates)


def codes(assessment: TargetGroupAssessment) -> set[TargetGroupGround]:
    return {ground.code for ground in assessment.grounds}


def doubts(assessment: TargetGroupAssessment) -> list[TargetGroupDoubt]:
    return [doubt.code for doubt in assessment.clarifications]


def step(assessment: TargetGroupAssessment, what: TargetGroupStep) -> dict[str, str]:
    (found,) = [step for step in assessment.steps if step.what is what]
    return dict(found.numbers)


def permit(ground: PermitGround, **more: Any) -> PermitFacts:
    return PermitFacts(ground, more.pop("granted_on", GRANTED), **more)


def family(**more: Any) -> PermitFacts:
    more.setdefault("reference_ground", PermitGround.ASYLUM)
    more.setdefault("reference_settled_on", day("2021-05-10"))
    more.setdefault("family_application_on", day("2026-05-09"))
    return permit(PermitGround.FAMILY, **more)
