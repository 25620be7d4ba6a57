"""What a person must settle about the target group before the answer can be relied on.

Provision: integreringsloven §§ 8 and 9; integreringsforskriften §§ 43 h and 72; LOV-2025-06-20-35
part IV.
In one sentence: an unknown arrival, an earlier permit of unknown kind, an age that two rules place
differently, and a permit from after the decision.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from app.rules.eligibility.conditions import (
    age_at_grant,
    age_turns_on_transition,
    is_refugee_after_family,
    is_under_introduksjonsloven,
)
from app.rules.eligibility.permit import PermitGround
from app.rules.eligibility.section_9 import (
    PermitAssessment,
    PermitClass,
    is_reference_unknown,
)
from app.rules.eligibility.section_43_h import left_collective_protection
from app.rules.eligibility.types import TargetGroupDoubt, TargetGroupFacts, TargetGroupGround
from app.rules.law.grounds import Clarification, Ground
from app.rules.law.installation import InstallationDates
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN, REFORM_ACT_2025
from app.rules.parameters.building import INTEGRERINGSLOVEN_IN_FORCE_FROM
from app.rules.parameters.target_group_limits import LOWEST_AGE

_FROM_ABROAD = frozenset({PermitGround.FAMILY, PermitGround.RESETTLEMENT})
"""Permits that are applied for from abroad, so that somebody can arrive after the grant."""
_FINAL_WHATEVER_ELSE = frozenset(
    {
        TargetGroupGround.EEA_OR_NORDIC,
        TargetGroupGround.BROKE_OFF_OR_DECLINED,
        TargetGroupGround.NOT_SECTION_9_PERMIT,
        TargetGroupGround.NO_PROTECTION_APPLICATION,
    }
)


def _may_have_arrived_later(facts: TargetGroupFacts) -> bool:
    held = facts.permit
    return (
        is_under_introduksjonsloven(facts)
        and held.ground in _FROM_ABROAD
        and held.arrived_on is None
        and facts.settled_on >= INTEGRERINGSLOVEN_IN_FORCE_FROM
    )


def _turns_on_earlier_family_permit(facts: TargetGroupFacts) -> bool:
    return (
        is_refugee_after_family(facts)
        and is_reference_unknown(facts.permit)
        and not facts.is_settled_by_agreement
    )


def doubts(
    facts: TargetGroupFacts, permit: PermitAssessment
) -> Iterator[Clarification[TargetGroupDoubt]]:
    """Yield what the permit and its dates leave open, whichever group it is."""
    held = facts.permit
    if _may_have_arrived_later(facts):
        section_72 = INTEGRERINGSFORSKRIFTEN.section("72", "(1)")
        yield Clarification(TargetGroupDoubt.ARRIVAL_DATE_UNKNOWN, section_72)
    if _turns_on_earlier_family_permit(facts):
        section_8_2 = INTEGRERINGSLOVEN.section("8", "(2)")
        yield Clarification(TargetGroupDoubt.PREVIOUS_FAMILY_PERMIT, section_8_2)
    is_minor = age_at_grant(facts) < LOWEST_AGE.on(facts.decided_on)
    if permit.permit_class is PermitClass.FAMILY_OF_OTHERS and is_minor:
        section_8_3 = INTEGRERINGSLOVEN.section("8", "(3)")
        yield Clarification(TargetGroupDoubt.AGE_WHEN_FAMILY_OF_OTHERS, section_8_3)
    if facts.decided_on < held.granted_on and facts.programme_started_on is None:
        section_8_1 = INTEGRERINGSLOVEN.section("8", "(1)")
        yield Clarification(TargetGroupDoubt.PERMIT_AFTER_DECISION, section_8_1)
    yield from left_collective_protection(held, facts.decided_on)


def that_matter(
    found: Iterable[Clarification[TargetGroupDoubt]], codes: AbstractSet[TargetGroupGround]
) -> tuple[Clarification[TargetGroupDoubt], ...]:
    """Leave out what cannot change the answer: other grounds already stand in the way."""
    if _FINAL_WHATEVER_ELSE & codes:
        return ()
    if TargetGroupGround.INTRODUKSJONSLOVEN_APPLIES in codes:
        return tuple(row for row in found if row.code is TargetGroupDoubt.ARRIVAL_DATE_UNKNOWN)
    return tuple(found)


def age_doubt(
    facts: TargetGroupFacts,
    dates: InstallationDates,
    last_grounds: Iterable[Ground[TargetGroupGround]],
) -> Iterator[Clarification[TargetGroupDoubt]]:
    """Ask about the transition where another limit would give another group."""
    codes = {ground.code for ground in last_grounds}
    turns_on_age = codes - {TargetGroupGround.SETTLED_WITHOUT_AGREEMENT}
    if turns_on_age and age_turns_on_transition(facts, dates):
        provision = REFORM_ACT_2025.section("IV")
        yield Clarification(TargetGroupDoubt.AGE_RULE_TRANSITION, provision)
