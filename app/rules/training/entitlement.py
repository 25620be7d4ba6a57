"""Who has the right and the duty to training in Norwegian and social studies.

Provision: integreringsloven §§ 26–28 and 37 d; integreringsforskriften §§ 43 h and 72.
In force from: 2021-01-01; § 37 d from 2022-06-15 to 2028-06-30.
In one sentence: a permit in § 9, or another that leads to permanent residence, gives right and
duty; work permits and their families the duty only; collective protection the right only.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.period import age_on
from app.rules.eligibility.permit import PermitFacts, PermitGround
from app.rules.eligibility.section_9 import PermitClass, assess_permit
from app.rules.eligibility.section_43_h import left_collective_protection, no_new_rights
from app.rules.law.grounds import Clarification, Ground
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.building import INTEGRERINGSLOVEN_IN_FORCE_FROM
from app.rules.parameters.training_limits import (
    CHAPTER_6_A,
    CHAPTER_6_A_PERMITS_FROM,
    TRAINING_ENDS_AT_AGE,
    TRAINING_LOWEST_AGE,
)
from app.rules.training.answers import Reasons, TrainingDoubt, TrainingGround, TrainingGroup
from app.rules.training.types import TrainingFacts

_SECTION_72 = INTEGRERINGSFORSKRIFTEN.section("72")
_AGE = INTEGRERINGSLOVEN.section("26", "(5)")
_COMPLETING = INTEGRERINGSLOVEN.section("26", "(6)")
_OFFER = INTEGRERINGSLOVEN.section("26", "(7)")
_SECTION_27 = INTEGRERINGSLOVEN.section("27")
_SECTION_28 = INTEGRERINGSLOVEN.section("28")
_SECTION_37_D = INTEGRERINGSLOVEN.section("37 d", "(1)")


class Track(StrEnum):
    """Which rules of chapter 6 somebody follows."""

    ORDINARY = "ordinary"
    """§ 27: right and duty."""
    DUTY_ONLY = "duty_only"
    """§ 28."""
    CHAPTER_6_A = "chapter_6_a"
    """§ 37 d, also for what remains of it after another permit."""
    COMPLETING = "completing"
    """§ 26 sixth paragraph: the right to complete."""
    COMPLETING_WITH_DUTY = "completing_with_duty"
    """The same, with a permit that brings the duty (§ 28)."""
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Entitlement:
    """The track somebody follows, and why."""

    track: Track
    reasons: Reasons

    @property
    def group(self) -> TrainingGroup:
        """The group that the track stands for."""
        return _GROUPS[self.track]


HAVE_RIGHT = frozenset(
    {Track.ORDINARY, Track.CHAPTER_6_A, Track.COMPLETING, Track.COMPLETING_WITH_DUTY}
)
HAVE_DUTY = frozenset({Track.ORDINARY, Track.DUTY_ONLY, Track.COMPLETING_WITH_DUTY})
_GROUPS = {
    Track.ORDINARY: TrainingGroup.RIGHT_AND_DUTY,
    Track.DUTY_ONLY: TrainingGroup.DUTY,
    Track.CHAPTER_6_A: TrainingGroup.RIGHT,
    Track.COMPLETING: TrainingGroup.RIGHT,
    Track.COMPLETING_WITH_DUTY: TrainingGroup.RIGHT_AND_DUTY,
    Track.OUTSIDE: TrainingGroup.NONE,
}
_WHEN_BEGUN = {
    Track.OUTSIDE: Track.COMPLETING,
    Track.DUTY_ONLY: Track.COMPLETING_WITH_DUTY,
}
"""What a permit without a right comes to for somebody who had begun with a right."""


def is_under_introduksjonsloven(permit: PermitFacts) -> bool:
    """Whether the act of 2003 applies: an early permit, and not an arrival from abroad after."""
    arrived_on = permit.arrived_on
    came_later = arrived_on is not None and arrived_on >= INTEGRERINGSLOVEN_IN_FORCE_FROM
    return permit.granted_on < INTEGRERINGSLOVEN_IN_FORCE_FROM and not came_later


def assess_entitlement(facts: TrainingFacts) -> Entitlement:
    """Place somebody on a track by permit and age."""
    if is_under_introduksjonsloven(facts.permit):
        return Entitlement(Track.OUTSIDE, _under_introduksjonsloven(facts))
    by_permit = _by_permit(facts)
    age = _age_ground(facts)
    reasons = by_permit.reasons + Reasons((age,))
    is_outside = age.code is not TrainingGround.AGE_WITHIN_LIMITS
    track = Track.OUTSIDE if is_outside else by_permit.track
    if facts.begun_with_permit_of is not None and track in _WHEN_BEGUN:
        completing = Ground(TrainingGround.MAY_COMPLETE, _COMPLETING)
        return Entitlement(_WHEN_BEGUN[track], reasons + Reasons((completing,)))
    if track is Track.OUTSIDE:
        reasons += Reasons((Ground(TrainingGround.MAY_BE_OFFERED, _OFFER),))
    return Entitlement(track, reasons)


def _under_introduksjonsloven(facts: TrainingFacts) -> Reasons:
    """The old act applies, unless the person came from abroad later than anybody told."""
    ground = Ground(TrainingGround.INTRODUKSJONSLOVEN_APPLIES, _SECTION_72)
    registered_on = facts.registered_on
    is_new_here = registered_on is not None and registered_on >= INTEGRERINGSLOVEN_IN_FORCE_FROM
    if facts.permit.arrived_on is None and is_new_here:
        arrival = INTEGRERINGSFORSKRIFTEN.section("72", "(1)")
        doubt = Clarification(TrainingDoubt.ARRIVAL_DATE_UNKNOWN, arrival)
        return Reasons((ground,), (doubt,))
    return Reasons((ground,))


def _by_permit(facts: TrainingFacts) -> Entitlement:
    """Apply the present permit, unless it came after § 34 and gives nothing new."""
    entitlement = _by_present_permit(facts)
    if entitlement.track is Track.OUTSIDE:
        return entitlement
    code = TrainingDoubt.PERMIT_AFTER_COLLECTIVE_PROTECTION
    left = left_collective_protection(facts.permit, facts.assessed_on)
    doubts = tuple(Clarification(code, doubt.provision) for doubt in left)
    grounds = tuple(
        Ground(TrainingGround.NO_NEW_RIGHTS, ground.provision)
        for ground in no_new_rights(facts.permit)
    )
    track = Track.CHAPTER_6_A if grounds else entitlement.track
    return Entitlement(track, entitlement.reasons + Reasons(grounds, doubts))


def _by_present_permit(facts: TrainingFacts) -> Entitlement:
    if facts.section_28_permit is not None:
        return _if_permanent(
            facts, Track.DUTY_ONLY, Ground(TrainingGround.SECTION_28_PERMIT, _SECTION_28)
        )
    if facts.permit.ground is PermitGround.COLLECTIVE_PROTECTION:
        return _collective_protection(facts)
    if assess_permit(facts.permit).permit_class in _SECTION_9:
        return _ordinary(TrainingGround.SECTION_9_PERMIT)
    return _if_permanent(
        facts, Track.ORDINARY, Ground(TrainingGround.LEADS_TO_PERMANENT_RESIDENCE, _SECTION_27)
    )


_SECTION_9 = {PermitClass.A_TO_E, PermitClass.FAMILY_F, PermitClass.OWN_GROUND_G}


def _ordinary(code: TrainingGround) -> Entitlement:
    return Entitlement(Track.ORDINARY, Reasons((Ground(code, _SECTION_27),)))


def _if_permanent(
    facts: TrainingFacts, track: Track, ground: Ground[TrainingGround]
) -> Entitlement:
    """Return the track that a permit leads to, if it leads to permanent residence."""
    if facts.leads_to_permanent_residence is None:
        doubt = Clarification(TrainingDoubt.PERMANENT_RESIDENCE_UNKNOWN, ground.provision)
        return Entitlement(Track.OUTSIDE, Reasons(doubts=(doubt,)))
    if facts.leads_to_permanent_residence:
        return Entitlement(track, Reasons((ground,)))
    other = replace(ground, code=TrainingGround.DOES_NOT_LEAD_TO_PERMANENT_RESIDENCE)
    return Entitlement(Track.OUTSIDE, Reasons((other,)))


def _collective_protection(facts: TrainingFacts) -> Entitlement:
    """Apply chapter 6 A while it lasts; before and after it, the ordinary rules."""
    rule = CHAPTER_6_A.row_on(facts.assessed_on)
    ordinary = _ordinary(TrainingGround.SECTION_9_PERMIT)
    if not rule.value:
        has_been_in_it = facts.permit.granted_on < rule.valid_from
        doubt = Clarification(TrainingDoubt.CHAPTER_6_A_ENDED, _SECTION_37_D)
        doubts = (doubt,) if has_been_in_it else ()
        return replace(ordinary, reasons=ordinary.reasons + Reasons(doubts=doubts))
    if facts.permit.granted_on < CHAPTER_6_A_PERMITS_FROM.on(facts.assessed_on):
        return ordinary
    ground = Ground(TrainingGround.COLLECTIVE_PROTECTION, _SECTION_37_D)
    return Entitlement(Track.CHAPTER_6_A, Reasons((ground,)))


def _age_ground(facts: TrainingFacts) -> Ground[TrainingGround]:
    age = age_on(facts.born_on, facts.permit.granted_on)
    if age < TRAINING_LOWEST_AGE.on(facts.assessed_on):
        return Ground(TrainingGround.UNDER_EIGHTEEN, _AGE)
    if age >= TRAINING_ENDS_AT_AGE.on(facts.assessed_on):
        return Ground(TrainingGround.SIXTY_SEVEN_OR_OVER, _AGE)
    return Ground(TrainingGround.AGE_WITHIN_LIMITS, _AGE)
