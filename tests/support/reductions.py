"""A decision that takes something from a payment, as it comes about: notice, reply, decision."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.core.actor import Actor
from app.core.clock import Clock, today
from app.decisions import service as decisions
from app.decisions.commands import ChangeDraft, DraftDetails, RegisterSending
from app.decisions.models import AdministrativeDecision
from app.decisions.notices import service as notices
from app.decisions.notices.models import AdvanceNotice
from app.decisions.states import SendingWay
from app.papers import service as papers
from app.rules.law import InstallationDates
from tests.support.decisions import LETTER, place_of
from tests.support.notices import answer_notice, issue_notice, send_notice, write_notice


def decide_reduction(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, run_id: UUID
) -> AdministrativeDecision:
    """Notify, hear and decide about the reduction of a payment, and hand the decision over."""
    notice = write_notice(session, clock, actor, participant_id, run_id)
    return decide_notified(session, clock, actor, notice)


def decide_notified(
    session: Session, clock: Clock, actor: Actor, notice: AdvanceNotice
) -> AdministrativeDecision:
    """Send a notice, hear the participant, decide, and hand the decision over."""
    issue_notice(session, clock, actor, notice)
    send_notice(session, clock, actor, notice)
    answer_notice(session, clock, actor, notice, "Jeg var hos legen.")
    draft = notices.begin_decision(session, clock, actor, notice.participant_id, notice.id)
    details = DraftDetails(draft.form, "ar", None, "Timen er ikke vist.")
    change = ChangeDraft(place_of(draft), details)
    draft = decisions.change_draft(session, clock, actor, change)
    issued = decisions.issue_decision(session, clock, actor, InstallationDates(), place_of(draft))
    assert issued.document_id is not None
    papers.store_content(session, clock, issued.document_id, LETTER)
    sending = RegisterSending(
        issued.participant_id, issued.id, SendingWay.HANDED_OVER, today(clock)
    )
    decisions.register_sending(session, clock, actor, sending)
    return issued
