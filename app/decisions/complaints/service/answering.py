"""The municipality's answer to a complaint, with its letter, and what the county governor did."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import Conflict, NotFound
from app.decisions.complaints.commands import AnswerComplaint, SettleComplaint
from app.decisions.complaints.errors import CannotTreatComplaint, ComplaintRefusal
from app.decisions.complaints.kinds import AnswerKind, ComplaintStage, GovernorOutcome
from app.decisions.complaints.letter import Answered, write_answer
from app.decisions.complaints.models import ComplaintAnswer, ComplaintOutcome
from app.decisions.complaints.queries import ComplaintFile, get_complaint
from app.decisions.complaints.service.effect import follow_effect
from app.decisions.complaints.service.records import find, record, timeliness_of
from app.decisions.complaints.timeliness import refusal_of_kind
from app.decisions.content import Letter
from app.decisions.notices.queries import decided_reductions
from app.decisions.notices.service import sender_of
from app.decisions.printable import find_fault
from app.decisions.rendering import RENDER_LETTER
from app.decisions.service.freezing_letters import freeze_letter
from app.decisions.words import letter_words, summary_languages, summary_words
from app.enrolment.queries import Part, get_participant
from app.jobs.service import enqueue
from app.papers import service as papers
from app.papers.queries import get_document
from app.persistence.unique import Taken, add_unique


def answer(
    session: Session, clock: Clock, actor: Actor, command: AnswerComplaint
) -> ComplaintAnswer:
    """Forward, change, annul or dismiss: the letter is frozen, and a job makes it.

    Raises:
        NotFound: there is no such complaint.
        Conflict: somebody else answered at the same moment.
        CannotTreatComplaint: form or time speak against it, or something is missing.
    """
    file = find(session, actor, command.place)
    refusal = _refusal_to_answer(session, actor, file, command, today(clock))
    if refusal is not None:
        raise CannotTreatComplaint(refusal)
    letter = _letter(session, clock, actor, file, command)
    if find_fault(letter.content) is not None:
        raise CannotTreatComplaint(ComplaintRefusal.UNPRINTABLE)
    complaint = file.complaint
    subject = {"complaint_id": str(complaint.id)}
    document = freeze_letter(session, clock, actor, letter, complaint.participant_id, subject)
    given = ComplaintAnswer(
        complaint_id=complaint.id,
        kind=command.kind,
        amount_ore=command.amount_ore,
        reasons=command.reasons,
        form=command.form,
        summary_language=command.summary_language,
        document_id=document.id,
        answered_on=today(clock),
        answered_by=actor.user_id,
        answered_at=clock(),
    )
    try:
        add_unique(session, given)
    except Taken as error:
        raise Conflict from error
    details: dict[str, object] = {"kind": command.kind.value}
    record(session, clock, actor, Action.COMPLAINT_ANSWERED, complaint, details)
    follow_effect(session, clock, actor, complaint, command.reasons)
    return given


def settle(
    session: Session, clock: Clock, actor: Actor, command: SettleComplaint
) -> ComplaintOutcome:
    """Register what the county governor decided.

    Raises:
        NotFound: there is no such complaint.
        Conflict: somebody else registered it at the same moment.
        CannotTreatComplaint: it was not forwarded, or something cannot be right.
    """
    file = find(session, actor, command.place)
    refusal = _refusal_to_settle(file, command, today(clock))
    if refusal is not None:
        raise CannotTreatComplaint(refusal)
    outcome = ComplaintOutcome(
        complaint_id=file.complaint.id,
        outcome=command.outcome,
        amount_ore=command.amount_ore,
        decided_on=command.decided_on,
        received_on=command.received_on,
        note=command.note,
        registered_by=actor.user_id,
        registered_at=clock(),
    )
    try:
        add_unique(session, outcome)
    except Taken as error:
        raise Conflict from error
    details: dict[str, object] = {"outcome": command.outcome.value}
    record(session, clock, actor, Action.COMPLAINT_SETTLED, file.complaint, details)
    follow_effect(session, clock, actor, file.complaint, command.note or command.outcome.value)
    return outcome


def make_letter_again(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, complaint_id: UUID
) -> None:
    """Make the PDF of an answer once more, from what was frozen, where that failed.

    Raises:
        NotFound: there is no such letter.
        Conflict: it is there, or is being made.
    """
    file = get_complaint(session, actor.scope, participant_id, complaint_id)
    if file.answer is None:
        raise NotFound
    papers.try_again(session, file.answer.document_id)
    enqueue(session, clock, RENDER_LETTER, {"document_id": str(file.answer.document_id)})
    details: dict[str, object] = {"letter": "again"}
    record(session, clock, actor, Action.COMPLAINT_ANSWERED, file.complaint, details)


def download(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, complaint_id: UUID
) -> tuple[str, bytes]:
    """Return code and bytes of the answer, and record that a copy was taken.

    Raises:
        NotFound: there is no such letter, or it is not made yet.
    """
    file = get_complaint(session, actor.scope, participant_id, complaint_id)
    if file.answer is None:
        raise NotFound
    document = get_document(session, actor.scope, file.answer.document_id, with_content=True)
    if document.content is None:
        raise NotFound
    papers.note_download(session, clock, actor, document)
    return document.code, document.content


def _letter(
    session: Session, clock: Clock, actor: Actor, file: ComplaintFile, command: AnswerComplaint
) -> Letter:
    person = get_participant(session, actor.scope, file.complaint.participant_id, Part.PERMIT)
    words = letter_words(command.form)
    reductions = decided_reductions(session, [file.decision.id])
    found = timeliness_of(session, actor, file)
    answered = Answered(file, found, command, reductions.get(file.decision.id), words)
    language = command.summary_language
    return Letter(
        content=write_answer(person, answered, sender_of(session, actor, today(clock))),
        words=words,
        summary_words=summary_words(language) if language else None,
        code="",
        made_on=today(clock),
    )


def _refusal_to_answer(
    session: Session, actor: Actor, file: ComplaintFile, command: AnswerComplaint, on: date
) -> ComplaintRefusal | None:
    if file.answer is not None:
        return ComplaintRefusal.ALREADY_ANSWERED
    if not command.reasons:
        return ComplaintRefusal.NO_REASON
    language = command.summary_language
    if language and language not in summary_languages():
        return ComplaintRefusal.UNKNOWN_LANGUAGE
    found = timeliness_of(session, actor, file)
    by_kind = refusal_of_kind(file, found, command.kind, on)
    is_changed = command.kind is AnswerKind.CHANGED
    return by_kind or _refusal_of_amount(file, command.amount_ore, is_changed=is_changed)


def _refusal_to_settle(
    file: ComplaintFile, command: SettleComplaint, on: date
) -> ComplaintRefusal | None:
    if file.stage is not ComplaintStage.FORWARDED or file.answer is None:
        return ComplaintRefusal.NOT_FORWARDED
    if command.received_on > on:
        return ComplaintRefusal.IN_THE_FUTURE
    if command.received_on < command.decided_on:
        return ComplaintRefusal.RECEIVED_BEFORE_HANDED_IN
    if command.decided_on < file.answer.answered_on:
        return ComplaintRefusal.BEFORE_DECISION
    is_changed = command.outcome is GovernorOutcome.CHANGED
    return _refusal_of_amount(file, command.amount_ore, is_changed=is_changed)


def _refusal_of_amount(
    file: ComplaintFile, amount_ore: int | None, *, is_changed: bool
) -> ComplaintRefusal | None:
    before = file.amount_ore
    if not is_changed or before is None:
        return ComplaintRefusal.NO_AMOUNT if amount_ore is not None else None
    if amount_ore is None or not 0 < amount_ore < before:
        return ComplaintRefusal.AMOUNT_NEEDED
    return None
