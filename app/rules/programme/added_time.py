"""Tillegg i programtiden: absence and leave that come in addition to the length.

Provision: integreringsforskriften §§ 10 and 19.
In force from: 2026-01-01; the wording before that day is not among our sources.
In one sentence: more than ten virkedager of lawful absence and leave in all are added, also where
the programme may not be extended; religious days, holiday and invalid absence never are.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import ceil

from app.core.period import ONE_DAY, after_months
from app.rules.absence.types import DayAssessment
from app.rules.calendar.virkedag import is_virkedag
from app.rules.law.grounds import Clarification, Step
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.rules.parameters.absence_limits import ADDED_TIME_OVER_DAYS
from app.rules.parameters.building import REFORM_IN_FORCE_FROM, under_reform
from app.rules.policy import Policy, PolicyKey, TenDayHours, TenDayPeriod, TenDayRule
from app.rules.programme.types import ProgrammeStep

ADDED_TIME_PROVISIONS = (
    INTEGRERINGSFORSKRIFTEN.section("10"),
    INTEGRERINGSFORSKRIFTEN.section("19"),
)
_MONTHS_A_YEAR = 12


class AddedTimeDoubt(StrEnum):
    """What the law does not settle about added time."""

    ADDED_TIME_BEFORE_2026 = "added_time_before_2026"
    """Absence from before 2026 is counted as today's wording would count it."""


@dataclass(frozen=True, slots=True)
class AddedTime:
    """How many virkedager come in addition, and why."""

    days: int
    """A begun one as a whole."""
    policies: tuple[PolicyKey, ...] = ()
    """The settings without which it would be another number."""
    clarifications: tuple[Clarification[AddedTimeDoubt], ...] = ()
    steps: tuple[Step[ProgrammeStep], ...] = ()

    @property
    def counted(self) -> Fraction:
        """All virkedager that were counted, parts of days as parts."""
        return sum((Fraction(dict(step.numbers)["counted"]) for step in self.steps), Fraction(0))


def added_time(days: Iterable[DayAssessment], programme_start: date, policy: Policy) -> AddedTime:
    """Count the absence and leave of a whole programme.

    A day counts as much as was missed of the hours that were scheduled on it.
    """
    shares: dict[date, Fraction] = {}
    for row in days:
        if row.extends_programme:
            shares[row.day] = shares.get(row.day, Fraction(0)) + row.share_of_day
    added = _total(shares, programme_start, policy)
    is_older = any(day < REFORM_IN_FORCE_FROM for day in shares)
    doubt = Clarification(AddedTimeDoubt.ADDED_TIME_BEFORE_2026, ADDED_TIME_PROVISIONS[0])
    return AddedTime(
        days=added,
        policies=tuple(
            dict.fromkeys(
                key
                for key, other in _alternatives(policy)
                if _total(shares, programme_start, other) != added
            )
        ),
        clarifications=(doubt,) if is_older else (),
        steps=tuple(_steps(shares, programme_start, policy)),
    )


def last_day_with_added(last_day: date, added: int, public_holidays: AbstractSet[date]) -> date:
    """Return the last of the virkedager that are added after the normal length."""
    day = last_day
    while added > 0:
        day += ONE_DAY
        added -= is_virkedag(day, public_holidays)
    return day


def _alternatives(policy: Policy) -> Iterator[tuple[PolicyKey, Policy]]:
    for rule in TenDayRule:
        yield PolicyKey.TEN_DAY_RULE, replace(policy, ten_day_rule=rule)
    for hours in TenDayHours:
        yield PolicyKey.TEN_DAY_HOURS, replace(policy, ten_day_hours=hours)
    for period in TenDayPeriod:
        yield PolicyKey.TEN_DAY_PERIOD, replace(policy, ten_day_period=period)


def _total(shares: Mapping[date, Fraction], programme_start: date, policy: Policy) -> int:
    counts = _counted(shares, programme_start, policy).items()
    return sum(_added(first_day, counted, policy) for first_day, counted in counts)


def _counted(
    shares: Mapping[date, Fraction], programme_start: date, policy: Policy
) -> dict[date, Fraction]:
    """Return what counts, by the first day of the period it is counted over."""
    counts: dict[date, Fraction] = {}
    for day, share in shares.items():
        if share < 1 and policy.ten_day_hours is TenDayHours.WHOLE_DAYS_ONLY:
            continue
        first_day = programme_start
        if policy.ten_day_period is TenDayPeriod.PROGRAMME_YEAR:
            first_day = _programme_year(programme_start, day)
        counts[first_day] = counts.get(first_day, Fraction(0)) + share
    return counts


def _programme_year(programme_start: date, day: date) -> date:
    """Return the first day of the programme year that a day lies in."""
    first_day, years = programme_start, 0
    while (following := after_months(programme_start, (years + 1) * _MONTHS_A_YEAR)) <= day:
        first_day, years = following, years + 1
    return first_day


def _added(first_day: date, counted: Fraction, policy: Policy) -> int:
    limit = _limit(first_day)
    if counted <= limit:
        return 0
    return ceil(counted if policy.ten_day_rule is TenDayRule.ALL_DAYS else counted - limit)


def _limit(first_day: date) -> int:
    return ADDED_TIME_OVER_DAYS.on(under_reform(first_day))


def _steps(
    shares: Mapping[date, Fraction], programme_start: date, policy: Policy
) -> Iterator[Step[ProgrammeStep]]:
    for first_day, counted in sorted(_counted(shares, programme_start, policy).items()):
        numbers = (
            ("from", first_day.isoformat()),
            ("counted", str(counted)),
            ("limit", str(_limit(first_day))),
            ("added", str(_added(first_day, counted, policy))),
        )
        yield Step(ProgrammeStep.TEN_DAYS, numbers, ADDED_TIME_PROVISIONS[0])
