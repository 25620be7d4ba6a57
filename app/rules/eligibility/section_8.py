"""Målgruppe: who has the right and the duty, who may be offered, who is outside.

Provision: integreringsloven §§ 3 third paragraph, 8, 9 and 12; integreringsforskriften § 72.
In force from: 2021-01-01; fourth paragraph (work) from 2026-01-01.
In one sentence: age is the age when the permit was granted, the two years are counted at the
decision, and a job of 30 hours or more takes a person out for as long as it lasts.
"""

from collections.abc import Iterator
from datetime import date

from app.core.period import add_months, age_on
from app.rules.eligibility.permit import PermitGround
from app.rules.eligibility.section_9 import PermitAssessment, PermitClass, assess_permit
from app.rules.eligibility.types import (
    TargetGroup,
    TargetGroupAssessment,
    TargetGroupDoubt,
    TargetGroupFacts,
    TargetGroupGround,
)
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Clarification, Ground
from app.rules.law.installation import InstallationDates
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.building import INTEGRERINGSLOVEN_IN_FORCE_FROM
from app.rules.parameters.target_group_limits import (
    DECISION_AND_START,
    FULL_WORK_HOURS,
    HIGHEST_AGE,
    LIVED_IN_MUNICIPALITY,
    LOWEST_AGE,
)

_Grounds = tuple[Ground[TargetGroupGround], ...]

_OUT: dict[TargetGroupGround, Provision] = {
    TargetGroupGround.EEA_OR_NORDIC: INTEGRERINGSLOVEN.section("8", "(5)"),
    TargetGroupGround.INTRODUKSJONSLOVEN_APPLIES: INTEGRERINGSFORSKRIFTEN.section("72"),
    TargetGroupGround.BROKE_OFF_OR_DECLINED: INTEGRERINGSLOVEN.section("3", "(3)"),
}


def assess_target_group(
    facts: TargetGroupFacts, dates: InstallationDates | None = None
) -> TargetGroupAssessment:
    """Answer which group a person belongs to on the day of the decision, and why.

    Raises `BadFacts` for dates that cannot stand in that order.
    """
    _check(facts)
    permit = assess_permit(facts.permit)
    doubts = (*permit.doubts, *_doubts(facts, permit))
    first_grounds = _first_grounds(facts, permit)
    if any(ground.code in _ENDS_IT for ground in first_grounds):
        return _answer(TargetGroup.OUTSIDE, first_grounds, doubts)
    age_ground = _age_ground(facts, dates or InstallationDates())
    grounds = (*first_grounds, age_ground)
    is_over_age = age_ground.code is TargetGroupGround.OVER_AGE_LIMIT
    if permit.permit_class is PermitClass.FAMILY_OF_OTHERS:
        return _answer(TargetGroup.MAY_BE_OFFERED, grounds, doubts)
    if age_ground.code is TargetGroupGround.UNDER_EIGHTEEN:
        return _answer(TargetGroup.OUTSIDE, grounds, doubts)
    if is_over_age:
        return _answer(TargetGroup.MAY_BE_OFFERED, grounds, doubts)
    if _works_full_time(facts):
        work = _section_8(TargetGroupGround.WORKS_THIRTY_HOURS, "(4)")
        return _answer(TargetGroup.OUTSIDE, (*grounds, work), doubts)
    agreement = _agreement_ground(facts, permit)
    if agreement.code is TargetGroupGround.SETTLED_WITHOUT_AGREEMENT:
        return _answer(TargetGroup.MAY_BE_OFFERED, (*grounds, agreement), doubts)
    return _answer(
        TargetGroup.RIGHT_AND_DUTY, (*grounds, agreement), doubts, _decision_deadline(facts)
    )


_ENDS_IT = frozenset(
    {
        *_OUT,
        TargetGroupGround.NOT_SECTION_9_PERMIT,
        TargetGroupGround.NO_PROTECTION_APPLICATION,
        TargetGroupGround.TWO_YEARS_OR_MORE,
    }
)
"""Grounds that leave neither a right nor an offer, whatever the rest is."""


def _first_grounds(facts: TargetGroupFacts, permit: PermitAssessment) -> _Grounds:
    return (*_exclusions(facts), *permit.grounds, _newness_ground(facts))


def _exclusions(facts: TargetGroupFacts) -> Iterator[Ground[TargetGroupGround]]:
    conditions = {
        TargetGroupGround.EEA_OR_NORDIC: facts.is_eea_or_nordic,
        TargetGroupGround.INTRODUKSJONSLOVEN_APPLIES: _is_under_introduksjonsloven(facts),
        TargetGroupGround.BROKE_OFF_OR_DECLINED: facts.has_broken_off,
    }
    for code, is_met in conditions.items():
        if is_met:
            yield Ground(code, _OUT[code])


