"""Egenmelding: which calendar days it covers.

Provision: integreringsforskriften § 8.
In one sentence: after eight weeks in the programme, three calendar days at a time, weekends
included, and new absence within 16 calendar days counts on from the days already used.

Own illness and a child's illness are counted apart: the regulation does not say that they are
counted together. Who was prevented from seeing a doctor keeps the right beyond the three days
where it had begun; the eight weeks and a withdrawal stand.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from app.core.period import ONE_DAY
from app.rules.absence.history import Registered
from app.rules.absence.types import Absence, Decision, DecisionKind
from app.rules.parameters import absence_limits as limits
from app.rules.policy import SixteenDaysFrom


class Coverage(StrEnum):
    """What self-certification does for one calendar day."""

    COVERED = "covered"
    WAITING = "waiting"
    """The eight weeks have not passed."""
    WITHDRAWN = "withdrawn"
    USED_UP = "used_up"
    PREVENTED = "prevented"
    """Used up, but the participant could not see a doctor."""


class Window(NamedTuple):
    """Days that are counted together, as they stand on one of them or later."""

    first_day: date
    """The day that opened the window."""
    ends_on: date
    """Last day on which a new absence is counted on from these."""
    used: int
    """Calendar days counted so far."""


class SelfCertifiedDay(NamedTuple):
    """One calendar day of a self-certified absence."""

    coverage: Coverage
    window: Window | None
    """None: the day is not counted, as there is no right."""


class SelfCertificationRule:
    """What the counting depends on besides the absences."""

    __slots__ = ("has_right_from", "sixteen_days_from", "withdrawals")

    def __init__(
        self,
        has_right_from: date,
        decisions: Iterable[Decision],
        sixteen_days_from: SixteenDaysFrom,
    ) -> None:
        self.has_right_from = has_right_from
        kind = DecisionKind.SELF_CERTIFICATION_WITHDRAWN
        self.withdrawals = tuple(decision for decision in decisions if decision.kind is kind)
        self.sixteen_days_from = sixteen_days_from

    def window(self, counted_days: list[date]) -> Window:
        """Return the window of days that are counted together."""
        first_day = counted_days[0]
        length = timedelta(days=limits.SELF_CERTIFICATION_WINDOW.on(first_day))
        if self.sixteen_days_from is SixteenDaysFrom.FIRST_DAY:
            # The first day is day one.
            ends_on = first_day + length - ONE_DAY
        else:
            ends_on = counted_days[-1] + length
        return Window(first_day, ends_on, len(counted_days))

    def refusal_on(self, day: date) -> Coverage | None:
        """Return why there is no right on a day; None where there is."""
        if day < self.has_right_from:
            return Coverage.WAITING
        if self.withdrawals and any(decision.holds_on(day) for decision in self.withdrawals):
            return Coverage.WITHDRAWN
        return None


class SelfCertificationLog:
    """Coverage of each self-certified calendar day, and the windows they fell in."""

    __slots__ = ("_latest", "_windows", "days", "outlasting", "rule")

    def __init__(self, rule: SelfCertificationRule) -> None:
        self.rule = rule
        self.days: dict[tuple[int, date], SelfCertifiedDay] = {}
        """By the rank of the absence, and the calendar day."""
        self.outlasting: set[int] = set()
        """Ranks of absences that are longer than self-certification covers."""
        self._windows: list[list[date]] = []
        self._latest: Window | None = None
        """The last of the windows, as it stands."""

    def add(self, rank: int, absence: Absence) -> None:
        """Count an absence on from the earlier ones; call in order of date."""
        counted = 0
        is_exceeded = False
        day = absence.first_day
        while day <= absence.last_day:
            coverage, window = self.rule.refusal_on(day), None
            if coverage is None:
                counted += 1
                window = self._count(day)
                # Once it outlasts the days, the rest of the absence needs a certificate.
                used = max(counted, window.used)
                is_exceeded = is_exceeded or used > limits.SELF_CERTIFIED_DAYS.on(day)
                coverage = _coverage(absence, is_exceeded=is_exceeded)
            self.days[rank, day] = SelfCertifiedDay(coverage, window)
            day += ONE_DAY
        if is_exceeded and not absence.was_prevented_from_seeing_doctor:
            self.outlasting.add(rank)

    def window_on(self, day: date) -> Window | None:
        """Return the window that a new absence on `day` would be counted on from."""
        for counted_days in reversed(self._windows):
            until = [counted for counted in counted_days if counted <= day]
            if until:
                window = self.rule.window(until)
                return window if day <= window.ends_on else None
        return None

    def days_left(self, day: date) -> int:
        """Return the calendar days that a new absence on `day` could be self-certified for."""
        window = self.window_on(day)
        used = window.used if window is not None else 0
        return max(0, limits.SELF_CERTIFIED_DAYS.on(day) - used)

    def covers_like(self, other: "SelfCertificationLog") -> bool:
        """Whether another log of the same absences covers the same days."""
        return self.outlasting == other.outlasting and all(
            row.coverage is other.days[key].coverage for key, row in self.days.items()
        )

    def _count(self, day: date) -> Window:
        """Count a calendar day once, in the window it falls in or in a new one."""
        latest = self._latest
        if latest is None or day > latest.ends_on:
            self._windows.append([])
        elif day <= self._windows[-1][-1]:
            # Parts of days in two absences: the day is counted already.
            return self.window_on(day) or latest
        self._windows[-1].append(day)
        self._latest = self.rule.window(self._windows[-1])
        return self._latest


def _coverage(absence: Absence, *, is_exceeded: bool) -> Coverage:
    if not is_exceeded:
        return Coverage.COVERED
    return Coverage.PREVENTED if absence.was_prevented_from_seeing_doctor else Coverage.USED_UP


def has_right_from(programme_start: date) -> date:
    """Return the first day on which a participant may self-certify."""
    weeks = limits.SELF_CERTIFICATION_WAIT.on(programme_start)
    return programme_start + timedelta(weeks=weeks)


def self_certification_log(
    absences: Iterable[Registered], rule: SelfCertificationRule
) -> SelfCertificationLog:
    """Return the log of absences for one reason, of which some rest on self-certification."""
    log = SelfCertificationLog(rule)
    for rank, _, absence in absences:
        if rests_on_self_certification(absence):
            log.add(rank, absence)
    return log


def rests_on_self_certification(absence: Absence) -> bool:
    """Whether it is self-certified and no medical certificate covers it."""
    return absence.is_self_certified and not absence.has_medical_certificate
