"""What became of a notice: sent, arrived, answered, closed."""

from datetime import date

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import OSLO, Clock, today
from app.core.errors import Conflict
from app.core.ids import new_id
from app.decisions.notices.commands import (
    CloseNotice,
    RegisterNoticeArrived,
    RegisterNoticeSent,
    RegisterReply,
)
from app.decisions.notices.errors import (
    CannotFollowNotice,
    FollowRefusal,
)
from app.decisions.notices.kinds import NoticeMove
from app.decisions.notices.models import (
    NoticeClosing,
    NoticeReply,
    NoticeStep,
)
from app.decisions.notices.queries import (
    NoticeFile,
    get_notice,
)
from app.decisions.notices.service.records import record
from app.decisions.states import ARRIVES_AT_ONCE
from app.papers.models import DocumentStatus
from app.persistence.unique import Taken, add_unique
from app.plans.numbering import add_next


def register_sent(
    session: Session, clock: Clock, actor: Actor, command: RegisterNoticeSent
) -> NoticeStep:
    """Register that the letter was sent. What was handed over or alerted has arrived too.

    Raises:
        NotFound: there is no such notice.
        CannotFollowNotice: there is no finished letter, or the day cannot be right.
    """
    file = get_notice(session, actor.scope, command.participant_id, command.notice_id)
    refusal = _refusal_to_send(file, command.sent_on, today(clock))
    if refusal is not None:
        raise CannotFollowNotice(refusal)
    sent = NoticeStep(move=NoticeMove.SENT, way=command.way, day=command.sent_on, note=command.note)
    _add_step(session, clock, actor, file, sent)
    if command.way in ARRIVES_AT_ONCE and file.arrived is None:
        arrived = NoticeStep(move=NoticeMove.ARRIVED, day=command.sent_on, note="")
        _add_step(session, clock, actor, file, arrived)
    return sent


def register_arrived(
    session: Session, clock: Clock, actor: Actor, command: RegisterNoticeArrived
) -> NoticeStep:
    """Register when the letter reached the participant.

    Raises:
        NotFound: there is no such notice.
        CannotFollowNotice: it was not sent, or the day cannot be right.
    """
    file = get_notice(session, actor.scope, command.participant_id, command.notice_id)
    if file.sent is None:
        raise CannotFollowNotice(FollowRefusal.NOT_SENT)
    if command.arrived_on > today(clock):
        raise CannotFollowNotice(FollowRefusal.IN_THE_FUTURE)
    if command.arrived_on < file.sent.day:
        raise CannotFollowNotice(FollowRefusal.BEFORE_SENDING)
    step = NoticeStep(move=NoticeMove.ARRIVED, day=command.arrived_on, note=command.note)
    return _add_step(session, clock, actor, file, step)


def register_reply(
    session: Session, clock: Clock, actor: Actor, command: RegisterReply
) -> NoticeReply:
    """Keep what the participant said, as she said it; late replies are kept too.

    Raises:
        NotFound: there is no such notice.
        CannotFollowNotice: it was not issued, is over, or there are no words.
    """
    file = get_notice(session, actor.scope, command.participant_id, command.notice_id)
    refusal = _refusal_to_reply(file, command, today(clock))
    if refusal is not None:
        raise CannotFollowNotice(refusal)
    notice = file.notice
    reply = add_next(
        session,
        notice.id,
        (NoticeReply.notice_id, NoticeReply.number),
        lambda number: NoticeReply(
            id=new_id(),
            notice_id=notice.id,
            number=number,
            way=command.way,
            told_on=command.told_on,
            language=command.language,
            words=command.words,
            registered_by=actor.user_id,
            registered_at=clock(),
        ),
    )
    way: dict[str, object] = {"way": command.way.value}
    record(session, clock, actor, Action.NOTICE_ANSWERED, notice, way)
    return reply


def close(session: Session, clock: Clock, actor: Actor, command: CloseNotice) -> NoticeClosing:
    """Reduce nothing after all.

    Raises:
        NotFound: there is no such notice.
        CannotFollowNotice: it is a draft or over, or no reason is given.
    """
    file = get_notice(session, actor.scope, command.participant_id, command.notice_id)
    if file.is_draft:
        raise CannotFollowNotice(FollowRefusal.NOT_ISSUED)
    if file.is_over or file.decision is not None:
        raise CannotFollowNotice(FollowRefusal.OVER)
    if not command.reason:
        raise CannotFollowNotice(FollowRefusal.NO_REASON)
    closing = NoticeClosing(
        notice_id=file.notice.id,
        reason=command.reason,
        closed_by=actor.user_id,
        closed_at=clock(),
    )
    try:
        add_unique(session, closing)
    except Taken as error:
        raise Conflict from error
    record(session, clock, actor, Action.NOTICE_CLOSED, file.notice)
    return closing


def _refusal_to_send(file: NoticeFile, sent_on: date, on: date) -> FollowRefusal | None:
    issued_at = file.notice.issued_at
    if file.status is not DocumentStatus.READY or issued_at is None:
        return FollowRefusal.NOT_ISSUED
    if sent_on > on:
        return FollowRefusal.IN_THE_FUTURE
    if sent_on < issued_at.astimezone(OSLO).date():
        return FollowRefusal.BEFORE_ISSUED
    return FollowRefusal.REPLY_DAY_PASSED if sent_on >= file.notice.reply_by else None


def _refusal_to_reply(file: NoticeFile, command: RegisterReply, on: date) -> FollowRefusal | None:
    if file.is_draft or file.status is not DocumentStatus.READY:
        return FollowRefusal.NOT_ISSUED
    if file.is_over:
        return FollowRefusal.OVER
    if command.told_on > on:
        return FollowRefusal.IN_THE_FUTURE
    return None if command.words else FollowRefusal.NO_WORDS


def _add_step(
    session: Session, clock: Clock, actor: Actor, file: NoticeFile, step: NoticeStep
) -> NoticeStep:
    def numbered(number: int) -> NoticeStep:
        step.id, step.notice_id, step.number = new_id(), file.notice.id, number
        step.registered_by, step.registered_at = actor.user_id, clock()
        return step

    add_next(session, file.notice.id, (NoticeStep.notice_id, NoticeStep.number), numbered)
    is_sent = step.move is NoticeMove.SENT
    action = Action.NOTICE_SENT if is_sent else Action.NOTICE_ARRIVED
    record(session, clock, actor, action, file.notice)
    return step
