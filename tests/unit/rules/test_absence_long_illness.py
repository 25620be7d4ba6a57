"""Leave without benefit during long illness (§ 15)."""

from app.rules.absence import (
    AbsenceGround,
    AbsenceReason,
    AbsenceStep,
    classify,
)
from app.rules.law import Unit
from tests.support.absent_days import INVALID, codes, days, flags, steps
from tests.support.rule_facts import (
    absence,
    absence_facts,
    certified,
    day,
    period,
)

Reason = AbsenceReason
Ground = AbsenceGround


def test_long_illness_leave_needs_a_certificate() -> None:
    rows = days(absence("2026-06-03", reason=Reason.LONG_ILLNESS_UNPAID))
    assert (flags(rows), codes(rows)) == ([INVALID], [Ground.CERTIFICATE_REQUIRED])


def test_long_illness_leave_lasts_a_year() -> None:
    leave = certified("2025-09-01", "2026-09-04", reason=Reason.LONG_ILLNESS_UNPAID)
    rows = days(leave)
    lawful = [row for row in rows if row.is_lawful]
    assert (lawful[-1].day, lawful[-1].is_paid) == (day("2026-08-31"), False)
    assert rows[-1].day == day("2026-09-04")
    assert not rows[-1].is_lawful


def test_only_certified_days_of_long_illness_use_the_year() -> None:
    facts = absence_facts(
        absence("2026-01-05", "2026-01-30", reason=Reason.LONG_ILLNESS_UNPAID),
        certified("2026-02-02", "2026-02-06", reason=Reason.LONG_ILLNESS_UNPAID),
    )
    balance = classify(facts).balances.long_illness
    assert (balance.quota, balance.used, balance.left) == (365, 5, 360)
    assert balance.counted_over.first_day == day("2026-02-02")
    assert balance.unit is Unit.CALENDAR_DAYS


def test_long_illness_leave_over_29_february_has_a_day_more() -> None:
    leave = certified("2027-09-01", "2028-09-04", reason=Reason.LONG_ILLNESS_UNPAID)
    rows = days(leave, asked=period("2027-09-01", "2028-09-04"))
    lawful = [row.day for row in rows if row.is_lawful]
    assert lawful[-1] == day("2028-08-31")
    assert steps(rows[-1]) == {
        AbsenceStep.LEAVE_LENGTH: {
            "first_day": "2027-09-01",
            "months": "12",
            "available": "366",
            "used": "370",
        }
    }
