"""Where the parts and days of a programme lie on its timeline, and what stands beside them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.period import Period
from app.plans.models import IntegrationPlan, PlanElement
from app.plans.paper.presenters.timeline import TimelineLabels, labels_in, timeline_view
from app.plans.paper.timeline import WIDTH, Bar, bar_in, day_in, quarters_of
from app.plans.paper.words import plan_words
from app.rules.plan import ElementKind

PROGRAMME = Period(date(2026, 9, 14), date(2027, 9, 13))
LABELS = TimelineLabels(review="Vurdering", end="Slutt", today="I dag")
days_of_programme = st.integers(0, len(PROGRAMME) - 1)


def day(number: int) -> date:
    return PROGRAMME.first_day + timedelta(days=number)


def test_the_whole_programme_fills_the_line() -> None:
    assert bar_in(PROGRAMME, PROGRAMME) == Bar(0, WIDTH)


def test_what_lies_outside_is_not_drawn() -> None:
    assert bar_in(Period(date(2028, 1, 1), date(2028, 2, 1)), PROGRAMME) == Bar(0, 0)
    assert day_in(PROGRAMME.first_day - timedelta(days=1), PROGRAMME) is None
    assert day_in(PROGRAMME.last_day + timedelta(days=1), PROGRAMME) is None


@given(days_of_programme, st.integers(0, 400))
def test_a_bar_is_seen_and_stays_within_the_line(begins: int, length: int) -> None:
    bar = bar_in(Period(day(begins), day(begins + length)), PROGRAMME)
    assert bar.x >= 0
    assert bar.width >= 1
    assert bar.x + bar.width <= WIDTH


@given(st.integers(1, 363))
def test_parts_that_follow_each_other_meet(days: int) -> None:
    before = bar_in(Period(PROGRAMME.first_day, day(days - 1)), PROGRAMME)
    after = bar_in(Period(day(days), PROGRAMME.last_day), PROGRAMME)
    assert before.x + before.width == after.x
    assert before.width + after.width == WIDTH


@given(days_of_programme, days_of_programme)
def test_days_keep_their_order_and_lie_in_the_bar_that_holds_them(one: int, other: int) -> None:
    first, last = sorted((one, other))
    first_x, last_x = day_in(day(first), PROGRAMME), day_in(day(last), PROGRAMME)
    assert first_x is not None
    assert last_x is not None
    assert first_x <= last_x
    bar = bar_in(Period(day(first), day(last)), PROGRAMME)
    assert bar.x <= first_x
    assert last_x <= bar.x + bar.width


def test_quarters_begin_where_the_line_is_divided() -> None:
    two_years = Period(date(2026, 9, 14), date(2028, 9, 13))
    assert quarters_of(two_years) == (
        date(2026, 9, 14),
        date(2027, 3, 15),
        date(2027, 9, 14),
        date(2028, 3, 15),
    )


def test_a_page_names_every_element_in_order_with_its_days() -> None:
    plan = IntegrationPlan(
        elements=[
            element(ElementKind.WORK_PRACTICE, date(2027, 1, 4), date(2027, 6, 30), 1),
            element(ElementKind.SOCIAL_STUDIES, date(2026, 9, 14), date(2026, 12, 18), 2),
            element(ElementKind.NORWEGIAN_TRAINING, date(2026, 9, 14), date(2027, 9, 13), 0),
        ]
    )
    view = timeline_view(
        plan,
        PROGRAMME,
        review_on=date(2027, 3, 1),
        today=date(2026, 11, 23),
        name_of=lambda each: each.kind.value,
        labels=LABELS,
    )
    assert [(line.name, line.days) for line in view.lines] == [
        ("norwegian_training", "14.09.2026–13.09.2027"),
        ("social_studies", "14.09.2026–18.12.2026"),
        ("work_practice", "04.01.2027–30.06.2027"),
        ("Vurdering", "01.03.2027"),
        ("Slutt", "13.09.2027"),
    ]
    assert [line.bar is None for line in view.lines] == [False, False, False, True, True]
    assert view.today_x == day_in(date(2026, 11, 23), PROGRAMME)
    assert (view.today_label, view.today) == ("I dag", "23.11.2026")


def test_labels_come_in_a_language_that_no_page_is_in() -> None:
    assert labels_in(plan_words("nb")) == TimelineLabels(
        review="Vi ser på planen igjen", end="Programmet slutter", today="I dag"
    )


def element(kind: ElementKind, first_day: date, last_day: date, position: int) -> PlanElement:
    return PlanElement(kind=kind, first_day=first_day, last_day=last_day, position=position)
