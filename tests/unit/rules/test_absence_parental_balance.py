"""The balance of parental leave, and when training is offered (§ 16)."""

from typing import Any

import pytest

from app.core.period import Period
from app.rules.absence import (
    Absence,
    AbsenceReason,
    ChildFacts,
    OtherParent,
    ParentalLeaveBalance,
    classify,
)
from app.rules.law import Unit
from tests.support.rule_facts import (
    absence,
    absence_facts,
    day,
    participant,
    period,
)

Reason = AbsenceReason


def parental(first: str, last: str | None = None, child: int | None = None) -> Absence:
    return absence(first, last, reason=Reason.PARENTAL_LEAVE, child=child)


def parental_balance(*rows: Absence, on: str, children: list[Any]) -> ParentalLeaveBalance:
    facts = absence_facts(*rows, person=participant(children=children), asked=period(on, on))
    return classify(facts).balances.parental_leave


def test_the_balance_of_parental_leave() -> None:
    leave = parental("2026-01-15", "2026-05-31", child=0)
    balance = parental_balance(leave, on="2026-05-31", children=["2026-01-10"])
    assert (balance.quota, balance.used, balance.unit) == (304, 137, Unit.CALENDAR_DAYS)
    assert balance.counted_over == Period(day("2026-01-15"), day("2026-05-31"))
    assert balance.last_possible_day == day("2027-01-09")
    assert balance.follow_up_offer_due_on == day("2026-04-15")


@pytest.mark.parametrize(
    ("first", "last", "on", "expected"),
    [
        ("2026-01-15", "2026-04-15", "2026-04-01", "2026-04-15"),
        ("2026-01-15", "2026-04-14", "2026-04-01", None),
        ("2026-01-15", "2026-04-15", "2026-01-15", "2026-04-15"),
        ("2026-01-15", "2026-04-15", "2026-01-14", None),
        ("2026-11-30", "2027-03-31", "2026-12-01", "2027-03-01"),
    ],
)
def test_training_is_offered_from_the_fourth_month(
    first: str, last: str, on: str, expected: str | None
) -> None:
    balance = parental_balance(parental(first, last), on=on, children=["2026-01-10"])
    due_on = balance.follow_up_offer_due_on
    assert (due_on.isoformat() if due_on else None) == expected


def test_without_leave_the_whole_is_left_and_nothing_is_due() -> None:
    balance = parental_balance(on="2026-06-15", children=["2026-01-10"])
    assert (balance.quota, balance.left, balance.used) == (304, 304, 0)
    assert balance.follow_up_offer_due_on is None


@pytest.mark.parametrize("children", [[], ["2025-06-15"], ["2026-06-16"]])
def test_without_a_small_child_there_is_no_parental_leave(children: list[str]) -> None:
    balance = parental_balance(on="2026-06-15", children=children)
    assert (balance.quota, balance.used, balance.last_possible_day) == (0, 0, None)


def test_the_balance_is_for_the_child_whose_leave_has_begun() -> None:
    adopted = ChildFacts(day("2015-01-01"), adopted_on=day("2026-05-01"))
    leave = parental("2026-06-01", "2026-06-05", child=0)
    balance = parental_balance(leave, on="2026-06-05", children=[adopted, "2026-05-10"])
    assert (balance.used, balance.last_possible_day) == (5, None)
    early = parental_balance(leave, on="2026-05-31", children=[adopted, "2026-05-10"])
    assert (early.used, early.last_possible_day) == (0, day("2027-05-09"))


def test_the_right_begins_and_ends_with_its_days() -> None:
    def quota(on: str, *children: Any) -> object:
        return parental_balance(on=on, children=list(children)).quota

    assert (quota("2026-01-09", "2026-01-10"), quota("2026-01-10", "2026-01-10")) == (0, 304)
    assert quota("2027-01-09", "2026-01-10") > 0
    assert quota("2027-01-10", "2026-01-10") == 0
    adopted = ChildFacts(day("2015-01-01"), adopted_on=day("2026-05-01"))
    assert (quota("2026-04-30", adopted), quota("2026-05-01", adopted)) == (0, 304)


def test_a_leave_of_one_day_is_the_leave_of_its_child() -> None:
    adopted = ChildFacts(day("2015-01-01"), adopted_on=day("2026-05-01"))
    leave = parental("2026-06-01", child=0)
    balance = parental_balance(leave, on="2026-06-01", children=[adopted, "2026-05-10"])
    assert (balance.used, balance.last_possible_day) == (1, None)


def test_what_the_other_parent_has_is_taken_from_the_balance() -> None:
    child = ChildFacts(day("2026-01-10"), other_parent=OtherParent(days_used=20, takes_part=True))
    balance = parental_balance(parental("2026-01-15", child=0), on="2026-01-15", children=[child])
    # 304 calendar days, less 20 used virkedager and the 55 left of 75 reserved, in weeks of five.
    assert balance.quota == 304 - 28 - 77
