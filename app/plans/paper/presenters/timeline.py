"""The timeline of a plan on a page: each element as a bar, with its days in digits beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.core.period import Period
from app.i18n.format import short_date
from app.i18n.text import gettext as _
from app.plans.models import IntegrationPlan, PlanElement
from app.plans.paper.timeline import Bar, bar_in, day_in, quarters_of
from app.plans.paper.words import PlanWords


@dataclass(frozen=True, slots=True)
class TimelineLabels:
    """What stands at the marks, in the reader's language."""

    review: str
    end: str
    today: str


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One line of the picture: a bar, or a mark on one day."""

    name: str
    days: str
    bar: Bar | None = None
    mark_x: int | None = None


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The picture, and in words and digits what it shows."""

    quarters: tuple[str, ...]
    lines: tuple[TimelineLine, ...]
    today_x: int | None
    """None: the programme has not begun, or is over."""
    today_label: str
    today: str


def timeline_view(
    plan: IntegrationPlan,
    programme: Period,
    *,
    review_on: date,
    today: date,
    name_of: Callable[[PlanElement], str],
    labels: TimelineLabels,
) -> TimelineView:
    """Return the timeline of a version of a plan, loaded with its elements.

    What lies outside the programme has words but no picture.
    """
    elements = sorted(plan.elements, key=lambda each: (each.first_day, each.position))
    bars = [
        TimelineLine(name_of(each), _days(days), bar=bar_in(days, programme))
        for each, days in ((each, Period(each.first_day, each.last_day)) for each in elements)
    ]
    marks = [
        TimelineLine(label, short_date(day), mark_x=day_in(day, programme))
        for label, day in ((labels.review, review_on), (labels.end, programme.last_day))
    ]
    return TimelineView(
        quarters=tuple(short_date(day) for day in quarters_of(programme)),
        lines=(*bars, *marks),
        today_x=day_in(today, programme),
        today_label=labels.today,
        today=short_date(today),
    )


def page_labels() -> TimelineLabels:
    """Return the labels in the language of the page."""
    return TimelineLabels(
        review=_("Vi ser på planen igjen"), end=_("Programmet slutter"), today=_("I dag")
    )


def labels_in(words: PlanWords) -> TimelineLabels:
    """Return the labels in a language that the pages may not be written in."""
    review, end, today = (words.texts[f"timeline.{key}"] for key in ("review", "end", "today"))
    return TimelineLabels(review, end, today)


def _days(period: Period) -> str:
    return f"{short_date(period.first_day)}–{short_date(period.last_day)}"
