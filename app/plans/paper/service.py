"""Printing the plan that holds, handing out its PDF, and filing what comes back signed."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock
from app.core.errors import NotFound
from app.i18n.locales import DEFAULT
from app.jobs.service import enqueue
from app.papers import service as papers
from app.papers.intake.completeness import Completeness
from app.papers.intake.queries import list_filed_pages
from app.papers.intake.service.binding import bind_paper
from app.papers.models import DocumentKind, IssuedDocument, ScannedPaper
from app.papers.queries import get_document, get_scan
from app.plans.answers.kinds import AnswerKind
from app.plans.answers.queries import find_last_answer, list_answers
from app.plans.paper.errors import (
    CannotFileReturnedPlan,
    CannotIssuePlan,
    PlanPaperRefusal,
    ReturnRefusal,
)
from app.plans.paper.facts import plan_content
from app.plans.paper.freezing import freeze
from app.plans.paper.printable import find_fault
from app.plans.paper.queries import PlanPaper, get_plan_paper, list_plan_papers
from app.plans.paper.rendering import RENDER_PLAN
from app.plans.paper.words import plan_words, word_languages
from app.plans.queries import find_current_plan
from app.plans.reading import get_case
from app.plans.texts.queries import written_texts

SUBJECT = "issued_document"


def issue_plan(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, language: str
) -> IssuedDocument:
    """Freeze the plan that holds as a paper, with its translations as they are; a job makes it.

    `language`: beside the Norwegian; `nb` for Norwegian alone.

    Raises:
        NotFound: outside the municipality.
        CannotIssuePlan: something that the paper needs is missing, or cannot be printed.
    """
    case = get_case(session, actor.scope, participant_id)
    plan, identity_number = case.current, case.participant.identity_number
    if plan is None:
        raise CannotIssuePlan(PlanPaperRefusal.NO_FIXED_PLAN)
    if identity_number is None:
        raise CannotIssuePlan(PlanPaperRefusal.NO_IDENTITY_NUMBER)
    if language not in word_languages():
        raise CannotIssuePlan(PlanPaperRefusal.NO_WORDS)
    content = plan_content(
        case,
        plan,
        identity_number,
        get_municipality(session, actor.scope).name,
        written_texts(session, actor.scope, plan),
    )
    problem = find_fault(content)
    if problem is not None:
        raise CannotIssuePlan(PlanPaperRefusal.UNPRINTABLE, problem.codepoint)
    words = tuple(plan_words(code) for code in dict.fromkeys((DEFAULT.code, language)))
    document = papers.issue_document(
        session,
        clock,
        actor,
        kind=DocumentKind.INTEGRATION_PLAN,
        participant_id=participant_id,
        language=language,
        text_version=words[0].version,
        model={"plan_id": str(plan.id), **freeze(content, words)},
    )
    enqueue(session, clock, RENDER_PLAN, {"document_id": str(document.id)})
    audit.record(
        session,
        clock,
        actor,
        Action.PLAN_PAPER_ISSUED,
        (SUBJECT, document.id),
        participant_id=participant_id,
        details={"plan_id": str(plan.id), "version": plan.version, "language": language},
    )
    return document


def open_papers(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> list[PlanPaper]:
    """Return the papers of the participant's plans, and record the look."""
    found = list_plan_papers(session, actor.scope, participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.PLAN_PAPERS_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
    return found


def download_paper(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, document_id: UUID
) -> tuple[str, bytes]:
    """Return code and bytes of a paper, and record that a copy was taken.

    Raises:
        NotFound: there is no such paper, or it is not made yet.
    """
    paper = get_plan_paper(session, actor.scope, participant_id, document_id)
    document = get_document(session, actor.scope, paper.document.id, with_content=True)
    if document.content is None:
        raise NotFound
    papers.note_download(session, clock, actor, document)
    return document.code, document.content


def file_returned(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, document_id: UUID
) -> ScannedPaper:
    """File the pages that came back as the signed paper; a person has looked at them.

    Raises:
        NotFound: there is no such paper.
        CannotFileReturnedPlan: it is filed already, or not all of it has come back signed.
    """
    get_plan_paper(session, actor.scope, participant_id, document_id)
    # Two who file at once wait for each other here, and the second sees what the first did.
    session.get_one(IssuedDocument, document_id, with_for_update=True)
    paper = get_plan_paper(session, actor.scope, participant_id, document_id)
    if paper.scan is not None:
        raise CannotFileReturnedPlan(ReturnRefusal.FILED_ALREADY)
    if paper.finding is None or paper.finding.completeness not in {
        Completeness.COMPLETE,
        Completeness.LOOK,
    }:
        raise CannotFileReturnedPlan(ReturnRefusal.NOT_COMPLETE)
    pages = list_filed_pages(session, actor.scope, {document_id}, with_pictures=True)
    return bind_paper(session, clock, actor, paper.document, pages)


def is_answered(
    session: Session, scope: MunicipalityScope, participant_id: UUID, document_id: UUID
) -> bool:
    """Tell whether it is known what the participant says of the version on a paper.

    The paper has boxes for it, and a person reads them: nothing is taken for a yes by itself. Of a
    version that no longer holds nothing is asked.

    Raises:
        NotFound: there is no such paper.
    """
    paper = get_plan_paper(session, scope, participant_id, document_id)
    plan = find_current_plan(session, scope, participant_id)
    if plan is None or plan.version != paper.plan_version:
        return True
    said = find_last_answer(list_answers(session, scope, participant_id), plan.version)
    return said is not None and said.answer.kind is not AnswerKind.READ


def open_scan(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, document_id: UUID
) -> tuple[str, ScannedPaper]:
    """Return the code and the signed paper with its bytes, and record the look.

    Raises:
        NotFound: it has not come back.
    """
    paper = get_plan_paper(session, actor.scope, participant_id, document_id)
    if paper.scan is None:
        raise NotFound
    scan = get_scan(session, actor.scope, paper.scan.id)
    papers.note_scan_view(session, clock, actor, scan, participant_id)
    return paper.document.code, scan
