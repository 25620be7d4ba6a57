"""Complaints about decisions: received, judged and answered through the services."""

from datetime import date

from sqlalchemy.orm import Session

from app.accounts.models import LanguageForm
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.decisions.complaints import service
from app.decisions.complaints.commands import (
    AnswerComplaint,
    CheckComplaint,
    ComplaintPlace,
    ReceiveComplaint,
    RegisterAnswerSent,
)
from app.decisions.complaints.kinds import AnswerKind, ComplaintWay, Excuse
from app.decisions.complaints.models import Complaint, ComplaintAnswer
from app.decisions.models import AdministrativeDecision
from app.decisions.states import SendingWay
from app.papers import service as papers
from app.pdf.page_boxes import Typeset

LETTER = Typeset(b"%PDF-1.7 the answer, not opened", 1, ())
WORDS = "Jeg var hos legen. Jeg vil at dere ikke trekker."


def place_of(complaint: Complaint) -> ComplaintPlace:
    """Return where a complaint stands."""
    return ComplaintPlace(complaint.participant_id, complaint.id)


def complain(
    session: Session,
    clock: Clock,
    actor: Actor,
    decision: AdministrativeDecision,
    handed_in_on: date | None = None,
) -> Complaint:
    """Register a complaint that came by letter today."""
    on = today(clock)
    command = ReceiveComplaint(
        decision.participant_id,
        decision.id,
        ComplaintWay.LETTER,
        handed_in_on or on,
        on,
        "nb",
        WORDS,
    )
    return service.receive(session, clock, actor, command)


def judge_whole(
    session: Session,
    clock: Clock,
    actor: Actor,
    complaint: Complaint,
    excuse: Excuse = Excuse.NONE,
) -> None:
    """Find that nothing is missing."""
    reason = "" if excuse is Excuse.NONE else "Hun lå på sykehus."
    command = CheckComplaint(place_of(complaint), True, True, True, True, None, excuse, reason)
    service.check(session, clock, actor, command)


def answer(
    session: Session,
    clock: Clock,
    actor: Actor,
    complaint: Complaint,
    kind: AnswerKind,
    amount_ore: int | None = None,
) -> ComplaintAnswer:
    """Answer, and have the letter."""
    command = AnswerComplaint(
        place_of(complaint), kind, "Legen har ikke skrevet noe.", LanguageForm.NB, "ar", amount_ore
    )
    given = service.answer(session, clock, actor, command)
    papers.store_content(session, clock, given.document_id, LETTER)
    return given


def hand_over(session: Session, clock: Clock, actor: Actor, complaint: Complaint) -> None:
    """Give the participant the answer today."""
    command = RegisterAnswerSent(place_of(complaint), SendingWay.HANDED_OVER, today(clock))
    service.register_sent(session, clock, actor, command)


def forward(session: Session, clock: Clock, actor: Actor, complaint: Complaint) -> None:
    """Find nothing missing, and send the complaint to the county governor."""
    judge_whole(session, clock, actor, complaint)
    answer(session, clock, actor, complaint, AnswerKind.FORWARDED)
