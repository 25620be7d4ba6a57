"""Strategies (Hypothesis) for what the rules are asked: histories, policies and payments."""

from dataclasses import fields
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from app.core.period import Period
from app.rules.absence import (
    Absence,
    AbsenceReason,
    ChildFacts,
    Decision,
    DecisionKind,
    ParticipantFacts,
)
from app.rules.benefit import (
    LivingPeriod,
    OtherBenefit,
    OtherBenefitKind,
    OtherFacts,
    OwnMeans,
    PaymentFacts,
    Policy,
    ProgrammeWork,
)
from tests.support.rule_facts import SCHEDULE

START = date(2026, 1, 5)
LAST_ABSENCE = date(2026, 7, 31)
PERSON = ParticipantFacts(
    START,
    (
        ChildFacts(date(2025, 11, 1)),
        ChildFacts(date(2018, 1, 1), is_chronically_ill=True),
        ChildFacts(date(2008, 3, 20), lives_elsewhere=True),
    ),
)
LIVING = (
    LivingPeriod(START, lives_with_parents=True),
    LivingPeriod(date(2026, 3, 10), is_partner_in_programme=True),
    LivingPeriod(date(2026, 5, 20)),
)


def _choices(default: Any) -> st.SearchStrategy[Any]:
    return st.booleans() if isinstance(default, bool) else st.sampled_from(type(default))


policies = st.builds(
    Policy, **{row.name: _choices(getattr(Policy(), row.name)) for row in fields(Policy)}
)
"""Every setting of the municipality, each with any of its values."""

months = st.integers(1, 6).map(
    lambda month: Period(date(2026, month, 1), date(2026, month + 1, 1) - timedelta(days=1))
)
parts_of_months = st.builds(
    lambda first, length: Period(first, first + timedelta(days=length)),
    st.dates(START, date(2026, 6, 1)),
    st.integers(0, 40),
)
hours = st.none() | st.integers(1, 15).map(lambda halves: Fraction(halves, 2))
days = st.dates(START, date(2026, 6, 30))


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
                child=draw(st.none() | st.integers(0, len(PERSON.children) - 1)),
            )
        )
        day = last_day
    return tuple(rows)


decisions = st.lists(
    st.builds(Decision, st.sampled_from(DecisionKind), days, st.none() | st.just(LAST_ABSENCE)),
    max_size=3,
).map(tuple)

kroner = st.integers(0, 800_000).map(lambda ore: Fraction(ore, 100))
others = st.builds(
    OtherFacts,
    recovery=st.integers(0, 30_000).map(Fraction),
    coordinated_benefits=kroner,
    transitional_benefit_year=st.integers(0, 800_000).map(Fraction),
    programme_work=st.builds(
        ProgrammeWork,
        hours=st.integers(0, 150).map(Fraction),
        wage=st.integers(0, 30_000).map(Fraction),
    ),
    benefits=st.lists(
        st.builds(
            OtherBenefit, st.sampled_from(OtherBenefitKind), kroner, st.none() | st.booleans()
        ),
        max_size=3,
    ).map(tuple),
    own_means=st.lists(st.sampled_from(OwnMeans), max_size=3).map(tuple),
)
no_others = st.just(OtherFacts())


def facts(
    absences: tuple[Absence, ...], asked: Period, other: OtherFacts | None = None, **more: Any
) -> PaymentFacts:
    return PaymentFacts(
        born_on=date(2001, 4, 20),
        participant=more.pop("participant", PERSON),
        living=more.pop("living", LIVING),
        schedule=SCHEDULE,
        period=asked,
        absences=absences,
        other=other or OtherFacts(),
        **more,
    )
