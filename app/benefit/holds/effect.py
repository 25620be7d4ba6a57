"""Which days are held."""

from collections.abc import Iterable
from datetime import date

from app.benefit.holds.kinds import HoldKind
from app.benefit.holds.models import ReductionHold
from app.core.period import Period


def held_days(holds: Iterable[ReductionHold], kind: HoldKind) -> frozenset[date]:
    """Return the days of the holds of one kind."""
    return frozenset(
        day
        for hold in holds
        if hold.kind is kind
        for day in Period(hold.first_day, hold.last_day).days()
    )
