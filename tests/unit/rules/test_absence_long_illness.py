"""Leave without benefit during long illness (§ 15)."""

from app.rules.absence import (
    AbsenceDoubt,
    AbsenceGround,
    AbsenceReason,
    AbsenceStep,
    classify,
)
from app.rules.law import Unit
from tests.support.absent_days import INVALID, UNPAID, codes, days, flags, steps
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
    within = [row.day for row in rows if row.extends_programme]
    assert (within[-1], rows[-1].day) == (day("2026-08-31"), day("2026-09-04"))


def test_illness_beyond_the_year_is_no_invalid_absence_but_a_question() -> None:
    leave = certified("2025-09-01", "2026-09-04", reason=Reason.LONG_ILLNESS_UNPAID)
    last = classify(absence_facts(leave, asked=period("2026-08-31", "2026-08-31")))
    after = classify(absence_facts(leave, asked=period("2026-09-01", "2026-09-01")))
    assert flags(last.days) == flags(after.days) == [UNPAID]
    assert [row.code for row in last.clarifications] == []
    assert [row.code for row in after.clarifications] == [AbsenceDoubt.LONG_ILLNESS_LEAVE_USED]


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
    within = [row.day for row in rows if row.extends_programme]
    assert within[-1] == day("2028-08-31")
    assert steps(rows[-1]) == {
        AbsenceStep.LEAVE_LENGTH: {
            "first_day": "2027-09-01",
            "months": "12",
            "available": "366",
            "used": "370",
        }
    }
