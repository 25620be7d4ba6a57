"""What can be asked for, and the ways it can go: with the papers that the rule asks for, or not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.attendance.commands import AbsenceContent
from app.rules.absence import AbsenceReason, WelfareGround

ASKABLE = (
    AbsenceReason.OWN_ILLNESS,
    AbsenceReason.CHILD_ILLNESS,
    AbsenceReason.WELFARE_LEAVE,
    AbsenceReason.RELIGIOUS_HOLIDAY,
    AbsenceReason.HOLIDAY,
    AbsenceReason.PERMISSION,
)
"""Reasons that somebody asks about beforehand; long leave is applied for and decided."""


@dataclass(frozen=True, slots=True)
class Question:
    """Days, and why."""

    first_day: date
    last_day: date
    reason: AbsenceReason
    child_id: UUID | None = None
    welfare_ground: WelfareGround | None = None


class Way(StrEnum):
    """How the days are documented."""

    SELF_CERTIFIED = "self_certified"
    CERTIFIED = "certified"
    GRANTED = "granted"
    TOLD = "told"
    """She tells in advance, today."""
    NOTHING = "nothing"


def ways_of(question: Question, today: date) -> Iterator[tuple[Way, AbsenceContent]]:
    """Yield each way that the rules tell apart for this reason, the best one first."""
    plain = AbsenceContent(
        first_day=question.first_day,
        last_day=question.last_day,
        reason=question.reason,
        child_id=question.child_id,
        welfare_ground=question.welfare_ground,
    )
    match question.reason:
        case AbsenceReason.OWN_ILLNESS | AbsenceReason.CHILD_ILLNESS:
            yield Way.SELF_CERTIFIED, replace(plain, is_self_certified=True)
            yield Way.CERTIFIED, replace(plain, has_medical_certificate=True)
            yield Way.NOTHING, plain
        case AbsenceReason.RELIGIOUS_HOLIDAY:
            yield Way.TOLD, replace(plain, notice_on=today)
        case _:
            yield Way.GRANTED, replace(plain, is_granted=True)
            yield Way.NOTHING, plain
