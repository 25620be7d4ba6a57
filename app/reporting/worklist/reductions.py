"""What waits about reductions: notices on their way to a decision."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from app.core.clock import OSLO
from app.decisions.notices.kinds import NoticeStage
from app.decisions.notices.queries import NoticeFile
from app.reporting.worklist.tasks import Person, Task, TaskKind

_STEPS = {
    NoticeStage.DRAFT: TaskKind.FINISH_NOTICE,
    NoticeStage.ISSUED: TaskKind.FINISH_NOTICE,
    NoticeStage.WAITING: TaskKind.AWAIT_REPLY,
    NoticeStage.ANSWERED: TaskKind.DECIDE_REDUCTION,
    NoticeStage.READY: TaskKind.DECIDE_REDUCTION,
}
"""What is next for a notice; a decision that is begun has a task of its own."""


def notified(
    files: Iterable[NoticeFile], people: Mapping[UUID, Person], on: date
) -> Iterator[Task]:
    """Yield what is next for each notice; the last day to reply is the day that counts."""
    for file in files:
        step, who = _STEPS.get(file.stage(on)), file.notice.participant_id
        if step is not None and who in people:
            yield Task(
                step,
                file.notice.reply_by,
                people[who],
                since=file.notice.created_at.astimezone(OSLO).date(),
                notice_id=file.notice.id,
            )
