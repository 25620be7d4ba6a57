"""The conditions of § 8 one by one: newness, age and settlement by agreement.

Provision: integreringsloven §§ 3 third paragraph and 8; integreringsforskriften § 72.
In force from: 2021-01-01; the age of 60 from a day that is not set (LOV-2025-06-20-35).
In one sentence: age is the age when the permit was granted, and the two years are counted to the
decision.
"""

from collections.abc import Iterator
from datetime import date

from app.core.period import after_months, age_on
from app.rules.eligibility.permit import PermitGround
from app.rules.eligibility.section_9 import (
    PermitAssessment,
    PermitClass,
    may_have_been_letter_f,
)
from app.rules.eligibility.types import TargetGroupFacts, TargetGroupGround, TargetGroupStep
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Ground, Step
from app.rules.law.installation import InstallationDates
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.building import INTEGRERINGSLOVEN_IN_FORCE_FROM
from app.rules.parameters.target_group_limits import HIGHEST_AGE, LIVED_IN_MUNICIPALITY, LOWEST_AGE

_OUT = {
    TargetGroupGround.EEA_OR_NORDIC: INTEGRERINGSLOVEN.section("8", "(5)"),
    TargetGroupGround.INTRODUKSJONSLOVEN_APPLIES: INTEGRERINGSFORSKRIFTEN.section("72"),
    TargetGroupGround.BROKE_OFF_OR_DECLINED: INTEGRERINGSLOVEN.section("3", "(3)"),
}


def exclusions(facts: TargetGroupFacts) -> Iterator[Ground[TargetGroupGround]]:
    """Yield what shuts a person out before any other condition is asked."""
    conditions = {
        TargetGroupGround.EEA_OR_NORDIC: facts.is_eea_or_nordic,
        TargetGroupGround.INTRODUKSJONSLOVEN_APPLIES: is_under_introduksjonsloven(facts),
        TargetGroupGround.BROKE_OFF_OR_DECLINED: facts.has_broken_off,
    }
    return (Ground(code, _OUT[code]) for code, is_met in conditions.items() if is_met)


def is_under_introduksjonsloven(facts: TargetGroupFacts) -> bool:
    """Whether the act of 2003 applies: an early permit, and not an arrival from abroad after."""
    arrived_on = facts.permit.arrived_on
    came_later = arrived_on is not None and arrived_on >= INTEGRERINGSLOVEN_IN_FORCE_FROM
    return facts.permit.granted_on < INTEGRERINGSLOVEN_IN_FORCE_FROM and not came_later


def two_years_on(facts: TargetGroupFacts) -> date:
    """Return the first day that is too late: two years in any municipality with a permit."""
    months = LIVED_IN_MUNICIPALITY.on(facts.decided_on)
    return after_months(facts.first_lived_with_permit_on, months)


def two_years_step(facts: TargetGroupFacts) -> Step[TargetGroupStep]:
    """Return how the two years were counted."""
    numbers = (
        ("first_lived_on", facts.first_lived_with_permit_on.isoformat()),
        ("two_years_on", two_years_on(facts).isoformat()),
        ("decided_on", facts.decided_on.isoformat()),
    )
    return Step(TargetGroupStep.TWO_YEARS, numbers, INTEGRERINGSLOVEN.section("8", "(1)"))


def age_at_grant(facts: TargetGroupFacts) -> int:
    """Return the age that decides."""
    return age_on(facts.born_on, facts.permit.granted_on)


def age_ground(facts: TargetGroupFacts, dates: InstallationDates) -> Ground[TargetGroupGround]:
    """Return whether the age is within the limits of the day of the decision."""
    age = age_at_grant(facts)
    if age < LOWEST_AGE.on(facts.decided_on):
        return section_8(TargetGroupGround.UNDER_EIGHTEEN, "(1)")
    if age > HIGHEST_AGE.on(facts.decided_on, dates=dates):
        return section_8(TargetGroupGround.OVER_AGE_LIMIT, "(3)")
    return section_8(TargetGroupGround.AGE_WITHIN_LIMITS, "(1)")


def age_turns_on_transition(facts: TargetGroupFacts, dates: InstallationDates) -> bool:
    """Whether the limit of the day of the grant would place the person otherwise."""
    granted_on = max(facts.permit.granted_on, INTEGRERINGSLOVEN_IN_FORCE_FROM)
    limits = (HIGHEST_AGE.on(day, dates=dates) for day in (granted_on, facts.decided_on))
    return len({age_at_grant(facts) > limit for limit in limits}) > 1


def age_step(facts: TargetGroupFacts, dates: InstallationDates) -> Step[TargetGroupStep]:
    """Return how the age was measured."""
    numbers = (
        ("born_on", facts.born_on.isoformat()),
        ("granted_on", facts.permit.granted_on.isoformat()),
        ("age", str(age_at_grant(facts))),
        ("lowest_age", str(LOWEST_AGE.on(facts.decided_on))),
        ("highest_age", str(HIGHEST_AGE.on(facts.decided_on, dates=dates))),
    )
    return Step(TargetGroupStep.AGE_AT_GRANT, numbers, INTEGRERINGSLOVEN.section("8", "(1)"))


def agreement_ground(
    facts: TargetGroupFacts, permit: PermitAssessment
) -> Ground[TargetGroupGround]:
    """Return whether settlement by agreement is there, or is not asked for."""
    if facts.is_settled_by_agreement:
        return section_8(TargetGroupGround.SETTLED_BY_AGREEMENT, "(1)")
    is_own_or_family = permit.permit_class in {PermitClass.FAMILY_F, PermitClass.OWN_GROUND_G}
    if is_own_or_family or is_refugee_after_family(facts):
        return section_8(TargetGroupGround.AGREEMENT_NOT_REQUIRED, "(2)")
    return section_8(TargetGroupGround.SETTLED_WITHOUT_AGREEMENT, "(3)")


def is_refugee_after_family(facts: TargetGroupFacts) -> bool:
    """Whether a refugee held a permit of letter f before (second paragraph, last sentence)."""
    permit = facts.permit
    is_after_family = permit.previous_ground is PermitGround.FAMILY
    return (
        permit.ground is PermitGround.ASYLUM and is_after_family and may_have_been_letter_f(permit)
    )


def section_8(code: TargetGroupGround, detail: str) -> Ground[TargetGroupGround]:
    """Return a ground of § 8."""
    return Ground(code, INTEGRERINGSLOVEN.section("8", detail))


def check_facts(facts: TargetGroupFacts) -> None:
    """Raise `BadFacts` for what cannot have happened before birth, and for negative hours."""
    after_birth = (
        ("permit.granted_on", facts.permit.granted_on),
        ("settled_on", facts.settled_on),
        ("first_lived_in_a_municipality_with_permit_on", facts.first_lived_with_permit_on),
        ("decided_on", facts.decided_on),
        ("claimed_on", facts.claimed_on),
        ("work_ended_on", facts.work_ended_on),
        ("programme_started_on", facts.programme_started_on),
    )
    for field, day in after_birth:
        if day is not None and day < facts.born_on:
            raise BadFacts(FactProblem.WRONG_ORDER, field)
    if facts.work_hours_per_week < 0:
        raise BadFacts(FactProblem.NEGATIVE, "work_hours_per_week")
