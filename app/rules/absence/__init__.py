"""Absence, leave and time off: lawful, paid, adding to the programme (§ 17, §§ 5–19)."""

from app.rules.absence.balance_types import (
    Balances,
    ParentalLeaveBalance,
    QuotaBalance,
    SelfCertificationBalance,
)
from app.rules.absence.classification import classify, classify_days
from app.rules.absence.codes import AbsenceDoubt, AbsenceGround, AbsenceStep
from app.rules.absence.parental import training_due_on
from app.rules.absence.reasons import AbsenceReason, WelfareGround
from app.rules.absence.types import (
    Absence,
    AbsenceAssessment,
    AbsenceFacts,
    ChildFacts,
    DayAssessment,
    DaysAssessment,
    Decision,
    DecisionKind,
    OtherParent,
    ParticipantFacts,
    SoleCarerPeriod,
)

__all__ = [
    "Absence",
    "AbsenceAssessment",
    "AbsenceDoubt",
    "AbsenceFacts",
    "AbsenceGround",
    "AbsenceReason",
    "AbsenceStep",
    "Balances",
    "ChildFacts",
    "DayAssessment",
    "DaysAssessment",
    "Decision",
    "DecisionKind",
    "OtherParent",
    "ParentalLeaveBalance",
    "ParticipantFacts",
    "QuotaBalance",
    "SelfCertificationBalance",
    "SoleCarerPeriod",
    "WelfareGround",
    "classify",
    "classify_days",
    "training_due_on",
]
