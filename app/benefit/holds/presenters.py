"""A participant's holds as her page shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.benefit.holds.models import ReductionHold
from app.benefit.holds.wording import kind_text
from app.benefit.presenters.payment import days_text
from app.core.period import Period
from app.i18n import format as fmt


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A hold."""

    id: UUID
    days: str
    what: str
    reason: str
    placed: str
    released: str
    """Empty: it is in force."""


def hold_rows(holds: Sequence[ReductionHold], names: Mapping[UUID, str]) -> list[HoldRow]:
    """Return the holds. `names`: of the municipality's users."""
    return [
        HoldRow(
            id=hold.id,
            days=days_text(Period(hold.first_day, hold.last_day)),
            what=kind_text(hold.kind),
            reason=hold.reason,
            placed=f"{names.get(hold.placed_by, '')} {fmt.moment(hold.placed_at)}",
            released=f"{names.get(hold.released_by, '')} {fmt.moment(hold.released_at)}"
            if hold.released_by and hold.released_at
            else "",
        )
        for hold in holds
    ]
