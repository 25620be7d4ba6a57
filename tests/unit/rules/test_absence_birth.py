"""Pregnancy, birth and breastfeeding (§§ 11–13)."""

from fractions import Fraction
from typing import Any

import pytest

from app.rules.absence import (
    Absence,
    AbsenceDoubt,
    AbsenceGround,
    AbsenceReason,
    AbsenceStep,
    classify,
)
from tests.support.absent_days import INVALID, PAID, UNPAID, codes, days, flags, steps
from tests.support.rule_facts import (
    absence,
    absence_facts,
    participant,
    period,
)

Reason = AbsenceReason
Ground = AbsenceGround


@pytest.mark.parametrize(
    ("reason", "quota"),
    [(Reason.PREGNANCY, 10), (Reason.BIRTH_MOTHER, 20), (Reason.BIRTH_FATHER, 7)],
)
def test_days_around_a_birth_have_a_number(reason: AbsenceReason, quota: int) -> None:
    rows = days(absence("2026-08-03", "2026-09-25", reason=reason))
    assert flags(rows[:quota]) == [PAID] * quota
    assert set(codes(rows[quota:])) == {Ground.QUOTA_USED}
    assert set(flags(rows[quota:])) == {INVALID}


def test_the_next_birth_has_its_own_days() -> None:
    rows = days(
        absence("2025-09-01", "2025-09-09", reason=Reason.BIRTH_FATHER),
        absence("2026-07-10", "2026-07-20", reason=Reason.BIRTH_FATHER),
    )
    assert set(flags(rows)) == {PAID}


def test_pregnancy_checks_are_paid() -> None:
    (row,) = days(absence("2026-06-03", reason=Reason.PREGNANCY_CHECK, hours="2"))
    assert (flags([row]), row.hours, row.extends_programme) == ([PAID], Fraction(2), True)


def breastfeeding(hours: str | None, **more: Any) -> Absence:
    return absence("2026-06-03", reason=Reason.BREASTFEEDING, hours=hours, **more)


@pytest.mark.parametrize(
    ("hours", "born", "expected"),
    [
        ("1", "2025-10-01", [(PAID, "1")]),
        ("1.5", "2025-10-01", [(PAID, "1"), (UNPAID, "0.5")]),
        (None, "2025-10-01", [(PAID, "1"), (UNPAID, "6.5")]),
        ("1", "2025-06-04", [(PAID, "1")]),
        ("1", "2025-06-03", [(UNPAID, "1")]),
    ],
)
def test_breastfeeding_is_paid_an_hour_a_day_in_the_first_year(
    hours: str | None, born: str, expected: list[tuple[tuple[bool, bool], str]]
) -> None:
    rows = days(breastfeeding(hours), person=participant(children=[born]))
    assert [((row.is_lawful, row.is_paid), row.hours) for row in rows] == [
        (flag, Fraction(text)) for flag, text in expected
    ]


def test_the_paid_hour_is_one_a_day() -> None:
    rows = days(
        breastfeeding("0.5"), breastfeeding("0.75"), person=participant(children=["2025-10-01"])
    )
    assert sum(row.hours or 0 for row in rows if row.is_paid) == 1
    assert sum(row.hours or 0 for row in rows) == Fraction(5, 4)


@pytest.mark.parametrize("reason", [Reason.BREASTFEEDING, Reason.PARENTAL_LEAVE])
def test_leave_around_an_unknown_child_is_a_doubt(reason: AbsenceReason) -> None:
    answer = classify(absence_facts(absence("2026-06-03", reason=reason)))
    (doubt,) = answer.clarifications
    assert doubt.code == AbsenceDoubt.CHILD_NOT_KNOWN
    assert doubt.provision.citation.startswith("if § 1")
    assert {row.is_lawful for row in answer.days} == {True}


def test_the_youngest_child_is_meant_where_none_is_named() -> None:
    person = participant(children=["2020-01-01", "2026-01-01", "2027-01-01"])
    assert flags(days(breastfeeding("1"), person=person)) == [PAID]


@pytest.mark.parametrize(
    ("lives", "assists", "expected"),
    [
        (None, False, [Ground.WITHIN_QUOTA]),
        (True, False, [Ground.WITHIN_QUOTA]),
        (False, True, [Ground.WITHIN_QUOTA]),
        (False, False, [Ground.LIVES_APART_FROM_MOTHER]),
    ],
)
def test_a_father_lives_with_the_mother_or_another_assists_her(
    lives: bool | None, *, assists: bool, expected: list[AbsenceGround]
) -> None:
    leave = absence(
        "2026-06-03",
        reason=Reason.BIRTH_FATHER,
        lives_with_mother=lives,
        assists_mother=assists,
    )
    rows = days(leave)
    assert codes(rows) == expected
    assert flags(rows) == [PAID if expected == [Ground.WITHIN_QUOTA] else INVALID]


