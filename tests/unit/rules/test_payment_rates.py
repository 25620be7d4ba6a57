"""The rate of each day: age, household, couples and the children that end their rate."""

from datetime import date
from fractions import Fraction

import pytest

from app.core.money import decimal_text
from app.rules.benefit import BenefitDoubt, LivingPeriod, assess_payment, rates
from app.rules.law import BadFacts, FactProblem, NotInForceError
from app.rules.parameters.base_amount import BASE_AMOUNT
from app.rules.policy import (
    PartMonth,
    Policy,
    PolicyKey,
    RateChanges,
    Under25InChildlessCouple,
)
from tests.support.payment_rules import FULL, living, pay
from tests.support.rule_facts import absence, day, participant, payment_facts, period

COUPLE = living(is_partner_in_programme=True)


def test_the_units_of_2026() -> None:
    assert (FULL.base_amount, FULL.fraction, FULL.year) == (136_549, 1, 273_098)
    assert (FULL.month, FULL.day) == (Fraction(273_098, 12), Fraction(273_098, 360))
    assert (FULL.hour, FULL.one_twelfth_base_amount) == (
        Fraction(273_098, 1850),
        Fraction(136_549, 12),
    )


@pytest.mark.parametrize(
    ("on", "known_on", "base_amount"),
    [
        ("1967-01-01", None, 5_400),
        ("2026-04-30", None, 130_160),
        ("2026-05-01", None, 136_549),
        ("2026-05-31", "2026-05-21", 130_160),
        ("2026-05-31", "2026-05-22", 136_549),
    ],
)
def test_rates_of_any_day_since_the_base_amount_began(
    on: str, known_on: str | None, base_amount: int
) -> None:
    found = rates(day(on), Fraction(2, 3), None if known_on is None else day(known_on))
    assert (found.base_amount, found.fraction) == (base_amount, Fraction(2, 3))
    assert found.year == Fraction(4 * base_amount, 3)


def test_the_base_amount_changes_with_a_month() -> None:
    """So the months of a payment part its base amounts."""
    assert {row.valid_from.day for row in BASE_AMOUNT.values} == {1}


def test_a_payment_from_before_the_act_is_refused() -> None:
    asked = period("2020-12-01", "2020-12-31")
    with pytest.raises(NotInForceError, match="2020-12-01"):
        pay(asked=asked, person=participant("2020-09-01"))


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
    couple = pay(living=COUPLE).segments[0].provisions
    assert [row.citation for row in couple] == [
        "il § 20 (1)",
        "il § 20 (2)",
        "il § 20 (4)",
        "FOR-2024-06-25-1215 § 1",
        "FOR-2026-05-22-869 § 1",
    ]
    young = pay(born="2004-01-01").segments[0].provisions
    assert "il § 20 (3)" in {row.citation for row in young}


@pytest.mark.parametrize(("born", "first_full_day"), [("2001-06-10", 10), ("2001-06-30", 30)])
def test_the_birthday_itself_is_paid_in_full(born: str, first_full_day: int) -> None:
    answer = pay(born=born)
    assert [row.period.first_day.day for row in answer.segments] == [1, first_full_day]
    assert answer.policies == (PolicyKey.RATE_CHANGES,)


def test_who_is_born_on_a_leap_day_turns_25_on_the_first_of_march() -> None:
    asked = period("2025-02-15", "2025-03-15")
    answer = pay(born="2000-02-29", asked=asked, person=participant("2024-09-01"))
    assert [row.period.first_day for row in answer.segments] == [
        date(2025, 2, 15),
        date(2025, 3, 1),
    ]
    assert [row.fraction for row in answer.segments] == [Fraction(2, 3), 1]


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
    assert {doubt.provision.citation for doubt in answer.clarifications} <= {"il § 20 (4)"}
    paragraph = "il § 20 (4)" if share == "5/6" else "il § 20 (3)"
    assert answer.segments[0].provisions[2].citation == paragraph
    assert PolicyKey.UNDER_25_IN_CHILDLESS_COUPLE in answer.policies


@pytest.mark.parametrize(
    ("start", "share"), [("2024-06-30", "1"), ("2024-07-01", "5/6"), ("2024-07-02", "5/6")]
)
def test_only_who_is_new_from_july_2024_has_the_couple_rate(start: str, share: str) -> None:
    answer = pay(person=participant(start), living=COUPLE)
    assert answer.segments[0].fraction == Fraction(share)


