"""Short ways of asking what the rules say of absent days."""

from collections.abc import Iterable
from typing import Any

from app.rules.absence import Absence, AbsenceGround, AbsenceStep, DayAssessment, classify
from app.rules.policy import Policy
from tests.support.rule_facts import absence_facts, period

INVALID, UNPAID, PAID = (False, False), (True, False), (True, True)
"""Lawful and paid."""
YEAR = period("2025-09-01", "2026-12-31")


def days(*absences: Absence, policy: Policy | None = None, **facts: Any) -> list[DayAssessment]:
    """Return the answers of sixteen months, or of the period `asked`."""
    facts.setdefault("asked", YEAR)
    return list(classify(absence_facts(*absences, **facts), policy or Policy()).days)


def flags(rows: Iterable[DayAssessment]) -> list[tuple[bool, bool]]:
    return [(row.is_lawful, row.is_paid) for row in rows]


def codes(rows: Iterable[DayAssessment]) -> list[AbsenceGround]:
    return [row.grounds[0].code for row in rows]


def steps(row: DayAssessment) -> dict[AbsenceStep, dict[str, str]]:
    """Return the numbers of each step of a day."""
    return {step.what: dict(step.numbers) for step in row.steps}
