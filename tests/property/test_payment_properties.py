"""What holds for every payment, whatever the facts (Hypothesis)."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.core.period import Period
from app.rules.absence import Absence, AbsenceReason, Decision, ParticipantFacts, classify
from app.rules.benefit import (
    DayKind,
    OtherFacts,
    PaymentAssessment,
    Policy,
    ProgrammeWork,
    WorkDay,
    assess_payment,
    rates,
)
from app.rules.policy import WeekendInAbsence, WholePeriodAbsent
from tests.support.rule_facts import absence_facts
from tests.support.rule_strategies import (
    LIVING,
    PERSON,
    days,
    decisions,
    facts,
    histories,
    hours,
    months,
    no_others,
    others,
    parts_of_months,
    policies,
)

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


def parts_of_march(cut: int) -> tuple[Period, Period]:
    return (
        Period(MARCH.first_day, date(2026, 3, cut)),
        Period(date(2026, 3, cut + 1), MARCH.last_day),
    )


@given(histories(), months | parts_of_months, policies, others)
def test_every_reduction_lies_within_the_payment(
    absences: tuple[Absence, ...], asked: Period, policy: Policy, other: OtherFacts
) -> None:
    answer = assess_payment(facts(absences, asked, other), policy)
    parts = (answer.absence_reduction, answer.unpaid_leave_reduction, answer.other_reductions)
    assert all(0 <= part <= answer.gross for part in parts)
    assert answer.payout == answer.gross - sum(parts)
    assert 0 <= answer.payout <= answer.gross
    assert 0 <= answer.recovery_left <= other.recovery


@given(histories(), months | parts_of_months, policies, others)
def test_the_lines_add_up_to_the_last_fraction(
    absences: tuple[Absence, ...], asked: Period, policy: Policy, other: OtherFacts
) -> None:
    answer = assess_payment(facts(absences, asked, other), policy)
    sums = {kind: sum(row.amount for row in answer.days if row.kind is kind) for kind in DayKind}
    assert sums[DayKind.INVALID] == answer.absence_reduction
    assert sums[DayKind.UNPAID] == answer.unpaid_leave_reduction
    assert sums[DayKind.PAID] == 0
    assert sum(segment.amount for segment in answer.segments) == answer.gross
    assert sum(row.amount for row in answer.other_lines) == answer.other_reductions
    for line in answer.days:
        cuts = line.cut_by_day_rate + line.cut_by_payment
        assert line.kind is DayKind.PAID or line.amount == line.rate * line.units - cuts
        assert min(line.amount, line.cut_by_day_rate, line.cut_by_payment) >= 0
    assert [line.day for line in answer.days] == sorted(line.day for line in answer.days)


def shuffled_children(person: ParticipantFacts, order: list[int]) -> ParticipantFacts:
    return replace(person, children=tuple(person.children[old] for old in order))


@given(
    histories(),
    decisions,
    months,
    policies,
    others,
    st.permutations(range(len(PERSON.children))),
    st.randoms(use_true_random=False),
)
def test_the_order_of_registration_is_irrelevant(
    absences: tuple[Absence, ...],
    decided: tuple[Decision, ...],
    asked: Period,
    policy: Policy,
    other: OtherFacts,
    order: list[int],
    random: Random,
) -> None:
    """Of absences, decisions, children, ways of living, benefits and days of work."""
    work = other.programme_work
    dated = tuple(WorkDay(asked.last_day, Fraction(count)) for count in (1, 2, 3))
    other = replace(other, programme_work=ProgrammeWork(work.hours, work.wage, dated))
    one = assess_payment(facts(absences, asked, other, decisions=decided), policy)

    moved = [
        row if row.child is None else replace(row, child=order.index(row.child)) for row in absences
    ]
    random.shuffle(moved)
    two = assess_payment(
        facts(
            tuple(moved),
            asked,
            replace(
                other,
                benefits=other.benefits[::-1],
                own_means=other.own_means[::-1],
                programme_work=ProgrammeWork(work.hours, work.wage, dated[::-1]),
            ),
            decisions=decided[::-1],
            living=tuple(random.sample(LIVING, len(LIVING))),
            participant=shuffled_children(PERSON, order),
        ),
        policy,
    )
    assert two == one


def deducted(answer: PaymentAssessment) -> Fraction:
    return answer.absence_reduction + answer.unpaid_leave_reduction


@given(histories(), months, policies, days, hours)
def test_an_invalid_day_never_lowers_the_reduction(
    absences: tuple[Absence, ...],
    asked: Period,
    policy: Policy,
    day: date,
    missed: Fraction | None,
) -> None:
    assume(all(not row.first_day <= day <= row.last_day for row in absences))
    invalid = Absence(day, day, AbsenceReason.NONE, missed)
    before = assess_payment(facts(absences, asked), policy)
    after = assess_payment(facts((*absences, invalid), asked), policy)
    assert deducted(after) >= deducted(before)
    assert after.payout <= before.payout
    assert after.decision_required_by_46_g >= before.decision_required_by_46_g


@given(histories(), months, policies, days, hours)
def test_a_certified_day_never_raises_the_reduction(
    absences: tuple[Absence, ...],
    asked: Period,
    policy: Policy,
    day: date,
    missed: Fraction | None,
) -> None:
    assume(all(not row.first_day <= day <= row.last_day for row in absences))
    valid = Absence(day, day, AbsenceReason.OWN_ILLNESS, missed, has_medical_certificate=True)
    before = assess_payment(facts(absences, asked), policy)
    after = assess_payment(facts((*absences, valid), asked), policy)
    assert after.payout >= before.payout
    assert after.absence_reduction <= before.absence_reduction


@given(histories(), decisions, policies, st.integers(1, 30))
@settings(max_examples=60)
def test_splitting_a_period_changes_no_day(
    absences: tuple[Absence, ...], decided: tuple[Decision, ...], policy: Policy, cut: int
) -> None:
    whole, first, second = (
        classify(
            absence_facts(*absences, person=PERSON, asked=asked, decisions=decided), policy
        ).days
        for asked in (MARCH, *parts_of_march(cut))
    )
    assert whole == (*first, *second)


@given(histories(), policies, st.integers(1, 30))
@settings(max_examples=60)
def test_splitting_a_period_changes_no_line(
    absences: tuple[Absence, ...], policy: Policy, cut: int
) -> None:
    """Except where a rule looks at the whole payment.

    All of its days missed, the days off between two of them, and its size as the limit of what can
    be taken: a part has its own answer to each.
    """
    policy = replace(
        policy,
        whole_period_absent=WholePeriodAbsent.SCHEDULED_DAYS,
        weekend_in_absence=WeekendInAbsence.NOT_COUNTED,
    )
    whole, first, second = (
        assess_payment(facts(absences, asked), policy).days
        for asked in (MARCH, *parts_of_march(cut))
    )
    assume(not any(line.cut_by_payment for line in (*whole, *first, *second)))
    assert whole == (*first, *second)


@given(histories(), st.integers(1, 30))
@settings(max_examples=40)
def test_two_payments_make_a_month(absences: tuple[Absence, ...], cut: int) -> None:
    """The gross of two parts is the gross of the month, to the last fraction of an øre."""
    whole = assess_payment(facts(absences, MARCH)).gross
    assert sum(assess_payment(facts(absences, part)).gross for part in parts_of_march(cut)) == whole


@given(histories(), months, policies, no_others | others)
@settings(max_examples=60)
def test_a_setting_that_is_not_named_made_no_difference(
    absences: tuple[Absence, ...], asked: Period, policy: Policy, other: OtherFacts
) -> None:
    """Of the settings that are named only where the other choice answers otherwise."""
    answer = assess_payment(facts(absences, asked, other), policy)
    for key in (
        "weekend_in_absence",
        "childless_means",
        "section_46_g_payment",
        "section_46_g_base_amount",
    ):
        chosen = getattr(policy, key)
        if key not in answer.policies:
            for value in type(chosen):
                otherwise = assess_payment(
                    facts(absences, asked, other), replace(policy, **{key: value})
                )
                assert otherwise.payout == answer.payout
                assert otherwise.decision_required_by_46_g is answer.decision_required_by_46_g


@given(st.dates(date(1967, 1, 1), date(2035, 1, 1)), st.sampled_from(["1", "5/6", "2/3", "1/3"]))
@settings(max_examples=50)
def test_the_units_of_a_rate_hang_together(on: date, fraction: str) -> None:
    found = rates(on, Fraction(fraction))
    assert found.month * 12 == found.day * 360 == found.hour * 1850 == found.year
    assert found.year == 2 * found.base_amount * Fraction(fraction)
    assert found.one_twelfth_base_amount * 12 == found.base_amount
