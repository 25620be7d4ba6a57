"""Egenmelding: which calendar days it covers.

Provision: integreringsforskriften §§ 8 first paragraph and 9.
In one sentence: after eight weeks in the programme, three calendar days at a time, weekends
included, and new absence within 16 calendar days counts on from the days already used.

Own illness and a child's illness are counted apart: the regulation does not say that they are
counted together.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from app.core.period import Period, add_months
from app.rules.absence.history import in_order
from app.rules.absence.reasons import AbsenceReason
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


@dataclass(frozen=True, slots=True)
class Window:
    """Days that are counted together."""

    counted_days: tuple[date, ...]
    """Self-certified calendar days, in order."""
    ends_on: date
    """Last day on which a new absence is counted on from these."""

    @property
    def first_day(self) -> date:
        """The day that opened the window."""
        return self.counted_days[0]

    def used_until(self, day: date) -> int:
        """Return how many days were counted up to and including a day."""
        return sum(counted <= day for counted in self.counted_days)


@dataclass(frozen=True, slots=True)
class SelfCertificationRule:
    """What the counting depends on besides the absences."""

    has_right_from: date
    decisions: tuple[Decision, ...]
    sixteen_days_from: SixteenDaysFrom

    def is_withdrawn_on(self, day: date) -> bool:
        """Whether a decision under § 9 holds."""
        return any(
            decision.kind is DecisionKind.SELF_CERTIFICATION_WITHDRAWN and decision.holds_on(day)
            for decision in self.decisions
        )


@dataclass(slots=True)
class SelfCertificationLog:
    """Coverage of each self-certified calendar day, and the windows they fell in."""

    rule: SelfCertificationRule
    coverage: dict[tuple[Absence, date], Coverage] = field(default_factory=dict)
    windows: list[Window] = field(default_factory=list)
    outlasting: set[Absence] = field(default_factory=set)
    """Absences that are longer than self-certification covers."""

    def add(self, absence: Absence) -> None:
        """Count an absence on from the earlier ones; call in order of date."""
        counted = 0
        is_exceeded = False
        for day in Period(absence.first_day, absence.last_day).days():
            if day < self.rule.has_right_from:
                self.coverage[absence, day] = Coverage.WAITING
            elif self.rule.is_withdrawn_on(day):
                self.coverage[absence, day] = Coverage.WITHDRAWN
            else:
                counted += 1
                used = max(counted, self._count(day))
                # Once it outlasts the days, the rest of the absence needs a certificate.
                is_exceeded = is_exceeded or used > limits.SELF_CERTIFIED_DAYS.on(day)
                self.coverage[absence, day] = Coverage.USED_UP if is_exceeded else Coverage.COVERED
        if is_exceeded:
            self.outlasting.add(absence)

    def window_on(self, day: date) -> Window | None:
        """Return the window that a new absence on `day` would be counted on from."""
        for window in reversed(self.windows):
            if window.first_day <= day:
                return window if day <= window.ends_on else None
        return None

    def _count(self, day: date) -> int:
        """Count a calendar day once, in the window it falls in or in a new one."""
        window = self.window_on(day)
        if window is None:
            self.windows.append(self._window((day,)))
        elif window.counted_days[-1] != day:
            self.windows[-1] = self._window((*window.counted_days, day))
        return len(self.windows[-1].counted_days)

    def _window(self, counted_days: tuple[date, ...]) -> Window:
        if self.rule.sixteen_days_from is SixteenDaysFrom.FIRST_DAY:
            # The first day is day one.
            ends_on = counted_days[0] + _window_length(counted_days[0]) - timedelta(days=1)
        else:
            ends_on = counted_days[-1] + _window_length(counted_days[-1])
        return Window(counted_days, ends_on)


def _window_length(day: date) -> timedelta:
    return timedelta(days=limits.SELF_CERTIFICATION_WINDOW.on(day))


def has_right_from(programme_start: date) -> date:
    """Return the first day on which a participant may self-certify."""
    weeks = limits.SELF_CERTIFICATION_WAIT.on(programme_start)
    return programme_start + timedelta(weeks=weeks)


def self_certification_log(
    absences: Iterable[Absence], reason: AbsenceReason, rule: SelfCertificationRule
) -> SelfCertificationLog:
    """Return the log of the absences for one reason that rest on self-certification alone."""
    log = SelfCertificationLog(rule)
    for absence in in_order(absences):
        if absence.reason is reason and rests_on_self_certification(absence):
            log.add(absence)
    return log


def rests_on_self_certification(absence: Absence) -> bool:
    """Whether it is self-certified and no medical certificate covers it."""
    return absence.is_self_certified and not absence.has_medical_certificate


def last_twelve_months(day: date) -> Period:
    """Return the twelve months that end with `day`; the same day a year before is outside."""
    months = limits.CHILD_ILLNESS_COUNTED_OVER.on(day)
    return Period(add_months(day, -months) + timedelta(days=1), day)


def self_certified_occasions(absences: Iterable[Absence], on: date) -> int:
    """Count absences for own illness without certificate that began in the last 12 months.

    From four on, the municipality may withdraw the right by a decision (§ 9).
    """
    period = last_twelve_months(on)
    return sum(
        absence.reason is AbsenceReason.OWN_ILLNESS
        and rests_on_self_certification(absence)
        and absence.first_day in period
        for absence in absences
    )


def withdrawal_review_due_on(decided_on: date) -> date:
    """Return the last day for reviewing a decision that withdrew the right (§ 9)."""
    return add_months(decided_on, limits.WITHDRAWAL_REVIEW.on(decided_on))
