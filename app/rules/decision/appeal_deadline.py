"""Klagefrist: until when a decision can be appealed.

Provision: forvaltningsloven §§ 29 first paragraph, 30 and 31; domstolloven §§ 148 and 149;
eForvaltningsforskriften § 11.
In one sentence: three weeks from when notice reached the party, on screen from when the decision
was available and the alert sent, and on to the next virkedag if that is a day off.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from app.core.period import ONE_DAY, add_months
from app.rules.calendar.virkedag import is_virkedag
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.provision import Provision
from app.rules.law.sources import (
    DOMSTOLLOVEN,
    EFORVALTNINGSFORSKRIFTEN,
    FORVALTNINGSLOVEN,
    INTEGRERINGSLOVEN,
)

_THREE_WEEKS = timedelta(weeks=3)
_OUTER_LIMIT_MONTHS = 12
_APPEAL = INTEGRERINGSLOVEN.section("47")
_DEADLINE = FORVALTNINGSLOVEN.section("29", "(1)")
_OUTER_LIMIT = FORVALTNINGSLOVEN.section("31", "(3)")
_DAYS_OFF = DOMSTOLLOVEN.section("149")
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


@dataclass(frozen=True, slots=True)
class AppealDeadline:
    """The ordinary and the outer limit of an appeal."""

    last_day: date
    """An appeal handed in on this day is in time."""
    latest_possible: date
    """One year after the decision, or after notice where that day is not known: later, an
    appeal cannot be taken up even with good reason."""
    provisions: tuple[Provision, ...]


def appeal_deadline(facts: NotificationFacts, public_holidays: AbstractSet[date]) -> AppealDeadline:
    """Return the deadline. Raises `BadFacts` where the day of notice is missing."""
    begins_on = _begins_on(facts)
    last_day = begins_on + _THREE_WEEKS
    while not is_virkedag(last_day, public_holidays):
        last_day += ONE_DAY
    if facts.decided_on is not None and facts.decided_on > begins_on:
        raise BadFacts(FactProblem.WRONG_ORDER, "decided_on")
    digital = (_DIGITAL,) if facts.channel is Channel.DIGITAL else ()
    return AppealDeadline(
        last_day=last_day,
        latest_possible=add_months(facts.decided_on or begins_on, _OUTER_LIMIT_MONTHS),
        provisions=(_DEADLINE, *digital, _OUTER_LIMIT, _DAYS_OFF, _APPEAL),
    )


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
