"""What waits about reductions: notices on their way to a decision, and complaints."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from app.core.clock import OSLO
from app.decisions.complaints.kinds import ComplaintStage
from app.decisions.complaints.queries import ComplaintFile
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
_COMPLAINT_STEPS = {
    ComplaintStage.RECEIVED: TaskKind.CHECK_COMPLAINT,
    ComplaintStage.TO_MEND: TaskKind.CHECK_COMPLAINT,
    ComplaintStage.CHECKED: TaskKind.ANSWER_COMPLAINT,
    ComplaintStage.FORWARDED: TaskKind.AWAIT_GOVERNOR,
}


def notified(
    files: Iterable[NoticeFile], people: Mapping[UUID, Person], on: date
) -> Iterator[Task]:
    """Yield what is next for each notice; the last day to reply is the day that counts."""
    for file in files:
        step, who = _STEPS.get(file.stage(on)), file.notice.participant_id
        if step is TaskKind.DECIDE_REDUCTION and file.intervention is not None:
            step = TaskKind.DECIDE_INTERVENTION
        if step is not None and who in people:
            yield Task(
                step,
                file.notice.reply_by,
                people[who],
                since=file.notice.created_at.astimezone(OSLO).date(),
                notice_id=file.notice.id,
            )


def complained(files: Iterable[ComplaintFile], people: Mapping[UUID, Person]) -> Iterator[Task]:
    """Yield what is next for each complaint; the law sets no day, only that to mend something."""
    for file in files:
        step, complaint = _COMPLAINT_STEPS.get(file.stage), file.complaint
        if file.answer is not None and file.sent is None:
            step = TaskKind.SEND_ANSWER
        if step is not None and complaint.participant_id in people:
            yield Task(
                step,
                file.check.mend_by if file.check and not file.answer else None,
                people[complaint.participant_id],
                since=file.answer.answered_on if file.answer else complaint.received_on,
                complaint_id=complaint.id,
            )


def untold_reductions(
    untold: Iterable[tuple[UUID, UUID, date | None]], people: Mapping[UUID, Person]
) -> Iterator[Task]:
    """Yield the decided reductions after which nobody has told of social assistance."""
    for who, decision_id, decided_on in untold:
        if who in people:
            yield Task(
                TaskKind.TELL_SOCIAL_ASSISTANCE,
                person=people[who],
                since=decided_on,
                decision_id=decision_id,
            )
