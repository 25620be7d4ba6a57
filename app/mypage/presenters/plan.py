"""The plan as she reads it: the caseworker's own view, and a bar for when each element is."""

from dataclasses import dataclass
from datetime import date

from app.core.period import Period
from app.plans.models import IntegrationPlan
from app.plans.plan_view import ElementView, PlanView, plan_view
from app.plans.reading import PlanCase, next_review_on, programme_period

WIDTH = 1000
"""Width of a timeline, in its own units."""


@dataclass(frozen=True, slots=True)
class ElementRow:
    """An element, and where it lies in the programme."""

    element: ElementView
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class OwnPlanView:
    """The whole page."""

    plan: PlanView
    rows: tuple[ElementRow, ...]
    today_x: int | None
    """None: the programme has not begun, or is over."""


def own_plan_view(case: PlanCase, plan: IntegrationPlan, today: date) -> OwnPlanView:
    """Return the plan that holds now, in the reader's language."""
    programme = programme_period(case, plan)
    view = plan_view(plan, programme, next_review_on(case, plan), case.reviews)
    periods = {str(each.id): Period(each.first_day, each.last_day) for each in plan.elements}
    rows = []
    for element in view.elements:
        x, width = bar_in(periods[element.id], programme)
        rows.append(ElementRow(element, x, width))
    is_running = today in programme
    return OwnPlanView(
        view, tuple(rows), bar_in(Period(today, today), programme)[0] if is_running else None
    )


def bar_in(part: Period, whole: Period) -> tuple[int, int]:
    """Return where the part begins in the whole and how wide it is, in units of the timeline."""
    shared = part.intersection(whole)
    if shared is None:
        return 0, 0
    begins = (shared.first_day - whole.first_day).days
    x = begins * WIDTH // len(whole)
    end = (begins + len(shared)) * WIDTH // len(whole)
    return x, max(end - x, 1)
