"""Whatever two versions of a plan say: their difference is empty or turns one into the other."""

from dataclasses import fields
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.plans.commands import ElementDetails, PlanDetails
from app.plans.versions.difference import (
    PlacedElement,
    PlanContent,
    PlanDifference,
    apply,
    compare,
)

DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 31))
DETAILS = st.builds(
    PlanDetails,
    made_on=DAYS,
    review_due_on=DAYS,
    norwegian_hours=st.integers(0, 3),
    social_studies_hours=st.integers(0, 3),
    long_term_goals=st.sampled_from(["", "Baker", "خباز"]),
    reasons=st.sampled_from(["", "Praksis gir norsk."]),
)
ELEMENTS = st.builds(
    ElementDetails,
    first_day=DAYS,
    last_day=DAYS,
    minutes_per_week=st.integers(60, 120),
    title=st.sampled_from(["", "Bakeriet"]),
    provider=st.sampled_from(["", "Fjordvik bakeri"]),
)
PLACED = st.builds(PlacedElement, st.integers(1, 8), ELEMENTS)


@st.composite
def contents(draw: st.DrawFn) -> PlanContent:
    """Return a version whose elements have numbers of their own."""
    placed = draw(st.lists(PLACED, unique_by=lambda each: each.position, max_size=6))
    return PlanContent(draw(DETAILS), tuple(sorted(placed, key=lambda each: each.position)))


@given(contents())
def test_a_version_differs_in_nothing_from_itself(version: PlanContent) -> None:
    assert compare(version, version) == PlanDifference((), (), (), ())
    assert compare(version, version).is_empty


@given(contents(), contents())
def test_the_difference_applied_gives_the_other_version(
    before: PlanContent, after: PlanContent
) -> None:
    difference = compare(before, after)
    assert apply(difference, before) == after
    assert difference.is_empty is (before == after)


@given(contents(), contents())
def test_the_way_back_tells_the_same_fields(before: PlanContent, after: PlanContent) -> None:
    there, back = compare(before, after), compare(after, before)
    assert [(each.name, each.before, each.after) for each in there.fields] == [
        (each.name, each.after, each.before) for each in back.fields
    ]
    assert len(there.added) == len(back.removed)
    assert len(there.changed) == len(back.changed)


@given(contents(), contents())
def test_every_element_is_told_of_once(before: PlanContent, after: PlanContent) -> None:
    difference = compare(before, after)
    kept = [each for each in before.elements if each in after.elements]
    gone = {*difference.removed, *(each.before for each in difference.changed)}
    come = {*difference.added, *(each.after for each in difference.changed)}
    assert gone == set(before.elements) - set(kept)
    assert come == set(after.elements) - set(kept)
    for change in difference.changed:
        assert change.before.details.kind is change.after.details.kind
        assert {each.name for each in change.fields} <= {row.name for row in fields(ElementDetails)}
