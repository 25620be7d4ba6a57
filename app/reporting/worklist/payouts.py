"""What waits after the payment file: payments that the payroll system rejected."""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from app.benefit.receipts.queries import StoppedPayment
from app.core.period import Period
from app.reporting.worklist.tasks import Person, Task, TaskKind


def stopped_payments(
    stopped: Iterable[StoppedPayment], people: Mapping[UUID, Person]
) -> Iterator[Task]:
    """Yield the rejected payments; somebody waits for the money, so there is no later day."""
    for each in stopped:
        if each.participant_id in people:
            yield Task(
                TaskKind.SETTLE_STOPPED,
                person=people[each.participant_id],
                month=Period(each.first_day, each.last_day),
                run_id=each.run_id,
            )
