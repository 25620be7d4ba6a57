"""Issuing the document of § 16, and looking at what was issued."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.declarations.bundles.audience import audiences_of
from app.declarations.bundles.catalogue import current_bundle
from app.declarations.bundles.types import NORWEGIAN, BundleError, BundleKind, TextBundle
from app.declarations.errors import CannotIssueDeclaration, IssueRefusal
from app.declarations.layouts import SIGNED, SheetLayout, layouts_for
from app.declarations.models import Declaration, SigningStatus
from app.declarations.queries import Issued, get_declaration, list_declarations
from app.declarations.rendering import RENDER
from app.declarations.wordings.queries.texts import current_text
from app.declarations.wordings.service.freezing import freeze_text
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant
from app.jobs.service import enqueue
from app.papers import service as papers
from app.papers.models import DocumentKind
from app.pdf.printable import find_unprintable
from app.plans.models import Programme
from app.plans.queries import find_current_plan, find_programme
from app.rules.law.installation import InstallationDates
from app.rules.programme.section_16 import required_document

SUBJECT = "declaration"


def bundle_for(
    session: Session,
    scope: MunicipalityScope,
    plan_made_on: date,
    dates: InstallationDates,
    on: date,
) -> TextBundle:
    """Return the text that § 16 asks for with a plan of one day, as it is issued on another.

    The day of the plan decides between contract and declaration; the version is the one that the
    municipality issues on the day `on`, with its translations.

    Raises:
        CannotIssueDeclaration: the portal has no text for the day of the plan, or of the sheet.
    """
    if not has_text_for(plan_made_on, dates):
        raise CannotIssueDeclaration(IssueRefusal.NO_TEXT)
    kind = BundleKind(required_document(plan_made_on, dates).value)
    try:
        return current_text(session, scope, kind, on)
    except BundleError:
        raise CannotIssueDeclaration(IssueRefusal.NO_TEXT) from None


def has_text_for(plan_made_on: date, dates: InstallationDates) -> bool:
    """Tell whether the portal has the text for a plan of this day; older papers it has not."""
    kind = BundleKind(required_document(plan_made_on, dates).value)
    try:
        current_bundle(kind, plan_made_on)
    except BundleError:
        return False
    return True


def issue_declaration(
    session: Session,
    clock: Clock,
    actor: Actor,
    dates: InstallationDates,
    participant_id: UUID,
    language: str,
    layout: SheetLayout | None = None,
) -> Declaration:
    """Issue the document for the participant's fixed plan; its PDF is made by a job.

    A sheet for the same plan that is still out for signing is replaced by the new one. Without a
    layout, it is the usual one of the language.

    Raises:
        CannotIssueDeclaration: something that the sheet needs is missing.
    """
    participant = get_participant(session, actor.scope, participant_id)
    plan = find_current_plan(session, actor.scope, participant_id)
    programme = find_programme(session, actor.scope, participant_id)
    if plan is None or programme is None:
        raise CannotIssueDeclaration(IssueRefusal.NO_FIXED_PLAN)
    bundle = bundle_for(session, actor.scope, plan.made_on, dates, today(clock))
    _check_language(bundle, language)
    layout = layout or layouts_for(language)[0]
    if layout not in SIGNED or layout not in layouts_for(language):
        raise CannotIssueDeclaration(IssueRefusal.LAYOUT_UNSUITABLE)
    audiences = audiences_of(participant.settled_on, today(clock))
    text_digest = freeze_text(session, bundle.for_audiences(audiences), language)
    document = papers.issue_document(
        session,
        clock,
        actor,
        kind=DocumentKind(bundle.kind.value),
        participant_id=participant_id,
        language=language,
        text_version=bundle.version,
        text_digest=text_digest,
        model=_model(session, actor, participant, programme) | {"layout": layout.value},
    )
    _replace_open(session, plan.id)
    declaration = Declaration(
        id=new_id(), participant_id=participant_id, plan_id=plan.id, document_id=document.id
    )
    session.add(declaration)
    enqueue(session, clock, RENDER, {"document_id": str(document.id)})
    audit.record(
        session,
        clock,
        actor,
        Action.DECLARATION_ISSUED,
        (SUBJECT, declaration.id),
        participant_id=participant_id,
        details={
            "kind": document.kind.value,
            "language": language,
            "text_version": bundle.version,
            "text_digest": text_digest,
            "document_id": str(document.id),
        },
    )
    return declaration


def open_declarations(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> list[Issued]:
    """Return what was issued for the participant, and record the look."""
    get_participant(session, actor.scope, participant_id)
    issued = list_declarations(session, actor.scope, participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.DECLARATION_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
    return issued


def open_declaration(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, declaration_id: UUID
) -> Issued:
    """Return one of the sheets, and record the look."""
    issued = get_declaration(session, actor.scope, participant_id, declaration_id)
    audit.record(
        session,
        clock,
        actor,
        Action.DECLARATION_VIEWED,
        (SUBJECT, declaration_id),
        participant_id=participant_id,
    )
    return issued


def _check_language(bundle: TextBundle, language: str) -> None:
    if language == NORWEGIAN:
        return
    if language not in bundle.languages:
        raise CannotIssueDeclaration(IssueRefusal.NO_TRANSLATION)
    if not bundle.translation(language).may_be_issued:
        raise CannotIssueDeclaration(IssueRefusal.TRANSLATION_OUTDATED)


def _model(
    session: Session, actor: Actor, participant: Participant, programme: Programme
) -> dict[str, str]:
    if participant.identity_number is None:
        raise CannotIssueDeclaration(IssueRefusal.NO_IDENTITY_NUMBER)
    if find_unprintable(participant.full_name) is not None:
        raise CannotIssueDeclaration(IssueRefusal.NAME_UNPRINTABLE)
    return {
        "name": participant.full_name,
        "identity_number": participant.identity_number.reveal(),
        "municipality": get_municipality(session, actor.scope).name,
        "settled_on": participant.settled_on.isoformat(),
        "decided_on": programme.decided_on.isoformat(),
    }


def _replace_open(session: Session, plan_id: UUID) -> None:
    still_open = select(Declaration).where(
        Declaration.plan_id == plan_id, Declaration.status == SigningStatus.ISSUED
    )
    for earlier in session.scalars(still_open):
        earlier.status = SigningStatus.REPLACED
