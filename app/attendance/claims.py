"""Days of which a participant has said something that nobody has answered yet."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.certificates.queries import certified_days
from app.attendance.statements.queries import stated_days
from app.core.actor import MunicipalityScope
from app.core.period import Period


def claimed_days(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    among: Collection[UUID] | None = None,
) -> dict[UUID, frozenset[date]]:
    """Return the days of the period with a waiting statement or certificate, by participant."""
    stated = stated_days(session, scope, period, among)
    certified = certified_days(session, scope, period, among)
    nothing: frozenset[date] = frozenset()
    return {
        who: stated.get(who, nothing) | certified.get(who, nothing) for who in {*stated, *certified}
    }
