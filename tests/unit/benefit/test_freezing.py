"""The payment as it is kept: lines that add up, nothing lost on the way to the database."""

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.benefit.freezing import Circumstances, freeze, freeze_bad_facts
from app.benefit.snapshot import Snapshot
from app.benefit.stored import digest_of, from_json, to_json
from app.core.money import to_ore
from app.rules.benefit import (
    LivingPeriod,
    OtherBenefit,
    OtherBenefitKind,
    OtherFacts,
    OwnMeans,
    Policy,
    ProgrammeWork,
    WorkDay,
    assess_payment,
    payable_of,
)
from app.rules.law import BadFacts, FactProblem
from app.rules.policy import Rounding
from tests.support.payments import OCTOBER, assessment_of, facts, snapshot_of

AMOUNTS = st.fractions(min_value=0, max_value=2_000, max_denominator=1_850)
WHO = UUID("00000000-0000-4000-8000-000000000001")
OTHER = UUID("00000000-0000-4000-8000-000000000002")


@given(
    invalid=st.lists(AMOUNTS, max_size=10), unpaid=st.lists(AMOUNTS, max_size=5), recovery=AMOUNTS
)
def test_the_lines_sum_to_the_payout_to_the_ore(
    invalid: list[Fraction], unpaid: list[Fraction], recovery: Fraction
) -> None:
    gross = Fraction(136_549 * 2)
    kept = snapshot_of(gross, invalid, unpaid, recovery)
    lines = sum(line.amount_ore for line in (*kept.absences, *kept.others))
    assert kept.payout_ore == sum(line.amount_ore for line in kept.segments) - lines
    assert kept.payout_ore == to_ore(gross - sum(invalid) - sum(unpaid) - recovery)
    assert kept.reductions_ore == (
        kept.absence_reduction_ore + kept.unpaid_leave_reduction_ore + kept.other_reductions_ore
    )
    assert all(line.amount_ore >= 0 for line in (*kept.absences, *kept.others))


@given(
    invalid=st.lists(AMOUNTS, max_size=10), unpaid=st.lists(AMOUNTS, max_size=5), recovery=AMOUNTS
)
def test_where_whole_kroner_are_paid_every_line_is_whole_kroner(
    invalid: list[Fraction], unpaid: list[Fraction], recovery: Fraction
) -> None:
    gross = Fraction(136_549 * 22, 13)
    whole_kroner = Policy(rounding=Rounding.KRONE)
    assessed = assessment_of(gross, invalid, unpaid, recovery)
    kept = freeze(facts(), assessed, whole_kroner, Circumstances(date(2026, 11, 2)))
    lines = [*kept.absences, *kept.others]
    assert all(line.amount_ore % 100 == 0 for line in (*kept.segments, *lines))
    assert all(line.amount_ore >= 0 for line in lines)
    assert kept.payout_ore == to_ore(payable_of(assessed.payout, Rounding.KRONE))
    assert kept.payout_ore == kept.gross_ore - sum(line.amount_ore for line in lines)


def test_a_benefit_that_takes_nothing_is_no_line() -> None:
    other = OtherFacts(
        benefits=(
            OtherBenefit(OtherBenefitKind.CHILD_BENEFIT, Fraction(1_900)),
            OtherBenefit(OtherBenefitKind.SICKNESS_BENEFIT, Fraction(100), True),
        ),
        own_means=(OwnMeans.WEALTH,),
        programme_work=ProgrammeWork(days=(WorkDay(date(2026, 10, 5), Fraction(1, 2)),)),
    )
    asked = replace(facts(), living=(LivingPeriod(date(2026, 1, 5)),), other=other)
    kept = freeze(asked, assess_payment(asked), Policy(), Circumstances(date(2026, 11, 2)))
    assert [line.amount_ore for line in kept.others] == [10_000]
    assert kept.facts["other"]["benefits"] == [
        ["child_benefit", "1900", None],
        ["sickness_benefit", "100", True],
    ]
    assert kept.facts["other"]["own_means"] == ["wealth"]
    assert kept.facts["other"]["programme_work_days"] == [["2026-10-05", "1/2"]]


@given(invalid=st.lists(AMOUNTS, max_size=4), recovery=AMOUNTS)
def test_what_is_stored_is_read_back(invalid: list[Fraction], recovery: Fraction) -> None:
    kept = snapshot_of(Fraction(22_758), invalid, recovery=recovery)
    assert from_json(json.loads(json.dumps(to_json(kept)))) == kept


def test_another_form_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="format 99"):
        from_json({**to_json(snapshot_of(Fraction(1))), "format": 99})


def test_impossible_facts_pay_nothing_and_wait_for_a_person() -> None:
    around = Circumstances(date(2026, 11, 2), unmarked=((date(2026, 10, 5), 60),))
    problem = BadFacts(FactProblem.MISSING, "participant.living")
    kept = freeze_bad_facts(facts(), problem, around)
    assert kept.is_open
    assert (kept.payout_ore, kept.doubts[0].field) == (0, "participant.living")
    assert from_json(json.loads(json.dumps(to_json(kept)))) == kept


@pytest.mark.parametrize(
    ("always", "by_law", "reduced", "required"),
    [
        (True, False, True, True),
        (True, False, False, False),
        (False, False, True, False),
        (False, True, True, True),
    ],
)
def test_when_a_decision_is_required(
    always: bool, by_law: bool, reduced: bool, required: bool
) -> None:
    assessed = assessment_of(Fraction(100), [Fraction(60)] if reduced else [])
    assessed = replace(assessed, decision_required_by_46_g=by_law)
    policy = Policy(always_decide_reductions=always)
    kept = freeze(facts(), assessed, policy, Circumstances(date(2026, 11, 2)))
    assert kept.is_decision_required is required
    assert kept.is_decision_required_by_46_g is by_law


def test_a_day_without_a_registered_reason_is_marked() -> None:
    around = Circumstances(date(2026, 11, 2), unexplained=frozenset({OCTOBER.first_day}))
    kept = freeze(facts(), assessment_of(Fraction(100), [Fraction(1)] * 2), Policy(), around)
    assert [line.is_explained for line in kept.absences] == [False, True]


def _digest(*payments: tuple[UUID, Snapshot]) -> str:
    return digest_of(OCTOBER, [[str(who), to_json(kept)] for who, kept in payments])


def test_the_digest_follows_every_ore_and_nothing_else() -> None:
    one, two = snapshot_of(Fraction(100)), snapshot_of(Fraction(200))
    assert _digest((WHO, one), (OTHER, two)) == _digest((WHO, one), (OTHER, two))
    assert _digest((WHO, one), (OTHER, two)) != _digest((WHO, two), (OTHER, one))
    assert _digest((WHO, one)) != _digest((WHO, snapshot_of(Fraction(10_001, 100))))
    stored = json.loads(json.dumps(to_json(one)))
    assert digest_of(OCTOBER, [[str(WHO), stored]]) == _digest((WHO, one))
