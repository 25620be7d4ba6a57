"""A day that a quota covers only a part of: that part is paid, the rest is beyond it."""

from fractions import Fraction

import pytest

from app.rules.absence import AbsenceGround, AbsenceReason, classify
from tests.support.absent_days import INVALID, PAID, UNPAID, codes, days, flags
from tests.support.rule_facts import absence, absence_facts, certified, participant, period

Reason = AbsenceReason
Ground = AbsenceGround
CHILD = participant(children=["2020-01-01"])
NINE = certified("2026-06-01", "2026-06-11", reason=Reason.CHILD_ILLNESS)
HALF = certified("2026-06-12", reason=Reason.CHILD_ILLNESS, hours="3.75")
WHOLE = certified("2026-06-15", reason=Reason.CHILD_ILLNESS)
ANOTHER_HALF = certified("2026-06-16", reason=Reason.CHILD_ILLNESS, hours="3.75")
JUNE = period("2026-06-01", "2026-06-30")


def test_half_a_day_left_covers_half_of_a_whole_day() -> None:
    rows = days(NINE, HALF, WHOLE, ANOTHER_HALF, person=CHILD, asked=JUNE)
    assert flags(rows[:10]) == [PAID] * 10
    assert flags(rows[10:]) == [PAID, INVALID, INVALID]
    assert [row.hours for row in rows[10:]] == [Fraction(15, 4)] * 3
    assert codes(rows[10:]) == [Ground.WITHIN_QUOTA, Ground.QUOTA_USED, Ground.QUOTA_USED]


def test_a_part_of_a_day_is_covered_for_what_is_left() -> None:
    most = certified("2026-06-15", reason=Reason.CHILD_ILLNESS, hours="5")
    rows = days(NINE, HALF, most, person=CHILD, asked=JUNE)
    assert [(row.hours, row.is_paid) for row in rows[10:]] == [
        (Fraction(15, 4), True),
        (Fraction(5, 4), False),
    ]


def test_what_is_used_never_passes_the_quota() -> None:
    answer = classify(absence_facts(NINE, HALF, WHOLE, ANOTHER_HALF, person=CHILD, asked=JUNE))
    balance = answer.balances.child_illness
    assert (balance.quota, balance.used, balance.left) == (10, 10, 0)


def test_only_the_covered_part_counts_towards_ten() -> None:
    answer = classify(absence_facts(NINE, HALF, WHOLE, person=CHILD, asked=JUNE))
    counted = sum(day.share_of_day for day in answer.days if day.extends_programme)
    assert counted == 10
    assert answer.balances.counted_towards_ten == 10


@pytest.mark.parametrize(
    ("reason", "days_before", "beyond"),
    [
        (Reason.WELFARE_LEAVE, 9, UNPAID),
        (Reason.PEACE_WORK, 9, UNPAID),
        (Reason.HOLIDAY, 24, INVALID),
    ],
)
def test_other_quotas_are_used_to_the_last_hour(
    reason: AbsenceReason, days_before: int, beyond: tuple[bool, bool]
) -> None:
    last = {9: "2026-06-11", 24: "2026-07-02"}[days_before]
    rows = days(
        absence("2026-06-01", last, reason=reason, is_granted=True),
        absence("2026-08-03", reason=reason, hours="3.75", is_granted=True),
        absence("2026-08-04", reason=reason, is_granted=True),
        asked=period("2026-06-01", "2026-08-31"),
    )
    assert flags(rows) == [PAID] * (days_before + 2) + [beyond]
    assert [row.hours for row in rows[-2:]] == [Fraction(15, 4)] * 2
