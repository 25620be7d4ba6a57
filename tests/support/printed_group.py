"""A group whose sheets were printed together."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.core.actor import Actor
from app.core.clock import Clock
from app.declarations.batches.commands import ChosenSheet, Selected
from app.declarations.batches.kinds import Selection
from app.declarations.batches.models import PrintBatch
from app.declarations.batches.service.choosing import open_prospects
from app.declarations.batches.service.printing import create_batch
from app.rules.law.installation import InstallationDates


def print_group(session: Session, clock: Clock, actor: Actor, group_id: UUID) -> PrintBatch:
    """Print for everybody in the group: once more for those who have a sheet."""
    selected = Selected(Selection.GROUP, group_id)
    prospects = open_prospects(session, clock, actor, InstallationDates(), selected)
    chosen = [
        ChosenSheet(each.candidate.participant_id, each.proposed_language, each.wishes[0])
        for each in prospects
        if each.refusal is None
    ]
    return create_batch(session, clock, actor, selected, prospects, chosen)
