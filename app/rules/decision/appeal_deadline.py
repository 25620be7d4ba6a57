"""Klagefrist: until when a decision can be appealed.

Provision: forvaltningsloven §§ 29 first paragraph, 30 and 31; domstolloven §§ 148 and 149;
eForvaltningsforskriften § 11.
In one sentence: three weeks from when notice reached the party, on screen from when the decision
was available and the alert sent, and on to the next virkedag if that is a day off; asking for the
reasons starts it anew when they come.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from app.core.period import add_months
from app.rules.decision.deadline import (
    DAYS_OFF,
    Deadline,
    DeadlineKind,
    DeadlineStep,
    days_after,
    moved_past_days_off,
)
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Step
from app.rules.law.provision import Provision
from app.rules.law.sources import (
    EFORVALTNINGSFORSKRIFTEN,
    FORVALTNINGSLOVEN,
    INTEGRERINGSFORSKRIFTEN,
    INTEGRERINGSLOVEN,
)
from app.rules.parameters.decision_limits import (
    APPEAL_DEADLINE,
    APPEAL_OUTER_LIMIT,
    TEST_COMPLAINT,
)

_APPEAL = INTEGRERINGSLOVEN.section("47")
_DEADLINE = FORVALTNINGSLOVEN.section("29", "(1)")
_AFTER_REASONS = FORVALTNINGSLOVEN.section("29", "(3)")
_OUTER_LIMIT = FORVALTNINGSLOVEN.section("31", "(3)")
_TEST_COMPLAINT = INTEGRERINGSFORSKRIFTEN.section("42", "(4)")
_DIGITAL = EFORVALTNINGSFORSKRIFTEN.section("11", "(2)")


class Channel(StrEnum):
    """How the party was told (underretning)."""

    PAPER = "paper"
    DIGITAL = "digital"


@dataclass(frozen=True, slots=True)
class NotificationFacts:
    """When notice of a decision reached the party."""

    channel: Channel
    reached_on: date | None = None
    """On paper: the day the letter came."""
    made_available_on: date | None = None
    """On screen: the day the decision could be read."""
    alert_sent_on: date | None = None
    """On screen: the day the party was alerted."""
    decided_on: date | None = None
    """The day of the decision: the outer limit counts from it."""
    reasons_reached_on: date | None = None
    """The day the reasons came, where the party asked for them within the deadline."""


@dataclass(frozen=True, slots=True)
class AppealDeadline:
    """The ordinary and the outer limit of an appeal."""

    last_day: date
    """An appeal handed in on this day is in time."""
    latest_possible: date
    """One year after the decision, or after notice where that day is not known: later, an
    appeal cannot be taken up even with good reason."""
    provisions: tuple[Provision, ...]
    steps: tuple[Step[DeadlineStep], ...]


def appeal_deadline(facts: NotificationFacts, public_holidays: AbstractSet[date]) -> AppealDeadline:
    """Return the deadline. Raises `BadFacts` where the day of notice is missing."""
    begins_on = _begins_on(facts)
    if facts.decided_on is not None and facts.decided_on > begins_on:
        raise BadFacts(FactProblem.WRONG_ORDER, "decided_on")
    provision = _DEADLINE
    if facts.reasons_reached_on is not None:
        if facts.reasons_reached_on < begins_on:
            raise BadFacts(FactProblem.WRONG_ORDER, "reasons_reached_on")
        begins_on, provision = facts.reasons_reached_on, _AFTER_REASONS
    deadline = _weeks_after(
        DeadlineKind.APPEAL,
        begins_on,
        APPEAL_DEADLINE.on(begins_on),
        provision,
        public_holidays,
    )
    digital = (_DIGITAL,) if facts.channel is Channel.DIGITAL else ()
    anew = (_AFTER_REASONS,) if provision is _AFTER_REASONS else ()
    outer_limit = APPEAL_OUTER_LIMIT.on(begins_on)
    return AppealDeadline(
        last_day=deadline.last_day,
        latest_possible=add_months(facts.decided_on or _begins_on(facts), outer_limit),
        provisions=(_DEADLINE, *anew, *digital, _OUTER_LIMIT, DAYS_OFF, _APPEAL),
        steps=deadline.steps,
    )


def complaint_about_test_deadline(held_on: date, public_holidays: AbstractSet[date]) -> Deadline:
    """Return the last day to complain about how a test was held."""
    weeks = TEST_COMPLAINT.on(held_on)
    kind = DeadlineKind.TEST_COMPLAINT
    return _weeks_after(kind, held_on, weeks, _TEST_COMPLAINT, public_holidays)


def _weeks_after(
    kind: DeadlineKind,
    begins_on: date,
    weeks: int,
    provision: Provision,
    public_holidays: AbstractSet[date],
) -> Deadline:
    counted = days_after(kind, begins_on, begins_on + timedelta(weeks=weeks), provision)
    return moved_past_days_off(counted, public_holidays)


def _begins_on(facts: NotificationFacts) -> date:
    match facts.channel:
        case Channel.PAPER:
            return _required(facts.reached_on, "reached_on")
        case Channel.DIGITAL:
            available = _required(facts.made_available_on, "made_available_on")
            return max(available, _required(facts.alert_sent_on, "alert_sent_on"))
        case _:
            assert_never(facts.channel)


def _required(day: date | None, field: str) -> date:
    if day is None:
        raise BadFacts(FactProblem.MISSING, field)
    return day
