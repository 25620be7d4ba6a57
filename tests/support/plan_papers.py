"""A participant's plan that was printed and came back signed, for tests of who may open it."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.core.actor import Actor
from app.papers import service as papers
from app.papers.models import IssuedDocument
from app.pdf.page_boxes import Typeset
from app.plans.paper.service import issue_plan
from tests.support.paper_case import png
from tests.support.world import World

PRINTED = Typeset(b"%PDF-1.7 the printed plan, not opened", 1, ())


def print_plan(
    session: Session, world: World, actor: Actor, participant_id: UUID
) -> IssuedDocument:
    """Print the plan that holds in Arabic, and file a scan of it."""
    document = issue_plan(session, world.clock, actor, participant_id, "ar")
    papers.store_content(session, world.clock, document.id, PRINTED)
    papers.store_scan(session, world.clock, actor, document, png())
    return document
