"""Making the decision: its letter is frozen, and from then on nobody changes either."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import NotFound
from app.decisions.commands import Place
from app.decisions.errors import CannotIssueDecision, IssueRefusal
from app.decisions.interventions import effect as interventions
from app.decisions.leave.effect import refusal_of_effect, take_effect
from app.decisions.models import AdministrativeDecision
from app.decisions.printable import find_fault
from app.decisions.queries import DecisionFile, get_file
from app.decisions.rendering import RENDER_LETTER
from app.decisions.service.approving import is_timely, may_issue
from app.decisions.service.freezing_letters import freeze_letter
from app.decisions.service.reading import DecisionCase, draft_letter, get_decision_case
from app.decisions.service.records import get_draft, record
from app.decisions.states import DecisionKind, DecisionState
from app.decisions.writing import grounds_of
from app.jobs.service import enqueue
from app.papers import service as papers
from app.papers.queries import get_document
from app.rules.law import InstallationDates


def issue_decision(
    session: Session, clock: Clock, actor: Actor, dates: InstallationDates, place: Place
) -> AdministrativeDecision:
    """Decide: the letter is frozen as it is now, and a job makes it.

    Raises:
        NotFound: there is no such decision.
        Conflict: it was issued or saved since.
        CannotIssueDecision: something is missing, or cannot be printed.
    """
    decision = get_draft(session, actor, place).decision
    case = get_decision_case(session, actor.scope, place.participant_id)
    file = next(each for each in case.files if each.decision.id == decision.id)
    refusal = refusal_to_issue(case, file)
    if refusal is not None:
        raise CannotIssueDecision(refusal)
    leave, imposed = case.leaves.get(decision.id), case.imposed.get(decision.id)
    who = decision.participant_id
    if leave is not None and refusal_of_effect(session, actor.scope, leave) is not None:
        raise CannotIssueDecision(IssueRefusal.OTHER_ABSENCE)
    if imposed and not interventions.can_take_effect(session, clock, actor, who, imposed):
        raise CannotIssueDecision(IssueRefusal.OTHER_DAYS)
    letter = draft_letter(session, actor, dates, case, file, today(clock))
    problem = find_fault(letter.content)
    if problem is not None:
        raise CannotIssueDecision(IssueRefusal.UNPRINTABLE, problem.codepoint)
    subject = {"decision_id": str(decision.id)}
    document = freeze_letter(session, clock, actor, letter, decision.participant_id, subject)
    decision.state = DecisionState.ISSUED
    decision.decided_on = letter.content.decided_on
    decision.grounds = grounds_of(decision.kind)
    decision.document_id = document.id
    decision.issued_by, decision.issued_at = actor.user_id, clock()
    decision.changed_at = clock()
    session.flush()
    if leave is not None:
        take_effect(session, clock, actor, leave)
    if imposed is not None:
        interventions.take_effect(session, clock, actor, who, imposed)
    details: dict[str, object] = {"document_id": str(document.id), "version": file.version}
    record(session, clock, actor, Action.DECISION_ISSUED, decision, details)
    return decision


def refusal_to_issue(case: DecisionCase, file: DecisionFile) -> IssueRefusal | None:
    """Return why the draft cannot be issued as it stands, or None."""
    if not is_timely(case, file.decision):
        is_reduction = file.decision.kind is DecisionKind.BENEFIT_REDUCTION
        return IssueRefusal.OTHER_PAYMENT if is_reduction else IssueRefusal.OTHER_PLAN
    if not file.decision.reasons:
        return IssueRefusal.NO_REASONS
    return None if may_issue(case, file) else IssueRefusal.NOT_APPROVED


def make_letter_again(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, decision_id: UUID
) -> None:
    """Make the PDF of a letter once more, from what was frozen, where that failed.

    Raises:
        NotFound: there is no such letter.
        Conflict: it is there, or is being made.
    """
    file = get_file(session, actor.scope, participant_id, decision_id)
    if file.letter is None:
        raise NotFound
    papers.try_again(session, file.letter.document_id)
    enqueue(session, clock, RENDER_LETTER, {"document_id": str(file.letter.document_id)})
    record(session, clock, actor, Action.DECISION_LETTER_MADE_AGAIN, file.decision)


def download_letter(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, decision_id: UUID
) -> tuple[str, bytes]:
    """Return code and bytes of a letter, and record that a copy was taken.

    Raises:
        NotFound: there is no such letter, or it is not made yet.
    """
    file = get_file(session, actor.scope, participant_id, decision_id)
    if file.letter is None:
        raise NotFound
    document = get_document(session, actor.scope, file.letter.document_id, with_content=True)
    if document.content is None:
        raise NotFound
    papers.note_download(session, clock, actor, document)
    return document.code, document.content
