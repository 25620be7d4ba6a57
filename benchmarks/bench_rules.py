"""How fast the rules answer for a month, with two years of absence behind it.

Everything is measured from prepared facts, on one core. The ratio compares with a plain loop that
only reads the same tuples: it tells the work of the rules from the speed of the machine.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from time import perf_counter
from typing import Any

from app.core.period import Period, add_months
from app.rules.absence import Absence, AbsenceFacts, AbsenceReason, ParticipantFacts, classify
from app.rules.absence.types import ChildFacts
from app.rules.benefit import LivingPeriod, PaymentFacts, assess_payment
from app.rules.calendar import Schedule
from app.sources.public_holidays import public_holidays

REPEATS = 5
ONE_PARTICIPANT = 200
"""Months asked for at a time, when the time of one is measured."""
PARTICIPANTS = 2_000
TARGET_MONTHS = 40_000
STARTS_ON = date(2024, 9, 2)
MONTH = Period(date(2026, 6, 1), date(2026, 6, 30))
ABSENCES = 60
"""In two years: one every ten days, a fifth of them self-certified."""
EVERY = timedelta(days=10)
SCHEDULE = Schedule(public_holidays(2024, 2027))
_KINDS: tuple[tuple[AbsenceReason, Mapping[str, Any]], ...] = (
    (AbsenceReason.NONE, {}),
    (AbsenceReason.OWN_ILLNESS, {"is_self_certified": True}),
    (AbsenceReason.OWN_ILLNESS, {"has_medical_certificate": True}),
    (AbsenceReason.CHILD_ILLNESS, {"has_medical_certificate": True}),
    (AbsenceReason.NONE, {"hours": Fraction(3)}),
    (AbsenceReason.WELFARE_LEAVE, {"is_granted": True}),
    (AbsenceReason.OWN_ILLNESS, {"is_self_certified": True}),
    (AbsenceReason.PERMISSION, {"is_granted": True}),
    (AbsenceReason.RELIGIOUS_HOLIDAY, {"notice_on": STARTS_ON}),
    (AbsenceReason.HOLIDAY, {}),
)


def run() -> None:
    """Measure one participant and many, and print the figures."""
    one = facts_of(0)
    month = best(lambda: [assess_payment(one) for _ in range(ONE_PARTICIPANT)]) / ONE_PARTICIPANT
    absence = _absence_facts(one)
    days = best(lambda: [classify(absence) for _ in range(ONE_PARTICIPANT)]) / ONE_PARTICIPANT
    everybody = [facts_of(number) for number in range(PARTICIPANTS)]
    rules = best(lambda: [assess_payment(facts) for facts in everybody])
    loop = best(lambda: [read(facts) for facts in everybody])
    a_second = PARTICIPANTS / rules
    print(
        f"rules: a month with two years of history ({len(one.absences)} absences) "
        f"{month * 1000:.2f} ms, of which the days {days * 1000:.2f} ms"
    )
    print(
        f"rules: {a_second:,.0f} participant-months/s, "
        f"so {TARGET_MONTHS:,} in {TARGET_MONTHS / a_second:.0f} s"
    )
    print(f"rules: time over a plain loop that reads the same facts: {rules / loop:.0f}")


def facts_of(number: int) -> PaymentFacts:
    """Return the facts of one participant: everybody's absences lie on other days."""
    return PaymentFacts(
        born_on=date(1980 + number % 25, 4, 12),
        participant=ParticipantFacts(STARTS_ON, (ChildFacts(date(2019, 4, 1)),)),
        living=(LivingPeriod(STARTS_ON), LivingPeriod(add_months(STARTS_ON, number % 24 + 1))),
        schedule=SCHEDULE,
        period=MONTH,
        absences=tuple(_history(number)),
    )


def _history(number: int) -> list[Absence]:
    first_day = STARTS_ON + timedelta(days=60 + number % 7)
    rows = []
    for position in range(ABSENCES):
        reason, more = _KINDS[(position + number) % len(_KINDS)]
        last_day = first_day + timedelta(days=position % 3)
        rows.append(Absence(first_day, last_day, reason, **more))
        first_day += EVERY
    return rows


def _absence_facts(facts: PaymentFacts) -> AbsenceFacts:
    return AbsenceFacts(facts.participant, facts.schedule, facts.period, facts.absences)


def read(facts: PaymentFacts) -> int:
    """Read every day of every absence, and do nothing with it."""
    seen = 0
    for absence in facts.absences:
        for _day in Period(absence.first_day, absence.last_day).days():
            seen += 1
    for _day in facts.period.days():
        seen += 1
    return seen


def best(work: Callable[[], object]) -> float:
    """Return the shortest of several times: what else runs can only make it longer."""
    seconds = []
    for _ in range(REPEATS):
        started = perf_counter()
        work()
        seconds.append(perf_counter() - started)
    return min(seconds)


if __name__ == "__main__":
    run()
