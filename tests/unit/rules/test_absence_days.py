"""Absent days: which count, how much of them, and what cannot be true."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from app.core.period import ONE_DAY
from app.rules.absence import (
    Absence,
    AbsenceDoubt,
    AbsenceReason,
    ChildFacts,
    Decision,
    DecisionKind,
    OtherParent,
    ParticipantFacts,
    SoleCarerPeriod,
    WelfareGround,
    classify,
    classify_days,
)
from app.rules.calendar import RegisteredHours, Schedule
from app.rules.law import BadFacts, FactProblem
from tests.support.absent_days import INVALID, days, flags
from tests.support.rule_facts import (
    HOLIDAYS,
    JUNE,
    absence,
    absence_facts,
    day,
    participant,
    period,
)

DAY = day("2026-06-03")


def test_no_reason_is_invalid_and_adds_no_time() -> None:
    (row,) = days(absence("2026-06-03"))
    assert (flags([row]), row.extends_programme, row.hours) == ([INVALID], False, None)
    assert row.reason is AbsenceReason.NONE
    assert row.grounds[0].provision.citation == "il § 21"


def test_days_off_are_no_absence() -> None:
    rows = days(absence("2026-05-13", "2026-05-18"))
    assert [row.day for row in rows] == [day("2026-05-13"), day("2026-05-15"), day("2026-05-18")]


def test_only_the_days_asked_about_are_answered() -> None:
    rows = days(absence("2026-05-29", "2026-06-02"), asked=JUNE)
    assert [row.day.day for row in rows] == [1, 2]


def test_as_many_hours_as_scheduled_are_the_whole_day() -> None:
    (row,) = days(absence("2026-06-03", hours="7.5"))
    assert (row.hours, row.share_of_day) == (None, 1)


def test_registered_sessions_win_over_the_weekly_pattern() -> None:
    hours = {day("2026-06-03"): Fraction(4)}
    schedule = Schedule(HOLIDAYS, registered=RegisteredHours(JUNE, hours))
    rows = days(absence("2026-06-02", "2026-06-04"), absence("2026-07-01"), schedule=schedule)
    assert [(row.day, row.scheduled_hours) for row in rows] == [
        (day("2026-06-03"), 4),
        (day("2026-07-01"), Fraction(15, 2)),
    ]


def test_parts_of_one_day_may_stand_beside_each_other() -> None:
    rows = days(absence("2026-06-03", hours="4"), absence("2026-06-03", hours="3.5"))
    assert [row.hours for row in rows] == [Fraction(7, 2), Fraction(4)]


def test_absences_that_follow_each_other_do_not_overlap() -> None:
    rows = days(absence("2026-06-01", "2026-06-02"), absence("2026-06-03", "2026-06-04"))
    assert len(rows) == 4


def test_hours_on_a_day_off_are_no_absence() -> None:
    assert days(absence("2026-06-06", hours="4")) == []


@pytest.mark.parametrize(
    ("rows", "problem", "field"),
    [
        ([absence("2026-06-03", "2026-06-02")], FactProblem.WRONG_ORDER, "absences[0].last_day"),
        ([absence("2025-08-31")], FactProblem.ABSENCE_BEFORE_START, "absences[0].first_day"),
        ([absence("2026-06-03", hours="0")], FactProblem.NOT_POSITIVE, "absences[0].hours"),
        ([absence("2026-06-03", child=0)], FactProblem.UNKNOWN_CHILD, "absences[0].child"),
        ([absence("2026-06-03", child=-1)], FactProblem.UNKNOWN_CHILD, "absences[0].child"),
        (
            [absence("2026-06-05"), absence("2026-06-01", "2026-06-05")],
            FactProblem.OVERLAPPING_ABSENCES,
            "absences[1]",
        ),
        (
            [absence("2026-06-03", hours="1"), absence("2026-06-01", "2026-06-05")],
            FactProblem.OVERLAPPING_ABSENCES,
            "absences[1]",
        ),
        (
            [absence("2026-06-03", hours="4"), absence("2026-06-03", hours="4")],
            FactProblem.HOURS_EXCEED_DAY,
            "absences[1].hours",
        ),
    ],
)
def test_absences_that_cannot_be_true_are_refused(
    rows: list[Absence], problem: FactProblem, field: str
) -> None:
    with pytest.raises(BadFacts) as error:
        classify(absence_facts(*rows))
    assert (error.value.problem, error.value.field) == (problem, field)


@pytest.mark.parametrize(
    ("more", "problem", "field"),
    [
        ({"travel_days": -1}, FactProblem.NEGATIVE, "absences[0].travel_days"),
        ({"travel_days": 1}, FactProblem.UNKNOWN_VALUE, "absences[0].travel_days"),
        (
            {"travel_days": 1, "welfare_ground": WelfareGround.WEDDING},
            FactProblem.UNKNOWN_VALUE,
            "absences[0].travel_days",
        ),
    ],
)
def test_travel_belongs_to_a_death(more: dict[str, Any], problem: FactProblem, field: str) -> None:
    leave = absence("2026-06-03", reason=AbsenceReason.WELFARE_LEAVE, is_granted=True, **more)
    with pytest.raises(BadFacts) as error:
        classify(absence_facts(leave))
    assert (error.value.problem, error.value.field) == (problem, field)


@pytest.mark.parametrize(
    ("person", "problem", "field"),
    [
        (
            participant(children=["2020-01-01", ChildFacts(DAY, adopted_on=DAY - ONE_DAY)]),
            FactProblem.WRONG_ORDER,
            "participant.children[1].adopted_on",
        ),
        (
            participant(children=[ChildFacts(DAY, other_parent=OtherParent(days_used=-1))]),
            FactProblem.NEGATIVE,
            "participant.children[0].other_parent_days",
        ),
        (
            replace(
                participant(),
                sole_carer_periods=(SoleCarerPeriod(DAY), SoleCarerPeriod(DAY, DAY - ONE_DAY)),
            ),
            FactProblem.WRONG_ORDER,
            "participant.sole_carer_periods[1].to",
        ),
    ],
)
def test_family_facts_that_cannot_be_true_are_refused(
    person: ParticipantFacts, problem: FactProblem, field: str
) -> None:
    with pytest.raises(BadFacts) as error:
        classify(absence_facts(person=person))
    assert (error.value.problem, error.value.field) == (problem, field)


def test_a_decision_that_ends_before_it_begins_is_refused() -> None:
    kind = DecisionKind.SELF_CERTIFICATION_WITHDRAWN
    decisions = (Decision(kind, DAY), Decision(kind, DAY, DAY - ONE_DAY))
    with pytest.raises(BadFacts) as error:
        classify(absence_facts(decisions=decisions))
    assert (error.value.problem, error.value.field) == (
        FactProblem.WRONG_ORDER,
        "decisions[1].to",
    )


def test_what_holds_for_one_day_alone_is_allowed() -> None:
    person = replace(
        participant(children=[ChildFacts(DAY, adopted_on=DAY)]),
        sole_carer_periods=(SoleCarerPeriod(DAY, DAY),),
    )
    decision = Decision(DecisionKind.SELF_CERTIFICATION_WITHDRAWN, DAY, DAY)
    assert days(person=person, decisions=(decision,)) == []


@pytest.mark.parametrize(
    "rows",
    [
        [absence("2026-06-01", "2026-06-03", hours="1"), absence("2026-06-03")],
        [
            absence("2026-06-01", "2026-06-10", hours="1"),
            absence("2026-06-02", hours="1"),
            absence("2026-06-09"),
        ],
        [
            absence("2026-06-01", "2026-06-10"),
            absence("2026-06-12"),
            absence("2026-06-10", hours="1"),
        ],
    ],
)
def test_a_whole_day_stands_alone(rows: list[Absence]) -> None:
    with pytest.raises(BadFacts) as error:
        classify(absence_facts(*rows))
    assert error.value.problem is FactProblem.OVERLAPPING_ABSENCES


@pytest.mark.parametrize(
    ("first", "doubts"),
    [("2020-12-31", [AbsenceDoubt.BEFORE_INTEGRERINGSLOVEN]), ("2021-01-01", [])],
)
def test_days_before_the_act_are_a_doubt(first: str, doubts: list[AbsenceDoubt]) -> None:
    answer = classify(absence_facts(person=participant("2020-06-01"), asked=period(first, first)))
    assert [doubt.code for doubt in answer.clarifications] == doubts
    assert [doubt.provision.citation for doubt in answer.clarifications] == ["if § 71"] * len(
        doubts
    )


def test_hours_are_checked_on_short_days_and_after_whole_days_too() -> None:
    short = Schedule(HOLIDAYS, hours_per_day=Fraction(1))
    rows = (absence("2026-06-02"), absence("2026-06-03", hours="1.25"))
    with pytest.raises(BadFacts) as error:
        classify(absence_facts(*rows, schedule=short))
    assert (error.value.problem, error.value.field) == (
        FactProblem.HOURS_EXCEED_DAY,
        "absences[1].hours",
    )


@pytest.mark.parametrize("reason", list(AbsenceReason))
def test_payments_get_the_days_that_a_whole_assessment_gives(reason: AbsenceReason) -> None:
    rows = [
        absence(f"2026-{month:02}-02", f"2026-{month:02}-20", reason=reason, is_granted=True)
        for month in (2, 3, 4, 6)
    ]
    facts = absence_facts(*rows, person=participant(children=["2026-02-01"]))
    plain = [replace(row, steps=()) for row in classify(facts).days]
    assert list(classify_days(facts).days) == plain
