"""What is left of right and duty in a subject after the exemptions that were granted.

Provision: integreringsloven § 29; integreringsforskriften §§ 23 third paragraph, 24 second
paragraph and 25 first paragraph.
In one sentence: an exemption ends the duty; the right goes only where the municipality decides
so, and only for documented knowledge that is not of Sami.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from app.rules.law.grounds import Clarification, Ground
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.training.answers import Reasons, TrainingDoubt, TrainingGround
from app.rules.training.types import ExemptionBasis, GrantedExemption, Subject

_EXEMPTION = INTEGRERINGSLOVEN.section("29")
_NORWEGIAN = INTEGRERINGSFORSKRIFTEN.section("23", "(3)")
_SOCIAL_STUDIES = INTEGRERINGSFORSKRIFTEN.section("24", "(2)")
_HEALTH = INTEGRERINGSFORSKRIFTEN.section("25", "(1)")


@dataclass(frozen=True, slots=True)
class Standing:
    """Right and duty in one subject."""

    has_right: bool
    has_duty: bool
    reasons: Reasons


def standing(
    subject: Subject, exemptions: Iterable[GrantedExemption], *, has_right: bool, has_duty: bool
) -> Standing:
    """Return what the exemptions from training in a subject leave."""
    reasons = Reasons()
    for exemption in exemptions:
        if exemption.subject is not subject or exemption.is_only_from_test:
            continue
        has_duty = False
        reasons += Reasons((Ground(TrainingGround.EXEMPTED, _EXEMPTION),))
        if not exemption.is_right_ended:
            continue
        provision, may_end = right_after(subject, exemption.basis)
        if may_end:
            has_right = False
            reasons += Reasons((Ground(TrainingGround.RIGHT_ENDED_BY_DECISION, provision),))
        else:
            doubt = Clarification(TrainingDoubt.RIGHT_CANNOT_END, provision)
            reasons += Reasons(doubts=(doubt,))
    return Standing(has_right, has_duty, reasons)


def right_after(subject: Subject, basis: ExemptionBasis) -> tuple[Provision, bool]:
    """Return whether the municipality may let the right end too, and where that stands."""
    match basis:
        case ExemptionBasis.KNOWLEDGE:
            return (_NORWEGIAN if subject is Subject.NORWEGIAN else _SOCIAL_STUDIES), True
        case ExemptionBasis.KNOWLEDGE_OF_SAMI:
            return _NORWEGIAN, False
        case ExemptionBasis.HEALTH_OR_WEIGHTY:
            return _HEALTH, False
        case _:
            assert_never(basis)
