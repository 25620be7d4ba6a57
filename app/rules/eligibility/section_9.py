"""Which letter of § 9 a permit falls under, if any.

Provision: integreringsloven § 9; § 8 third paragraph for other family members.
In force from: 2021-01-01.
In one sentence: letters a to e and g follow from the permit, letter f also from whom the family
joins and how long that person had been settled when family reunification was applied for; a
permit that has become permanent counts as it was granted first.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from app.core.period import after_months
from app.rules.eligibility.permit import PermitFacts, PermitGround
from app.rules.eligibility.types import TargetGroupDoubt, TargetGroupGround, TargetGroupStep
from app.rules.law.grounds import Clarification, Ground, Step
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters.building import INTEGRERINGSLOVEN_IN_FORCE_FROM
from app.rules.parameters.target_group_limits import REFERENCE_PERSON_SETTLED

_REFERENCE_LETTERS = frozenset("abcde")
"""Permits of the reference person that letter f names."""


class PermitClass(StrEnum):
    """What a permit means for § 8."""

    A_TO_E = "a_to_e"
    FAMILY_F = "family_f"
    FAMILY_OF_OTHERS = "family_of_others"
    """Chapter 6 family outside letter f: may be offered a programme."""
    OWN_GROUND_G = "own_ground_g"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PermitAssessment:
    """The class of a permit with its grounds, doubts and steps."""

    permit_class: PermitClass
    grounds: tuple[Ground[TargetGroupGround], ...]
    doubts: tuple[Clarification[TargetGroupDoubt], ...] = ()
    steps: tuple[Step[TargetGroupStep], ...] = ()


def assess_permit(permit: PermitFacts) -> PermitAssessment:
    """Place a permit in § 9, or outside it."""
    match permit.ground:
        case PermitGround.FAMILY:
            return _assess_family(permit)
        case PermitGround.HUMANITARIAN if not permit.is_after_protection_application:
            ground = _ground(TargetGroupGround.NO_PROTECTION_APPLICATION, "(1) c")
            return PermitAssessment(PermitClass.NONE, (ground,))
        case PermitGround.OTHER:
            return PermitAssessment(
                PermitClass.NONE, (_ground(TargetGroupGround.NOT_SECTION_9_PERMIT, "(1)"),)
            )
        case _:
            letter = section_9_letter(permit.ground)
            permit_class = PermitClass.OWN_GROUND_G if letter == "g" else PermitClass.A_TO_E
            return PermitAssessment(
                permit_class, (_ground(TargetGroupGround.SECTION_9_PERMIT, f"(1) {letter}"),)
            )


def section_9_letter(ground: PermitGround) -> str | None:
    """Return the letter of § 9 that names a ground; None for a ground that none names."""
    match ground:
        case PermitGround.ASYLUM:
            return "a"
        case PermitGround.RESETTLEMENT:
            return "b"
        case PermitGround.HUMANITARIAN:
            return "c"
        case PermitGround.UNDOCUMENTED_IDENTITY_A | PermitGround.UNDOCUMENTED_IDENTITY_B:
            return "d"
        case PermitGround.COLLECTIVE_PROTECTION:
            return "e"
        case PermitGround.FAMILY:
            return "f"
        case (
            PermitGround.OWN_GROUND_AFTER_RELATIONSHIP
            | PermitGround.OWN_GROUND_SECOND_PARAGRAPH
            | PermitGround.OWN_GROUND_THIRD_PARAGRAPH
        ):
            return "g"
        case PermitGround.OTHER:
            return None
        case _:
            assert_never(ground)


def may_have_been_letter_f(family: PermitFacts) -> bool:
    """Whether a family permit fell under letter f, or the facts about it leave that open."""
    return _assess_family(family).permit_class is PermitClass.FAMILY_F or is_reference_unknown(
        family
    )


def is_reference_unknown(family: PermitFacts) -> bool:
    """Whether the facts of a family permit do not tell if it fell under letter f."""
    return bool(_assess_family(family).doubts)


def _assess_family(permit: PermitFacts) -> PermitAssessment:
    """Apply letter f. Family of others is the least that follows from any chapter 6 permit."""
    reference = permit.reference_ground
    if reference is not None and section_9_letter(reference) not in _REFERENCE_LETTERS:
        return _family_of_others()
    settled_on, applied_on = permit.reference_settled_on, permit.family_application_on
    if reference is None or settled_on is None or applied_on is None:
        return _family_of_others(doubts=(_doubt(TargetGroupDoubt.REFERENCE_PERSON_UNKNOWN),))
    # Permits from before the act are placed too, before § 72 of the regulation turns them away.
    asked_on = max(permit.granted_on, INTEGRERINGSLOVEN_IN_FORCE_FROM)
    five_years = after_months(settled_on, REFERENCE_PERSON_SETTLED.on(asked_on))
    step = Step(
        TargetGroupStep.FIVE_YEARS,
        (
            ("settled_on", settled_on.isoformat()),
            ("five_years_on", five_years.isoformat()),
            ("applied_on", applied_on.isoformat()),
        ),
        INTEGRERINGSLOVEN.section("9", "(1) f"),
    )
    if applied_on >= five_years:
        too_late = _ground(TargetGroupGround.FAMILY_AFTER_FIVE_YEARS, "(1) f")
        return _family_of_others(too_late, steps=(step,))
    grounds = [_ground(TargetGroupGround.FAMILY_WITHIN_FIVE_YEARS, "(1) f")]
    if permit.is_reference_permanent:
        grounds.append(_ground(TargetGroupGround.FAMILY_OF_PERMANENT_RESIDENT, "(2)"))
    is_humanitarian = reference is PermitGround.HUMANITARIAN
    doubts = (_doubt(TargetGroupDoubt.REFERENCE_PROTECTION_APPLICATION),) if is_humanitarian else ()
    return PermitAssessment(PermitClass.FAMILY_F, tuple(grounds), doubts, (step,))


def _family_of_others(
    *first_grounds: Ground[TargetGroupGround],
    doubts: tuple[Clarification[TargetGroupDoubt], ...] = (),
    steps: tuple[Step[TargetGroupStep], ...] = (),
) -> PermitAssessment:
    may_be_offered = INTEGRERINGSLOVEN.section("8", "(3)")
    ground = Ground(TargetGroupGround.FAMILY_OF_OTHERS, may_be_offered)
    return PermitAssessment(PermitClass.FAMILY_OF_OTHERS, (*first_grounds, ground), doubts, steps)


def _ground(code: TargetGroupGround, detail: str) -> Ground[TargetGroupGround]:
    return Ground(code, INTEGRERINGSLOVEN.section("9", detail))


def _doubt(code: TargetGroupDoubt) -> Clarification[TargetGroupDoubt]:
    return Clarification(code, INTEGRERINGSLOVEN.section("9", "(1) f"))
