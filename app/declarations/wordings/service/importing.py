"""Taking in an official text: one person imports, another approves."""

import hashlib

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import Conflict
from app.core.ids import new_id
from app.declarations.bundles.catalogue import versions
from app.declarations.bundles.content import bundle_of, content_of
from app.declarations.bundles.succession import carried_over
from app.declarations.bundles.types import TextBundle
from app.declarations.bundles.upload import read_upload
from app.declarations.wordings.commands import DecideText
from app.declarations.wordings.errors import (
    CannotDecideText,
    CannotImportText,
    DecisionRefusal,
    ImportRefusal,
)
from app.declarations.wordings.models import ImportedText, StepKind, TextState
from app.declarations.wordings.queries.texts import find_replaced, get_imported, list_imported
from app.declarations.wordings.service.steps import add_step

SUBJECT = "imported_text"


def import_text(
    session: Session, clock: Clock, actor: Actor, file_name: str, content: bytes
) -> ImportedText:
    """Read and keep a text; nothing is issued from it before somebody else approves it.

    Raises:
        BundleError: the file does not hold together.
        CannotImportText: it could never be issued, or its version exists.
    """
    bundle = read_upload(file_name, content)
    _refuse_useless(session, clock, actor, bundle)
    imported = ImportedText(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        kind=bundle.kind,
        version=bundle.version,
        file_name=file_name,
        original=content,
        sha256=hashlib.sha256(content).hexdigest(),
        content=content_of(bundle),
        state=TextState.PROPOSED,
        imported_by=actor.user_id,
        imported_at=clock(),
    )
    session.add(imported)
    session.flush()
    _note(session, clock, actor, imported, Action.TEXT_IMPORTED)
    return imported


def approve_text(session: Session, clock: Clock, actor: Actor, command: DecideText) -> None:
    """Let the text be issued from its first day; take over translations that it did not bring.

    Raises:
        CannotDecideText: it is decided already, or the actor imported it.
    """
    imported = _proposed(session, actor, command)
    if imported.imported_by == actor.user_id:
        raise CannotDecideText(DecisionRefusal.SAME_PERSON)
    bundle = bundle_of(imported.content)
    replaced = find_replaced(session, actor.scope, bundle.kind, bundle.valid_from)
    _decide(session, clock, actor, imported, TextState.APPROVED)
    sources = {clause.digest: clause.text for clause in (replaced.clauses if replaced else ())}
    for language, clauses in carried_over(replaced, bundle).items():
        for clause_id, state in clauses.items():
            add_step(
                session,
                clock,
                actor,
                (bundle.kind, bundle.version, language, clause_id),
                StepKind.CARRIED_OVER,
                state,
                source_text=sources.get(state.of, ""),
                number=1,
            )
    session.flush()
    _note(session, clock, actor, imported, Action.TEXT_APPROVED)


def reject_text(session: Session, clock: Clock, actor: Actor, command: DecideText) -> None:
    """Turn a proposed text down; it is kept with the reason, and its version may come again.

    Raises:
        CannotDecideText: it is decided already, or no reason is given.
    """
    imported = _proposed(session, actor, command)
    if not command.reason:
        raise CannotDecideText(DecisionRefusal.NO_REASON)
    imported.rejection_reason = command.reason
    _decide(session, clock, actor, imported, TextState.REJECTED)
    session.flush()
    _note(session, clock, actor, imported, Action.TEXT_REJECTED)


def withdraw_text(session: Session, clock: Clock, actor: Actor, command: DecideText) -> None:
    """Issue the text no more; sheets that were issued keep their words.

    Raises:
        CannotDecideText: it is not in use, or no reason is given.
    """
    imported = get_imported(session, actor.scope, command.text_id)
    if imported.state is not TextState.APPROVED:
        raise CannotDecideText(DecisionRefusal.NOT_APPROVED)
    if imported.row_version != command.row_version:
        raise Conflict
    if not command.reason:
        raise CannotDecideText(DecisionRefusal.NO_REASON)
    imported.state = TextState.WITHDRAWN
    imported.withdrawn_by = actor.user_id
    imported.withdrawn_at = clock()
    imported.withdrawal_reason = command.reason
    session.flush()
    _note(session, clock, actor, imported, Action.TEXT_WITHDRAWN)


def _refuse_useless(session: Session, clock: Clock, actor: Actor, bundle: TextBundle) -> None:
    kept = {
        each.version
        for each in list_imported(session, actor.scope)
        if each.kind is bundle.kind and each.state is not TextState.REJECTED
    }
    if bundle.version in kept or bundle.version in versions(bundle.kind):
        raise CannotImportText(ImportRefusal.VERSION_EXISTS)
    if bundle.valid_to is not None and bundle.valid_to < today(clock):
        raise CannotImportText(ImportRefusal.HAS_ENDED)
    current = find_replaced(session, actor.scope, bundle.kind, today(clock))
    if current is not None and bundle.valid_from < current.valid_from:
        raise CannotImportText(ImportRefusal.STARTS_BEFORE_CURRENT)


def _proposed(session: Session, actor: Actor, command: DecideText) -> ImportedText:
    imported = get_imported(session, actor.scope, command.text_id)
    if imported.state is not TextState.PROPOSED:
        raise CannotDecideText(DecisionRefusal.DECIDED_ALREADY)
    if imported.row_version != command.row_version:
        raise Conflict
    return imported


def _decide(
    session: Session, clock: Clock, actor: Actor, imported: ImportedText, state: TextState
) -> None:
    imported.state = state
    imported.decided_by = actor.user_id
    imported.decided_at = clock()
    session.flush()


def _note(
    session: Session, clock: Clock, actor: Actor, imported: ImportedText, action: Action
) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        (SUBJECT, imported.id),
        details={
            "kind": imported.kind.value,
            "version": imported.version,
            "sha256": imported.sha256,
        },
    )
