"""The programme: goals, length, content in time (integreringsloven §§ 12–14 a, 16)."""

from app.rules.programme.added_time import added_days, counted_days, last_day_with_added
from app.rules.programme.assessment import assess_programme
from app.rules.programme.end_goals import allowed_end_goals
from app.rules.programme.kinds import EducationLevel, EndGoal
from app.rules.programme.section_16 import Section16Document, required_document
from app.rules.programme.types import (
    EndGoalGround,
    EndGoalOption,
    MandatoryElement,
    ProgrammeAssessment,
    ProgrammeDoubt,
    ProgrammeFacts,
    ProgrammeGround,
)

__all__ = [
    "EducationLevel",
    "EndGoal",
    "EndGoalGround",
    "EndGoalOption",
    "MandatoryElement",
    "ProgrammeAssessment",
    "ProgrammeDoubt",
    "ProgrammeFacts",
    "ProgrammeGround",
    "Section16Document",
    "added_days",
    "allowed_end_goals",
    "assess_programme",
    "counted_days",
    "last_day_with_added",
    "required_document",
]
