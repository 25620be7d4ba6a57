"""Foreldreveiledning: how many meetings or conversations a plan holds.

Provision: integreringsforskriften § 3 fourth and sixth paragraph; integreringsloven § 14 a.
In force from: 2021-01-01; the exception for capacity from 2023-07-01, uncertain from 2026-07-01.
In one sentence: 8 to 12 meetings in a group or 5 to 8 conversations alone, and at least 4 or 2
where the municipality's capacity makes it necessary.
"""

from collections.abc import Iterator, Sequence

from app.core.period import Period
from app.rules.law.grounds import Clarification, Step
from app.rules.law.parameter import Parameter
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.rules.parameters import plan_content
from app.rules.plan.kinds import GuidanceForm
from app.rules.plan.types import (
    Finding,
    FindingCode,
    Found,
    PlanDoubt,
    PlanElementFacts,
    PlanFacts,
    PlanStep,
    Severity,
)

_MEETINGS = INTEGRERINGSFORSKRIFTEN.section("3", "(4)")

_LIMITS: dict[GuidanceForm, tuple[Parameter[int], Parameter[int], Parameter[int]]] = {
    GuidanceForm.GROUP: (
        plan_content.PARENTAL_GUIDANCE_GROUP_MEETINGS,
        plan_content.PARENTAL_GUIDANCE_GROUP_MEETINGS_MOST,
        plan_content.PARENTAL_GUIDANCE_GROUP_MEETINGS_BY_CAPACITY,
    ),
    GuidanceForm.INDIVIDUAL: (
        plan_content.PARENTAL_GUIDANCE_INDIVIDUAL_MEETINGS,
        plan_content.PARENTAL_GUIDANCE_INDIVIDUAL_MEETINGS_MOST,
        plan_content.PARENTAL_GUIDANCE_INDIVIDUAL_MEETINGS_BY_CAPACITY,
    ),
}


def check_guidance(facts: PlanFacts) -> Iterator[Found]:
    """Yield how many meetings each form has, and where they are too few or too many.

    A course may stand as several elements: those of one form are counted together.
    """
    for form in GuidanceForm:
        rows = [row for row in facts.elements if row.form is form and row.meetings is not None]
        if rows:
            yield from _check_form(form, rows)


def _check_form(form: GuidanceForm, rows: Sequence[PlanElementFacts]) -> Iterator[Found]:
    meetings = sum(row.meetings or 0 for row in rows)
    first_day = min(row.period.first_day for row in rows)
    period = Period(first_day, max(row.period.last_day for row in rows))
    least, most, least_by_capacity = _LIMITS[form]
    required, provision = least.on(first_day), _MEETINGS
    is_exception = any(row.is_capacity_exception for row in rows) and meetings < required
    if is_exception and first_day >= least_by_capacity.values[0].valid_from:
        row = least_by_capacity.row_on(first_day)
        required, provision = row.value, row.provision
        if not row.is_confirmed:
            yield Clarification(PlanDoubt.CAPACITY_EXCEPTION, provision)
    numbers = (("meetings", str(meetings)), ("required_meetings", str(required)))
    at_most = most.on(first_day)
    limits = (*numbers, ("most_meetings", str(at_most)))
    yield Step(PlanStep.GUIDANCE_MEETINGS, limits, provision)
    if meetings < required:
        code = FindingCode.PARENTAL_GUIDANCE_TOO_FEW_MEETINGS
        yield Finding(code, provision, Severity.MISSING, period, numbers)
    elif meetings > at_most:
        code = FindingCode.PARENTAL_GUIDANCE_TOO_MANY_MEETINGS
        numbers = (("meetings", str(meetings)), ("most_meetings", str(at_most)))
        yield Finding(code, provision, Severity.WARNING, period, numbers)
