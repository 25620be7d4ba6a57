"""What happens to a participant in a month, and what is found out about earlier ones."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from tests.simulation.facts import (
    ONE_DAY,
    Absence,
    Benefit,
    Child,
    Living,
    Person,
    Reason,
    Recovery,
    Ruling,
    Taken,
    Told,
    Town,
)
from tests.simulation.recompute import YEAR, month_days
from tests.simulation.recompute_absence import planned_on

FAR_AHEAD = date(YEAR + 9, 12, 31)
WELFARE = ("appointment", "care_of_relative", "other")

BENEFITS = (
    "unemployment_benefit",
    "sickness_benefit",
    "disability_benefit",
    "work_assessment_allowance",
    "transitional_benefit",
    "programme_work",
    "programme_work",
)


@dataclass
class Fate:
    """Draws what happens; the same seed gives the same year."""

    rng: Random
    town: Town

    def chance(self, of: float) -> bool:
        """Tell whether something happens."""
        return self.rng.random() < of

    def month(self, person: Person, month: int) -> list[Absence]:
        """Draw the absences of a month, and what of each meeting was missed."""
        days = self._days(person, month)
        if not days:
            return []
        told: list[Absence] = []
        for likely, draw in (
            (0.22, self._illness),
            (0.18 if person.children else 0, self._child_illness),
            (0.06, self._welfare),
            (0.04, self._religious),
            (0.04, self._permission),
            (0.012, self._long_illness),
        ):
            if self.chance(likely):
                found = draw(person, self.rng.choice(days))
                if found is not None and self._is_free(person, found):
                    absence = Absence(found)
                    person.absences.append(absence)
                    told.append(absence)
        return told

    def home(self, person: Person, month: int) -> bool:
        """Draw whether she lives otherwise from a day of the month or the one before."""
        days = month_days(max(1, month - self.rng.randint(0, 1)))
        day = self.rng.choice(days)
        now = person.living[-1]
        if day <= now.first_day or not self.chance(0.02):
            return False
        if now.with_parents:
            now = Living(day)
        else:
            now = Living(day, partner_takes_part=not now.partner_takes_part)
        person.living.append(now)
        return True

    def birth(self, person: Person, month: int) -> list[Absence] | None:
        """Draw a birth, with the time off that follows it."""
        days = self._days(person, month)
        lives_apart = person.living[-1].with_parents
        is_now = self.chance(0.008) and days and not lives_apart
        if not is_now or any(each.born_on.year >= 2025 for each in person.children):
            return None
        day = self.rng.choice(days)
        if day <= person.living[-1].first_day:
            return None
        person.children.append(Child(day))
        person.living.append(replace(person.living[-1], first_day=day))
        child = len(person.children) - 1
        if self.chance(0.5):
            rests = day + timedelta(days=self.rng.randint(25, 31))
            cares = rests + timedelta(days=self.rng.randint(30, 120))
            told = [
                Told(day, rests, Reason.BIRTH_MOTHER, child=child),
                Told(rests + ONE_DAY, cares, Reason.PARENTAL_LEAVE, child=child),
                Told(cares + ONE_DAY, cares + 5 * ONE_DAY, Reason.BREASTFEEDING, 90, child=child),
            ]
        else:
            helps = day + timedelta(days=self.rng.randint(5, 12))
            told = [Told(day, helps, Reason.BIRTH_FATHER, child=child)]
        found = [Absence(each) for each in told if self._is_free(person, each)]
        person.absences += found
        return found

    def money(self, person: Person, month: int) -> Benefit | None:
        """Draw another benefit or work in the programme, of this month or found out late."""
        month = max(1, month - self.rng.choice([0, 0, 1, 2]))
        days = self._days(person, month)
        if not days or not self.chance(0.025):
            return None
        first_day = self.rng.choice(month_days(month))
        last_day = min(first_day + timedelta(days=self.rng.randint(5, 120)), date(YEAR, 12, 31))
        kind = self.rng.choice(BENEFITS)
        amount_ore = self.rng.randint(1_000_00, 30_000_00)
        match kind:
            case "programme_work":
                day = self.rng.choice(days)
                minutes = 30 * self.rng.randint(2, 10)
                found = Benefit(kind, day, day, minutes * self.rng.randint(150, 400), minutes)
            case "transitional_benefit":
                last_month = min(12, month + self.rng.randint(0, 4))
                found = Benefit(
                    kind, month_days(month)[0], month_days(last_month)[-1], amount_ore * 8
                )
            case "disability_benefit" | "work_assessment_allowance":
                found = Benefit(kind, first_day, last_day, amount_ore)
            case _:
                found = Benefit(
                    kind, first_day, last_day, amount_ore, earned_before=self.chance(0.5)
                )
        person.benefits.append(found)
        return found

    def decision(self, of_month: int, left_ore: int, month: int) -> Recovery | None:
        """Draw what is decided about an overpayment."""
        if not self.chance(0.4):
            return None
        instalment_ore = self.rng.choice([None, left_ore, max(1, left_ore // 3)])
        return Recovery(of_month, left_ore, instalment_ore, month + 1)

    def cancelled(self, month: int) -> list[tuple[str, date]]:
        """Draw meetings that are not held: nobody came to teach."""
        days = set(month_days(month))
        held = sorted(place for place in self.town.meetings if place[1] in days)
        return [place for place in held if self.chance(0.005)]

    def attendance(self, person: Person, month: int) -> list[tuple[date, int]]:
        """Draw what was missed at each meeting of the month, by what was told and otherwise."""
        marks = []
        stays_away = self.chance(0.015)
        for day in self._days(person, month):
            planned = planned_on(person, self.town, day)
            covering = [
                each for each in person.counting() if each.first_day <= day <= each.last_day
            ]
            if covering:
                missed = sum(planned if row.minutes is None else row.minutes for row in covering)
                if self.chance(0.08):  # she came after all, or for some of the day
                    missed = self.rng.choice([0, 0, min(missed, 90)])
            else:
                missed = self._without_reason(planned, stays_away)
            if not self.chance(0.004):  # somebody forgot her
                marks.append((day, min(missed, planned)))
        return marks

    def _without_reason(self, planned: int, stays_away: bool) -> int:
        if stays_away:
            return planned
        if self.chance(0.012):
            return planned
        return self.rng.choice([10, 45, 90, 150]) if self.chance(0.02) else 0

    def forgotten(self, person: Person, before: date) -> list[tuple[date, int]]:
        """Draw what is registered late of meetings that nobody had registered."""
        if person.id is None:
            return []
        return [
            (day, self.rng.choice([0, 0, planned]))
            for (group, day), planned in sorted(self.town.meetings.items())
            if group == person.group
            and person.starts_on <= day <= min(person.ends_on, before - ONE_DAY)
            and (group, day) not in person.missed
            and not person.is_stopped(day)
            and self.chance(0.5)
        ]

    def second_thoughts(self, person: Person, before: date) -> list[tuple[Absence, str]]:
        """Draw what is told otherwise of earlier months."""
        earlier = [
            each for each in person.absences if not each.withdrawn and each.told.last_day < before
        ]
        found: list[tuple[Absence, str]] = []
        if earlier and self.chance(0.1):
            absence = self.rng.choice(earlier)
            told = absence.told
            if told.reason in {Reason.OWN_ILLNESS, Reason.CHILD_ILLNESS} and not told.certificate:
                absence.told = replace(told, certificate=True)
                found.append((absence, "tell"))
            elif told.child is not None:  # what follows a birth stays
                return []
            elif told.reason in {Reason.WELFARE_LEAVE, Reason.PERMISSION}:
                absence.told = replace(told, granted=not told.granted)
                found.append((absence, "tell"))
            else:
                found.append((absence, "withdraw"))
        return found

    def late_reason(self, person: Person, before: date) -> Absence | None:
        """Draw a reason that comes late, for a day that was missed without one."""
        covered = {day for each in person.counting() for day in each.days()}
        days = sorted(
            day
            for (_, day), missed in person.missed.items()
            if missed and day not in covered and day < before
        )
        if not days or not self.chance(0.2):
            return None
        day = self.rng.choice(days)
        certificate = self.chance(0.5)
        told = Told(day, day, Reason.OWN_ILLNESS, None, not certificate, certificate)
        absence = Absence(told)
        person.absences.append(absence)
        return absence

    def wrong_marks(self, person: Person, before: date) -> list[tuple[date, int]]:
        """Draw marks of earlier months that were wrong, and what is right."""
        if not self.chance(0.05):
            return []
        days = sorted(day for _, day in person.missed if day < before)
        if not days:
            return []
        day = self.rng.choice(days)
        planned = planned_on(person, self.town, day)
        now = person.missed[person.group, day]
        right = self.rng.choice([each for each in (0, 60, planned) if each != now])
        return [(day, right)]

    def stop(self, person: Person, month: int) -> Taken | None:
        """Draw whether her programme is to be stopped for some days from the next month on."""
        found = self._taken(person, month, 0.03)
        if found is None:
            return None
        found.last_day = found.first_day + timedelta(days=self.rng.choice([0, 2, 6, 13, 40]))
        is_free = all(
            found.last_day < row.first_day or row.last_day < found.first_day for row in person.stops
        )
        return found if is_free else None

    def distrust(self, person: Person, month: int) -> Taken | None:
        """Draw whether she loses the right to self-certification from the next month on."""
        return None if person.distrusted else self._taken(person, month, 0.04)

    def lifting(self, taken: Taken, month: int) -> date | None:
        """Draw from which day something is not taken after all; its first day: it never was."""
        begun = taken.id is not None and taken.first_day <= month_days(month)[-1]
        is_over = month == 12 or taken.last_day < taken.first_day
        if not begun or is_over or not self.chance(0.2):
            return None
        later = taken.first_day + timedelta(days=self.rng.randint(1, 20))
        return self.rng.choice([taken.first_day, min(later, taken.last_day)])

    def _taken(self, person: Person, month: int, likely: float) -> Taken | None:
        if month == 12 or not self.chance(likely):
            return None
        day = self.rng.choice(month_days(month + 1)[7:])  # decided and told before
        return Taken(day, FAR_AHEAD) if person.starts_on < day <= person.ends_on else None

    def complaint(self, month: int) -> tuple[Ruling, int] | None:
        """Draw whether somebody complains of a reduction, what is ruled, and when."""
        if month == 12 or not self.chance(0.04):
            return None
        return self.rng.choice(list(Ruling)), min(12, month + self.rng.randint(1, 3))

    def _days(self, person: Person, month: int) -> list[date]:
        return [
            day
            for day in month_days(month)
            if day <= person.ends_on and planned_on(person, self.town, day)
        ]

    def _is_free(self, person: Person, told: Told) -> bool:
        if told.last_day > person.ends_on:
            return False
        return all(
            told.last_day < each.first_day or each.last_day < told.first_day
            for each in person.counting()
        )

    def _illness(self, person: Person, day: date) -> Told:
        kind = self.rng.random()
        length = timedelta(days=self.rng.randint(0, 3))
        if kind < 0.6:
            return Told(day, day + length, Reason.OWN_ILLNESS, self_certified=True)
        if kind < 0.75:
            return Told(day, day + 2 * length, Reason.OWN_ILLNESS, self_certified=True)
        if kind < 0.9:
            last_day = day + timedelta(days=self.rng.randint(0, 20))
            return Told(day, last_day, Reason.OWN_ILLNESS, certificate=True)
        return Told(day, day, Reason.OWN_ILLNESS)

    def _child_illness(self, person: Person, day: date) -> Told:
        child = self.rng.randrange(len(person.children))
        last_day = day + timedelta(days=self.rng.randint(0, 4))
        certificate = self.chance(0.5)
        return Told(
            day,
            last_day,
            Reason.CHILD_ILLNESS,
            self_certified=not certificate,
            certificate=certificate,
            child=child,
        )

    def _welfare(self, person: Person, day: date) -> Told:
        granted, ground = self.chance(0.7), self.rng.choice(WELFARE)
        if ground == "appointment":
            return Told(day, day, Reason.WELFARE_LEAVE, 120, granted=granted, ground=ground)
        last_day = day + timedelta(days=self.rng.randint(0, 8))
        return Told(day, last_day, Reason.WELFARE_LEAVE, granted=granted, ground=ground)

    def _religious(self, person: Person, day: date) -> Told:
        notice = day - timedelta(days=self.rng.choice([13, 14, 30]))
        last_day = day + timedelta(days=self.rng.randint(0, 2))
        return Told(day, last_day, Reason.RELIGIOUS_HOLIDAY, notice_on=notice)

    def _permission(self, person: Person, day: date) -> Told:
        minutes = self.rng.choice([None, 60])
        return Told(day, day, Reason.PERMISSION, minutes, granted=self.chance(0.6))

    def _long_illness(self, person: Person, day: date) -> Told:
        last_day = day + timedelta(days=self.rng.randint(20, 45))
        return Told(day, last_day, Reason.LONG_ILLNESS_UNPAID, certificate=True)
