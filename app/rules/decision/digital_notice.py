"""Digital underretning: how a decision reaches somebody on screen, and the second alert.

Provision: eForvaltningsforskriften §§ 8 and 9; the same for advance notice (§ 8 sixth paragraph).
In one sentence: the decision is made available and an alert is sent; whoever has not opened it
within a week is alerted once more; and whoever has reserved gets it on paper.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.rules.decision.appeal_deadline import Channel
from app.rules.decision.deadline import Deadline, DeadlineKind, days_after
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Ground
from app.rules.law.sources import EFORVALTNINGSFORSKRIFTEN
from app.rules.parameters.decision_limits import SECOND_ALERT

_ALERT = EFORVALTNINGSFORSKRIFTEN.section("8", "(3)")
_SECOND_ALERT = EFORVALTNINGSFORSKRIFTEN.section("8", "(5)")
_RESERVATION = EFORVALTNINGSFORSKRIFTEN.section("9", "(1)")


class DigitalNoticeGround(StrEnum):
    """Why notice goes as it does."""

    RESERVED = "reserved"
    """Reservert mot digital post."""
    NOT_YET_ALERTED = "not_yet_alerted"
    OPENED_IN_TIME = "opened_in_time"
    NOT_OPENED = "not_opened"
    """Not within a week."""


@dataclass(frozen=True, slots=True)
class DigitalNoticeFacts:
    """How far digital notice has come."""

    has_reserved: bool = False
    made_available_on: date | None = None
    alert_sent_on: date | None = None
    opened_on: date | None = None
    """The day the party opened it; the system must record it."""


@dataclass(frozen=True, slots=True)
class DigitalNotice:
    """The channel, and when a second alert must be sent."""

    channel: Channel
    second_alert: Deadline | None
    """None: no second alert is needed, or none can be counted yet."""
    grounds: tuple[Ground[DigitalNoticeGround], ...]


def digital_notice(facts: DigitalNoticeFacts) -> DigitalNotice:
    """Say how notice goes. Raises `BadFacts` for what was opened before it was available."""
    if facts.has_reserved:
        return _answer(Channel.PAPER, None, Ground(DigitalNoticeGround.RESERVED, _RESERVATION))
    available_on, alerted_on = facts.made_available_on, facts.alert_sent_on
    if available_on is None or alerted_on is None:
        ground = Ground(DigitalNoticeGround.NOT_YET_ALERTED, _ALERT)
        return _answer(Channel.DIGITAL, None, ground)
    opened_on = facts.opened_on
    if opened_on is not None and opened_on < available_on:
        raise BadFacts(FactProblem.WRONG_ORDER, "digital_notice.opened_on")
    begins_on = max(available_on, alerted_on)
    due_on = begins_on + timedelta(weeks=SECOND_ALERT.on(begins_on))
    if opened_on is not None and opened_on <= due_on:
        ground = Ground(DigitalNoticeGround.OPENED_IN_TIME, _SECOND_ALERT)
        return _answer(Channel.DIGITAL, None, ground)
    second = days_after(DeadlineKind.SECOND_ALERT, begins_on, due_on, _SECOND_ALERT)
    ground = Ground(DigitalNoticeGround.NOT_OPENED, _SECOND_ALERT)
    return _answer(Channel.DIGITAL, second, ground)


def _answer(
    channel: Channel, second_alert: Deadline | None, ground: Ground[DigitalNoticeGround]
) -> DigitalNotice:
    return DigitalNotice(channel, second_alert, (ground,))
