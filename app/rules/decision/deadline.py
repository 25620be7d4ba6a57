"""How deadlines are counted: weeks and months by the calendar, and on from days off.

Provision: domstolloven §§ 148 and 149, which forvaltningsloven § 30 applies to appeals.
In one sentence: a week ends on the same weekday, a month on the day with the same number or the
month's last, and a deadline that ends on a day off moves on to the next virkedag.

The deadlines of the municipality itself are not moved: nothing says so, and the earlier day is
the safe one.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.period import ONE_DAY, add_months
from app.rules.calendar.virkedag import is_virkedag
from app.rules.law.grounds import Step
from app.rules.law.provision import Provision
from app.rules.law.sources import DOMSTOLLOVEN

DAYS_OFF = DOMSTOLLOVEN.section("149")


class DeadlineKind(StrEnum):
    """Frist: what must be done by the day."""

    DECISION_AND_START = "decision_and_start"
    """Vedtak om og oppstart av program (integreringsloven § 12)."""
    TRAINING_OFFER = "training_offer"
    """Tilbud om opplæring (integreringsloven § 30)."""
    REGISTRATION = "registration"
    """Registrering i nasjonalt register (integreringsforskriften §§ 58 and 59)."""
    SELF_CERTIFICATION_REVIEW = "self_certification_review"
    """Ny vurdering av bortfalt egenmelding (integreringsforskriften § 9)."""
    PLAN_REVIEW = "plan_review"
    """Ny vurdering av planen (integreringsloven § 15)."""
    RESPONSE = "response"
    """Svarfrist i forhåndsvarsel (forvaltningsloven § 16)."""
    SECOND_ALERT = "second_alert"
    """Andre varsel om digitalt vedtak (eForvaltningsforskriften § 8)."""
    APPEAL = "appeal"
    """Klagefrist (forvaltningsloven § 29)."""
    TEST_COMPLAINT = "test_complaint"
    """Klagefrist for hvordan en prøve ble holdt (integreringsforskriften § 42)."""


class DeadlineStep(StrEnum):
    """A step in counting a deadline."""

    COUNTED = "counted"
    MOVED_PAST_DAYS_OFF = "moved_past_days_off"
    STATED = "stated"
    """The day that a notice names itself."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for something, and how it was counted."""

    kind: DeadlineKind
    last_day: date
    provision: Provision
    steps: tuple[Step[DeadlineStep], ...]


def months_after(kind: DeadlineKind, day: date, months: int, provision: Provision) -> Deadline:
    """Return a deadline of whole months, not moved past days off."""
    last_day = add_months(day, months)
    return Deadline(kind, last_day, provision, (_counted(day, last_day, provision),))


def days_after(kind: DeadlineKind, day: date, last_day: date, provision: Provision) -> Deadline:
    """Return a deadline of days or weeks that ends on `last_day`, not moved past days off."""
    return Deadline(kind, last_day, provision, (_counted(day, last_day, provision),))


def moved_past_days_off(deadline: Deadline, public_holidays: AbstractSet[date]) -> Deadline:
    """Return the same deadline, ending on the next virkedag if it ends on a day off."""
    last_day = deadline.last_day
    while not is_virkedag(last_day, public_holidays):
        last_day += ONE_DAY
    if last_day == deadline.last_day:
        return deadline
    numbers = (("from", deadline.last_day.isoformat()), ("to", last_day.isoformat()))
    moved = Step(DeadlineStep.MOVED_PAST_DAYS_OFF, numbers, DAYS_OFF)
    return Deadline(deadline.kind, last_day, deadline.provision, (*deadline.steps, moved))


def _counted(day: date, last_day: date, provision: Provision) -> Step[DeadlineStep]:
    numbers = (("from", day.isoformat()), ("to", last_day.isoformat()))
    return Step(DeadlineStep.COUNTED, numbers, provision)
