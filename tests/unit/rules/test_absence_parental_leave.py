"""Parental leave: the first year, ten months, adoption, the other parent (§ 16)."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from app.rules.absence import (
    Absence,
    AbsenceGround,
    AbsenceReason,
    AbsenceStep,
    ChildFacts,
    OtherParent,
    classify,
)
from tests.support.absent_days import INVALID, UNPAID, codes, days, flags, steps
from tests.support.rule_facts import (
    absence,
    absence_facts,
    day,
    participant,
    period,
)

Reason = AbsenceReason
Ground = AbsenceGround


@pytest.mark.parametrize(
    ("born", "first", "expected"),
    [
        ("2026-06-03", "2026-06-03", UNPAID),
        ("2026-06-03", "2026-06-02", INVALID),
        ("2025-06-04", "2026-06-03", UNPAID),
        ("2025-06-03", "2026-06-03", INVALID),
    ],
)
def test_parental_leave_is_for_the_first_year(
    born: str, first: str, expected: tuple[bool, bool]
) -> None:
    leave = absence(first, reason=Reason.PARENTAL_LEAVE, child=0)
    assert flags(days(leave, person=participant(children=[born]))) == [expected]


def test_parental_leave_has_ten_months() -> None:
    leave = absence("2025-09-15", "2026-07-20", reason=Reason.PARENTAL_LEAVE, child=0)
    rows = days(leave, person=participant(children=["2025-09-14"]))
    lawful = [row.day for row in rows if row.is_lawful]
    assert (lawful[-1], rows[-1].grounds[0].code) == (day("2026-07-14"), Ground.QUOTA_USED)


@pytest.mark.parametrize(("born", "expected"), [("2011-05-02", UNPAID), ("2011-05-01", INVALID)])
def test_a_child_was_under_fifteen_when_it_was_adopted(
    born: str, expected: tuple[bool, bool]
) -> None:
    child = ChildFacts(day(born), adopted_on=day("2026-05-01"))
    leave = absence("2026-06-03", reason=Reason.PARENTAL_LEAVE, child=0)
    assert flags(days(leave, person=participant(children=[child]))) == [expected]


def parental(first: str, last: str | None = None, child: int | None = None) -> Absence:
    return absence(first, last, reason=Reason.PARENTAL_LEAVE, child=child)


def last_day_with(rows: list[Any], ground: AbsenceGround) -> str:
    return max(row.day for row in rows if row.grounds[0].code is ground).isoformat()


TEN_MONTHS = parental("2025-09-15", "2026-07-20", child=0)
"""Ten months from the first day are 303 days: to 14 July."""


@pytest.mark.parametrize(
    ("other", "last_lawful", "last_reserved", "first_refusal"),
    [
        (OtherParent(days_used=20), "2026-06-16", None, Ground.QUOTA_USED),
        (
            OtherParent(takes_part=True),
            "2026-03-31",
            "2026-07-14",
            Ground.RESERVED_FOR_OTHER_PARENT,
        ),
        (
            OtherParent(days_used=20, takes_part=True),
            "2026-03-31",
            "2026-06-16",
            Ground.RESERVED_FOR_OTHER_PARENT,
        ),
        (OtherParent(days_used=80, takes_part=True), "2026-03-24", None, Ground.QUOTA_USED),
        (
            OtherParent(takes_part=True, is_reservation_lifted=True),
            "2026-07-14",
            None,
            Ground.QUOTA_USED,
        ),
    ],
)
def test_the_other_parent_takes_from_the_ten_months(
    other: OtherParent, last_lawful: str, last_reserved: str | None, first_refusal: AbsenceGround
) -> None:
    child = ChildFacts(day("2025-09-14"), other_parent=other)
    rows = days(TEN_MONTHS, person=participant(children=[child]))
    assert last_day_with(rows, Ground.LEAVE_WITHOUT_BENEFIT) == last_lawful
    refused = [row for row in rows if not row.is_lawful]
    assert codes(refused)[0] is first_refusal
    if last_reserved is not None:
        assert last_day_with(rows, Ground.RESERVED_FOR_OTHER_PARENT) == last_reserved
    assert codes(refused)[-1] is Ground.QUOTA_USED


def test_the_steps_of_parental_leave() -> None:
    other = OtherParent(days_used=20, takes_part=True)
    child = ChildFacts(day("2025-09-14"), other_parent=other)
    rows = days(
        TEN_MONTHS, person=participant(children=[child]), asked=period("2026-04-01", "2026-04-01")
    )
    assert steps(rows[0]) == {
        AbsenceStep.FIRST_YEAR: {"born_on": "2025-09-14", "ends_on": "2026-09-13"},
        AbsenceStep.LEAVE_LENGTH: {
            "first_day": "2025-09-15",
            "months": "10",
            "available": "198",
            "used": "199",
        },
        AbsenceStep.OTHER_PARENT: {"used": "20", "reserved": "75"},
    }
    assert rows[0].grounds[0].provision.citation == "if § 16 (4)"


def test_without_the_other_parent_nothing_is_said_of_one() -> None:
    person = participant(children=["2025-09-14"])
    (row,) = days(parental("2025-09-15"), person=person)
    assert AbsenceStep.OTHER_PARENT not in steps(row)


def test_each_birth_has_its_own_leave() -> None:
    person = participant("2024-09-02", children=["2024-09-10", "2026-01-05"])
    rows = days(
        parental("2024-10-01", "2025-03-31"),
        parental("2026-02-02", "2026-09-30"),
        person=person,
        asked=period("2024-10-01", "2026-09-30"),
    )
    assert set(flags(rows)) == {UNPAID}


def test_leave_over_a_birth_belongs_to_one_child_and_then_to_the_next() -> None:
    person = participant("2024-09-02", children=["2026-01-10", "2024-12-15"])
    rows = days(parental("2025-12-01", "2026-02-27"), person=person)
    lawful = [row.day.isoformat() for row in rows if row.is_lawful]
    assert (lawful[9], lawful[10]) == ("2025-12-12", "2026-01-12")
    assert steps(rows[-1])[AbsenceStep.LEAVE_LENGTH]["first_day"] == "2026-01-10"
    assert steps(rows[0])[AbsenceStep.LEAVE_LENGTH]["used"] == "1"


def test_twins_give_ten_months_and_not_twenty() -> None:
    person = participant(children=["2025-09-14", "2025-09-14"])
    rows = days(
        parental("2025-09-15", "2026-01-31", child=0),
        parental("2026-02-01", "2026-07-20", child=1),
        person=person,
    )
    assert last_day_with(rows, Ground.LEAVE_WITHOUT_BENEFIT) == "2026-07-14"


def test_children_adopted_together_give_one_leave() -> None:
    together = [
        ChildFacts(day(born), adopted_on=day("2025-09-15")) for born in ("2015-01-01", "2018-01-01")
    ]
    rows = days(
        parental("2025-09-15", "2026-01-31", child=0),
        parental("2026-02-01", "2026-07-20", child=1),
        person=participant(children=together),
    )
    assert last_day_with(rows, Ground.LEAVE_WITHOUT_BENEFIT) == "2026-07-14"
    assert rows[0].grounds[0].provision.citation == "if § 16 (3)"
    assert steps(rows[0])[AbsenceStep.ADOPTION] == {
        "born_on": "2015-01-01",
        "age": "10",
        "age_limit": "15",
    }


@pytest.mark.parametrize(
    ("adopted", "expected"), [("2027-02-28", [UNPAID]), ("2027-03-01", [INVALID])]
)
def test_a_child_born_on_29_february_is_fifteen_on_1_march(
    adopted: str, expected: list[tuple[bool, bool]]
) -> None:
    child = ChildFacts(day("2012-02-29"), adopted_on=day(adopted))
    person = participant("2026-01-05", children=[child])
    leave = parental("2027-03-02", child=0)
    asked = period("2027-03-02", "2027-03-02")
    answer = classify(absence_facts(leave, person=person, asked=asked))
    assert flags(answer.days) == expected
    assert (answer.balances.parental_leave.quota > 0) is (expected == [UNPAID])


@pytest.mark.parametrize(
    ("first", "expected", "ground"),
    [
        ("2026-06-02", INVALID, AbsenceGround.BEFORE_ADOPTION),
        ("2026-06-03", UNPAID, AbsenceGround.LEAVE_WITHOUT_BENEFIT),
    ],
)
def test_leave_for_an_adopted_child_begins_with_the_adoption(
    first: str, expected: tuple[bool, bool], ground: AbsenceGround
) -> None:
    child = ChildFacts(day("2015-01-01"), adopted_on=day("2026-06-03"))
    person = participant("2026-01-05", children=[child])
    answer = classify(absence_facts(parental(first, child=0), person=person))
    assert flags(answer.days) == [expected]
    assert answer.days[0].grounds[0].code is ground


def test_days_off_inside_a_leave_belong_to_it_however_it_was_registered() -> None:
    person = participant(children=["2026-05-01"])
    one_piece = days(parental("2026-06-01", "2026-06-09"), person=person)
    pieces = days(
        parental("2026-06-01", "2026-06-05"), parental("2026-06-08", "2026-06-09"), person=person
    )
    used = [
        [steps(row)[AbsenceStep.LEAVE_LENGTH]["used"] for row in rows]
        for rows in (one_piece, pieces)
    ]
    assert used[0] == used[1] == ["1", "2", "3", "4", "5", "8", "9"]


def test_a_break_does_not_count() -> None:
    person = participant(children=["2026-05-01"])
    rows = days(
        parental("2026-06-01", "2026-06-05"), parental("2026-06-15", "2026-06-15"), person=person
    )
    assert steps(rows[-1])[AbsenceStep.LEAVE_LENGTH]["used"] == "6"


def test_parts_of_days_in_two_leaves_count_the_day_once() -> None:
    part = replace(parental("2026-06-01"), hours=Fraction(2))
    rows = days(part, part, person=participant(children=["2026-05-01"]))
    assert [steps(row)[AbsenceStep.LEAVE_LENGTH]["used"] for row in rows] == ["1", "1"]


def test_who_takes_the_care_instead_of_a_parent_has_the_leave() -> None:
    child = ChildFacts(day("2026-05-01"), is_cared_for_instead_of_parent=True)
    rows = days(parental("2026-06-01"), person=participant(children=[child]))
    assert (flags(rows), codes(rows)) == ([UNPAID], [Ground.LEAVE_INSTEAD_OF_PARENT])


def test_what_lies_before_the_adoption_is_no_part_of_the_leave() -> None:
    child = ChildFacts(day("2020-01-01"), adopted_on=day("2026-06-03"))
    rows = days(parental("2026-06-01", "2026-06-04", child=0), person=participant(children=[child]))
    assert flags(rows) == [INVALID, INVALID, UNPAID, UNPAID]
    assert steps(rows[-1])[AbsenceStep.LEAVE_LENGTH] == {
        "first_day": "2026-06-03",
        "months": "10",
        "available": "304",
        "used": "2",
    }


def test_leave_that_names_no_child_is_the_elder_ones_until_the_birth_of_the_younger() -> None:
    person = participant(children=["2026-01-10", "2026-11-20"])
    rows = days(
        parental("2026-06-01", "2026-12-30"),
        parental("2027-01-05", child=0),
        person=person,
        asked=period("2027-01-05", "2027-01-05"),
    )
    # 172 days from 1 June to 19 November, and the day itself.
    assert steps(rows[-1])[AbsenceStep.LEAVE_LENGTH]["used"] == "173"


def test_the_steps_name_their_provisions() -> None:
    other = OtherParent(days_used=20, takes_part=True)
    child = ChildFacts(day("2025-09-14"), other_parent=other)
    (row,) = days(parental("2025-09-15"), person=participant(children=[child]))
    assert [step.provision.citation for step in row.steps] == [
        "if § 16 (1)",
        "if § 16 (1)",
        "if § 16 (4)",
    ]
