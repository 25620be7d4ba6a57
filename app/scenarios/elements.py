"""Readers for the elements of a plan."""

from app.core.period import Period
from app.rules.law import BadFacts, FactProblem
from app.rules.plan import ElementKind, GuidanceForm, PlanElementFacts
from app.scenarios.errors import ScenarioError, ScenarioProblem
from app.scenarios.fields import Fields

_MINUTES_AN_HOUR = 60


def read_element(row: Fields) -> PlanElementFacts:
    """Read one element: its hours a week, its lessons a week, or both."""
    has_lessons = row.has("lessons_per_week")
    element = PlanElementFacts(
        kind=row.choice("kind", ElementKind),
        minutes_per_week=0 if has_lessons and not row.has("hours_per_week") else _minutes(row),
        period=_period(row),
        lessons_per_week=row.whole("lessons_per_week") if has_lessons else 0,
        has_reasons=is_stated(row, "reasons") if row.has("reasons") else None,
        meetings=row.whole("meetings") if row.has("meetings") else None,
        form=row.choice("form", GuidanceForm) if row.has("form") else None,
        is_capacity_exception=row.flag("capacity_exception", default=False),
    )
    row.close()
    return element


def read_period(row: Fields) -> Period:
    """Read an object that holds a period and nothing else."""
    period = _period(row)
    row.close()
    return period


def is_stated(fields: Fields, key: str) -> bool:
    """Whether a text is there and is not blank."""
    return fields.has(key) and bool(fields.text(key).strip())


def _period(row: Fields) -> Period:
    first_day, last_day = row.day("first_day"), row.day("last_day")
    if last_day < first_day:
        message = "The last day comes before the first."
        raise ScenarioError(ScenarioProblem.WRONG_ORDER, message, row.path("last_day"))
    return Period(first_day, last_day)


def _minutes(row: Fields) -> int:
    minutes = row.number("hours_per_week") * _MINUTES_AN_HOUR
    if minutes < 0:
        raise BadFacts(FactProblem.NEGATIVE, row.path("hours_per_week"))
    if minutes.denominator != 1:
        message = "Hours per week must come out in whole minutes."
        raise ScenarioError(ScenarioProblem.UNKNOWN_VALUE, message, row.path("hours_per_week"))
    return int(minutes)
