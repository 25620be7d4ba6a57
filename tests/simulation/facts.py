"""What is true in the simulated municipality: plain facts that only the simulation itself writes.

Nothing here is read back from the portal's computations: the recomputation sees these facts alone.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

ONE_DAY = timedelta(days=1)

BASE_AMOUNT_KNOWN_ON = date(2026, 6, 12)
"""When the base amount from 1 May is fixed in this year: later than in the real one, where nothing
would have been paid by the old one."""


class Reason(StrEnum):
    """Why somebody is away, by the codes that the portal registers."""

    OWN_ILLNESS = "own_illness"
    CHILD_ILLNESS = "child_illness"
    WELFARE_LEAVE = "welfare_leave"
    RELIGIOUS_HOLIDAY = "religious_holiday"
    PERMISSION = "permission"
    LONG_ILLNESS_UNPAID = "long_illness_unpaid"
    BIRTH_MOTHER = "birth_mother"
    BIRTH_FATHER = "birth_father"
    PARENTAL_LEAVE = "parental_leave"
    BREASTFEEDING = "breastfeeding"
    PEACE_WORK = "peace_work"


class Ruling(StrEnum):
    """What becomes of a complaint in the end."""

    UPHELD = "upheld"
    """The county governor lets the decision stand: it is taken after all, by a decision."""
    GOVERNOR_ANNULS = "governor_annuls"
    MUNICIPALITY_ANNULS = "municipality_annuls"


@dataclass(frozen=True)
class Told:
    """What somebody has told about an absence; to change it is to tell something else."""

    first_day: date
    last_day: date
    reason: Reason
    minutes: int | None = None
    """Missed on each day; None: all of it."""
    self_certified: bool = False
    certificate: bool = False
    granted: bool = False
    notice_on: date | None = None
    child: int | None = None
    """Position among her children."""
    ground: str | None = None

    def days(self) -> list[date]:
        """Return every calendar day of it."""
        length = (self.last_day - self.first_day).days + 1
        return [self.first_day + timedelta(days=each) for each in range(length)]


@dataclass(eq=False)
class Absence:
    """A registered absence as it is told now."""

    told: Told
    id: UUID | None = None
    withdrawn: bool = False


@dataclass(frozen=True)
class Living:
    """How she lives from a day on (§ 20)."""

    first_day: date
    with_parents: bool = False
    partner_takes_part: bool = False


@dataclass(eq=False)
class Child:
    """A child in her care."""

    born_on: date
    chronically_ill: bool = False
    id: UUID | None = None


@dataclass(frozen=True)
class Benefit:
    """Another benefit (§ 22) or work in the programme (§ 23)."""

    kind: str
    first_day: date
    last_day: date
    amount_ore: int
    """A month; of overgangsstønad a year; of work the wage."""
    minutes: int = 0
    earned_before: bool | None = None


@dataclass(eq=False)
class Recovery:
    """A decision on an overpayment (§ 25): taken back by instalments, or hers to keep."""

    of_month: int
    total_ore: int
    instalment_ore: int | None
    from_month: int
    taken_ore: int = 0

    def due_ore(self, month: int) -> int:
        """Return what is to be taken of a month."""
        if self.instalment_ore is None or month < self.from_month:
            return 0
        return min(self.instalment_ore, self.total_ore - self.taken_ore)


@dataclass(eq=False)
class Taken:
    """What a decision takes for some days, as it holds now: the programme, or self-certification.

    The last day before the first: it never held.
    """

    first_day: date
    last_day: date
    id: UUID | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether it is taken on a day."""
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True)
class Meeting:
    """A meeting of a class on a day, that was held."""

    group: str
    day: date
    minutes: int


@dataclass(eq=False)
class Person:
    """A participant."""

    number: int
    born_on: date
    starts_on: date
    ends_on: date
    """By the decision, without what absence adds."""
    group: str
    living: list[Living]
    children: list[Child] = field(default_factory=list)
    alone: bool = False
    absences: list[Absence] = field(default_factory=list)
    missed: dict[tuple[str, date], int] = field(default_factory=dict)
    """Minutes that the teacher has marked as missed, by class and day."""
    benefits: list[Benefit] = field(default_factory=list)
    recoveries: list[Recovery] = field(default_factory=list)
    suspended: set[date] = field(default_factory=set)
    """Days for which nothing is to be taken for the time being."""
    stops: list[Taken] = field(default_factory=list)
    """Her programme is stopped for a time (§ 18)."""
    distrusted: list[Taken] = field(default_factory=list)
    """She has no right to self-certification (integreringsforskriften § 9)."""
    joins_in: int = 1
    """The month in which the municipality comes to enrol her."""
    id: UUID | None = None

    def kept_ore(self, month: int) -> int:
        """Return what she keeps of an overpaid month."""
        waived = (each for each in self.recoveries if each.instalment_ore is None)
        return sum(each.total_ore for each in waived if each.of_month == month)

    def is_stopped(self, day: date) -> bool:
        """Tell whether her programme is stopped on a day."""
        return any(each.holds_on(day) for each in self.stops)

    def counting(self) -> list[Told]:
        """Return what is told and not taken back, by date."""
        told = [each.told for each in self.absences if not each.withdrawn]
        return sorted(told, key=lambda each: (each.first_day, each.last_day))


@dataclass(eq=False)
class Town:
    """The municipality: its people, classes and days off."""

    people: list[Person]
    meetings: dict[tuple[str, date], int]
    """Minutes by class and day, of meetings that were held."""
    closed: set[date] = field(default_factory=set)
    """Days on which the whole municipality is closed."""
    base_amount_known_on: date = BASE_AMOUNT_KNOWN_ON


@dataclass(frozen=True)
class Choices:
    """What the municipality has chosen where the law is open: the portal's codes."""

    whole_day_basis: str = "day"
    cap_day_at_day_rate: bool = True
    whole_period_absent: str = "whole_payment"
    missing_certificate: str = "uncovered_days"
    sixteen_days_from: str = "first_day"
    child_self_certification_waits: bool = True
    rate_changes: str = "same_day"
    part_month: str = "thirty_day_month"
    ten_day_rule: str = "all_days"
    ten_day_hours: str = "counted"
    recovery_counts_in_46_g: bool = True
    under_25_in_childless_couple: str = "two_thirds"
    weekend_in_absence: str = "not_counted"
    rounding: str = "ore"
    chronic_child_quota: str = "replaces"
    registration_closes: str = "0"
