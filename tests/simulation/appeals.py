"""Decisions on reductions, complaints about them, and what becomes of the complaints."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.accounts.models import LanguageForm
from app.benefit.models import Payment
from app.core.clock import Clock, today
from app.decisions.complaints import service as complaints
from app.decisions.complaints.commands import SettleComplaint, SuspendDecision
from app.decisions.complaints.kinds import AnswerKind, GovernorOutcome
from app.decisions.complaints.models import Complaint
from app.decisions.notices import service as notices
from app.decisions.notices.commands import NoticeDetails, WriteNotice
from app.decisions.notices.models import DecidedReduction
from app.decisions.reductions import from_plain
from app.extensions import db
from tests.simulation.facts import Ruling
from tests.simulation.office import Office
from tests.support.complaints import answer, complain, judge_whole, place_of
from tests.support.notices import REASONS
from tests.support.reductions import decide_notified


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
    issued = decide_notified(db.session, clock, actor, notice)
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
