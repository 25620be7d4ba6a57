"""Writing a notice and its letter, and finishing it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality, user_names
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import NotFound
from app.core.ids import new_id
from app.core.period import Period
from app.decisions.content import Letter, LetterContent
from app.decisions.freezing import thaw
from app.decisions.interventions.assessment import content_of, refusal_of
from app.decisions.interventions.letter import write_notice_of
from app.decisions.notices.commands import (
    ChangeNotice,
    NoticeDetails,
    NoticePlace,
    WriteNotice,
)
from app.decisions.notices.errors import (
    CannotWriteNotice,
    WriteRefusal,
)
from app.decisions.notices.kinds import NoticeState
from app.decisions.notices.letter import write_notice
from app.decisions.notices.models import (
    AdvanceNotice,
)
from app.decisions.notices.queries import (
    NoticeFile,
    get_notice,
    list_notices,
    list_reduction_notices,
)
from app.decisions.notices.service.records import get_draft, get_reduced, payment_of, record
from app.decisions.other_letters import Sender
from app.decisions.printable import find_fault
from app.decisions.reductions import to_plain
from app.decisions.rendering import RENDER_LETTER
from app.decisions.service.drafting import form_for, summary_language_for
from app.decisions.service.freezing_letters import freeze_letter
from app.decisions.words import letter_words, summary_languages, summary_words
from app.enrolment.models import Participant
from app.enrolment.queries import Part, get_participant
from app.jobs.service import enqueue
from app.papers import service as papers
from app.papers.models import IssuedDocument
from app.papers.queries import get_document
from app.persistence.unique import Taken, add_unique
from app.rules.decision import response_deadline
from app.sources.public_holidays import public_holidays

USUAL_DAYS = 14
"""What a new notice proposes; the municipality chooses (forvaltningsloven § 16)."""
SHORTEST = timedelta(days=3)
"""Nobody can answer a letter sooner."""


def usual_reply_day(on: date) -> date:
    """Return the last day to reply that a notice proposes."""
    return response_deadline(on, USUAL_DAYS, public_holidays(on.year, on.year + 1)).last_day


def first_details(session: Session, actor: Actor, person: Participant, on: date) -> NoticeDetails:
    """Return what a new notice proposes."""
    municipality = get_municipality(session, actor.scope)
    form = form_for(person, municipality.language_form)
    return NoticeDetails(form, summary_language_for(person), usual_reply_day(on), "")


def write(session: Session, clock: Clock, actor: Actor, command: WriteNotice) -> AdvanceNotice:
    """Begin a notice.

    Raises:
        NotFound: no such participant, or no reduction in that month.
        CannotWriteNotice: another notice is open, or something in it cannot be right.
    """
    who, scope = command.participant_id, actor.scope
    get_participant(session, scope, who)
    payment = get_reduced(session, actor, who, command.run_id)
    period = payment.reduction.period
    for file in list_reduction_notices(session, scope, who):
        if file.reduction.period == period and not file.is_over:
            raise CannotWriteNotice(WriteRefusal.ALREADY_NOTIFIED)
    details = command.details
    return add_notice(session, clock, actor, who, period, details, to_plain(payment.reduction))


def add_notice(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant_id: UUID,
    days: Period | date,
    details: NoticeDetails,
    reduction: dict[str, Any] | None = None,
) -> AdvanceNotice:
    """Add the draft of a notice. `days`: what it is about; a date: from then on.

    Raises:
        CannotWriteNotice: another one was begun at the same moment, or something cannot be right.
    """
    _check(details, today(clock))
    first_day = days if isinstance(days, date) else days.first_day
    notices = list_notices(session, actor.scope, participant_id)
    notice = AdvanceNotice(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        participant_id=participant_id,
        first_day=first_day,
        last_day=None if isinstance(days, date) else days.last_day,
        number=1 + sum(each.notice.first_day == first_day for each in notices),
        state=NoticeState.DRAFT,
        form=details.form,
        summary_language=details.summary_language,
        reply_by=details.reply_by,
        reasons=details.reasons,
        reduction=reduction,
        created_by=actor.user_id,
        created_at=clock(),
    )
    try:
        add_unique(session, notice)
    except Taken as error:
        raise CannotWriteNotice(WriteRefusal.ALREADY_NOTIFIED) from error
    record(session, clock, actor, Action.NOTICE_WRITTEN, notice)
    return notice


def change(session: Session, clock: Clock, actor: Actor, command: ChangeNotice) -> AdvanceNotice:
    """Save a draft about a payment, with the amounts that the payment has now.

    Raises:
        NotFound: there is no such notice.
        Conflict: it was issued or saved since.
        CannotWriteNotice: something in it cannot be right.
    """
    notice = get_draft(session, actor, command.place).notice
    payment = payment_of(session, actor, notice)
    if payment is None:
        raise CannotWriteNotice(WriteRefusal.NOTHING_REDUCED)
    notice.reduction = to_plain(payment.reduction)
    return save_details(session, clock, actor, notice, command.details)


def save_details(
    session: Session, clock: Clock, actor: Actor, notice: AdvanceNotice, details: NoticeDetails
) -> AdvanceNotice:
    """Save what the caseworker says in a draft.

    Raises:
        CannotWriteNotice: something in it cannot be right.
    """
    _check(details, today(clock))
    notice.form, notice.summary_language = details.form, details.summary_language
    notice.reply_by, notice.reasons = details.reply_by, details.reasons
    session.flush()
    record(session, clock, actor, Action.NOTICE_CHANGED, notice)
    return notice


def discard(session: Session, clock: Clock, actor: Actor, place: NoticePlace) -> None:
    """Throw a draft away.

    Raises:
        NotFound: there is no such notice.
        Conflict: it was issued or saved since.
    """
    notice = get_draft(session, actor, place).notice
    record(session, clock, actor, Action.NOTICE_DISCARDED, notice)
    session.delete(notice)
    session.flush()


def read_letter(
    session: Session, clock: Clock, actor: Actor, person: Participant, file: NoticeFile
) -> Letter:
    """Return the letter: as it was frozen, or of a draft as it would be."""
    notice = file.notice
    if notice.document_id is not None:
        document = session.get_one(IssuedDocument, notice.document_id)
        return thaw(document.model, document.code, document.issued_on)
    language = notice.summary_language
    sender = sender_of(session, actor, today(clock))
    return Letter(
        content=_content(person, file, sender),
        words=letter_words(notice.form),
        summary_words=summary_words(language) if language else None,
        code="",
        made_on=today(clock),
    )


def _content(person: Participant, file: NoticeFile, sender: Sender) -> LetterContent:
    notice = file.notice
    if file.intervention is None:
        return write_notice(person, file.reduction, notice.reply_by, notice.reasons, sender)
    return write_notice_of(person, file.intervention, notice.reply_by, notice.reasons, sender)


def sender_of(session: Session, actor: Actor, on: date) -> Sender:
    """Return who answers for a letter of today."""
    municipality = get_municipality(session, actor.scope)
    name = user_names(session, actor.scope)[actor.user_id]
    return Sender(municipality.name, municipality.contact, name, on)


def issue(session: Session, clock: Clock, actor: Actor, place: NoticePlace) -> AdvanceNotice:
    """Finish the notice: its letter is frozen as it is now, and a job makes it.

    Raises:
        NotFound: there is no such notice.
        Conflict: it was issued or saved since.
        CannotWriteNotice: something is missing, or the payment is another one now.
    """
    file = get_draft(session, actor, place)
    refusal = refusal_to_issue(session, clock, actor, file)
    if refusal is not None:
        raise CannotWriteNotice(refusal)
    notice = file.notice
    person = get_participant(session, actor.scope, place.participant_id, Part.PERMIT)
    letter = read_letter(session, clock, actor, person, file)
    if find_fault(letter.content) is not None:
        raise CannotWriteNotice(WriteRefusal.UNPRINTABLE)
    subject = {"notice_id": str(notice.id)}
    document = freeze_letter(session, clock, actor, letter, notice.participant_id, subject)
    notice.state, notice.document_id = NoticeState.ISSUED, document.id
    notice.issued_by, notice.issued_at = actor.user_id, clock()
    session.flush()
    record(session, clock, actor, Action.NOTICE_ISSUED, notice)
    return notice


def refusal_to_issue(
    session: Session, clock: Clock, actor: Actor, file: NoticeFile
) -> WriteRefusal | None:
    """Return why the draft cannot be issued as it stands, or None."""
    refused = _refusal_of_matter(session, clock, actor, file)
    if refused is not None:
        return refused
    if file.notice.reply_by < today(clock) + SHORTEST:
        return WriteRefusal.REPLY_TOO_SOON
    return None if file.notice.reasons else WriteRefusal.NO_REASONS


def _refusal_of_matter(
    session: Session, clock: Clock, actor: Actor, file: NoticeFile
) -> WriteRefusal | None:
    """Return why what the notice is about is not so any more, or None."""
    notice = file.notice
    if file.intervention is not None:
        content, who = content_of(file.intervention), notice.participant_id
        refused = refusal_of(session, actor, who, content, notice.reply_by, today(clock))
        return WriteRefusal.NOT_POSSIBLE if refused else None
    payment = payment_of(session, actor, notice)
    if payment is None:
        return WriteRefusal.NOTHING_REDUCED
    return None if payment.reduction == file.reduction else WriteRefusal.PAYMENT_CHANGED


def make_letter_again(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, notice_id: UUID
) -> None:
    """Make the PDF once more, from what was frozen, where that failed.

    Raises:
        NotFound: there is no such letter.
        Conflict: it is there, or is being made.
    """
    notice = get_notice(session, actor.scope, participant_id, notice_id).notice
    if notice.document_id is None:
        raise NotFound
    papers.try_again(session, notice.document_id)
    enqueue(session, clock, RENDER_LETTER, {"document_id": str(notice.document_id)})
    record(session, clock, actor, Action.NOTICE_LETTER_MADE_AGAIN, notice)


def download(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, notice_id: UUID
) -> tuple[str, bytes]:
    """Return code and bytes of the letter, and record that a copy was taken.

    Raises:
        NotFound: there is no such letter, or it is not made yet.
    """
    notice = get_notice(session, actor.scope, participant_id, notice_id).notice
    if notice.document_id is None:
        raise NotFound
    document = get_document(session, actor.scope, notice.document_id, with_content=True)
    if document.content is None:
        raise NotFound
    papers.note_download(session, clock, actor, document)
    return document.code, document.content


def _check(details: NoticeDetails, on: date) -> None:
    language = details.summary_language
    if language and language not in summary_languages():
        raise CannotWriteNotice(WriteRefusal.UNKNOWN_LANGUAGE)
    if details.reply_by < on + SHORTEST:
        raise CannotWriteNotice(WriteRefusal.REPLY_TOO_SOON)
