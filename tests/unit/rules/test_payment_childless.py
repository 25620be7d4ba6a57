"""Which child ends the rate of a childless couple, by the municipality's reading."""

from datetime import date
from fractions import Fraction

import pytest

from app.rules.absence import ChildFacts
from app.rules.benefit import LivingPeriod
from app.rules.benefit.childless import days_that_change, has_child
from app.rules.policy import (
    ChildlessMeans,
    Policy,
    PolicyKey,
    RateChanges,
    Under25InChildlessCouple,
)
from tests.support.payment_rules import living, pay
from tests.support.rule_facts import day, participant

COUPLE = living(is_partner_in_programme=True)
GROWN = ChildFacts(day("2008-06-11"))
AWAY = ChildFacts(day("2019-04-01"), lives_elsewhere=True)
GROWN_AT_HOME = ChildFacts(day("2000-01-01"))


@pytest.mark.parametrize(
    ("child", "means", "fractions"),
    [
        (GROWN, ChildlessMeans.ANY_CHILD, ["1"]),
        (GROWN, ChildlessMeans.CHILD_UNDER_18, ["1", "5/6"]),
        (GROWN, ChildlessMeans.CHILD_IN_HOUSEHOLD, ["1"]),
        (AWAY, ChildlessMeans.ANY_CHILD, ["1"]),
        (AWAY, ChildlessMeans.CHILD_UNDER_18, ["1"]),
        (AWAY, ChildlessMeans.CHILD_IN_HOUSEHOLD, ["5/6"]),
        (GROWN_AT_HOME, ChildlessMeans.CHILD_UNDER_18, ["5/6"]),
        (GROWN_AT_HOME, ChildlessMeans.CHILD_IN_HOUSEHOLD, ["1"]),
    ],
)
def test_which_child_ends_the_couple_rate_is_the_municipalitys_reading(
    child: ChildFacts, means: ChildlessMeans, fractions: list[str]
) -> None:
    person = participant(children=[child])
    answer = pay(person=person, living=COUPLE, policy=Policy(childless_means=means))
    assert [row.fraction for row in answer.segments] == [Fraction(text) for text in fractions]
    assert PolicyKey.CHILDLESS_MEANS in answer.policies


def test_a_child_turns_18_on_the_day() -> None:
    policy = Policy(childless_means=ChildlessMeans.CHILD_UNDER_18)
    answer = pay(person=participant(children=[GROWN]), living=COUPLE, policy=policy)
    assert answer.segments[1].period.first_day == date(2026, 6, 11)


@pytest.mark.parametrize("means", ChildlessMeans)
def test_a_small_child_at_home_settles_the_matter(means: ChildlessMeans) -> None:
    person = participant(children=["2019-04-01"])
    answer = pay(person=person, living=COUPLE, policy=Policy(childless_means=means))
    assert (answer.segments[0].fraction, answer.policies) == (1, ())


@pytest.mark.parametrize(
    ("rows", "start"),
    [
        (living(), "2025-09-01"),
        (living(is_partner_in_programme=True, has_children=True), "2025-09-01"),
        (COUPLE, "2024-06-30"),
    ],
)
def test_the_reading_is_named_only_where_a_couple_rate_is_possible(
    rows: tuple[LivingPeriod, ...], start: str
) -> None:
    person = participant(start, children=[AWAY])
    assert pay(person=person, living=rows).policies == ()


@pytest.mark.parametrize(
    ("choice", "is_named"),
    [
        (Under25InChildlessCouple.ASK, True),
        (Under25InChildlessCouple.TWO_THIRDS, False),
        (Under25InChildlessCouple.FIVE_SIXTHS, True),
    ],
)
def test_the_reading_matters_to_the_young_where_it_changes_rate_or_doubt(
    choice: Under25InChildlessCouple, is_named: bool
) -> None:
    policy = Policy(under_25_in_childless_couple=choice)
    person = participant(children=[AWAY])
    answer = pay(born="2004-01-01", person=person, living=COUPLE, policy=policy)
    assert (PolicyKey.CHILDLESS_MEANS in answer.policies) is is_named


@pytest.mark.parametrize(
    "child",
    [
        ChildFacts(day("2026-06-11")),
        ChildFacts(day("2019-04-01"), adopted_on=day("2026-06-11")),
    ],
)
def test_a_newborn_or_adopted_child_ends_the_couple_rate_on_the_day(child: ChildFacts) -> None:
    answer = pay(person=participant(children=[child]), living=COUPLE)
    assert [segment.period.first_day.day for segment in answer.segments] == [1, 11]
    assert [segment.fraction for segment in answer.segments] == [Fraction(5, 6), 1]


def test_the_reading_is_asked_for_the_day_that_decides() -> None:
    """A child turns 18 on 11 June: from the next month, June has one rate by every reading."""
    person = participant(children=[GROWN])
    policy = Policy(rate_changes=RateChanges.NEXT_MONTH)
    assert pay(person=person, living=COUPLE, policy=policy).policies == ()


def test_every_day_that_can_change_the_answer_is_named() -> None:
    child = ChildFacts(day("2010-03-04"), adopted_on=day("2012-05-06"))
    assert set(days_that_change([child])) == {date(2012, 5, 6), date(2028, 3, 4)}


def test_a_child_known_by_other_knowledge_always_counts() -> None:
    (row,) = living(has_children=True)
    assert all(has_child(row, (), date(2026, 6, 1), means) for means in ChildlessMeans)


def test_a_child_of_a_participant_who_starts_next_month_is_no_matter() -> None:
    person = participant("2026-07-01", ["2019-04-01"])
    assert pay(person=person, living=COUPLE).policies == ()
