"""Advance notices of reductions: written, sent and answered through the services."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.models import LanguageForm
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.decisions.notices import service
from app.decisions.notices.commands import (
    NoticeDetails,
    NoticePlace,
    RegisterNoticeSent,
    RegisterReply,
    WriteNotice,
)
from app.decisions.notices.kinds import ReplyWay
from app.decisions.notices.models import AdvanceNotice, NoticeReply
from app.decisions.states import SendingWay
from app.papers import service as papers
from app.pdf.page_boxes import Typeset

LETTER = Typeset(b"%PDF-1.7 the notice, not opened", 1, ())
REPLY_BY = date(2026, 12, 8)
REASONS = "Vi vet ikke hvorfor du var borte. Fortell oss det, så kan fraværet bli gyldig."


def write_notice(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant_id: UUID,
    run_id: UUID,
    language: str = "ar",
) -> AdvanceNotice:
    """Write a notice that can be finished."""
    details = NoticeDetails(LanguageForm.NB, language, REPLY_BY, REASONS)
    return service.write(session, clock, actor, WriteNotice(participant_id, run_id, details))


def issue_notice(
    session: Session, clock: Clock, actor: Actor, notice: AdvanceNotice
) -> AdvanceNotice:
    """Finish a notice, and have its letter."""
    place = NoticePlace(notice.participant_id, notice.id, notice.row_version)
    issued = service.issue(session, clock, actor, place)
    assert issued.document_id is not None
    papers.store_content(session, clock, issued.document_id, LETTER)
    return issued


def send_notice(session: Session, clock: Clock, actor: Actor, notice: AdvanceNotice) -> None:
    """Hand the letter over today."""
    command = RegisterNoticeSent(
        notice.participant_id, notice.id, SendingWay.HANDED_OVER, today(clock)
    )
    service.register_sent(session, clock, actor, command)


def answer_notice(
    session: Session, clock: Clock, actor: Actor, notice: AdvanceNotice, words: str
) -> NoticeReply:
    """Register what the participant said today."""
    command = RegisterReply(
        notice.participant_id, notice.id, ReplyWay.TALK, today(clock), "ar", words
    )
    return service.register_reply(session, clock, actor, command)