def _is_under_introduksjonsloven(facts: TargetGroupFacts) -> bool:
    """Whether the act of 2003 applies: an early permit, and not an arrival from abroad after."""
    arrived_on = facts.permit.arrived_on
    came_later = arrived_on is not None and arrived_on >= INTEGRERINGSLOVEN_IN_FORCE_FROM
    return facts.permit.granted_on < INTEGRERINGSLOVEN_IN_FORCE_FROM and not came_later


def _newness_ground(facts: TargetGroupFacts) -> Ground[TargetGroupGround]:
    two_years = add_months(
        facts.first_lived_with_permit_on, LIVED_IN_MUNICIPALITY.on(facts.decided_on)
    )
    if facts.decided_on < two_years:
        return _section_8(TargetGroupGround.LESS_THAN_TWO_YEARS, "(1)")
    return _section_8(TargetGroupGround.TWO_YEARS_OR_MORE, "(1)")


def _age_ground(facts: TargetGroupFacts, dates: InstallationDates) -> Ground[TargetGroupGround]:
    age = age_on(facts.born_on, facts.permit.granted_on)
    if age < LOWEST_AGE.on(facts.decided_on):
        return _section_8(TargetGroupGround.UNDER_EIGHTEEN, "(1)")
    if age > HIGHEST_AGE.on(facts.decided_on, dates=dates):
        return _section_8(TargetGroupGround.OVER_AGE_LIMIT, "(3)")
    return _section_8(TargetGroupGround.AGE_WITHIN_LIMITS, "(1)")


def _works_full_time(facts: TargetGroupFacts) -> bool:
    limit = FULL_WORK_HOURS.on(facts.decided_on)
    return limit is not None and facts.work_hours_per_week >= limit


def _agreement_ground(
    facts: TargetGroupFacts, permit: PermitAssessment
) -> Ground[TargetGroupGround]:
    if facts.is_settled_by_agreement:
        return _section_8(TargetGroupGround.SETTLED_BY_AGREEMENT, "(1)")
    is_own_or_family = permit.permit_class in {PermitClass.FAMILY_F, PermitClass.OWN_GROUND_G}
    if is_own_or_family or _is_refugee_after_family(facts):
        return _section_8(TargetGroupGround.AGREEMENT_NOT_REQUIRED, "(2)")
    return _section_8(TargetGroupGround.SETTLED_WITHOUT_AGREEMENT, "(3)")


def _is_refugee_after_family(facts: TargetGroupFacts) -> bool:
    permit = facts.permit
    return permit.ground is PermitGround.ASYLUM and permit.previous_ground is PermitGround.FAMILY


def _decision_deadline(facts: TargetGroupFacts) -> date:
    """Count from settlement with the permit; without agreement, from the claim if there is one."""
    begins_on = max(facts.settled_on, facts.permit.granted_on)
    if facts.claimed_on is not None and not facts.is_settled_by_agreement:
        begins_on = facts.claimed_on
    return add_months(begins_on, DECISION_AND_START.on(facts.decided_on))


def _doubts(
    facts: TargetGroupFacts, permit: PermitAssessment
) -> Iterator[Clarification[TargetGroupDoubt]]:
    if _is_under_introduksjonsloven(facts) and (
        facts.permit.arrived_on is None and facts.settled_on >= INTEGRERINGSLOVEN_IN_FORCE_FROM
    ):
        section_72 = INTEGRERINGSFORSKRIFTEN.section("72", "(1)")
        yield Clarification(TargetGroupDoubt.ARRIVAL_DATE_UNKNOWN, section_72)
    if _is_refugee_after_family(facts) and facts.permit.reference_ground is None:
        section_8 = INTEGRERINGSLOVEN.section("8", "(2)")
        yield Clarification(TargetGroupDoubt.PREVIOUS_FAMILY_PERMIT, section_8)
    age = age_on(facts.born_on, facts.permit.granted_on)
    is_minor = age < LOWEST_AGE.on(facts.decided_on)
    if permit.permit_class is PermitClass.FAMILY_OF_OTHERS and is_minor:
        section_8 = INTEGRERINGSLOVEN.section("8", "(3)")
        yield Clarification(TargetGroupDoubt.AGE_WHEN_FAMILY_OF_OTHERS, section_8)


def _section_8(code: TargetGroupGround, detail: str) -> Ground[TargetGroupGround]:
    return Ground(code, INTEGRERINGSLOVEN.section("8", detail))


def _answer(
    group: TargetGroup,
    grounds: _Grounds,
    doubts: tuple[Clarification[TargetGroupDoubt], ...],
    deadline: date | None = None,
) -> TargetGroupAssessment:
    return TargetGroupAssessment(group, grounds, deadline, doubts)


def _check(facts: TargetGroupFacts) -> None:
    if facts.permit.granted_on < facts.born_on:
        raise BadFacts(FactProblem.WRONG_ORDER, "permit.granted_on")
    if facts.settled_on < facts.born_on:
        raise BadFacts(FactProblem.WRONG_ORDER, "settled_on")
    if facts.work_hours_per_week < 0:
        raise BadFacts(FactProblem.NEGATIVE, "work_hours_per_week")