def test_the_latest_household_counts_in_whatever_order_it_was_written() -> None:
    rows = (
        LivingPeriod(day("2026-06-16")),
        LivingPeriod(day("2026-01-01"), lives_with_parents=True),
        LivingPeriod(day("2025-12-01")),
    )
    for living_rows in (rows, rows[::-1]):
        answer = pay(born="2004-01-01", living=living_rows)
        assert [segment.fraction for segment in answer.segments] == [
            Fraction(1, 3),
            Fraction(2, 3),
        ]
        assert answer.segments[1].period.first_day == date(2026, 6, 16)


def test_the_earliest_household_also_covers_the_days_before() -> None:
    rows = (
        LivingPeriod(day("2026-08-01")),
        LivingPeriod(day("2026-07-01"), lives_with_parents=True),
    )
    assert pay(born="2004-01-01", living=rows).segments[0].fraction == Fraction(1, 3)


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ((), FactProblem.MISSING),
        (
            (LivingPeriod(day("2026-01-01")), LivingPeriod(day("2026-01-01"), has_children=True)),
            FactProblem.OVERLAPPING_PERIODS,
        ),
    ],
)
def test_somebody_lives_in_one_way_at_a_time(
    rows: tuple[LivingPeriod, ...], problem: FactProblem
) -> None:
    with pytest.raises(BadFacts) as error:
        pay(living=rows)
    assert (error.value.problem, error.value.field) == (problem, "participant.living")


def test_a_rate_can_begin_with_the_next_month() -> None:
    policy = Policy(rate_changes=RateChanges.NEXT_MONTH)
    asked = period("2026-06-16", "2026-07-15")
    answer = pay(born="2001-06-20", asked=asked, policy=policy)
    assert [segment.fraction for segment in answer.segments] == [Fraction(2, 3), 1]
    assert PolicyKey.RATE_CHANGES in answer.policies


def test_the_first_of_the_month_decides_about_the_month() -> None:
    policy = Policy(rate_changes=RateChanges.NEXT_MONTH)
    for born, fraction in (("2001-06-01", "1"), ("2001-06-02", "2/3")):
        answer = pay(born=born, policy=policy)
        assert [segment.fraction for segment in answer.segments] == [Fraction(fraction)]


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
        ("2026-01-30", "2026-01-31", 1),
        ("2026-01-16", "2026-01-31", 15),
    ],
)
def test_a_month_has_thirty_days(first: str, last: str, thirtieths: int) -> None:
    answer = pay(asked=period(first, last))
    assert [segment.days_counted for segment in answer.segments] == [thirtieths]
    assert answer.gross == answer.segments[0].month_rate * thirtieths / 30


def test_calendar_days_never_change_a_whole_month() -> None:
    policy = Policy(part_month=PartMonth.CALENDAR_DAYS)
    january = pay(asked=period("2026-01-01", "2026-01-31"), policy=policy)
    assert (january.segments[0].days_counted, january.policies) == (30, ())
    part = pay(asked=period("2026-01-16", "2026-01-31"), policy=policy)
    assert (part.segments[0].days_counted, part.policies) == (16, (PolicyKey.PART_MONTH,))


def test_two_base_amounts_make_two_segments() -> None:
    answer = pay(asked=period("2026-04-16", "2026-05-15"))
    assert [(row.base_amount, row.days_counted) for row in answer.segments] == [
        (130_160, 15),
        (136_549, 15),
    ]


def test_may_is_paid_as_it_was_known_and_after_paid_to_the_ore() -> None:
    facts = payment_facts(
        absence("2026-05-11", "2026-05-12"), asked=period("2026-05-01", "2026-05-31")
    )
    paid = assess_payment(facts, known_on=date(2026, 5, 21))
    correct = assess_payment(facts, known_on=date(2026, 5, 22))
    assert decimal_text(correct.payout - paid.payout) == "993.84"
    assert correct == assess_payment(facts)
    sources = [answer.segments[0].provisions[-1].citation for answer in (paid, correct)]
    assert sources == ["ftrl § 1-4", "FOR-2026-05-22-869 § 1"]


def test_nothing_is_paid_outside_the_programme() -> None:
    before = pay(person=participant("2026-07-01"))
    after = pay(programme_last_day=day("2026-05-31"))
    for answer in (before, after):
        assert (answer.gross, answer.payout, answer.segments) == (0, 0, ())
        assert (answer.reduction_share, answer.decision_required_by_46_g) == (0, False)


def test_the_last_day_of_the_programme_ends_the_benefit() -> None:
    answer = pay(absence("2026-06-15"), programme_last_day=day("2026-06-12"))
    assert (answer.gross, answer.days) == (FULL.day * 12, ())
