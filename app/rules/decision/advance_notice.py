"""Forhåndsvarsel: whether the party must be told before an act, and until when to answer.

Provision: forvaltningsloven § 16. That notice always comes before a stop and before a deduction
is the directorate's instruction, read on its pages and not in the act.
In one sentence: who has not applied or been heard is told first, with a deadline that the
municipality sets and that runs from the day the notice was sent.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.rules.decision.acts import Act
from app.rules.decision.deadline import (
    Deadline,
    DeadlineKind,
    DeadlineStep,
    days_after,
    moved_past_days_off,
)
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Clarification, Ground, Step
from app.rules.law.sources import FORVALTNINGSLOVEN

_NOTICE = FORVALTNINGSLOVEN.section("16", "(1)")
_EXCEPTIONS = FORVALTNINGSLOVEN.section("16", "(3)")

ALWAYS_NOTIFIED = frozenset({Act.STOP_PROGRAMME, Act.STOP_TRAINING, Act.REDUCE_BENEFIT})
"""Stans and trekk."""


class NoticeException(StrEnum):
    """Unntak (forvaltningsloven § 16 third paragraph)."""

    NOT_POSSIBLE = "not_possible"
    """Letter a: not possible in practice, or it would endanger what is decided."""
    ADDRESS_UNKNOWN = "address_unknown"
    """Letter b: no known address, and unreasonable to search for one."""
    CLEARLY_UNNECESSARY = "clearly_unnecessary"
    """Letter c: the party knows already and could speak, or notice is clearly unnecessary."""


class NoticeNeed(StrEnum):
    """Om forhåndsvarsel skal sendes."""

    ALWAYS = "always"
    """The directorate's instruction: before every stop and every deduction."""
    DUE = "due"
    NOT_DUE = "not_due"


class NoticeGround(StrEnum):
    """Why notice is due or not."""

    STOP_OR_DEDUCTION = "stop_or_deduction"
    PARTY_NOT_HEARD = "party_not_heard"
    PARTY_APPLIED = "party_applied"
    """Spoke by applying."""
    PARTY_HEARD = "party_heard"
    """Spoke in another way."""
    EXCEPTION = "exception"
    NOT_A_DECISION = "not_a_decision"


class NoticeDoubt(StrEnum):
    """What a person must settle about notice."""

    EXCEPTION_AGAINST_INSTRUCTION = "exception_against_instruction"
    """The act has an exception; the directorate's instruction has none."""


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What notice turns on."""

    act: Act
    is_decision: bool
    is_on_application: bool = False
    has_been_heard: bool = False
    exception: NoticeException | None = None


@dataclass(frozen=True, slots=True)
class NoticeAssessment:
    """Whether advance notice must be sent, and why."""

    need: NoticeNeed
    grounds: tuple[Ground[NoticeGround], ...]
    clarifications: tuple[Clarification[NoticeDoubt], ...] = ()


_LETTERS: Mapping[NoticeException, str] = {
    NoticeException.NOT_POSSIBLE: "a",
    NoticeException.ADDRESS_UNKNOWN: "b",
    NoticeException.CLEARLY_UNNECESSARY: "c",
}


def assess_notice(facts: NoticeFacts) -> NoticeAssessment:
    """Say whether the party must be notified before the act."""
    if facts.act in ALWAYS_NOTIFIED:
        ground = Ground(NoticeGround.STOP_OR_DEDUCTION, _NOTICE)
        doubt = Clarification(NoticeDoubt.EXCEPTION_AGAINST_INSTRUCTION, _EXCEPTIONS)
        doubts = () if facts.exception is None else (doubt,)
        return NoticeAssessment(NoticeNeed.ALWAYS, (ground,), doubts)
    if not facts.is_decision:
        return _not_due(NoticeGround.NOT_A_DECISION)
    if facts.is_on_application:
        return _not_due(NoticeGround.PARTY_APPLIED)
    if facts.has_been_heard:
        return _not_due(NoticeGround.PARTY_HEARD)
    if facts.exception is not None:
        letter = FORVALTNINGSLOVEN.section("16", f"(3) {_LETTERS[facts.exception]}")
        ground = Ground(NoticeGround.EXCEPTION, letter)
        return NoticeAssessment(NoticeNeed.NOT_DUE, (ground,))
    ground = Ground(NoticeGround.PARTY_NOT_HEARD, _NOTICE)
    return NoticeAssessment(NoticeNeed.DUE, (ground,))


def response_deadline(
    sent_on: date,
    days: int,
    public_holidays: AbstractSet[date],
    stated_last_day: date | None = None,
) -> Deadline:
    """Return the last day to answer a notice; the municipality chooses the number of days.

    It runs from the day of sending, not of arrival, unless the notice names a day. The act says
    nothing about days off: the deadline moves past them, to the party's advantage.
    """
    if stated_last_day is not None:
        if stated_last_day < sent_on:
            raise BadFacts(FactProblem.WRONG_ORDER, "notice.stated_last_day")
        numbers = (("to", stated_last_day.isoformat()),)
        stated = Step(DeadlineStep.STATED, numbers, _NOTICE)
        return Deadline(DeadlineKind.RESPONSE, stated_last_day, _NOTICE, (stated,))
    if days <= 0:
        raise BadFacts(FactProblem.NOT_POSITIVE, "notice.days")
    counted = days_after(DeadlineKind.RESPONSE, sent_on, sent_on + timedelta(days), _NOTICE)
    return moved_past_days_off(counted, public_holidays)


def _not_due(code: NoticeGround) -> NoticeAssessment:
    return NoticeAssessment(NoticeNeed.NOT_DUE, (Ground(code, _NOTICE),))
