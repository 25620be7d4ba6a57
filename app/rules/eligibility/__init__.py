"""Who has the right and the duty to take part (integreringsloven §§ 8–9)."""

from app.rules.eligibility.chapter_6_a import Section34Rule, is_under_chapter_6_a
from app.rules.eligibility.permit import PermitFacts, PermitGround
from app.rules.eligibility.section_8 import assess_target_group
from app.rules.eligibility.types import (
    TargetGroup,
    TargetGroupAssessment,
    TargetGroupDoubt,
    TargetGroupFacts,
    TargetGroupGround,
    TargetGroupStep,
)

__all__ = [
    "PermitFacts",
    "PermitGround",
    "Section34Rule",
    "TargetGroup",
    "TargetGroupAssessment",
    "TargetGroupDoubt",
    "TargetGroupFacts",
    "TargetGroupGround",
    "TargetGroupStep",
    "assess_target_group",
    "is_under_chapter_6_a",
]
