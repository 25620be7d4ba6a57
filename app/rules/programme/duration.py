"""Varighet: how long a programme may last, and how much longer it can become.

Provision: integreringsloven §§ 13 third paragraph and 14 fourth to sixth paragraph;
integreringsforskriften §§ 75 and 76.
In one sentence: the end goal sets the length, and the day a start was offered decides whether
today's lengths apply.
"""

from dataclasses import dataclass
from typing import assert_never

from app.rules.law.parameter import Parameter
from app.rules.law.provision import Provision
from app.rules.parameters.programme_duration import (
    UPPER_SECONDARY_COMPLETED_LENGTH,
    UPPER_SECONDARY_LENGTH,
    UPPER_SECONDARY_PART_LENGTH,
    VOCATIONAL_TRAINING_LENGTH,
    WORK_LENGTH,
    ProgrammeLength,
)
from app.rules.programme.kinds import EndGoal
from app.rules.programme.types import ProgrammeFacts, ProgrammeGround


@dataclass(frozen=True, slots=True)
class LengthRule:
    """The length that applies, with the rule it comes from."""

    length: ProgrammeLength
    ground: ProgrammeGround
    provision: Provision

    @property
    def is_before_reform(self) -> bool:
        """Whether it is a length of the act as it was."""
        return self.ground is ProgrammeGround.LENGTH_BEFORE_REFORM


def length_rule(facts: ProgrammeFacts, end_goal: EndGoal) -> LengthRule:
    """Return the length for an end goal that the participant may have.

    Raises `NotInForceError` for a start offered before the act.
    """
    lengths, ground = (
        (UPPER_SECONDARY_LENGTH, ProgrammeGround.UPPER_SECONDARY_LENGTH)
        if facts.education.is_upper_secondary_or_higher
        else _section_14(end_goal)
    )
    row = lengths.row_on(facts.offered_start_on)
    if not row.is_confirmed:
        ground = ProgrammeGround.LENGTH_BEFORE_REFORM
    return LengthRule(row.value, ground, row.provision)


def _section_14(end_goal: EndGoal) -> tuple[Parameter[ProgrammeLength], ProgrammeGround]:
    match end_goal:
        case EndGoal.UPPER_SECONDARY_PART:
            return UPPER_SECONDARY_PART_LENGTH, ProgrammeGround.UPPER_SECONDARY_PART_LENGTH
        case EndGoal.UPPER_SECONDARY_COMPLETED:
            return (
                UPPER_SECONDARY_COMPLETED_LENGTH,
                ProgrammeGround.UPPER_SECONDARY_COMPLETED_LENGTH,
            )
        case EndGoal.VOCATIONAL_TRAINING_COMPLETED:
            return VOCATIONAL_TRAINING_LENGTH, ProgrammeGround.VOCATIONAL_TRAINING_LENGTH
        case EndGoal.WORK:
            return WORK_LENGTH, ProgrammeGround.WORK_LENGTH
        case EndGoal.HIGHER_EDUCATION_PREPARATION | EndGoal.VOCATIONAL_REQUALIFICATION:
            raise ValueError(f"{end_goal} is no goal of § 14")
        case _:
            assert_never(end_goal)
