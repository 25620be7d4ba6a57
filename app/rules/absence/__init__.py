"""Absence, leave and time off: lawful, paid, adding to the programme (§ 17, §§ 5–19)."""

from app.rules.absence.reasons import AbsenceReason

__all__ = ["AbsenceReason"]
