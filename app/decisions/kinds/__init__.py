"""The kinds of decisions, one file each, and the registry that knows them all."""

from collections.abc import Mapping

from app.decisions.kinds.benefit_reduction import BENEFIT_REDUCTION
from app.decisions.kinds.essential_change import ESSENTIAL_CHANGE
from app.decisions.kinds.intervention import (
    ILLNESS_BENEFIT_WITHDRAWAL,
    SELF_CERTIFICATION_WITHDRAWAL,
    SUSPENSION,
    TERMINATION,
)
from app.decisions.kinds.leave import ABSENCE_PERMISSION, LEAVE, RELIGIOUS_DAYS
from app.decisions.kinds.programme_and_plan import PROGRAMME_AND_PLAN
from app.decisions.kinds.types import Background, KindOfDecision
from app.decisions.states import DecisionKind

KINDS: Mapping[DecisionKind, KindOfDecision] = {
    DecisionKind.PROGRAMME_AND_PLAN: PROGRAMME_AND_PLAN,
    DecisionKind.ESSENTIAL_CHANGE: ESSENTIAL_CHANGE,
    DecisionKind.BENEFIT_REDUCTION: BENEFIT_REDUCTION,
    DecisionKind.ABSENCE_PERMISSION: ABSENCE_PERMISSION,
    DecisionKind.LEAVE: LEAVE,
    DecisionKind.RELIGIOUS_DAYS: RELIGIOUS_DAYS,
    DecisionKind.SELF_CERTIFICATION_WITHDRAWAL: SELF_CERTIFICATION_WITHDRAWAL,
    DecisionKind.ILLNESS_BENEFIT_WITHDRAWAL: ILLNESS_BENEFIT_WITHDRAWAL,
    DecisionKind.SUSPENSION: SUSPENSION,
    DecisionKind.TERMINATION: TERMINATION,
}
"""A test demands every member of the list."""

__all__ = ["KINDS", "Background", "KindOfDecision"]
