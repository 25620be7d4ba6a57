"""The programme: goals, length, content in time (integreringsloven §§ 12–14 a, 16)."""

from app.rules.programme.kinds import EducationLevel, EndGoal

__all__ = ["EducationLevel", "EndGoal"]
