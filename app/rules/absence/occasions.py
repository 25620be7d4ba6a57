"""Fravær med egenmelding: how many there were, and when the right may be withdrawn.

Provision: integreringsforskriften § 9.
In one sentence: from four absences in twelve months that rest on self-certification alone the
municipality may withdraw the right, and it reviews such a decision within six months.

Absences without a virkedag between them are one. An absence is not counted where a certificate
takes over on the fourth day or earlier, again without a virkedag between.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from app.core.period import ONE_DAY, add_months
from app.rules.absence.history import follows
from app.rules.absence.quotas import months_until
from app.rules.absence.self_certification import rests_on_self_certification
from app.rules.absence.types import Absence
from app.rules.parameters import absence_limits as limits


def self_certified_occasions(
    absences: Sequence[Absence], days_off: AbstractSet[date], on: date
) -> int:
    """Count the absences for one reason that began in the last twelve months.

    `absences` are of one reason and in order of date; `days_off` are the public holidays.
    """
    first_day = months_until(on, limits.WITHDRAWAL_COUNTED_OVER.on(on))
    certified = [absence.first_day for absence in absences if absence.has_medical_certificate]
    return sum(
        first_day <= begins_on <= on and not _is_certified(begins_on, ends_on, certified, days_off)
        for begins_on, ends_on in _occasions(absences, days_off)
    )


def _occasions(
    absences: Iterable[Absence], days_off: AbstractSet[date]
) -> Iterator[tuple[date, date]]:
    """Yield first and last day of each absence that rests on self-certification."""
    rows = [absence for absence in absences if rests_on_self_certification(absence)]
    while rows:
        first_day, last_day = rows[0].first_day, rows[0].last_day
        while rows and follows(rows[0].first_day, last_day, days_off):
            last_day = max(last_day, rows.pop(0).last_day)
        yield first_day, last_day


def _is_certified(
    first_day: date, last_day: date, certified_from: Iterable[date], days_off: AbstractSet[date]
) -> bool:
    """Whether a certificate documents the absence from its fourth day or earlier."""
    latest = last_day + ONE_DAY
    limit = first_day + timedelta(days=limits.SELF_CERTIFIED_DAYS.on(first_day))
    return latest <= limit and any(
        last_day < begins_on and follows(begins_on, last_day, days_off)
        for begins_on in certified_from
    )


def withdrawal_review_due_on(decided_on: date) -> date:
    """Return the last day for reviewing a decision that withdrew the right (§ 9)."""
    return add_months(decided_on, limits.WITHDRAWAL_REVIEW.on(decided_on))
