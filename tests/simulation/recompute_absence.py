"""What each missed hour is in law, computed again from the facts alone.

Written from integreringsloven §§ 17, 21 and 24 and integreringsforskriften chapters 3 and 4, and
not from the portal's rules. Where the law is open, the municipality's choices decide.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from tests.simulation.facts import ONE_DAY, Choices, Person, Reason, Told, Town

PAID, UNPAID, INVALID = "paid", "unpaid", "invalid"
WAIT = timedelta(weeks=8)
"""§ 8: at least eight weeks in the programme."""
SELF_CERTIFIED_DAYS = 3
WINDOW = timedelta(days=16)
CHILD_DAYS, CHILD_DAYS_MANY, CHILD_DAYS_CHRONIC, MANY = 10, 15, 20, 2
LAST_YEAR, LAST_YEAR_CHRONIC = 12, 18
WELFARE_DAYS = 10
"""A calendar year, and as many for peace work (§§ 14 and 14a)."""
RELIGIOUS_DAYS, RELIGIOUS_NOTICE = 2, timedelta(days=14)
MOTHER_DAYS, FATHER_DAYS = 20, 7
BIRTH = timedelta(days=300)
"""No child is born so soon after another: days within it belong to one birth."""
ILLNESSES = {Reason.OWN_ILLNESS, Reason.CHILD_ILLNESS}
PAID_BREASTFEEDING_MINUTES = 60


@dataclass(frozen=True)
class Part:
    """A part of a day that she missed, or all of it."""

    day: date
    minutes: Fraction
    planned: int
    kind: str
    adds_time: bool = False
    """Counts towards the ten virkedager of §§ 10 and 19."""

    @property
    def share(self) -> Fraction:
        """How much of what was planned that day."""
        return self.minutes / self.planned

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the day was attended."""
        return self.minutes >= self.planned


def planned_on(person: Person, town: Town, day: date) -> int:
    """Return the minutes that she was expected."""
    if day < person.starts_on or day in town.closed or person.is_stopped(day):
        return 0
    return town.meetings.get((person.group, day), 0)


def judge(person: Person, town: Town, choices: Choices, until: date) -> list[Part]:
    """Return every part of a day that she missed from the start of her programme."""
    told = [each for each in person.counting() if each.first_day <= until]
    parts = list(_unexplained(person, town, told, until))
    for reason in Reason:
        same = [each for each in told if each.reason is reason]
        if same:
            parts += _Judge(person, town, choices).of(reason, same)
    return sorted((row for row in parts if row.day <= until), key=lambda row: row.day)


def _unexplained(person: Person, town: Town, told: list[Told], until: date) -> Iterator[Part]:
    """Yield what was missed and nobody has told the reason of (§ 21)."""
    for (group, day), missed in sorted(person.missed.items()):
        planned = planned_on(person, town, day)
        if not missed or not planned or group != person.group or day > until:
            continue
        covering = [each for each in told if each.first_day <= day <= each.last_day]
        if any(each.minutes is None for each in covering):
            continue
        left = missed - sum(each.minutes or 0 for each in covering)
        if left > 0:
            yield Part(day, Fraction(left), planned, INVALID)


def _away(person: Person, town: Town, told: Told, day: date) -> Fraction | None:
    """Return the minutes of a day that she was away for this reason; None: nothing was planned.

    Paid is by registered attendance (§ 24): who came was not away, whatever was told. Where nothing
    is registered yet, what was told stands.
    """
    planned = planned_on(person, town, day)
    if not planned:
        return None
    claimed = planned if told.minutes is None else min(told.minutes, planned)
    place = person.group, day
    return Fraction(min(claimed, person.missed.get(place, claimed)))


def _spells(person: Person, town: Town, told: Told) -> Iterator[list[date]]:
    """Yield the calendar days that she stayed away in one go; weekends inside are among them."""
    spell: list[date] = []
    has_come = False
    for day in told.days():
        away, planned = _away(person, town, told, day), planned_on(person, town, day)
        if away is None:
            if not has_come:
                spell.append(day)
        elif away == planned or (told.minutes is not None and away):
            spell.append(day)
            has_come = False
        else:
            if any(planned_on(person, town, each) for each in spell):
                yield spell
            spell, has_come = [], True
            if away:
                yield [day]
    if spell:
        yield spell


def _uncovered(person: Person, town: Town, choices: Choices, told: list[Told]) -> set[date]:
    """Return the days that self-certification does not cover (§§ 8 and 9)."""
    waits = told[0].reason is Reason.OWN_ILLNESS or choices.child_self_certification_waits
    right_from = person.starts_on + (WAIT if waits else timedelta(0))
    lost: set[date] = set()
    window: list[date] = []
    for each in told:
        if each.self_certified and not each.certificate:
            for spell in _spells(person, town, each):
                with_right = [
                    day
                    for day in spell
                    if day >= right_from and not any(row.holds_on(day) for row in person.distrusted)
                ]
                lost.update(day for day in spell if day not in with_right)
                late = _outlasting(with_right, window, choices)
                if late and choices.missing_certificate == "whole_absence":
                    late = spell
                lost.update(late)
    return lost


def _outlasting(spell: list[date], window: list[date], choices: Choices) -> list[date]:
    """Return the days from where a spell outlasts three; `window`: days counted together."""
    late: list[date] = []
    for counted, day in enumerate(spell, start=1):
        if window and day > _window_ends(window, choices):
            window.clear()
        if day not in window:
            window.append(day)
        if late or max(counted, len(window)) > SELF_CERTIFIED_DAYS:
            late.append(day)
    return late