def test_days_that_were_refused_are_not_used() -> None:
    rows = days(
        absence("2026-06-01", "2026-06-05", reason=Reason.BIRTH_FATHER, lives_with_mother=False),
        absence("2026-06-08", "2026-06-16", reason=Reason.BIRTH_FATHER),
    )
    assert flags(rows) == [INVALID] * 5 + [PAID] * 7


@pytest.mark.parametrize(
    ("child", "expected"),
    [(0, [Ground.BEFORE_BIRTH, Ground.WITHIN_QUOTA]), (None, [Ground.WITHIN_QUOTA] * 2)],
)
def test_the_mothers_days_come_after_the_birth(
    child: int | None, expected: list[AbsenceGround]
) -> None:
    leave = absence("2026-06-03", "2026-06-04", reason=Reason.BIRTH_MOTHER, child=child)
    assert codes(days(leave, person=participant(children=["2026-06-04"]))) == expected


@pytest.mark.parametrize(("on", "expected"), [("2025-02-28", [PAID]), ("2025-03-03", [UNPAID])])
def test_the_first_year_of_a_child_born_on_29_february_ends_on_28_february(
    on: str, expected: list[tuple[bool, bool]]
) -> None:
    person = participant("2024-01-08", children=["2024-02-29"])
    leave = absence(on, reason=Reason.BREASTFEEDING, hours="1")
    assert flags(days(leave, person=person, asked=period(on, on))) == expected


def test_the_steps_of_breastfeeding() -> None:
    rows = days(breastfeeding("1.5"), person=participant(children=["2025-10-01"]))
    assert [steps(row) for row in rows] == [
        {
            AbsenceStep.FIRST_YEAR: {"born_on": "2025-10-01", "ends_on": "2026-09-30"},
            AbsenceStep.BREASTFEEDING: {"hours": "3/2", "paid_hours": "1"},
        }
    ] * 2


def test_a_birth_parts_the_days_of_two_pregnancies() -> None:
    person = participant(children=["2026-03-20"])
    before = absence("2026-03-02", "2026-03-13", reason=Reason.PREGNANCY)
    after = absence("2026-11-02", "2026-11-13", reason=Reason.PREGNANCY)
    assert flags(days(before, after, person=person)) == [PAID] * 20
    answer = classify(
        absence_facts(before, after, person=person, asked=period("2026-11-02", "2026-11-13"))
    )
    balance = answer.balances.pregnancy
    assert (balance.quota, balance.used) == (10, 10)


def test_without_a_birth_the_days_belong_to_one_pregnancy() -> None:
    rows = days(
        absence("2026-03-02", "2026-03-13", reason=Reason.PREGNANCY),
        absence("2026-11-02", reason=Reason.PREGNANCY),
    )
    assert flags(rows) == [PAID] * 10 + [INVALID]


def test_the_fathers_days_before_and_after_the_birth_are_one_number() -> None:
    rows = days(
        absence("2026-03-16", "2026-03-19", reason=Reason.BIRTH_FATHER),
        absence("2026-03-23", "2026-03-26", reason=Reason.BIRTH_FATHER),
        person=participant(children=["2026-03-20"]),
    )
    assert flags(rows) == [PAID] * 7 + [INVALID]


def test_the_day_of_the_birth_begins_the_days_after_it() -> None:
    before = absence("2026-06-01", "2026-06-05", reason=Reason.PREGNANCY)
    facts = absence_facts(
        before,
        person=participant(children=["2026-06-10"]),
        asked=period("2026-06-01", "2026-06-10"),
    )
    assert classify(facts).balances.pregnancy.used == 0
    facts = absence_facts(
        before,
        person=participant(children=["2026-06-10"]),
        asked=period("2026-06-01", "2026-06-09"),
    )
    assert classify(facts).balances.pregnancy.used == 5


@pytest.mark.parametrize("reason", [Reason.BIRTH_MOTHER, Reason.BIRTH_FATHER, Reason.PREGNANCY])
def test_the_steps_of_a_quota_name_its_provision(reason: AbsenceReason) -> None:
    person = participant(children=["2026-06-01"] if reason is Reason.BIRTH_MOTHER else [])
    (row,) = days(absence("2026-06-03", reason=reason), person=person)
    assert row.steps
    assert {step.provision.citation[:4] for step in row.steps} == {"if §"}


def test_the_mothers_days_after_two_births_within_a_year_are_two_numbers() -> None:
    rows = days(
        absence("2025-09-08", "2025-10-03", reason=Reason.BIRTH_MOTHER),
        absence("2026-06-08", "2026-07-03", reason=Reason.BIRTH_MOTHER),
        person=participant(children=["2025-09-05", "2026-06-05"]),
    )
    assert flags(rows) == [PAID] * 40
