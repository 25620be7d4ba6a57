"""Training: the order of registration never matters, and leave never shortens it."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.core.period import Period
from app.rules.eligibility import PermitFacts, PermitGround
from app.rules.programme import EducationLevel
from app.rules.training import SocialStudiesHours, TrainingFacts, assess_training

START = date(2026, 3, 2)
FACTS = TrainingFacts(
    assessed_on=date(2026, 11, 22),
    born_on=date(1990, 3, 2),
    permit=PermitFacts(PermitGround.ASYLUM, date(2026, 1, 10)),
    education=EducationLevel.NONE,
    registered_on=date(2026, 2, 2),
    offered_start_on=START,
)


@st.composite
def leaves(draw: st.DrawFn) -> Period:
    first_day = START + timedelta(days=draw(st.integers(-30, 1200)))
    return Period(first_day, first_day + timedelta(days=draw(st.integers(0, 60))))


HOURS = st.builds(
    SocialStudiesHours,
    hours=st.fractions(0, 40, max_denominator=4),
    is_in_reception_centre=st.booleans(),
    is_in_understood_language=st.booleans(),
)


@given(st.data(), st.lists(leaves(), max_size=4), st.lists(HOURS, max_size=4))
def test_the_order_of_registration_never_matters(
    data: st.DataObject, leave: list[Period], hours: list[SocialStudiesHours]
) -> None:
    facts = replace(FACTS, approved_leave=tuple(leave), social_studies=tuple(hours))
    shuffled = replace(
        FACTS,
        approved_leave=tuple(data.draw(st.permutations(leave))),
        social_studies=tuple(data.draw(st.permutations(hours))),
    )
    assert assess_training(facts) == assess_training(shuffled)


@given(st.lists(leaves(), max_size=4), leaves())
def test_more_leave_never_shortens_the_training(leave: list[Period], more: Period) -> None:
    before = assess_training(replace(FACTS, approved_leave=tuple(leave)))
    after = assess_training(replace(FACTS, approved_leave=(*leave, more)))
    assert before.norwegian.last_day is not None
    assert after.norwegian.last_day is not None
    gained = (after.norwegian.last_day - before.norwegian.last_day).days
    assert gained >= 0
    assert after.norwegian.last_day <= after.norwegian.age_limit


@given(st.lists(HOURS, max_size=6))
def test_hours_left_stay_between_none_and_all(hours: list[SocialStudiesHours]) -> None:
    left = assess_training(replace(FACTS, social_studies=tuple(hours))).social_studies.hours_left
    assert left is not None
    assert Fraction(0) <= left <= 75
