"""Norsk og samfunnskunnskap i planen: extent, language and clocks.

Provision: integreringsloven §§ 15 third paragraph, 32, 33, 37 c and 37 d; integreringsforskriften
§§ 2, 73 and 74.
In one sentence: both extents are stated, social studies has its hours, less those of the reception
centre, in a language that is understood, and what lies after the clocks of the training is shown;
leave may have moved them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.core.period import ONE_DAY, Period, add_months
from app.rules.eligibility.chapter_6_a import is_under_chapter_6_a
from app.rules.law.grounds import Clarification, Step
from app.rules.law.parameter import DatedValue
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.building import INTEGRERINGSLOVEN_IN_FORCE_FROM
from app.rules.parameters.plan_content import SOCIAL_STUDIES_HOURS
from app.rules.parameters.training_limits import (
    SOCIAL_STUDIES_WITHIN,
    TRAINING_LENGTH,
    TRAINING_LENGTH_COLLECTIVE_PROTECTION,
    TRAINING_LENGTH_UPPER_SECONDARY,
)
from app.rules.plan.kinds import ElementKind
from app.rules.plan.types import (
    Finding,
    FindingCode,
    Found,
    PlanDoubt,
    PlanFacts,
    PlanStep,
    Severity,
)
from app.rules.programme.content import needs_social_studies

_STATED = INTEGRERINGSLOVEN.section("15", "(3)")
_UNDERSTOOD = INTEGRERINGSLOVEN.section("33", "(1)")
_CREDIT = INTEGRERINGSFORSKRIFTEN.section("2", "(3)")


def check_social_studies(facts: PlanFacts) -> Iterator[Found]:
    """Yield what is missing of social studies; nothing where it is not mandatory."""
    if not needs_social_studies(facts.permit_ground, facts.programme.first_day):
        return
    stated, completed = facts.social_studies_hours, facts.social_studies_completed_hours
    row = SOCIAL_STUDIES_HOURS.row_on(_granted_on(facts))
    if stated == 0 and completed < row.value:
        yield Finding(FindingCode.SOCIAL_STUDIES_EXTENT_MISSING, _STATED, Severity.MISSING)
        return
    required = max(row.value - completed, 0)
    numbers = (("hours", str(stated)), ("required_hours", str(required)))
    if completed:
        credited = (("completed_hours", str(completed)), *numbers)
        yield Step(PlanStep.SOCIAL_STUDIES_HOURS, credited, _CREDIT)
    else:
        yield Step(PlanStep.SOCIAL_STUDIES_HOURS, numbers, row.provision)
    if stated < required:
        code = FindingCode.SOCIAL_STUDIES_UNDER_75_HOURS
        yield Finding(code, row.provision, Severity.WARNING, numbers=numbers)
    understood = facts.social_studies_understood_hours
    if understood is not None and understood < stated:
        numbers = (("hours", str(understood)), ("required_hours", str(stated)))
        code = FindingCode.SOCIAL_STUDIES_NOT_UNDERSTOOD
        yield Finding(code, _UNDERSTOOD, Severity.WARNING, numbers=numbers)


def check_clocks(facts: PlanFacts) -> Iterator[Found]:
    """Yield the last days of the training, where its beginning is given, and what comes later."""
    if is_under_chapter_6_a(facts.permit_ground, facts.programme.first_day):
        if facts.training_started_on is not None:
            year = TRAINING_LENGTH_COLLECTIVE_PROTECTION.row_on(facts.programme.first_day)
            yield from _check(facts, _NORWEGIAN, facts.training_started_on, year)
        return
    if facts.training_offered_on is None:
        return
    is_high = facts.education.is_upper_secondary_or_higher
    norwegian = TRAINING_LENGTH_UPPER_SECONDARY if is_high else TRAINING_LENGTH
    for clock, parameter in ((_NORWEGIAN, norwegian), (_SOCIAL_STUDIES, SOCIAL_STUDIES_WITHIN)):
        row = parameter.row_on(_granted_on(facts))
        yield from _check(facts, clock, facts.training_offered_on, row)


@dataclass(frozen=True, slots=True)
class _Clock:
    kind: ElementKind
    step: PlanStep
    too_late: FindingCode


_NORWEGIAN = _Clock(
    ElementKind.NORWEGIAN_TRAINING,
    PlanStep.NORWEGIAN_LAST_DAY,
    FindingCode.NORWEGIAN_TRAINING_TOO_LATE,
)
_SOCIAL_STUDIES = _Clock(
    ElementKind.SOCIAL_STUDIES,
    PlanStep.SOCIAL_STUDIES_LAST_DAY,
    FindingCode.SOCIAL_STUDIES_TOO_LATE,
)


def _check(
    facts: PlanFacts, clock: _Clock, begins_on: date, row: DatedValue[int] | DatedValue[int | None]
) -> Iterator[Found]:
    months = row.value
    if months is None:
        yield Clarification(PlanDoubt.OLDER_TRAINING_LENGTH, row.provision)
        return
    last_day = add_months(begins_on, months)
    numbers = (
        ("begins_on", begins_on.isoformat()),
        ("months", str(months)),
        ("last_day", last_day.isoformat()),
    )
    yield Step(clock.step, numbers, row.provision)
    for element in facts.elements:
        if element.kind is clock.kind and element.period.last_day > last_day:
            first_day = max(element.period.first_day, last_day + ONE_DAY)
            yield Finding(
                clock.too_late,
                row.provision,
                Severity.WARNING,
                Period(first_day, element.period.last_day),
                (("months", str(months)),),
            )


def _granted_on(facts: PlanFacts) -> date:
    """Return the day the transitional rules of the training turn on."""
    granted_on = facts.permit_granted_on or facts.programme.first_day
    return max(granted_on, INTEGRERINGSLOVEN_IN_FORCE_FROM)
