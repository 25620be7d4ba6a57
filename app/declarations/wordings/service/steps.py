"""Adding what was done with a translated clause; nothing is ever overwritten."""

from sqlalchemy.orm import Session

from app.core.actor import Actor
from app.core.clock import Clock
from app.core.ids import new_id
from app.declarations.bundles.translation import ClauseTranslation
from app.declarations.bundles.types import BundleKind
from app.declarations.wordings.models import StepKind, TranslationStep

Where = tuple[BundleKind, str, str, str]
"""Kind, version, language and clause."""


def add_step(
    session: Session,
    clock: Clock,
    actor: Actor,
    where: Where,
    done: StepKind,
    state: ClauseTranslation,
    *,
    source_text: str,
    number: int,
    comment: str = "",
) -> TranslationStep:
    """Add a step with the state that it leaves; the caller flushes."""
    kind, version, language, clause_id = where
    step = TranslationStep(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        kind=kind,
        version=version,
        language=language,
        clause_id=clause_id,
        number=number,
        done=done,
        text=state.text,
        source_text=source_text,
        source_digest=state.of,
        status=state.status,
        translator=state.translator,
        translated_on=state.translated_on,
        reviewer=state.reviewer,
        reviewed_on=state.reviewed_on,
        approver=state.approver,
        approved_on=state.approved_on,
        comment=comment,
        done_by=actor.user_id,
        done_at=clock(),
    )
    session.add(step)
    return step