def _window_ends(window: list[date], choices: Choices) -> date:
    if choices.sixteen_days_from == "first_day":
        return window[0] + WINDOW - ONE_DAY
    return window[-1] + WINDOW


def _is_told_in_time(told: Told, day: date) -> bool:
    """§ 17: at least fourteen days before the day that she uses."""
    return told.notice_on is not None and told.notice_on <= day - RELIGIOUS_NOTICE


def _year_of(day: date) -> date:
    return date(day.year, 1, 1)


class _Judge:
    def __init__(self, person: Person, town: Town, choices: Choices) -> None:
        self._person, self._town, self._choices = person, town, choices
        self._used: list[tuple[date, Fraction]] = []

    def of(self, reason: Reason, told: list[Told]) -> Iterator[Part]:
        """Yield the parts of days missed for one reason: no quota is shared between two."""
        uncovered: set[date] = set()
        if reason in ILLNESSES:
            uncovered = _uncovered(self._person, self._town, self._choices, told)
        for each in told:
            for day in each.days():
                minutes = _away(self._person, self._town, each, day)
                if minutes:
                    is_documented = each.certificate or (
                        each.self_certified and day not in uncovered
                    )
                    yield from self._day(each, day, minutes, is_documented)

    def _day(self, told: Told, day: date, minutes: Fraction, is_documented: bool) -> Iterator[Part]:
        planned = planned_on(self._person, self._town, day)
        match told.reason:
            case Reason.OWN_ILLNESS:
                kind = PAID if is_documented else INVALID
                yield Part(day, minutes, planned, kind, adds_time=is_documented)
            case Reason.CHILD_ILLNESS:
                yield from self._child_illness(told, day, minutes, is_documented)
            case Reason.WELFARE_LEAVE | Reason.PEACE_WORK if told.granted:
                yield from self._quota(day, minutes, WELFARE_DAYS, _year_of(day), UNPAID)
            case Reason.RELIGIOUS_HOLIDAY if _is_told_in_time(told, day):
                for row in self._quota(day, minutes, RELIGIOUS_DAYS, _year_of(day), INVALID):
                    yield replace(row, adds_time=False)  # § 19 second sentence
            case Reason.PERMISSION if told.granted:
                yield Part(day, minutes, planned, PAID)
            case Reason.LONG_ILLNESS_UNPAID if told.certificate:
                yield Part(day, minutes, planned, UNPAID, adds_time=True)
            case _:
                yield from self._family(told, day, minutes)

    def _family(self, told: Told, day: date, minutes: Fraction) -> Iterator[Part]:
        """Yield time off around a child (§§ 12, 13 and 16); anything else is invalid (§ 21)."""
        planned = planned_on(self._person, self._town, day)
        match told.reason:
            case Reason.BIRTH_MOTHER:
                born = max(row.born_on for row in self._person.children if row.born_on <= day)
                yield from self._quota(day, minutes, MOTHER_DAYS, born, INVALID)
            case Reason.BIRTH_FATHER:
                since = day - BIRTH
                yield from self._quota(day, minutes, FATHER_DAYS, since, INVALID)
            case Reason.PARENTAL_LEAVE:
                yield Part(day, minutes, planned, UNPAID, adds_time=True)
            case Reason.BREASTFEEDING:
                paid = min(minutes, Fraction(PAID_BREASTFEEDING_MINUTES))
                yield Part(day, paid, planned, PAID, adds_time=True)
                if minutes > paid:
                    yield Part(day, minutes - paid, planned, UNPAID)
            case _:
                yield Part(day, minutes, planned, INVALID)

    def _child_illness(
        self, told: Told, day: date, minutes: Fraction, is_documented: bool
    ) -> Iterator[Part]:
        is_meant = told.child is None or self._is_young(told.child, day)
        if is_documented and is_meant:
            since = _a_year_before(day)
            yield from self._quota(day, minutes, self._child_days(day), since, INVALID)
        else:
            yield Part(day, minutes, planned_on(self._person, self._town, day), INVALID)

    def _quota(
        self, day: date, minutes: Fraction, days: int, since: date, beyond: str
    ) -> Iterator[Part]:
        """Yield what the days that are left cover, and the rest."""
        planned = planned_on(self._person, self._town, day)
        used = sum((share for on, share in self._used if on >= since), Fraction(0))
        covered = min(minutes / planned, max(Fraction(0), days - used))
        self._used.append((day, covered))
        within = covered * planned
        if within:
            yield Part(day, within, planned, PAID, adds_time=True)
        if minutes > within:
            yield Part(day, minutes - within, planned, beyond)

    def _is_young(self, child: int, day: date) -> bool:
        row = self._person.children[child]
        last = LAST_YEAR_CHRONIC if row.chronically_ill else LAST_YEAR
        return row.born_on <= day and day.year <= row.born_on.year + last

    def _child_days(self, day: date) -> int:
        """Return the quota of § 7 on a day."""
        person = self._person
        young = [at for at in range(len(person.children)) if self._is_young(at, day)]
        if not young:
            return 0
        days = CHILD_DAYS_MANY if len(young) > MANY else CHILD_DAYS
        if any(person.children[at].chronically_ill for at in young):
            chronic = CHILD_DAYS_CHRONIC
            is_added = self._choices.chronic_child_quota == "adds"
            days = days + chronic if is_added else max(days, chronic)
        return days * 2 if person.alone else days


def _a_year_before(day: date) -> date:
    """Return the first day of the twelve months that end with a day."""
    last = day.replace(year=day.year - 1) if (day.month, day.day) != (2, 29) else None
    return (last or date(day.year - 1, 2, 28)) + ONE_DAY
