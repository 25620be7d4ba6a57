"""Velferdspermisjon: ten virkedager a calendar year, and what the grounds among them allow.

Provision: integreringsforskriften § 14.
In one sentence: granted leave is paid for ten virkedager a calendar year, and necessary travel to
a funeral comes on top of them.

The regulation names days for some grounds, and its list is open. The municipality grants, so more
days than it names for a ground stay lawful and paid within the ten, and a person is asked to look
again. The days of a ground are counted for one occasion: absences for it, and for the same child
where one is named, that have less than a week between them. How the leave was registered, in one
piece or day by day, then makes no difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.rules.absence import verdict
from app.rules.absence.codes import AbsenceDoubt, AbsenceGround, AbsenceStep
from app.rules.absence.context import Context, Quota
from app.rules.absence.history import AbsentDay
from app.rules.absence.quotas import Amount, calendar_year_of
from app.rules.absence.reasons import WelfareGround
from app.rules.absence.verdict import Verdicts
from app.rules.law.parameter import Parameter
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.rules.parameters import absence_limits as limits

_WELFARE = INTEGRERINGSFORSKRIFTEN.section("14", "(1)")
_TRAVEL = INTEGRERINGSFORSKRIFTEN.section("14", "(3)")

_GRANTED = verdict.paid(AbsenceGround.GRANTED, _WELFARE)
_TRAVELLED = verdict.paid(AbsenceGround.TRAVEL_TO_FUNERAL, _TRAVEL)
_USED = verdict.unpaid(AbsenceGround.QUOTA_USED, _WELFARE, extends=False)
_NOT_GRANTED = verdict.invalid(AbsenceGround.NOT_GRANTED, _WELFARE)

_ONE_OCCASION = timedelta(days=7)
"""Not a number of the law: nearer than this, days for one ground belong together."""

LIMITS: Mapping[WelfareGround, Parameter[int]] = {
    WelfareGround.KINDERGARTEN_START: limits.KINDERGARTEN_START_DAYS,
    WelfareGround.SCHOOL_START: limits.SCHOOL_START_DAYS,
    WelfareGround.WEDDING: limits.WEDDING_DAYS,
    WelfareGround.DEATH: limits.DEATH_DAYS,
}
"""The grounds for which the regulation names days."""


@dataclass(slots=True)
class _Occasion:
    last_day: date
    used: Amount = 0


class WelfareLeave:
    """Beyond the days with benefit, granted leave is still permitted: § 21 does not reach it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._occasions: dict[tuple[WelfareGround, int | None], _Occasion] = {}
        self._travelled: dict[int, Amount] = {}
        """Days of travel so far, by the rank of the absence."""

    def assess(self, row: AbsentDay) -> Verdicts:
        """Return the answer for one day."""
        if not row.absence.is_granted:
            return _NOT_GRANTED
        if row.absence.travel_days and self._is_travel(row):
            return _TRAVELLED
        self._count_ground(row)
        quota = Quota(limits.WELFARE_DAYS.on(row.day), calendar_year_of(row.day), _WELFARE)
        return self._context.by_quota(row, quota, _GRANTED, _USED)

    def _is_travel(self, row: AbsentDay) -> bool:
        """Take the first days of the absence as the travel: which of them makes no difference."""
        used, share = self._travelled.get(row.rank, 0), row.share_of_day
        if used + share > row.absence.travel_days:
            return False
        self._travelled[row.rank] = used + share
        self._context.step(
            AbsenceStep.TRAVEL,
            _TRAVEL,
            travel_days=row.absence.travel_days,
            used_before=used,
            this_day=share,
        )
        return True

    def _count_ground(self, row: AbsentDay) -> None:
        ground = row.absence.welfare_ground
        if ground is None or ground not in LIMITS:
            return
        row_of_law = LIMITS[ground].row_on(row.day)
        occasion = self._occasion(ground, row)
        share = row.share_of_day
        self._context.step(
            AbsenceStep.WELFARE_GROUND,
            row_of_law.provision,
            limit=row_of_law.value,
            used_before=occasion.used,
            this_day=share,
        )
        occasion.used += share
        if occasion.used > row_of_law.value:
            self._context.doubt(AbsenceDoubt.WELFARE_GROUND_LIMIT, row_of_law.provision)

    def _occasion(self, ground: WelfareGround, row: AbsentDay) -> _Occasion:
        key = (ground, row.absence.child)
        occasion = self._occasions.get(key)
        if occasion is None or row.day - occasion.last_day >= _ONE_OCCASION:
            occasion = _Occasion(row.day)
            self._occasions[key] = occasion
        occasion.last_day = row.day
        return occasion
