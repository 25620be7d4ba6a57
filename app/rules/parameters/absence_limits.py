"""Quotas, waiting times and notice of the absence rules.

Provision: integreringsforskriften §§ 6–19.
In force from: 2021-01-01; stated in virkedager from 2023-08-01, without another number.
The regulation of 2003 is kept with the numbers that it handed on, marked as not confirmed.
"""

from datetime import date
from fractions import Fraction
from typing import TypeVar

from app.rules.law.parameter import DatedValue, Parameter, Unit
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.rules.parameters.building import (
    INTEGRERINGSLOVEN_IN_FORCE_FROM,
    REFORM_IN_FORCE_FROM,
    lasting,
)

T = TypeVar("T")

_INTRODUKSJONSLOVEN_IN_FORCE_FROM = date(2003, 9, 1)


def _section(section: str, detail: str = "") -> Provision:
    return INTEGRERINGSFORSKRIFTEN.section(section, detail)


def _continued(name: str, unit: Unit, value: T, provision: Provision) -> Parameter[T]:
    """Return a limit that the regulation took over from the one of 2003."""
    before = DatedValue(_INTRODUKSJONSLOVEN_IN_FORCE_FROM, value, provision, is_confirmed=False)
    return Parameter(
        name, unit, (before, DatedValue(INTEGRERINGSLOVEN_IN_FORCE_FROM, value, provision))
    )


SELF_CERTIFICATION_WAIT = _continued("self_certification_wait", Unit.WEEKS, 8, _section("8", "(1)"))
"""The right exists from this long after the programme started."""
SELF_CERTIFIED_DAYS = _continued("self_certified_days", Unit.CALENDAR_DAYS, 3, _section("8", "(1)"))
"""At a time, earlier ones within the window included."""
SELF_CERTIFICATION_WINDOW = _continued(
    "self_certification_window", Unit.CALENDAR_DAYS, 16, _section("8", "(1)")
)
WITHDRAWAL_OCCASIONS = _continued("withdrawal_occasions", Unit.COUNT, 4, _section("9", "(1)"))
"""From this many, the municipality may withdraw the right."""
WITHDRAWAL_COUNTED_OVER = _continued(
    "withdrawal_counted_over", Unit.MONTHS, 12, _section("9", "(1)")
)
WITHDRAWAL_REVIEW = _continued("withdrawal_review", Unit.MONTHS, 6, _section("9", "(3)"))

CHILD_ILLNESS_DAYS = _continued("child_illness_days", Unit.VIRKEDAGER, 10, _section("7", "(1)"))
CHILD_ILLNESS_DAYS_ALONE = _continued(
    "child_illness_days_alone", Unit.VIRKEDAGER, 20, _section("7", "(1)")
)
CHILD_ILLNESS_DAYS_MANY_CHILDREN = _continued(
    "child_illness_days_many_children", Unit.VIRKEDAGER, 15, _section("7", "(1)")
)
CHILD_ILLNESS_DAYS_MANY_CHILDREN_ALONE = _continued(
    "child_illness_days_many_children_alone", Unit.VIRKEDAGER, 30, _section("7", "(1)")
)
CHILD_ILLNESS_MORE_THAN_CHILDREN = _continued(
    "child_illness_more_than_children", Unit.COUNT, 2, _section("7", "(1)")
)
"""More children than this give the longer quota."""
CHILD_ILLNESS_DAYS_CHRONIC = _continued(
    "child_illness_days_chronic", Unit.VIRKEDAGER, 20, _section("7", "(2)")
)
CHILD_ILLNESS_DAYS_CHRONIC_ALONE = _continued(
    "child_illness_days_chronic_alone", Unit.VIRKEDAGER, 40, _section("7", "(2)")
)
CHILD_ILLNESS_COUNTED_OVER = _continued(
    "child_illness_counted_over", Unit.MONTHS, 12, _section("7", "(1)")
)
CHILD_ILLNESS_LAST_AGE = _continued(
    "child_illness_last_age", Unit.YEARS_OF_AGE, 12, _section("6", "(2)")
)
CHILD_ILLNESS_LAST_AGE_CHRONIC = _continued(
    "child_illness_last_age_chronic", Unit.YEARS_OF_AGE, 18, _section("6", "(2)")
)
"""To the end of the calendar year in which the child becomes this old."""

