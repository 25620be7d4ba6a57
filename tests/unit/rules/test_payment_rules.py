"""Payments: rates by day, caps, whole periods, other reductions and the settings named."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from app.core.money import decimal_text
from app.core.period import Period
from app.rules.absence import Absence, AbsenceReason, ChildFacts
from app.rules.benefit import (
    Basis,
    BenefitDoubt,
    DayKind,
    LivingPeriod,
    OtherFacts,
    OtherReductionKind,
    PaymentAssessment,
    PaymentStep,
    Policy,
    PolicyKey,
    ProgrammeWork,
    assess_payment,
    rates,
)
from app.rules.calendar import Schedule
from app.rules.law import BadFacts, FactProblem
from app.rules.policy import (
    PartMonth,
    RateChanges,
    Under25InChildlessCouple,
    WholeDayBasis,
    WholePeriodAbsent,
)
from tests.support.rule_facts import (
    HOLIDAYS,
    JUNE,
    LONG_AGO,
    absence,
    certified,
    day,
    participant,
    payment_facts,
    period,
)

FULL = rates(date(2026, 6, 1))
TWO_THIRDS = FULL.month * Fraction(2, 3)


def pay(*absences: Absence, policy: Policy | None = None, **facts: Any) -> PaymentAssessment:
    return assess_payment(payment_facts(*absences, **facts), policy or Policy())


def living(**more: Any) -> tuple[LivingPeriod, ...]:
    return (LivingPeriod(day(LONG_AGO), **more),)


@pytest.mark.parametrize(
    ("born", "conditions", "share"),
    [
        ("1990-01-01", {}, "1"),
        ("1990-01-01", {"lives_with_parents": True}, "1"),
        ("2001-06-01", {}, "1"),
        ("2001-07-01", {}, "2/3"),
        ("2001-07-01", {"lives_with_parents": True}, "1/3"),
        ("1990-01-01", {"is_partner_in_programme": True}, "5/6"),
        ("1990-01-01", {"is_partner_in_programme": True, "has_children": True}, "1"),
    ],
)
def test_age_and_household_set_the_fraction(
    born: str, conditions: dict[str, bool], share: str
) -> None:
    answer = pay(born=born, living=living(**conditions))
    assert answer.gross == FULL.month * Fraction(share)
    assert [segment.fraction for segment in answer.segments] == [Fraction(share)]


def test_the_fraction_cites_its_paragraph() -> None:
    couple = pay(living=living(is_partner_in_programme=True)).segments[0].provisions
    assert {"il § 20 (4)", "FOR-2024-06-25-1215 § 1"} <= {row.citation for row in couple}
    young = pay(born="2004-01-01").segments[0].provisions
    assert "il § 20 (3)" in {row.citation for row in young}


@pytest.mark.parametrize(
    ("choice", "conditions", "share", "doubts"),
    [
        (
            Under25InChildlessCouple.ASK,
            {},
            "2/3",
            [BenefitDoubt.UNDER_25_IN_CHILDLESS_COUPLE],
        ),
        (Under25InChildlessCouple.TWO_THIRDS, {}, "2/3", []),
        (Under25InChildlessCouple.TWO_THIRDS, {"lives_with_parents": True}, "1/3", []),
        (Under25InChildlessCouple.FIVE_SIXTHS, {}, "5/6", []),
    ],
)
def test_the_young_in_a_childless_couple_are_the_municipalitys_question(
    choice: Under25InChildlessCouple,
    conditions: dict[str, bool],
    share: str,
    doubts: list[BenefitDoubt],
) -> None:
    answer = pay(
        born="2004-01-01",
        living=living(is_partner_in_programme=True, **conditions),
        policy=Policy(under_25_in_childless_couple=choice),
    )
    assert answer.gross == FULL.month * Fraction(share)
    assert [doubt.code for doubt in answer.clarifications] == doubts
    assert PolicyKey.UNDER_25_IN_CHILDLESS_COUPLE in answer.policies


def test_the_latest_household_counts_in_whatever_order_it_was_written() -> None:
    rows = (
        LivingPeriod(day("2026-06-16")),
        LivingPeriod(day("2026-01-01"), lives_with_parents=True),
    )
    answer = pay(born="2004-01-01", living=rows)
    assert [segment.fraction for segment in answer.segments] == [Fraction(1, 3), Fraction(2, 3)]


def test_the_earliest_household_also_covers_the_days_before() -> None:
    rows = (LivingPeriod(day("2026-07-01"), lives_with_parents=True),)
    assert pay(born="2004-01-01", living=rows).segments[0].fraction == Fraction(1, 3)


def test_a_rate_can_begin_with_the_next_month() -> None:
    policy = Policy(rate_changes=RateChanges.NEXT_MONTH)
    asked = period("2026-06-16", "2026-07-15")
    answer = pay(born="2001-06-20", asked=asked, policy=policy)
    assert [segment.fraction for segment in answer.segments] == [Fraction(2, 3), 1]
    assert PolicyKey.RATE_CHANGES in answer.policies


def test_a_start_within_the_month_has_the_rate_of_the_start() -> None:
    policy = Policy(rate_changes=RateChanges.NEXT_MONTH)
    answer = pay(born="2001-06-10", person=participant("2026-06-15"), policy=policy)
    assert [segment.fraction for segment in answer.segments] == [1]


@pytest.mark.parametrize(
    ("first", "last", "thirtieths"),
    [
        ("2026-01-01", "2026-01-31", 30),
        ("2026-02-01", "2026-02-28", 30),
        ("2026-02-01", "2026-02-14", 14),
        ("2026-02-15", "2026-02-28", 16),
        ("2026-01-31", "2026-01-31", 0),
        ("2026-01-16", "2026-01-31", 15),
    ],
)
def test_a_month_has_thirty_days(first: str, last: str, thirtieths: int) -> None:
    answer = pay(asked=period(first, last))
    assert [segment.days_counted for segment in answer.segments] == [thirtieths]


def test_calendar_days_never_change_a_whole_month() -> None:
    policy = Policy(part_month=PartMonth.CALENDAR_DAYS)
    january = pay(asked=period("2026-01-01", "2026-01-31"), policy=policy)
    assert (january.segments[0].days_counted, january.policies) == (30, ())
    part = pay(asked=period("2026-01-16", "2026-01-31"), policy=policy)
    assert (part.segments[0].days_counted, part.policies) == (16, (PolicyKey.PART_MONTH,))


def test_nothing_is_paid_outside_the_programme() -> None:
    before = pay(person=participant("2026-07-01"))
    after = pay(programme_last_day=day("2026-05-31"), other=OtherFacts(recovery=Fraction(100)))
    for answer in (before, after):
        assert (answer.gross, answer.payout, answer.segments) == (0, 0, ())
        assert (answer.reduction_share, answer.decision_required_by_46_g) == (0, False)


def test_the_last_day_of_the_programme_ends_the_benefit() -> None:
    answer = pay(programme_last_day=day("2026-06-12"))
    assert answer.gross == FULL.day * 12


def test_absence_after_the_programme_costs_nothing() -> None:
    answer = pay(absence("2026-06-15"), programme_last_day=day("2026-06-12"))
    assert answer.days == ()


def test_paid_and_unpaid_lines_cite_their_ground() -> None:
    answer = pay(
        certified("2026-06-01"),
        absence("2026-06-02", reason=AbsenceReason.PARENTAL_LEAVE, child=0),
        person=participant(children=["2026-05-01"]),
    )
    paid, unpaid = answer.days
    assert (paid.kind, paid.amount, unpaid.kind, unpaid.amount) == (
        DayKind.PAID,
        0,
        DayKind.UNPAID,
        FULL.day,
    )
    assert [row.citation for row in paid.provisions] == ["if § 5 (1)"]
    assert [row.citation for row in unpaid.provisions] == ["il § 20 (2)", "if § 16 (1)"]
    assert (answer.absence_reduction, answer.unpaid_leave_reduction) == (0, FULL.day)


def test_a_whole_day_can_be_priced_by_its_hours() -> None:
    policy = Policy(whole_day_basis=WholeDayBasis.HOUR, cap_day_at_day_rate=False)
    (line,) = pay(absence("2026-06-03"), policy=policy).days
    assert (line.basis, line.amount) == (Basis.HOUR, FULL.hour * Fraction(15, 2))


def test_the_hours_of_one_day_share_the_cap() -> None:
    lines = pay(absence("2026-06-03", hours="4"), absence("2026-06-03", hours="3")).days
    assert sum(line.amount for line in lines) == FULL.day
    assert all(line.amount >= 0 for line in lines)


def test_the_cap_is_for_each_day() -> None:
    answer = pay(absence("2026-06-03", "2026-06-04", hours="6"))
    assert answer.absence_reduction == 2 * FULL.day


ALL_JUNE = absence("2026-06-01", "2026-06-30")


def test_a_whole_period_without_attendance_is_the_whole_payment() -> None:
    answer = pay(ALL_JUNE)
    assert answer.absence_reduction == answer.gross
    assert {line.basis for line in answer.days} == {Basis.WHOLE_PERIOD}
    assert answer.policies == (PolicyKey.WHOLE_PERIOD_ABSENT,)


def test_a_whole_period_of_unpaid_and_invalid_time_splits_the_payment() -> None:
    answer = pay(
        absence("2026-06-01", "2026-06-15"),
        absence("2026-06-16", "2026-06-30", reason=AbsenceReason.PARENTAL_LEAVE, child=0),
        person=participant(children=["2026-05-01"]),
    )
    assert answer.payout == 0
    assert answer.absence_reduction == answer.unpaid_leave_reduction == answer.gross / 2


@pytest.mark.parametrize(
    "rows",
    [
        (absence("2026-06-01", "2026-06-29"),),
        (absence("2026-06-01", "2026-06-29"), absence("2026-06-30", hours="7")),
        (absence("2026-06-01", "2026-06-29"), certified("2026-06-30")),
    ],
)
def test_one_attended_hour_or_paid_day_breaks_the_whole_period(rows: tuple[Absence, ...]) -> None:
    assert {line.basis for line in pay(*rows).days if line.kind is DayKind.INVALID} <= {
        Basis.DAY,
        Basis.HOUR,
    }


def test_parts_that_fill_every_day_are_the_whole_period() -> None:
    answer = pay(
        absence("2026-06-01", "2026-06-30", hours="4"),
        absence("2026-06-01", "2026-06-30", hours="3.5"),
    )
    assert answer.absence_reduction == answer.gross


def test_a_free_week_means_that_the_whole_period_was_not_missed() -> None:
    week = frozenset(Period(day("2026-06-15"), day("2026-06-19")).days())
    answer = pay(ALL_JUNE, schedule=Schedule(HOLIDAYS, closed=week))
    assert answer.absence_reduction == 17 * FULL.day


def test_a_period_without_scheduled_days_is_not_missed() -> None:
    closed = frozenset(JUNE.days())
    assert pay(ALL_JUNE, schedule=Schedule(HOLIDAYS, closed=closed)).payout == FULL.month


def test_scheduled_days_can_be_the_municipalitys_choice() -> None:
    policy = Policy(whole_period_absent=WholePeriodAbsent.SCHEDULED_DAYS)
    answer = pay(ALL_JUNE, policy=policy)
    assert answer.absence_reduction == 22 * FULL.day
    assert PolicyKey.WHOLE_PERIOD_ABSENT in answer.policies


def test_lines_never_take_more_than_the_payment() -> None:
    # The 31st counts no thirtieth, but a day of absence costs a day.
    answer = pay(
        absence("2026-12-31", hours="2"),
        asked=period("2026-12-31", "2026-12-31"),
    )
    assert (answer.gross, answer.absence_reduction, answer.payout) == (0, 0, 0)


def test_overgangsstonad_lowers_the_price_of_absence_too() -> None:
    other = OtherFacts(transitional_benefit_year=Fraction(200_000))
    answer = pay(absence("2026-06-03"), other=other)
    year = FULL.year - Fraction(2, 5) * (200_000 - Fraction(FULL.base_amount, 2))
    assert answer.absence_reduction == year / 360
    assert answer.payout == year / 12 - year / 360


def test_overgangsstonad_takes_no_more_than_the_benefit() -> None:
    answer = pay(other=OtherFacts(transitional_benefit_year=Fraction(2_000_000)))
    assert (answer.other_reductions, answer.payout) == (answer.gross, 0)


def test_reductions_come_in_the_order_of_the_act_and_share_what_is_left() -> None:
    other = OtherFacts(
        recovery=Fraction(50_000),
        coordinated_benefits=Fraction(10_000),
        programme_work=ProgrammeWork(Fraction(10), Fraction(1_000)),
    )
    answer = pay(other=other)
    assert [(row.kind, row.amount) for row in answer.other_lines] == [
        (OtherReductionKind.COORDINATED_BENEFITS, 10_000),
        (OtherReductionKind.PROGRAMME_WORK, 1_000),
        (OtherReductionKind.RECOVERY, FULL.month - 11_000),
    ]
    assert answer.payout == 0


def test_undated_work_and_two_hour_rates_are_a_doubt() -> None:
    work = OtherFacts(programme_work=ProgrammeWork(Fraction(10), Fraction(90_000)))
    answer = pay(asked=period("2026-04-16", "2026-05-15"), other=work)
    assert [doubt.code for doubt in answer.clarifications] == [
        BenefitDoubt.PROGRAMME_WORK_NEEDS_DATES
    ]
    assert answer.other_reductions == 10 * rates(date(2026, 4, 30)).hour
    assert pay(other=work).clarifications == ()


@pytest.mark.parametrize("counts", [True, False])
def test_whether_recovery_counts_is_named(counts: bool) -> None:
    other = OtherFacts(recovery=FULL.month)
    answer = pay(other=other, policy=Policy(recovery_counts_in_46_g=counts))
    assert answer.decision_required_by_46_g is counts
    assert PolicyKey.RECOVERY_COUNTS_IN_46_G in answer.policies
    assert answer.reduction_share == int(counts)


def test_a_reduction_below_46_g_rests_on_the_municipalitys_practice() -> None:
    assert PolicyKey.ALWAYS_DECIDE_REDUCTIONS in pay(absence("2026-06-03")).policies
    assert PolicyKey.ALWAYS_DECIDE_REDUCTIONS not in pay().policies
    assert PolicyKey.ALWAYS_DECIDE_REDUCTIONS not in pay(ALL_JUNE).policies


def test_may_is_paid_as_it_was_known_and_after_paid_to_the_ore() -> None:
    facts = payment_facts(
        absence("2026-05-11", "2026-05-12"), asked=period("2026-05-01", "2026-05-31")
    )
    paid = assess_payment(facts, known_on=date(2026, 5, 21))
    correct = assess_payment(facts)
    assert decimal_text(correct.payout - paid.payout) == "993.84"


def test_the_steps_follow_the_computation() -> None:
    answer = pay(
        absence("2026-06-03"),
        absence("2026-06-04", reason=AbsenceReason.PARENTAL_LEAVE, child=0),
        person=participant(children=["2026-05-01"]),
        other=OtherFacts(recovery=Fraction(100)),
    )
    assert [step.what for step in answer.steps] == [
        PaymentStep.SEGMENT,
        PaymentStep.GROSS,
        PaymentStep.LINE,
        PaymentStep.LINE,
        PaymentStep.ABSENCE_REDUCTION,
        PaymentStep.UNPAID_LEAVE_REDUCTION,
        PaymentStep.OTHER_REDUCTION,
        PaymentStep.SECTION_46_G,
        PaymentStep.PAYOUT,
        PaymentStep.ROUNDING,
    ]
    numbers = dict(answer.steps[-2].numbers)
    assert Fraction(numbers["amount"]) == answer.payout
    assert [step.what for step in pay().steps] == [
        PaymentStep.SEGMENT,
        PaymentStep.GROSS,
        PaymentStep.PAYOUT,
        PaymentStep.ROUNDING,
    ]


def test_a_newborn_ends_the_couple_rate_on_the_day() -> None:
    person = participant(children=[ChildFacts(day("2026-06-11"))])
    answer = pay(person=person, living=living(is_partner_in_programme=True))
    assert [segment.period.first_day.day for segment in answer.segments] == [1, 11]


@pytest.mark.parametrize(
    ("changes", "problem", "field"),
    [
        ({"living": ()}, FactProblem.MISSING, "participant.living"),
        (
            {"programme_last_day": day("2025-08-31")},
            FactProblem.WRONG_ORDER,
            "participant.programme_last_day",
        ),
        ({"born": "2025-09-02"}, FactProblem.WRONG_ORDER, "participant.programme_start"),
        (
            {"other": OtherFacts(recovery=Fraction(-1))},
            FactProblem.NEGATIVE,
            "other.recovery",
        ),
        (
            {"other": OtherFacts(programme_work=ProgrammeWork(hours=Fraction(-1)))},
            FactProblem.NEGATIVE,
            "other.programme_work.hours",
        ),
        (
            {"other": OtherFacts(programme_work=ProgrammeWork(wage=Fraction(-1)))},
            FactProblem.NEGATIVE,
            "other.programme_work.wage",
        ),
    ],
)
def test_impossible_facts_are_refused(
    changes: dict[str, Any], problem: FactProblem, field: str
) -> None:
    with pytest.raises(BadFacts) as error:
        pay(**changes)
    assert (error.value.problem, error.value.field) == (problem, field)
