"""Days asked about for a payment are answered as they are with balances and steps."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.period import Period
from app.rules.absence import Absence, Decision, classify, classify_days
from app.rules.benefit import Policy
from tests.support.rule_facts import absence_facts
from tests.support.rule_strategies import PERSON, decisions, histories, parts_of_months, policies

A_YEAR = timedelta(days=365)


def a_year_later(absences: tuple[Absence, ...]) -> tuple[Absence, ...]:
    return tuple(
        replace(row, first_day=row.first_day + A_YEAR, last_day=row.last_day + A_YEAR)
        for row in absences
    )


@given(histories(), histories(), decisions, policies, parts_of_months, st.booleans())
@settings(max_examples=150)
def test_looking_back_no_longer_than_needed_changes_no_day(
    first: tuple[Absence, ...],
    second: tuple[Absence, ...],
    decided: tuple[Decision, ...],
    policy: Policy,
    asked: Period,
    is_second_year: bool,
) -> None:
    if is_second_year:
        asked = Period(asked.first_day + A_YEAR, asked.last_day + A_YEAR)
    history = (*first, *a_year_later(second))
    facts = absence_facts(*history, person=PERSON, asked=asked, decisions=decided)
    whole, quick = classify(facts, policy), classify_days(facts, policy)
    assert quick.days == tuple(replace(day, steps=()) for day in whole.days)
    assert quick.clarifications == whole.clarifications
    assert quick.policies == whole.policies