PREGNANCY_DAYS = _continued("pregnancy_days", Unit.VIRKEDAGER, 10, _section("11", "(2)"))
BIRTH_DAYS_MOTHER = _continued("birth_days_mother", Unit.VIRKEDAGER, 20, _section("12", "(1)"))
BIRTH_DAYS_FATHER = _continued("birth_days_father", Unit.VIRKEDAGER, 7, _section("12", "(2)"))
BREASTFEEDING_PAID_HOURS = _continued(
    "breastfeeding_paid_hours", Unit.HOURS, Fraction(1), _section("13")
)
"""A day."""
BREASTFEEDING_PAID_FOR = _continued("breastfeeding_paid_for", Unit.MONTHS, 12, _section("13"))
"""The child's first year."""

WELFARE_DAYS = _continued("welfare_days", Unit.VIRKEDAGER, 10, _section("14", "(1)"))
"""Each calendar year."""
KINDERGARTEN_START_DAYS = _continued(
    "kindergarten_start_days", Unit.VIRKEDAGER, 3, _section("14", "(2) a")
)
SCHOOL_START_DAYS = _continued("school_start_days", Unit.VIRKEDAGER, 1, _section("14", "(2) b"))
WEDDING_DAYS = _continued("wedding_days", Unit.VIRKEDAGER, 1, _section("14", "(2) c"))
DEATH_DAYS = _continued("death_days", Unit.VIRKEDAGER, 3, _section("14", "(2) d"))
"""Necessary travel days come in addition (third paragraph)."""
PEACE_WORK_DAYS: Parameter[int] = Parameter(
    "peace_work_days",
    Unit.VIRKEDAGER,
    (
        DatedValue(_INTRODUKSJONSLOVEN_IN_FORCE_FROM, 0, _section("14a")),
        DatedValue(date(2022, 8, 24), 10, _section("14a")),
    ),
)
"""Each calendar year."""

LONG_ILLNESS_LEAVE = _continued("long_illness_leave", Unit.MONTHS, 12, _section("15"))
PARENTAL_LEAVE = _continued("parental_leave", Unit.MONTHS, 10, _section("16", "(1)"))
"""Both parents together."""
PARENTAL_LEAVE_WITHIN = _continued("parental_leave_within", Unit.MONTHS, 12, _section("16", "(1)"))
"""The child's first year."""
PARENTAL_LEAVE_FOLLOW_UP_MONTH = _continued(
    "parental_leave_follow_up_month", Unit.COUNT, 4, _section("16", "(2)")
)
"""From this month of the leave on, training must be offered."""
PARENTAL_LEAVE_RESERVED_DAYS = _continued(
    "parental_leave_reserved_days", Unit.VIRKEDAGER, 75, _section("16", "(4)")
)
"""For each parent, where both take part. The regulation says days: read as virkedager."""
ADOPTED_CHILD_UNDER_AGE = _continued(
    "adopted_child_under_age", Unit.YEARS_OF_AGE, 15, _section("16", "(3)")
)

RELIGIOUS_DAYS = _continued("religious_days", Unit.VIRKEDAGER, 2, _section("17", "(2)"))
"""Each calendar year."""
RELIGIOUS_NOTICE = _continued("religious_notice", Unit.CALENDAR_DAYS, 14, _section("17", "(2)"))
HOLIDAY_DAYS = _continued("holiday_days", Unit.VIRKEDAGER, 25, _section("18"))

ADDED_TIME_OVER_DAYS = lasting(
    "added_time_over_days", Unit.VIRKEDAGER, 10, _section("10"), REFORM_IN_FORCE_FROM
)
"""More than this, and the time comes in addition (also § 19)."""
