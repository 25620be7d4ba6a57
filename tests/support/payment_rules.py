"""Payments asked of the rules, in June 2026 at the full rate where nothing else is said."""

from dataclasses import replace
from datetime import date
from typing import Any

from app.rules.absence import Absence
from app.rules.benefit import LivingPeriod, PaymentAssessment, PaymentStep, assess_payment, rates
from app.rules.policy import Policy
from tests.support.rule_facts import LONG_AGO, day, payment_facts

FULL = rates(date(2026, 6, 1))
"""22 758.1666… a month, 758.6055… a day, 147.6205… an hour."""


def pay(
    *absences: Absence, policy: Policy | None = None, known_on: date | None = None, **facts: Any
) -> PaymentAssessment:
    return assess_payment(payment_facts(*absences, **facts), policy or Policy(), known_on)


def living(first_day: str = LONG_AGO, **more: Any) -> tuple[LivingPeriod, ...]:
    return (LivingPeriod(day(first_day), **more),)


def with_policy(**choices: Any) -> Policy:
    return replace(Policy(), **choices)


def numbers_of(answer: PaymentAssessment, what: PaymentStep) -> list[dict[str, str]]:
    """Return the numbers of every step of one kind."""
    return [dict(step.numbers) for step in answer.steps if step.what is what]
