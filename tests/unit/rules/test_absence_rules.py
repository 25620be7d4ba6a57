"""Absence: every reason on both sides of its limits."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from app.rules.absence import (
    Absence,
    AbsenceDoubt,
    AbsenceGround,
    AbsenceReason,
    ChildFacts,
    DayAssessment,
    Decision,
    DecisionKind,
    classify,
)
from app.rules.calendar import RegisteredHours, Schedule
from app.rules.law import BadFacts, FactProblem
from app.rules.policy import MissingCertificate, Policy, PolicyKey, SixteenDaysFrom
from tests.support.rule_facts import (
    HOLIDAYS,
    JUNE,
    absence,
    absence_facts,
    certified,
    day,
    participant,
    period,
    self_certified,
)

Reason = AbsenceReason
Ground = AbsenceGround
INVALID, UNPAID, PAID = (False, False), (True, False), (True, True)
"""Lawful and paid."""
YEAR = period("2025-09-01", "2026-12-31")


def days(*absences: Absence, policy: Policy | None = None, **facts: Any) -> list[DayAssessment]:
    facts.setdefault("asked", YEAR)
    return list(classify(absence_facts(*absences, **facts), policy or Policy()).days)


def flags(rows: list[DayAssessment]) -> list[tuple[bool, bool]]:
    return [(row.is_lawful, row.is_paid) for row in rows]


def codes(rows: list[DayAssessment]) -> list[AbsenceGround]:
    return [row.grounds[0].code for row in rows]


def test_no_reason_is_invalid_and_adds_no_time() -> None:
    (row,) = days(absence("2026-06-03"))
    assert (flags([row]), row.extends_programme, row.hours) == ([INVALID], False, None)
    assert row.grounds[0].provision.citation == "il § 21"


def test_days_off_are_no_absence() -> None:
    rows = days(absence("2026-05-13", "2026-05-18"))
    assert [row.day for row in rows] == [day("2026-05-13"), day("2026-05-15"), day("2026-05-18")]


def test_only_the_days_asked_about_are_answered() -> None:
    rows = days(absence("2026-05-29", "2026-06-02"), asked=JUNE)
    assert [row.day.day for row in rows] == [1, 2]


def test_illness_needs_documentation() -> None:
    rows = days(absence("2026-06-03", reason=Reason.OWN_ILLNESS))
    assert (flags(rows), codes(rows)) == ([INVALID], [Ground.NOT_DOCUMENTED])


def test_a_certificate_carries_illness_of_any_length_from_the_first_day() -> None:
    person = participant("2026-06-01")
    rows = days(certified("2026-06-01", "2026-06-30"), person=person)
    assert set(flags(rows)) == {PAID}
    assert {row.extends_programme for row in rows} == {True}


def test_self_certification_ends_with_the_absence_that_outlasts_it() -> None:
    policy = Policy(missing_certificate=MissingCertificate.UNCOVERED_DAYS)
    rows = days(self_certified("2026-06-01", "2026-06-23"), policy=policy)
    assert flags(rows)[:3] == [PAID] * 3
    assert set(flags(rows)[3:]) == {INVALID}


def test_a_window_can_end_within_an_absence() -> None:
    rows = days(self_certified("2026-06-01"), self_certified("2026-06-16", "2026-06-18"))
    assert flags(rows) == [PAID] * 4


def test_three_days_at_a_time_hold_across_windows() -> None:
    policy = Policy(missing_certificate=MissingCertificate.UNCOVERED_DAYS)
    rows = days(
        self_certified("2026-06-01"), self_certified("2026-06-16", "2026-06-19"), policy=policy
    )
    assert flags(rows) == [PAID] * 4 + [INVALID]


def test_certified_days_never_use_up_self_certification() -> None:
    rows = days(certified("2026-06-01", "2026-06-05"), self_certified("2026-06-08", "2026-06-10"))
    assert set(flags(rows)) == {PAID}


def test_two_parts_of_one_day_count_as_one_calendar_day() -> None:
    rows = days(
        self_certified("2026-06-01", hours="2"),
        self_certified("2026-06-01", hours="1"),
        self_certified("2026-06-02", "2026-06-03"),
    )
    assert set(flags(rows)) == {PAID}


def test_own_and_childs_illness_are_counted_apart() -> None:
    rows = days(
        self_certified("2026-06-01", "2026-06-03"),
        self_certified("2026-06-04", "2026-06-05", reason=Reason.CHILD_ILLNESS, child=0),
        person=participant(children=["2019-01-01"]),
    )
    assert set(flags(rows)) == {PAID}


@pytest.mark.parametrize(
    ("policy", "expected", "doubts"),
    [
        (MissingCertificate.ASK, [PAID, INVALID], [AbsenceDoubt.MISSING_CERTIFICATE]),
        (MissingCertificate.WHOLE_ABSENCE, [INVALID, INVALID], []),
        (MissingCertificate.UNCOVERED_DAYS, [PAID, INVALID], []),
    ],
)
def test_a_missing_certificate_is_the_municipalitys_question(
    policy: MissingCertificate,
    expected: list[tuple[bool, bool]],
    doubts: list[AbsenceDoubt],
) -> None:
    facts = absence_facts(self_certified("2026-06-05", "2026-06-08"))
    answer = classify(facts, Policy(missing_certificate=policy))
    assert flags(list(answer.days)) == expected
    assert [doubt.code for doubt in answer.clarifications] == doubts
    assert answer.policies == (PolicyKey.MISSING_CERTIFICATE,)


def test_what_lies_outside_the_period_raises_no_doubt() -> None:
    facts = absence_facts(self_certified("2026-05-05", "2026-05-08"))
    answer = classify(facts)
    assert (answer.clarifications, answer.policies) == ((), ())


def test_a_window_ends_on_its_sixteenth_day_also_inside_an_absence() -> None:
    rows = days(
        self_certified("2026-06-01", "2026-06-02"), self_certified("2026-06-16", "2026-06-18")
    )
    # 16 June is the third day of the old window, and 17 June opens a new one.
    assert flags(rows) == [PAID] * 5


def test_a_setting_that_makes_no_difference_is_not_named() -> None:
    one = classify(absence_facts(self_certified("2026-06-01")))
    assert one.policies == ()
    facts = absence_facts(
        self_certified("2026-06-01", "2026-06-02"), self_certified("2026-06-17", "2026-06-18")
    )
    for choice in SixteenDaysFrom:
        answer = classify(facts, Policy(sixteen_days_from=choice))
        assert PolicyKey.SIXTEEN_DAYS_FROM in answer.policies


def test_a_withdrawn_right_gives_nothing_while_the_decision_holds() -> None:
    decision = Decision(
        DecisionKind.SELF_CERTIFICATION_WITHDRAWN, day("2026-06-02"), day("2026-06-03")
    )
    rows = days(
        *(self_certified(f"2026-06-0{number}") for number in (1, 2, 3, 4)), decisions=(decision,)
    )
    assert flags(rows) == [PAID, INVALID, INVALID, PAID]
    assert codes(rows)[1] is Ground.SELF_CERTIFICATION_WITHDRAWN


@pytest.mark.parametrize(
    ("start", "last_days", "blocked_until"),
    [
        ("2025-09-01", [], None),
        ("2026-05-18", [], "2026-07-13"),
        ("2025-09-01", ["2026-08-31"], "2026-09-01"),
        ("2026-05-18", ["2026-07-01"], "2026-07-13"),
        ("2025-09-01", ["2026-08-31", None], None),
    ],
)
def test_a_block_with_an_end_says_when(
    start: str, last_days: list[str | None], blocked_until: str | None
) -> None:
    kind = DecisionKind.SELF_CERTIFICATION_WITHDRAWN
    decisions = tuple(
        Decision(kind, day("2026-06-01"), day(last) if last else None) for last in last_days
    )
    facts = absence_facts(person=participant(start), decisions=decisions)
    balance = classify(facts).balances.self_certification
    assert balance.blocked_until == (day(blocked_until) if blocked_until else None)


def test_long_illness_can_lose_the_benefit_by_decision() -> None:
    decision = Decision(DecisionKind.LONG_ILLNESS_WITHOUT_BENEFIT, day("2026-06-02"))
    rows = days(
        certified("2026-06-01", "2026-06-02"),
        self_certified("2026-06-03"),
        decisions=(decision,),
    )
    assert flags(rows) == [PAID, UNPAID, PAID]
    assert codes(rows)[1] is Ground.LONG_ILLNESS_WITHOUT_BENEFIT


@pytest.mark.parametrize(
    ("born", "chronic", "expected"),
    [
        ("2014-01-01", False, PAID),
        ("2013-12-31", False, INVALID),
        ("2008-01-01", True, PAID),
        ("2007-12-31", True, INVALID),
        ("2026-06-04", False, INVALID),
    ],
)
def test_a_childs_age_runs_to_the_end_of_the_calendar_year(
    born: str, chronic: bool, expected: tuple[bool, bool]
) -> None:
    child = ChildFacts(day(born), is_chronically_ill=chronic)
    sick = certified("2026-06-03", reason=Reason.CHILD_ILLNESS, child=0)
    assert flags(days(sick, person=participant(children=[child]))) == [expected]


def test_without_a_named_child_any_qualifying_child_will_do() -> None:
    sick = certified("2026-06-03", reason=Reason.CHILD_ILLNESS)
    assert flags(days(sick, person=participant(children=["2019-01-01"]))) == [PAID]
    assert codes(days(sick, person=participant(children=["2000-01-01"]))) == [
        Ground.NO_QUALIFYING_CHILD
    ]


def test_a_childs_illness_without_any_child_is_a_doubt() -> None:
    answer = classify(absence_facts(certified("2026-06-03", reason=Reason.CHILD_ILLNESS)))
    assert flags(list(answer.days)) == [INVALID]
    assert [doubt.code for doubt in answer.clarifications] == [AbsenceDoubt.CHILD_NOT_KNOWN]


def test_a_childs_illness_needs_documentation_too() -> None:
    sick = absence("2026-06-03", reason=Reason.CHILD_ILLNESS, child=0)
    assert codes(days(sick, person=participant(children=["2019-01-01"]))) == [Ground.NOT_DOCUMENTED]


def test_a_childs_illness_has_ten_virkedager() -> None:
    sick = certified("2026-06-01", "2026-06-15", reason=Reason.CHILD_ILLNESS, child=0)
    rows = days(sick, person=participant(children=["2019-01-01"]))
    assert flags(rows) == [PAID] * 10 + [INVALID]


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
    assert [doubt.code for doubt in answer.clarifications] == [AbsenceDoubt.CHILD_NOT_KNOWN]
    assert {row.is_lawful for row in answer.days} == {True}


def test_the_youngest_child_is_meant_where_none_is_named() -> None:
    person = participant(children=["2020-01-01", "2026-01-01", "2027-01-01"])
    assert flags(days(breastfeeding("1"), person=person)) == [PAID]


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


@pytest.mark.parametrize(("born", "expected"), [("2011-06-04", UNPAID), ("2011-06-03", INVALID)])
def test_an_adopted_child_is_under_fifteen(born: str, expected: tuple[bool, bool]) -> None:
    child = ChildFacts(day(born), adopted_on=day("2026-05-01"))
    leave = absence("2026-06-03", reason=Reason.PARENTAL_LEAVE, child=0)
    assert flags(days(leave, person=participant(children=[child]))) == [expected]


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


@pytest.mark.parametrize("reason", [Reason.WELFARE_LEAVE, Reason.PEACE_WORK])
def test_granted_leave_is_paid_for_ten_days_a_calendar_year(reason: AbsenceReason) -> None:
    rows = days(
        absence("2025-12-29", "2025-12-30", reason=reason, is_granted=True),
        absence("2026-06-01", "2026-06-15", reason=reason, is_granted=True),
    )
    assert flags(rows) == [PAID] * 12 + [UNPAID]
    assert [row.extends_programme for row in rows] == [True] * 12 + [False]


@pytest.mark.parametrize("reason", [Reason.WELFARE_LEAVE, Reason.PEACE_WORK, Reason.PERMISSION])
def test_leave_that_was_not_granted_is_invalid(reason: AbsenceReason) -> None:
    rows = days(absence("2026-06-03", reason=reason))
    assert (flags(rows), codes(rows)) == ([INVALID], [Ground.NOT_GRANTED])


def test_permission_is_paid_and_adds_no_time() -> None:
    (row,) = days(absence("2026-06-03", reason=Reason.PERMISSION, is_granted=True))
    assert (flags([row]), row.extends_programme) == ([PAID], False)


@pytest.mark.parametrize(
    ("notice", "expected"),
    [("2026-06-04", PAID), ("2026-06-05", INVALID), (None, INVALID)],
)
def test_religious_days_are_told_fourteen_days_before(
    notice: str | None, expected: tuple[bool, bool]
) -> None:
    told = day(notice) if notice else None
    rows = days(absence("2026-06-18", reason=Reason.RELIGIOUS_HOLIDAY, notice_on=told))
    assert flags(rows) == [expected]
    assert not rows[0].extends_programme


def test_there_are_two_religious_days_a_calendar_year() -> None:
    told = day("2025-12-01")
    rows = days(
        *(
            absence(first, last, reason=Reason.RELIGIOUS_HOLIDAY, notice_on=told)
            for first, last in (("2025-12-29", "2025-12-30"), ("2026-03-18", "2026-03-20"))
        )
    )
    assert flags(rows) == [PAID] * 4 + [INVALID]


def test_holiday_is_twenty_five_days_a_programme_year() -> None:
    rows = days(
        absence("2026-07-01", "2026-08-05", reason=Reason.HOLIDAY),
        absence("2026-09-01", reason=Reason.HOLIDAY),
    )
    assert flags(rows) == [PAID] * 25 + [INVALID] + [PAID]
    assert {row.extends_programme for row in rows} == {False}


def test_the_balances_of_holiday_follow_the_programme_year() -> None:
    facts = absence_facts(absence("2025-12-22", "2025-12-23", reason=Reason.HOLIDAY))
    early = classify(replace(facts, period=period("2026-01-01", "2026-08-31"))).balances.holiday
    late = classify(replace(facts, period=period("2026-01-01", "2026-09-01"))).balances.holiday
    assert (early.used, early.left, late.used) == (2, 23, 0)


def test_parts_of_days_use_parts_of_quotas() -> None:
    appointment = absence("2026-06-03", reason=Reason.WELFARE_LEAVE, hours="1.5", is_granted=True)
    answer = classify(absence_facts(appointment))
    assert answer.balances.welfare_leave.used == Fraction(1, 5)
    assert answer.days[0].share_of_day == Fraction(1, 5)


def test_as_many_hours_as_scheduled_are_the_whole_day() -> None:
    (row,) = days(absence("2026-06-03", hours="7.5"))
    assert (row.hours, row.share_of_day) == (None, 1)


def test_a_balance_never_falls_below_nothing() -> None:
    rows = [self_certified("2026-06-01", "2026-06-05")]
    balance = classify(absence_facts(*rows, asked=period("2026-06-01", "2026-06-10"))).balances
    assert balance.self_certification.days_left == 0
    assert balance.self_certification.window_ends_on == day("2026-06-16")


def test_later_absence_does_not_change_an_earlier_balance() -> None:
    facts = absence_facts(
        self_certified("2026-06-01"),
        self_certified("2026-06-25"),
        asked=period("2026-06-01", "2026-06-10"),
    )
    assert classify(facts).balances.self_certification.days_left == 2


def test_registered_sessions_win_over_the_weekly_pattern() -> None:
    hours = {day("2026-06-03"): Fraction(4)}
    schedule = Schedule(HOLIDAYS, registered=RegisteredHours(JUNE, hours))
    rows = days(absence("2026-06-02", "2026-06-04"), absence("2026-07-01"), schedule=schedule)
    assert [(row.day, row.scheduled_hours) for row in rows] == [
        (day("2026-06-03"), 4),
        (day("2026-07-01"), Fraction(15, 2)),
    ]


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


def test_parts_of_one_day_may_stand_beside_each_other() -> None:
    rows = days(absence("2026-06-03", hours="4"), absence("2026-06-03", hours="3.5"))
    assert [row.hours for row in rows] == [Fraction(7, 2), Fraction(4)]


def test_absences_that_follow_each_other_do_not_overlap() -> None:
    rows = days(absence("2026-06-01", "2026-06-02"), absence("2026-06-03", "2026-06-04"))
    assert len(rows) == 4


def test_hours_on_a_day_off_are_no_absence() -> None:
    assert days(absence("2026-06-06", hours="4")) == []
