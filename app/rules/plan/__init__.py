"""What an integration plan must hold (integreringsloven §§ 14 a, 15)."""

from app.rules.plan.change_kind import (
    ESSENTIAL_CHANGE,
    ChangeAssessment,
    ChangeFacts,
    ChangeKind,
    ChangeSign,
    assess_change,
)
from app.rules.plan.check import check_plan
from app.rules.plan.kinds import (
    EDUCATION_ORIENTED,
    WORK_ORIENTED,
    CefrLevel,
    ElementKind,
    GuidanceForm,
)
from app.rules.plan.norwegian_goals import NorwegianGoals, TaughtIn, propose_norwegian_goals
from app.rules.plan.types import (
    Finding,
    FindingCode,
    PlanAssessment,
    PlanDoubt,
    PlanElementFacts,
    PlanFacts,
    PlanStep,
    PlanWeek,
    Severity,
)
from app.rules.plan.work_hours import average_work_oriented_hours

__all__ = [
    "EDUCATION_ORIENTED",
    "ESSENTIAL_CHANGE",
    "WORK_ORIENTED",
    "CefrLevel",
    "ChangeAssessment",
    "ChangeFacts",
    "ChangeKind",
    "ChangeSign",
    "ElementKind",
    "Finding",
    "FindingCode",
    "GuidanceForm",
    "NorwegianGoals",
    "PlanAssessment",
    "PlanDoubt",
    "PlanElementFacts",
    "PlanFacts",
    "PlanStep",
    "PlanWeek",
    "Severity",
    "TaughtIn",
    "assess_change",
    "average_work_oriented_hours",
    "check_plan",
    "propose_norwegian_goals",
]
