"""The kind `plan_check`."""

from datetime import date
from fractions import Fraction

from app.core.period import Period
from app.rules.eligibility import PermitGround
from app.rules.plan import (
    CefrLevel,
    ElementKind,
    Finding,
    NorwegianGoals,
    PlanElementFacts,
    PlanFacts,
    check_plan,
)
from app.rules.programme import EndGoal
from app.scenarios.education import read_education
from app.scenarios.errors import ScenarioError, ScenarioProblem
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, answer, hours_text
from app.scenarios.people import read_children

_MINUTES_AN_HOUR = 60


def answer_plan_check(fields: Fields, known_on: date | None) -> Answer:
    """Return what a plan lacks; `known_on` makes no difference."""
    del known_on
    reviews = fields.days("reviews")
    facts = PlanFacts(
        programme=fields.period("programme"),
        education=read_education(fields),
        permit_ground=fields.choice("ground", PermitGround),
        end_goal=fields.choice("end_goal", EndGoal) if fields.has("end_goal") else None,
        elements=tuple(_read_element(row) for row in fields.rows("elements")),
        norwegian_goals=_read_goals(fields) if fields.has("norwegian_goals") else None,
        norwegian_hours=_whole_or_zero(fields, "norwegian_hours"),
        social_studies_hours=_whole_or_zero(fields, "social_studies_hours"),
        has_long_term_goals=_is_stated(fields, "long_term_goals"),
        has_reasons=_is_stated(fields, "reasons"),
        is_appeal_information_given=fields.flag("appeal_information_given", default=False),
        is_mapping_done_or_explained=_is_done_or_explained(fields, "mapping"),
        is_guidance_done_or_explained=_is_done_or_explained(fields, "guidance"),
        is_competence_validation_guided=fields.flag("competence_validation_guided", default=False),
        review_due_on=max(reviews, default=None),
        children_born_on=tuple(child.born_on for child in read_children(fields)),
        expects_child=fields.flag("expects_child", default=False),
        days_off=tuple(_read_period(row) for row in fields.rows("holidays")),
        assessed_on=fields.day_or_none("assessed_on"),
    )
    fields.close()
    assessment = check_plan(facts)
    return answer(
        {
            "complete": assessment.is_complete,
            "findings": [_finding(row) for row in assessment.findings],
        },
        provisions=(row.provision for row in assessment.findings),
    )


def _finding(finding: Finding) -> Answer:
    period = finding.period
    return {
        "code": finding.code.value,
        "provision": finding.provision.citation,
        "severity": finding.severity.value,
        "from": period.first_day.isoformat() if period else None,
        "to": period.last_day.isoformat() if period else None,
        "numbers": {name: hours_text(Fraction(value)) for name, value in finding.numbers},
    }


def _read_element(row: Fields) -> PlanElementFacts:
    kind = row.choice("kind", ElementKind)
    minutes = row.number("hours_per_week") * _MINUTES_AN_HOUR
    if minutes.denominator != 1:
        message = "Hours per week must come out in whole minutes."
        raise ScenarioError(ScenarioProblem.UNKNOWN_VALUE, message, row.path("hours_per_week"))
    return PlanElementFacts(kind, int(minutes), _read_period(row))


def _read_period(row: Fields) -> Period:
    first_day, last_day = row.day("first_day"), row.day("last_day")
    row.close()
    if last_day < first_day:
        message = "The last day comes before the first."
        raise ScenarioError(ScenarioProblem.WRONG_ORDER, message, row.path("last_day"))
    return Period(first_day, last_day)


def _read_goals(fields: Fields) -> NorwegianGoals:
    goals = fields.fields("norwegian_goals")
    levels = NorwegianGoals(
        listening=goals.choice("listening", CefrLevel),
        reading=goals.choice("reading", CefrLevel),
        writing=goals.choice("writing", CefrLevel),
        speaking=goals.choice("speaking", CefrLevel),
    )
    goals.close()
    return levels


def _is_stated(fields: Fields, key: str) -> bool:
    """Whether a text is there and is not blank."""
    return fields.has(key) and bool(fields.text(key).strip())


def _is_done_or_explained(fields: Fields, key: str) -> bool:
    step = fields.fields_or_empty(key)
    is_done = step.day_or_none("done_on") is not None
    is_explained = _is_stated(step, "explanation")
    step.close()
    return is_done or is_explained


def _whole_or_zero(fields: Fields, key: str) -> int:
    return fields.whole(key) if fields.has(key) else 0
