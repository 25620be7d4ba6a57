"""Finding restrictions, and the days on which they hold."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.attendance.restrictions.kinds import STOPS, RestrictionKind
from app.attendance.restrictions.models import Restriction, RestrictionReview
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.period import ONE_DAY, Period
from app.rules.absence import Decision, DecisionKind

FAR_AHEAD = date(9999, 12, 30)
"""The last day of what has none: later than any programme."""


def list_restrictions(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[Restriction]:
    """Return the participant's restrictions, newest first, lifted ones too."""
    of_her = _restrictions(scope).where(Restriction.participant_id == participant_id)
    return list(session.scalars(of_her.order_by(Restriction.first_day.desc(), Restriction.id)))


def get_restriction(
    session: Session, scope: MunicipalityScope, participant_id: UUID, restriction_id: UUID
) -> Restriction:
    """Return one of the participant's restrictions.

    Raises:
        NotFound: there is none, or it is another participant's or municipality's.
    """
    found = session.scalar(
        _restrictions(scope).where(
            Restriction.participant_id == participant_id, Restriction.id == restriction_id
        )
    )
    if found is None:
        raise NotFound
    return found


def restrictions_by_participant(
    session: Session, scope: MunicipalityScope, among: Collection[UUID] | None = None
) -> dict[UUID, list[Restriction]]:
    """Return the restrictions by participant, in order of their days.

    `among`: these participants alone.
    """
    chosen = _restrictions(scope)
    if among is not None:
        chosen = chosen.where(Restriction.participant_id.in_(among))
    found: dict[UUID, list[Restriction]] = {}
    for row in session.scalars(chosen.order_by(Restriction.first_day, Restriction.id)):
        found.setdefault(row.participant_id, []).append(row)
    return found


def stops_by_participant(
    session: Session, scope: MunicipalityScope, among: Collection[UUID]
) -> dict[UUID, list[Period]]:
    """Return the days on which these participants' programmes are stopped, in order."""
    found = restrictions_by_participant(session, scope, among)
    return {
        who: [days for row in rows if row.kind in STOPS and (days := days_of(row)) is not None]
        for who, rows in found.items()
    }


def list_in_force(session: Session, scope: MunicipalityScope, on: date) -> list[Restriction]:
    """Return the municipality's restrictions that hold on a day or later, the first first."""
    standing = _restrictions(scope).where(
        Restriction.lifted_from.is_(None),
        Restriction.last_day.is_(None) | (Restriction.last_day >= on),
    )
    return list(session.scalars(standing.order_by(Restriction.first_day, Restriction.id)))


def last_reviews(
    session: Session, restriction_ids: Collection[UUID]
) -> dict[UUID, RestrictionReview]:
    """Return the newest review of each restriction that has one."""
    rows = select(RestrictionReview).where(RestrictionReview.restriction_id.in_(restriction_ids))
    return {
        row.restriction_id: row for row in session.scalars(rows.order_by(RestrictionReview.number))
    }


def days_of(row: Restriction) -> Period | None:
    """Return the days on which a restriction holds; None: it was lifted before it held."""
    last_day = row.last_day or FAR_AHEAD
    if row.lifted_from is not None:
        last_day = min(last_day, row.lifted_from - ONE_DAY)
    return Period(row.first_day, last_day) if row.first_day <= last_day else None


def stopped_periods(rows: Iterable[Restriction], within: Period) -> tuple[Period, ...]:
    """Return the days of a period on which the programme is stopped, in order."""
    held = (days_of(row) for row in rows if row.kind in STOPS)
    return tuple(
        days
        for each in held
        if each is not None and (days := each.intersection(within)) is not None
    )


def last_day_before_termination(rows: Iterable[Restriction]) -> date | None:
    """Return the last day of a programme that is stopped for good; None: it is not."""
    kind = RestrictionKind.TERMINATION
    standing = (row for row in rows if row.kind is kind and row.lifted_from is None)
    return min((row.first_day - ONE_DAY for row in standing), default=None)


_DECISIONS = {
    RestrictionKind.NO_SELF_CERTIFICATION: DecisionKind.SELF_CERTIFICATION_WITHDRAWN,
    RestrictionKind.NO_ILLNESS_BENEFIT: DecisionKind.LONG_ILLNESS_WITHOUT_BENEFIT,
}


def withdrawals(rows: Iterable[Restriction]) -> tuple[Decision, ...]:
    """Return the decisions that change what an absence means, as facts for the rules."""
    held = ((_DECISIONS[row.kind], days_of(row)) for row in rows if row.kind in _DECISIONS)
    return tuple(
        Decision(kind, days.first_day, None if days.last_day == FAR_AHEAD else days.last_day)
        for kind, days in held
        if days is not None
    )


def _restrictions(scope: MunicipalityScope) -> Select[Restriction]:
    return select(Restriction).where(Restriction.municipality_id == scope.municipality_id)
