"""What a participant can say, and what becomes of it."""

from dataclasses import dataclass
from enum import StrEnum

from app.rules.absence import AbsenceReason, WelfareGround


class StatementKind(StrEnum):
    """The three things that she can say on the first screen."""

    OWN_ILLNESS = "own_illness"
    CHILD_ILLNESS = "child_illness"
    AWAY = "away"


class AwayGround(StrEnum):
    """Why she must be away, in words that everybody knows."""

    APPOINTMENT = "appointment"
    SCHOOL = "school"
    """A child begins in kindergarten or at school."""
    DEATH = "death"
    WEDDING = "wedding"
    RELIGIOUS = "religious"
    HOLIDAY = "holiday"
    OTHER = "other"


class Answer(StrEnum):
    """What the caseworker makes of it."""

    SELF_CERTIFIED = "self_certified"
    """Registered on her own word."""
    CERTIFIED = "certified"
    """Registered with the doctor's certificate that she has handed in."""
    GRANTED = "granted"
    """Registered as holiday, and the municipality says yes to the days."""
    DECIDED = "decided"
    """Decided by letter: registered as far as the decision grants it."""
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    """She took it back herself."""


ACCEPTED = (Answer.SELF_CERTIFIED, Answer.CERTIFIED, Answer.GRANTED)


@dataclass(frozen=True, slots=True)
class Meant:
    """A ground in the words of the rules."""

    reason: AbsenceReason
    welfare_ground: WelfareGround | None = None


_WELFARE = AbsenceReason.WELFARE_LEAVE
MEANT = {
    AwayGround.APPOINTMENT: Meant(_WELFARE, WelfareGround.APPOINTMENT),
    AwayGround.SCHOOL: Meant(_WELFARE, WelfareGround.SCHOOL_START),
    AwayGround.DEATH: Meant(_WELFARE, WelfareGround.DEATH),
    AwayGround.WEDDING: Meant(_WELFARE, WelfareGround.WEDDING),
    AwayGround.RELIGIOUS: Meant(AbsenceReason.RELIGIOUS_HOLIDAY),
    AwayGround.HOLIDAY: Meant(AbsenceReason.HOLIDAY),
    AwayGround.OTHER: Meant(AbsenceReason.PERMISSION),
}
"""What her words mean (integreringsforskriften §§ 14, 17–18; integreringsloven § 17)."""


def meant_by(kind: StatementKind, ground: AwayGround | None) -> Meant:
    """Return what a statement means to the rules."""
    if kind is StatementKind.OWN_ILLNESS:
        return Meant(AbsenceReason.OWN_ILLNESS)
    if kind is StatementKind.CHILD_ILLNESS:
        return Meant(AbsenceReason.CHILD_ILLNESS)
    return MEANT[ground or AwayGround.OTHER]


def is_application(kind: StatementKind, ground: AwayGround | None) -> bool:
    """Tell whether only a decision can answer it; never holiday (integreringsforskriften § 69)."""
    return kind is StatementKind.AWAY and ground is not AwayGround.HOLIDAY


def answers_to(kind: StatementKind, ground: AwayGround | None) -> tuple[Answer, ...]:
    """Return what a caseworker can make of a statement, the likely one first; none: a decision."""
    if is_application(kind, ground):
        return ()
    if kind is StatementKind.AWAY:
        return (Answer.GRANTED, Answer.REJECTED)
    return (Answer.SELF_CERTIFIED, Answer.CERTIFIED, Answer.REJECTED)
