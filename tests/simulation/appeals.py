"""Decisions on reductions, complaints about them, and what becomes of the complaints."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.accounts.models import LanguageForm
from app.benefit.models import Payment
from app.core.clock import Clock, today
from app.decisions import service as decisions
from app.decisions.commands import ChangeDraft, DraftDetails, Place, RegisterSending
from app.decisions.complaints import service as complaints
from app.decisions.complaints.commands import SettleComplaint, SuspendDecision
from app.decisions.complaints.kinds import AnswerKind, GovernorOutcome
from app.decisions.complaints.models import Complaint
from app.decisions.notices import service as notices
from app.decisions.notices.commands import NoticeDetails, WriteNotice
from app.decisions.notices.models import DecidedReduction
from app.decisions.reductions import from_plain
from app.decisions.states import SendingWay
from app.extensions import db
from app.papers import service as papers
from app.rules.law import InstallationDates
from tests.simulation.facts import Ruling
from tests.simulation.office import Office
from tests.support.complaints import answer, complain, judge_whole, place_of
from tests.support.decisions import LETTER
from tests.support.notices import REASONS, answer_notice, issue_notice, send_notice


@dataclass(frozen=True)
class Appeal:
    """A complaint whose reduction waits."""

    complaint: Complaint
    days: frozenset[date]
    ruling: Ruling
    rules_in: int
    """The month at whose end somebody rules."""


def appeal(office: Office, payment: Payment, ruling: Ruling, rules_in: int, clock: Clock) -> Appeal:
    """Give notice, hear, decide, and receive a complaint whose effect is suspended."""
    actor, who = office.caseworker, payment.participant_id
    reply_by = today(clock) + timedelta(days=21)
    details = NoticeDetails(LanguageForm.NB, "ar", reply_by, REASONS)
    notice = notices.write(db.session, clock, actor, WriteNotice(who, payment.run_id, details))
    issue_notice(db.session, clock, actor, notice)
    send_notice(db.session, clock, actor, notice)
    answer_notice(db.session, clock, actor, notice, "Jeg var syk.")
    draft = notices.begin_decision(db.session, clock, actor, who, notice.id)
    place = Place(who, draft.id, draft.row_version)
    reasons = DraftDetails(draft.form, "ar", None, "Sykdommen er ikke dokumentert.")
    draft = decisions.change_draft(db.session, clock, actor, ChangeDraft(place, reasons))
    place = Place(who, draft.id, draft.row_version)
    issued = decisions.issue_decision(db.session, clock, actor, InstallationDates(), place)
    assert issued.document_id is not None
    papers.store_content(db.session, clock, issued.document_id, LETTER)
    sending = RegisterSending(who, issued.id, SendingWay.HANDED_OVER, today(clock))
    decisions.register_sending(db.session, clock, actor, sending)
    complaint = complain(db.session, clock, actor, issued)
    waits = SuspendDecision(place_of(complaint), True, "Saken er ikke klar.")
    complaints.suspend(db.session, clock, actor, waits)
    decided = db.session.get_one(DecidedReduction, issued.id)
    days = frozenset(each.day for each in from_plain(decided.reduction).days)
    return Appeal(complaint, days, ruling, rules_in)


def rule(office: Office, appealed: Appeal, clock: Clock) -> None:
    """Let the municipality or the county governor rule."""
    actor, complaint = office.caseworker, appealed.complaint
    judge_whole(db.session, clock, actor, complaint)
    if appealed.ruling is Ruling.MUNICIPALITY_ANNULS:
        answer(db.session, clock, actor, complaint, AnswerKind.ANNULLED)
        return
    answer(db.session, clock, actor, complaint, AnswerKind.FORWARDED)
    outcome = (
        GovernorOutcome.UPHELD if appealed.ruling is Ruling.UPHELD else GovernorOutcome.ANNULLED
    )
    on = today(clock)
    complaints.settle(
        db.session, clock, actor, SettleComplaint(place_of(complaint), outcome, on, on)
    )
