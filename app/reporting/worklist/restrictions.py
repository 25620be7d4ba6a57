"""What waits about restrictions: a new look at them, and a programme that goes on."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from uuid import UUID

from app.attendance.restrictions.kinds import RestrictionKind
from app.attendance.restrictions.models import Restriction, RestrictionReview
from app.core.period import ONE_DAY
from app.decisions.interventions.presenters import review_due_on
from app.reporting.worklist.tasks import Person, Task, TaskKind

AHEAD = timedelta(days=14)
"""How long before the programme goes on it is shown."""
REVIEW_AHEAD = timedelta(days=30)


def restricted(
    rows: Iterable[Restriction],
    reviews: Mapping[UUID, RestrictionReview],
    people: Mapping[UUID, Person],
    on: date,
) -> Iterator[Task]:
    """Yield what must be looked at anew, and which stops are over soon."""
    for row in rows:
        if row.participant_id not in people:
            continue
        person = people[row.participant_id]
        review = reviews.get(row.id)
        due_on = review_due_on(row, review.reviewed_on if review else None)
        if due_on is not None and due_on <= on + REVIEW_AHEAD:
            yield Task(TaskKind.REVIEW_RESTRICTION, due_on, person, since=row.first_day)
        is_stop = row.kind is RestrictionKind.SUSPENSION
        if is_stop and row.last_day is not None and row.last_day <= on + AHEAD:
            goes_on = row.last_day + ONE_DAY
            yield Task(TaskKind.RESUME_PROGRAMME, goes_on, person, since=row.first_day)
