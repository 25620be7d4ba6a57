"""Who has the right and the duty to take part (integreringsloven §§ 8–9)."""

from app.rules.eligibility.permit import PermitFacts, PermitGround
from app.rules.eligibility.section_8 import assess_target_group
from app.rules.eligibility.types import (
    TargetGroup,
    TargetGroupAssessment,
    TargetGroupDoubt,
    TargetGroupFacts,
    TargetGroupGround,
)

__all__ = [
    "PermitFacts",
    "PermitGround",
    "TargetGroup",
    "TargetGroupAssessment",
    "TargetGroupDoubt",
    "TargetGroupFacts",
    "TargetGroupGround",
    "assess_target_group",
]
