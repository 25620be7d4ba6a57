"""What the participant followed and was paid, month by month, as information.

The next municipality pays its own months; it needs to see the earlier ones. Months that came with
the case from an earlier municipality travel on.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.queries.month import absent_minutes, scheduled_minutes
from app.benefit.models import RunStatus
from app.benefit.queries import list_payments_of_participant
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.handover.errors import BadBundle, BundleFault

PAID = (RunStatus.APPROVED, RunStatus.SENT)
_MOST = 10**9


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month in one municipality."""

    municipality: str
    first_day: str
    """As `2026-10-01`."""
    scheduled_minutes: int
    missed_minutes: int
    """Of the scheduled ones, whatever the reason."""
    gross_ore: int | None
    """None: no benefit was approved for this month."""
    payout_ore: int | None


def months_of(
    session: Session,
    scope: MunicipalityScope,
    participant_id: UUID,
    municipality: str,
    within: Period,
) -> Iterator[dict[str, Any]]:
    """Yield her months within a period as plain values, the first one first."""
    scheduled: Mapping[date, int] = {}
    for _who, planned in scheduled_minutes(session, scope, within, among=(participant_id,)):
        scheduled = planned
    missed: dict[date, int] = {}
    for _who, days in absent_minutes(session, scope, within, among=(participant_id,)):
        missed = {absent.day: absent.minutes_absent for absent in days}
    paid = {
        each.period.first_day: each.payment
        for each in list_payments_of_participant(session, scope, participant_id, only=PAID)
    }
    hours, away = _by_month(scheduled), _by_month(missed)
    for first_day in sorted({*hours, *away, *paid}):
        payment = paid.get(first_day)
        month = Month(
            municipality=municipality,
            first_day=first_day.isoformat(),
            scheduled_minutes=hours[first_day],
            missed_minutes=away[first_day],
            gross_ore=None if payment is None else payment.gross_ore,
            payout_ore=None if payment is None else payment.payout_ore,
        )
        yield asdict(month)


def read_months(given: list[dict[str, Any]]) -> tuple[Month, ...]:
    """Return months as they stand in a bundle.

    Raises:
        BadBundle: a month lacks something, or is no month.
    """
    try:
        return tuple(_month(**each) for each in given)
    except (TypeError, ValueError) as error:
        raise BadBundle(BundleFault.BAD_CONTENT, "months") from error


def _by_month(minutes: Mapping[date, int]) -> defaultdict[date, int]:
    sums: defaultdict[date, int] = defaultdict(int)
    for day, each in minutes.items():
        sums[day.replace(day=1)] += each
    return sums


def _month(
    *,
    municipality: str,
    first_day: str,
    scheduled_minutes: int,
    missed_minutes: int,
    gross_ore: int | None,
    payout_ore: int | None,
) -> Month:
    if date.fromisoformat(first_day).isoformat() != first_day or not municipality.isprintable():
        raise ValueError("no month")
    amounts = [amount for amount in (gross_ore, payout_ore) if amount is not None]
    for number in (scheduled_minutes, missed_minutes, *amounts):
        if type(number) is not int or abs(number) >= _MOST:
            raise ValueError("not a number of minutes or øre")
    return Month(
        municipality[:100], first_day, scheduled_minutes, missed_minutes, gross_ore, payout_ore
    )
