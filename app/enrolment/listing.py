"""The list of participants, a page at a time."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.enrolment.changes import SUBJECT
from app.enrolment.facts import assess_participant
from app.enrolment.models import Participant
from app.enrolment.queries import (
    Part,
    ParticipantFilter,
    count_participants,
    list_participants,
)
from app.rules.eligibility import TargetGroup, TargetGroupAssessment
from app.rules.law import InstallationDates

PAGE_SIZE = 50

Assessed = tuple[Participant, TargetGroupAssessment]


@dataclass(frozen=True, slots=True)
class ParticipantPage:
    """One page of the list."""

    rows: tuple[Assessed, ...]
    number: int
    """From 1."""
    page_count: int
    total: int


def open_list(
    session: Session,
    clock: Clock,
    actor: Actor,
    dates: InstallationDates,
    *,
    chosen: ParticipantFilter,
    group: TargetGroup | None = None,
    number: int = 1,
) -> ParticipantPage:
    """Return a page of the participants, by name, and record whom the actor saw.

    The target group is not stored, as it changes with the calendar: filtered by it, everyone is
    assessed first.
    """
    present_day = today(clock)
    if group is None:
        total = count_participants(session, actor.scope, chosen)
        number, page_count = _within(number, total)
        first = (number - 1) * PAGE_SIZE
        shown = list_participants(
            session, actor.scope, Part.PERMIT, chosen=chosen, first=first, most=PAGE_SIZE
        )
        rows = [(one, assess_participant(one, present_day, dates)) for one in shown]
    else:
        everyone = list_participants(session, actor.scope, Part.PERMIT, chosen=chosen)
        assessed = [(one, assess_participant(one, present_day, dates)) for one in everyone]
        matching = [row for row in assessed if row[1].group is group]
        total = len(matching)
        number, page_count = _within(number, total)
        rows = matching[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    audit.record(
        session,
        clock,
        actor,
        Action.PARTICIPANTS_LISTED,
        (SUBJECT, None),
        details={"participant_ids": [str(participant.id) for participant, _ in rows]},
    )
    return ParticipantPage(tuple(rows), number, page_count, total)


def _within(number: int, total: int) -> tuple[int, int]:
    page_count = max(1, -(-total // PAGE_SIZE))
    return min(max(number, 1), page_count), page_count
