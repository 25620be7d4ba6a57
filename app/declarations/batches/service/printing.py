"""Beginning a batch, issuing each of its sheets in its turn, and stopping."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.accounts.models import User
from app.accounts.service import actor_of
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.errors import NotFound
from app.core.ids import new_id
from app.declarations import service as declarations
from app.declarations.batches.commands import MOST_SHEETS, ChosenSheet, Selected
from app.declarations.batches.errors import CannotPrintBatch, PrintRefusal
from app.declarations.batches.kinds import ItemStatus, PrintWish
from app.declarations.batches.models import PrintBatch, PrintBatchItem
from app.declarations.batches.queries.batches import get_batch
from app.declarations.batches.queries.candidates import Candidate, find_paper
from app.declarations.batches.service.choosing import Prospect
from app.declarations.errors import CannotIssueDeclaration
from app.enrolment.models import Participant
from app.jobs.service import enqueue
from app.rules.law.installation import InstallationDates

ISSUE = "declarations.issue_for_batch"
SUBJECT = "print_batch"


def create_batch(
    session: Session,
    clock: Clock,
    actor: Actor,
    selected: Selected,
    prospects: Sequence[Prospect],
    chosen: Sequence[ChosenSheet],
) -> PrintBatch:
    """Begin a batch of what was chosen among the prospects; each sheet is issued by a job.

    Raises:
        CannotPrintBatch: nobody was chosen, or too many.
        NotFound: somebody who was chosen is none of the prospects.
    """
    if not chosen:
        raise CannotPrintBatch(PrintRefusal.NOBODY_CHOSEN)
    if len(chosen) > MOST_SHEETS:
        raise CannotPrintBatch(PrintRefusal.TOO_MANY)
    known = {each.candidate.participant_id: each.candidate for each in prospects}
    if not known.keys() >= {each.participant_id for each in chosen}:
        raise NotFound
    batch = PrintBatch(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        selection=selected.selection,
        group_id=selected.group_id,
        created_by=actor.user_id,
        created_at=clock(),
    )
    session.add(batch)
    session.flush()
    for position, sheet in enumerate(sorted(chosen, key=lambda one: _place(one, known)), start=1):
        item = _item(clock, batch, position, sheet, known[sheet.participant_id])
        session.add(item)
        session.flush()
        if item.status is ItemStatus.WAITING:
            enqueue(session, clock, ISSUE, {"item_id": str(item.id)})
    audit.record(
        session,
        clock,
        actor,
        Action.PRINT_BATCH_CREATED,
        (SUBJECT, batch.id),
        details={
            "selection": selected.selection.value,
            "participant_ids": [str(each.participant_id) for each in chosen],
        },
    )
    return batch


def issue_item(session: Session, clock: Clock, dates: InstallationDates, item_id: UUID) -> None:
    """Issue one sheet on behalf of whoever began the batch, unless it is settled already.

    A paper that somebody issued meanwhile is printed instead of another one.
    """
    item = session.get_one(PrintBatchItem, item_id, with_for_update=True)
    if item.status is not ItemStatus.WAITING:
        return
    batch = session.get_one(PrintBatch, item.batch_id)
    actor = actor_of(session.get_one(User, batch.created_by))
    # Two batches with the same participant wait here for each other.
    session.get_one(Participant, item.participant_id, with_for_update=True)
    paper = find_paper(session, actor.scope, item.participant_id)
    if paper is not None and item.wish is not PrintWish.REPLACE:
        _settle(clock, item, ItemStatus.ISSUED, paper.document_id)
        return
    try:
        with session.begin_nested():
            issued = declarations.issue_declaration(
                session, clock, actor, dates, item.participant_id, item.language
            )
    except CannotIssueDeclaration as refusal:
        item.refusal = refusal.reason
        _settle(clock, item, ItemStatus.REFUSED)
    else:
        _settle(clock, item, ItemStatus.ISSUED, issued.document_id)


def fail_item(session: Session, clock: Clock, item_id: UUID) -> None:
    """Note that a sheet could not be issued for a reason that nobody foresaw."""
    item = session.get_one(PrintBatchItem, item_id, with_for_update=True)
    if item.status is ItemStatus.WAITING:
        _settle(clock, item, ItemStatus.FAILED)


def cancel_batch(session: Session, clock: Clock, actor: Actor, batch_id: UUID) -> int:
    """Stop a batch; return how many sheets will now not be issued.

    What is issued stays issued, and its PDF is made: the paper exists, and has a code.

    Raises:
        NotFound: there is no such batch in the municipality.
    """
    batch = get_batch(session, actor.scope, batch_id)
    stopped = session.scalars(
        update(PrintBatchItem)
        .where(PrintBatchItem.batch_id == batch_id, PrintBatchItem.status == ItemStatus.WAITING)
        .values(status=ItemStatus.CANCELLED, settled_at=clock())
        .returning(PrintBatchItem.participant_id)
    ).all()
    if not stopped:
        return 0
    batch.cancelled_by, batch.cancelled_at = actor.user_id, clock()
    audit.record(
        session,
        clock,
        actor,
        Action.PRINT_BATCH_CANCELLED,
        (SUBJECT, batch_id),
        details={"participant_ids": sorted(map(str, stopped))},
    )
    return len(stopped)


def _place(sheet: ChosenSheet, known: Mapping[UUID, Candidate]) -> tuple[bool, str, str, str, str]:
    """Return where in the pile a sheet lies: by group, language, name; those without group last."""
    candidate = known[sheet.participant_id]
    return (
        candidate.group_id is None,
        candidate.group_name.casefold(),
        sheet.language,
        f"{candidate.family_name}, {candidate.given_name}".casefold(),
        str(candidate.participant_id),
    )


def _item(
    clock: Clock, batch: PrintBatch, position: int, sheet: ChosenSheet, candidate: Candidate
) -> PrintBatchItem:
    item = PrintBatchItem(
        id=new_id(),
        batch_id=batch.id,
        position=position,
        participant_id=sheet.participant_id,
        group_id=candidate.group_id,
        language=sheet.language,
        wish=sheet.wish,
        status=ItemStatus.WAITING,
    )
    if sheet.wish is PrintWish.REPRINT and candidate.paper is not None:
        item.language = candidate.paper.language
        _settle(clock, item, ItemStatus.ISSUED, candidate.paper.document_id)
    return item


def _settle(
    clock: Clock, item: PrintBatchItem, status: ItemStatus, document_id: UUID | None = None
) -> None:
    item.status, item.document_id, item.settled_at = status, document_id, clock()
