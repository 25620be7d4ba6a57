"""What an integration plan must hold (integreringsloven §§ 14 a, 15)."""

from app.rules.plan.check import check_plan
from app.rules.plan.extent import average_work_oriented_hours
from app.rules.plan.kinds import EDUCATION_ORIENTED, WORK_ORIENTED, CefrLevel, ElementKind
from app.rules.plan.norwegian_goals import NorwegianGoals, propose_norwegian_goals
from app.rules.plan.types import (
    Finding,
    FindingCode,
    PlanAssessment,
    PlanElementFacts,
    PlanFacts,
    PlanWeek,
    Severity,
)

__all__ = [
    "EDUCATION_ORIENTED",
    "WORK_ORIENTED",
    "CefrLevel",
    "ElementKind",
    "Finding",
    "FindingCode",
    "NorwegianGoals",
    "PlanAssessment",
    "PlanElementFacts",
    "PlanFacts",
    "PlanWeek",
    "Severity",
    "average_work_oriented_hours",
    "check_plan",
    "propose_norwegian_goals",
]
