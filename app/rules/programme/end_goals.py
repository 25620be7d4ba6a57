"""Sluttmål: which end goals are open to a participant, and why the others are not.

Provision: integreringsloven §§ 13 first paragraph and 14 first to third paragraph.
In force from: 2026-01-01.
In one sentence: the education level decides between § 13 and § 14, over 55 leaves only work, and
under 25 without upper secondary completes it unless that is unwanted or out of reach.
"""

from datetime import date

from app.core.period import age_on
from app.rules.law.grounds import Ground
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters.building import under_reform
from app.rules.parameters.programme_duration import COMPLETION_UNDER_AGE, ONLY_WORK_OVER_AGE
from app.rules.programme.kinds import EducationLevel, EndGoal
from app.rules.programme.types import EndGoalGround, EndGoalOption, ProgrammeFacts

_SECTION_13_GOALS = frozenset(
    {
        EndGoal.WORK,
        EndGoal.HIGHER_EDUCATION_PREPARATION,
        EndGoal.VOCATIONAL_REQUALIFICATION,
    }
)
_SECTION_14_GOALS = frozenset(
    {
        EndGoal.WORK,
        EndGoal.UPPER_SECONDARY_COMPLETED,
        EndGoal.UPPER_SECONDARY_PART,
        EndGoal.VOCATIONAL_TRAINING_COMPLETED,
    }
)
LESSER_GOALS = frozenset({EndGoal.UPPER_SECONDARY_PART, EndGoal.WORK})
"""What § 14 third paragraph leaves to those under 25 who will not complete."""


def allowed_end_goals(facts: ProgrammeFacts) -> tuple[EndGoalOption, ...]:
    """Return every end goal, in order, with whether it may be chosen and the ground."""
    return tuple(_option(end_goal, facts) for end_goal in EndGoal)


def goals_by_education(education: EducationLevel) -> frozenset[EndGoal]:
    """Return the end goals of § 13 or § 14, whatever the age is."""
    return _SECTION_13_GOALS if education.is_upper_secondary_or_higher else _SECTION_14_GOALS


def age_when_decided(facts: ProgrammeFacts) -> int:
    """Return the age at the § 12 decision: the act gives no day, and the decision sets the goal."""
    return age_on(facts.born_on, decided_on(facts))


def decided_on(facts: ProgrammeFacts) -> date:
    """Return the day of the § 12 decision, or of the offer where it is not given."""
    return facts.decided_on or facts.offered_start_on


def asked_on(facts: ProgrammeFacts) -> date:
    """Return the day to ask the ages of the end goals for."""
    return under_reform(decided_on(facts))


def must_aim_at_completion(facts: ProgrammeFacts) -> bool:
    """Whether § 14 third paragraph makes completed upper secondary the first choice."""
    is_young = age_when_decided(facts) < COMPLETION_UNDER_AGE.on(asked_on(facts))
    return is_young and not facts.education.is_upper_secondary_or_higher


def _must_aim_at_work(facts: ProgrammeFacts) -> bool:
    return age_when_decided(facts) > ONLY_WORK_OVER_AGE.on(asked_on(facts))


def _option(end_goal: EndGoal, facts: ProgrammeFacts) -> EndGoalOption:
    has_upper_secondary = facts.education.is_upper_secondary_or_higher
    section = "13" if has_upper_secondary else "14"
    code, detail = EndGoalGround.ALLOWED, "(1)"
    if end_goal not in goals_by_education(facts.education):
        code = (
            EndGoalGround.HAS_UPPER_SECONDARY
            if has_upper_secondary
            else EndGoalGround.LACKS_UPPER_SECONDARY
        )
    elif end_goal is not EndGoal.WORK and _must_aim_at_work(facts):
        code = EndGoalGround.OVER_FIFTY_FIVE
    elif must_aim_at_completion(facts):
        detail = "(3)"
        if end_goal in LESSER_GOALS:
            code = EndGoalGround.ALLOWED_IF_COMPLETION_RULED_OUT
    is_allowed = code in {EndGoalGround.ALLOWED, EndGoalGround.ALLOWED_IF_COMPLETION_RULED_OUT}
    return EndGoalOption(
        end_goal, is_allowed, Ground(code, INTEGRERINGSLOVEN.section(section, detail))
    )
