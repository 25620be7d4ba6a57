"""What waits about leave: applications nobody has begun to decide, and training to offer."""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from app.attendance.leave_training.queries import LeaveToFollow
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


def untrained(leaves: Iterable[LeaveToFollow], people: Mapping[UUID, Person]) -> Iterator[Task]:
    """Yield the parental leaves whose fourth month begins without an offer of training."""
    for leave in leaves:
        if leave.participant_id in people:
            person = people[leave.participant_id]
            yield Task(TaskKind.OFFER_TRAINING, leave.due_on, person, since=leave.days.first_day)
