"""The programme: goals, length, content in time (integreringsloven §§ 12–14 a, 16)."""

from app.rules.programme.added_time import (
    AddedTime,
    AddedTimeDoubt,
    added_time,
    last_day_with_added,
)
from app.rules.programme.assessment import assess_programme
from app.rules.programme.education import (
    EducationAssessment,
    EducationFacts,
    EducationGround,
    education_level,
)
from app.rules.programme.end_goals import allowed_end_goals
from app.rules.programme.kinds import EducationLevel, EndGoal
from app.rules.programme.section_16 import (
    Section16Document,
    Section16Step,
    required_document,
    section_16_step,
)
from app.rules.programme.types import (
    EndGoalGround,
    EndGoalOption,
    MandatoryElement,
    ProgrammeAssessment,
    ProgrammeDoubt,
    ProgrammeFacts,
    ProgrammeGround,
    ProgrammeStep,
)

__all__ = [
    "AddedTime",
    "AddedTimeDoubt",
    "EducationAssessment",
    "EducationFacts",
    "EducationGround",
    "EducationLevel",
    "EndGoal",
    "EndGoalGround",
    "EndGoalOption",
    "MandatoryElement",
    "ProgrammeAssessment",
    "ProgrammeDoubt",
    "ProgrammeFacts",
    "ProgrammeGround",
    "ProgrammeStep",
    "Section16Document",
    "Section16Step",
    "added_time",
    "allowed_end_goals",
    "assess_programme",
    "education_level",
    "last_day_with_added",
    "required_document",
    "section_16_step",
]
