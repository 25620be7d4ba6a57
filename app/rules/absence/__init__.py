"""Absence, leave and time off: lawful, paid, adding to the programme (§ 17, §§ 5–19)."""

from app.rules.absence.classification import classify
from app.rules.absence.reasons import AbsenceReason, WelfareGround
from app.rules.absence.types import (
    Absence,
    AbsenceAssessment,
    AbsenceDoubt,
    AbsenceFacts,
    AbsenceGround,
    Balances,
    ChildFacts,
    DayAssessment,
    Decision,
    DecisionKind,
    ParticipantFacts,
    QuotaBalance,
    SelfCertificationBalance,
)

__all__ = [
    "Absence",
    "AbsenceAssessment",
    "AbsenceDoubt",
    "AbsenceFacts",
    "AbsenceGround",
    "AbsenceReason",
    "Balances",
    "ChildFacts",
    "DayAssessment",
    "Decision",
    "DecisionKind",
    "ParticipantFacts",
    "QuotaBalance",
    "SelfCertificationBalance",
    "WelfareGround",
    "classify",
]
