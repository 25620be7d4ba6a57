"""What waits about leave: applications that nobody has begun to decide."""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from app.decisions.leave.queries import LeaveFile
from app.reporting.worklist.tasks import Person, Task, TaskKind


def undecided_leaves(files: Iterable[LeaveFile], people: Mapping[UUID, Person]) -> Iterator[Task]:
    """Yield the applications; the answer is worth most before the leave begins."""
    for file in files:
        application = file.application
        if application.participant_id in people:
            yield Task(
                TaskKind.DECIDE_LEAVE,
                application.first_day,
                people[application.participant_id],
                since=application.received_on,
                application_id=application.id,
            )
