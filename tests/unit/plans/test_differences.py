"""The difference between versions, in data and in words."""

from dataclasses import fields, replace
from datetime import date

import pytest
from flask import Flask

from app.plans.commands import ElementDetails, PlanDetails
from app.plans.versions.difference import PlacedElement, PlanContent, compare
from app.plans.versions.field_words import ELEMENT_FIELDS, PLAN_FIELDS, SILENT
from app.rules.plan import CefrLevel, ElementKind, NorwegianGoals
from app.rules.programme import EndGoal

FIRST, LAST = date(2026, 9, 14), date(2027, 9, 13)


def placed(position: int, kind: ElementKind, **changes: object) -> PlacedElement:
    plain = ElementDetails(kind, FIRST, LAST, 600)
    return PlacedElement(position, replace(plain, **changes))  # type: ignore[arg-type]


DETAILS = PlanDetails(
    made_on=FIRST,
    end_goal=EndGoal.WORK,
    norwegian_goals=NorwegianGoals(CefrLevel.B1, CefrLevel.B1, CefrLevel.B1, CefrLevel.B2),
    review_due_on=LAST,
)
NORWEGIAN = placed(1, ElementKind.NORWEGIAN_TRAINING)
PRACTICE = placed(2, ElementKind.WORK_PRACTICE, title="Bakeriet")
BEFORE = PlanContent(DETAILS, (NORWEGIAN, PRACTICE))


def test_every_field_of_a_plan_has_its_words() -> None:
    assert {row.name for row in fields(PlanDetails)} == PLAN_FIELDS.keys()
    assert {row.name for row in fields(ElementDetails)} == ELEMENT_FIELDS.keys()
    assert PLAN_FIELDS.keys() | ELEMENT_FIELDS.keys() >= SILENT


def test_an_element_that_was_put_in_again_is_the_same_one() -> None:
    again = placed(3, ElementKind.WORK_PRACTICE, title="Bakeriet", minutes_per_week=900)
    difference = compare(BEFORE, PlanContent(DETAILS, (NORWEGIAN, again)))
    assert (difference.added, difference.removed) == ((), ())
    (change,) = difference.changed
    assert [(each.name, each.before, each.after) for each in change.fields] == [
        ("minutes_per_week", 600, 900)
    ]


def test_another_kind_in_the_same_place_is_another_element() -> None:
    course = placed(2, ElementKind.BRANCH_COURSE)
    difference = compare(BEFORE, PlanContent(DETAILS, (NORWEGIAN, course)))
    assert difference.added == (course,)
    assert difference.removed == (PRACTICE,)
    assert difference.changed == ()


@pytest.mark.parametrize("kept", [1, 2])
def test_of_two_of_a_kind_the_one_that_stayed_is_kept(kept: int) -> None:
    two = {1: placed(1, ElementKind.WORK_PRACTICE), 2: placed(2, ElementKind.WORK_PRACTICE)}
    before = PlanContent(DETAILS, (two[1], two[2]))
    difference = compare(before, PlanContent(DETAILS, (two[kept],)))
    assert difference.removed == (two[3 - kept],)
    assert difference.changed == ()


def test_amounts_read_as_they_are_counted() -> None:
    app = Flask(__name__)
    with app.app_context():
        assert ELEMENT_FIELDS["minutes_per_week"].show(450) == "\u20667,5\u2069"
    assert PLAN_FIELDS["review_due_on"].show(LAST) == "\u206613.09.2027\u2069"
