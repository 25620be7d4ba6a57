"""Minimum hours in a plan, and what counts as full time.

Provision: integreringsloven §§ 13, 14, 14 a and 33; integreringsforskriften §§ 3, 4 and 73.
The hours of full time, the weeks of holiday and the minutes of a lesson are IMDi's guidance,
not the act's, and are marked as not confirmed.
"""

from datetime import date

from app.rules.law.parameter import DatedValue, Parameter, Unit
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.building import (
    INTEGRERINGSLOVEN_IN_FORCE_FROM,
    REFORM_IN_FORCE_FROM,
    lasting,
)

MINUTES_AN_HOUR = 60

_FULL_TIME = INTEGRERINGSLOVEN.section("14", "(1)")
_GUIDANCE_AND_GROUPS = INTEGRERINGSFORSKRIFTEN.section("3", "(4)")
_MIGRATION_HEALTH = INTEGRERINGSFORSKRIFTEN.section("4", "(3)")
_CAREER = INTEGRERINGSFORSKRIFTEN.section("4", "(4)")


def _guidance(name: str, unit: Unit, value: int) -> Parameter[int]:
    row = DatedValue(INTEGRERINGSLOVEN_IN_FORCE_FROM, value, _FULL_TIME, is_confirmed=False)
    return Parameter(name, unit, (row,))


def _since_reform(name: str, value: int, provision: Provision) -> Parameter[int]:
    return lasting(name, Unit.HOURS, value, provision, REFORM_IN_FORCE_FROM)


FULL_TIME_MINUTES = _guidance("full_time_minutes", Unit.MINUTES_PER_WEEK, 2250)
"""37.5 hours a week."""
FULL_TIME_MINUTES_WITH_OWN_ACTIVITY = _guidance(
    "full_time_minutes_with_own_activity", Unit.MINUTES_PER_WEEK, 1800
)
"""30 hours a week, where own activity comes in addition."""
HOLIDAY_WEEKS_A_YEAR = _guidance("holiday_weeks_a_year", Unit.WEEKS, 5)
LESSON_MINUTES = _guidance("lesson_minutes", Unit.MINUTES, 45)
LESSON_MINUTES_WITH_PREPARATION = _guidance("lesson_minutes_with_preparation", Unit.MINUTES, 75)
"""A lesson with the preparation that goes with it, by an older page of the directorate."""

SOCIAL_STUDIES_HOURS: Parameter[int] = Parameter(
    "social_studies_hours",
    Unit.HOURS,
    (
        DatedValue(
            INTEGRERINGSLOVEN_IN_FORCE_FROM, 50, INTEGRERINGSFORSKRIFTEN.section("73", "(3)")
        ),
        DatedValue(date(2022, 1, 1), 75, INTEGRERINGSLOVEN.section("33", "(1)")),
    ),
)
"""Asked for the day the permit was granted, or of arrival where that was later."""

PARENTAL_GUIDANCE_GROUP_MEETINGS = lasting(
    "parental_guidance_group_meetings", Unit.COUNT, 8, _GUIDANCE_AND_GROUPS
)
"""At least."""
PARENTAL_GUIDANCE_GROUP_MEETINGS_MOST = lasting(
    "parental_guidance_group_meetings_most", Unit.COUNT, 12, _GUIDANCE_AND_GROUPS
)
PARENTAL_GUIDANCE_INDIVIDUAL_MEETINGS = lasting(
    "parental_guidance_individual_meetings", Unit.COUNT, 5, _GUIDANCE_AND_GROUPS
)
"""At least."""
PARENTAL_GUIDANCE_INDIVIDUAL_MEETINGS_MOST = lasting(
    "parental_guidance_individual_meetings_most", Unit.COUNT, 8, _GUIDANCE_AND_GROUPS
)
_CAPACITY = INTEGRERINGSFORSKRIFTEN.section("3", "(6)")
_CAPACITY_FROM = date(2023, 7, 1)
# The regulation's own note changes § 3 again from 1 July 2026, with a text that is not in our
# sources: from then on the exception is kept as remembered, and the answer asks a person.
_CAPACITY_UNCERTAIN_FROM = date(2026, 7, 1)


def _by_capacity(name: str, value: int) -> Parameter[int]:
    rows = (
        DatedValue(_CAPACITY_FROM, value, _CAPACITY),
        DatedValue(_CAPACITY_UNCERTAIN_FROM, value, _CAPACITY, is_confirmed=False),
    )
    return Parameter(name, Unit.COUNT, rows)


PARENTAL_GUIDANCE_GROUP_MEETINGS_BY_CAPACITY = _by_capacity(
    "parental_guidance_group_meetings_by_capacity", 4
)
PARENTAL_GUIDANCE_INDIVIDUAL_MEETINGS_BY_CAPACITY = _by_capacity(
    "parental_guidance_individual_meetings_by_capacity", 2
)

MIGRATION_HEALTH_HOURS = _since_reform("migration_health_hours", 10, _MIGRATION_HEALTH)
MIGRATION_HEALTH_HOURS_UPPER_SECONDARY = _since_reform(
    "migration_health_hours_upper_secondary", 5, _MIGRATION_HEALTH
)
CAREER_HOURS = _since_reform("career_hours", 15, _CAREER)
CAREER_HOURS_UPPER_SECONDARY = _since_reform("career_hours_upper_secondary", 10, _CAREER)
