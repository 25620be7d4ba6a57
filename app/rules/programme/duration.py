"""Varighet: how long a programme may last, and how much longer it can become.

Provision: integreringsloven §§ 13 third paragraph and 14 fourth to sixth paragraph;
integreringsforskriften §§ 75 and 76.
In one sentence: the end goal sets the length, and the day a start was offered decides whether
today's lengths apply.
"""

from dataclasses import dataclass
from typing import assert_never

from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters import programme_duration as lengths
from app.rules.parameters.programme_duration import ProgrammeLength
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
    """Return the length for an end goal that the participant may have."""
    if facts.education.is_upper_secondary_or_higher:
        if facts.offered_start_on > lengths.UPPER_SECONDARY_LENGTH_APPLIES_AFTER:
            return LengthRule(
                lengths.UPPER_SECONDARY_LENGTH,
                ProgrammeGround.UPPER_SECONDARY_LENGTH,
                INTEGRERINGSLOVEN.section("13", "(3)"),
            )
        return _before(lengths.UPPER_SECONDARY_LENGTH_BEFORE, "75")
    is_work = end_goal is EndGoal.WORK
    applies_after = (
        lengths.WORK_LENGTH_APPLIES_AFTER if is_work else lengths.FORMAL_LENGTH_APPLIES_AFTER
    )
    if facts.offered_start_on > applies_after:
        return _section_14(end_goal)
    is_completed = end_goal in {
        EndGoal.UPPER_SECONDARY_COMPLETED,
        EndGoal.VOCATIONAL_TRAINING_COMPLETED,
    }
    return _before(
        lengths.COMPLETED_LENGTH_BEFORE if is_completed else lengths.OTHER_LENGTH_BEFORE, "76"
    )


def _before(length: ProgrammeLength, section: str) -> LengthRule:
    provision = INTEGRERINGSFORSKRIFTEN.section(section)
    return LengthRule(length, ProgrammeGround.LENGTH_BEFORE_REFORM, provision)


def _section_14(end_goal: EndGoal) -> LengthRule:
    match end_goal:
        case EndGoal.UPPER_SECONDARY_PART:
            length = lengths.UPPER_SECONDARY_PART_LENGTH
            ground, detail = ProgrammeGround.UPPER_SECONDARY_PART_LENGTH, "(4)"
        case EndGoal.UPPER_SECONDARY_COMPLETED:
            length = lengths.UPPER_SECONDARY_COMPLETED_LENGTH
            ground, detail = ProgrammeGround.UPPER_SECONDARY_COMPLETED_LENGTH, "(4)"
        case EndGoal.VOCATIONAL_TRAINING_COMPLETED:
            length = lengths.VOCATIONAL_TRAINING_LENGTH
            ground, detail = ProgrammeGround.VOCATIONAL_TRAINING_LENGTH, "(5)"
        case EndGoal.WORK:
            length = lengths.WORK_LENGTH
            ground, detail = ProgrammeGround.WORK_LENGTH, "(6)"
        case EndGoal.HIGHER_EDUCATION_PREPARATION | EndGoal.VOCATIONAL_REQUALIFICATION:
            raise ValueError(f"{end_goal} is no goal of § 14")
        case _:
            assert_never(end_goal)
    return LengthRule(length, ground, INTEGRERINGSLOVEN.section("14", detail))
