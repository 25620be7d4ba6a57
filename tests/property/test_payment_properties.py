"""What holds for every payment, whatever the facts (Hypothesis)."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.core.period import Period
from app.rules.absence import Absence, AbsenceReason, classify
from app.rules.benefit import (
    DayKind,
    LivingPeriod,
    OtherFacts,
    PaymentFacts,
    Policy,
    ProgrammeWork,
    assess_payment,
    rates,
)
from app.rules.policy import (
    MissingCertificate,
    PartMonth,
    RateChanges,
    SixteenDaysFrom,
    WholeDayBasis,
    WholePeriodAbsent,
)
from tests.support.rule_facts import SCHEDULE, absence_facts, participant

START = date(2026, 1, 5)
LAST_ABSENCE = date(2026, 7, 31)

policies = st.builds(
    Policy,
    whole_day_basis=st.sampled_from(WholeDayBasis),
    cap_day_at_day_rate=st.booleans(),
    whole_period_absent=st.sampled_from(WholePeriodAbsent),
    missing_certificate=st.sampled_from(MissingCertificate),
    sixteen_days_from=st.sampled_from(SixteenDaysFrom),
    child_self_certification_waits=st.booleans(),
    rate_changes=st.sampled_from(RateChanges),
    part_month=st.sampled_from(PartMonth),
)

months = st.integers(1, 6).map(
    lambda month: Period(date(2026, month, 1), date(2026, month + 1, 1) - timedelta(days=1))
)
parts_of_months = st.builds(
    lambda first, length: Period(first, first + timedelta(days=length)),
    st.dates(START, date(2026, 6, 1)),
    st.integers(0, 40),
)
hours = st.none() | st.integers(1, 15).map(lambda halves: Fraction(halves, 2))


@st.composite
def histories(draw: st.DrawFn) -> tuple[Absence, ...]:
    """Draw absences that do not overlap, in order of date."""
    day = START
    rows = []
    for _ in range(draw(st.integers(0, 8))):
        day += timedelta(days=draw(st.integers(1, 25)))
        last_day = day + timedelta(days=draw(st.integers(0, 9)))
        if last_day > LAST_ABSENCE:
            break
        rows.append(
            Absence(
                first_day=day,
                last_day=last_day,
                reason=draw(st.sampled_from(AbsenceReason)),
                hours=draw(hours),
                is_self_certified=draw(st.booleans()),
                has_medical_certificate=draw(st.booleans()),
                is_granted=draw(st.booleans()),
                notice_on=draw(st.none() | st.just(START)),
                child=draw(st.none() | st.integers(0, 1)),
            )
        )
        day = last_day
    return tuple(rows)


others = st.builds(
    OtherFacts,
    recovery=st.integers(0, 30_000).map(Fraction),
    coordinated_benefits=st.integers(0, 5_000).map(Fraction),
    transitional_benefit_year=st.integers(0, 800_000).map(Fraction),
    programme_work=st.builds(
        ProgrammeWork,
        hours=st.integers(0, 150).map(Fraction),
        wage=st.integers(0, 30_000).map(Fraction),
    ),
)


def facts(
    absences: tuple[Absence, ...], asked: Period, other: OtherFacts | None = None
) -> PaymentFacts:
    return PaymentFacts(
        born_on=date(2001, 4, 20),
        participant=participant("2026-01-05", ["2025-11-01", "2018-01-01"]),
        living=(
            LivingPeriod(START, lives_with_parents=True),
            LivingPeriod(date(2026, 3, 10)),
        ),
        schedule=SCHEDULE,
        period=asked,
        absences=absences,
        other=other or OtherFacts(),
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


@given(histories(), months | parts_of_months, policies)
def test_the_lines_add_up_to_the_reductions(
    absences: tuple[Absence, ...], asked: Period, policy: Policy
) -> None:
    answer = assess_payment(facts(absences, asked), policy)
    sums = {kind: sum(row.amount for row in answer.days if row.kind is kind) for kind in DayKind}
    assert sums[DayKind.INVALID] == answer.absence_reduction
    assert sums[DayKind.UNPAID] == answer.unpaid_leave_reduction
    assert sums[DayKind.PAID] == 0
    assert sum(segment.amount for segment in answer.segments) == answer.gross


@given(histories(), months, policies, st.randoms(use_true_random=False))
def test_the_order_of_registration_is_irrelevant(
    absences: tuple[Absence, ...], asked: Period, policy: Policy, random: Random
) -> None:
    shuffled = list(absences)
    random.shuffle(shuffled)
    one = assess_payment(facts(absences, asked), policy)
    assert assess_payment(facts(tuple(shuffled), asked), policy) == one


@given(histories(), months, policies, st.dates(START, date(2026, 6, 30)), hours)
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
    assert after.absence_reduction >= before.absence_reduction
    assert after.payout <= before.payout


@given(histories(), months, policies, st.dates(START, date(2026, 6, 30)), hours)
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


@given(histories(), st.integers(1, 29))
def test_splitting_a_period_changes_no_day(absences: tuple[Absence, ...], cut: int) -> None:
    person = participant("2026-01-05", ["2025-11-01", "2018-01-01"])
    whole = Period(date(2026, 4, 1), date(2026, 4, 30))
    first = Period(whole.first_day, date(2026, 4, cut))
    second = Period(date(2026, 4, cut + 1), whole.last_day)
    days = [
        classify(absence_facts(*absences, person=person, asked=asked)).days
        for asked in (whole, first, second)
    ]
    assert days[0] == (*days[1], *days[2])


@given(histories(), st.integers(1, 29))
def test_two_payments_make_a_month(absences: tuple[Absence, ...], cut: int) -> None:
    """The gross of two parts is the gross of the month, to the last fraction of an øre."""
    month = Period(date(2026, 3, 1), date(2026, 3, 31))
    parts = (
        Period(month.first_day, date(2026, 3, cut)),
        Period(date(2026, 3, cut + 1), date(2026, 3, 31)),
    )
    whole = assess_payment(facts(absences, month)).gross
    assert sum(assess_payment(facts(absences, part)).gross for part in parts) == whole


@given(st.dates(date(1967, 1, 1), date(2035, 1, 1)), st.sampled_from(["1", "5/6", "2/3", "1/3"]))
@settings(max_examples=50)
def test_the_units_of_a_rate_hang_together(on: date, fraction: str) -> None:
    found = rates(on, Fraction(fraction))
    assert found.month * 12 == found.day * 360 == found.hour * 1850 == found.year
    assert found.year == 2 * found.base_amount * Fraction(fraction)
    assert found.one_twelfth_base_amount * 12 == found.base_amount
