"""Gathering the overview, and recording whom the reader saw."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.queries import UnexplainedDay, list_unexplained_absences
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.period import Period, add_months
from app.reporting.overview.queries import (
    MonthSum,
    Undocumented,
    list_months,
    list_undocumented,
)
from app.reporting.worklist.queries import people_by_id
from app.reporting.worklist.tasks import Person

MONTHS_SHOWN = 12
MONTHS_OF_PAPERS = 3
"""How far back missing papers are listed: older months have been settled by decisions."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Reductions over time, and what is missing."""

    months: tuple[MonthSum, ...]
    unexplained: tuple[UnexplainedDay, ...]
    undocumented: tuple[Undocumented, ...]
    people: dict[UUID, Person]
    papers_since: date


def open_overview(
    session: Session, clock: Clock, actor: Actor, *, adviser_id: UUID | None = None
) -> Overview:
    """Return the overview, and record whom it names.

    With `adviser_id`, papers are those of the participants whom she follows up; sums are always
    those of the whole municipality.
    """
    scope, on = actor.scope, today(clock)
    this_month = on.replace(day=1)
    recent = Period(add_months(this_month, -MONTHS_OF_PAPERS), on)
    unexplained = list_unexplained_absences(session, scope, recent)
    undocumented = list_undocumented(session, scope, recent)
    named = {row.participant_id for row in unexplained}
    named |= {row.participant_id for row in undocumented}
    people = people_by_id(session, scope, named, adviser_id=adviser_id)
    audit.record(
        session,
        clock,
        actor,
        Action.ABSENCES_VIEWED,
        ("overview", None),
        details={"participant_ids": sorted(map(str, people))},
    )
    return Overview(
        months=tuple(
            list_months(session, scope, Period(add_months(this_month, -MONTHS_SHOWN), on))
        ),
        unexplained=tuple(row for row in unexplained if row.participant_id in people),
        undocumented=tuple(row for row in undocumented if row.participant_id in people),
        people=people,
        papers_since=recent.first_day,
    )
