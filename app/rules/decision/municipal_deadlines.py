"""Kommunens frister: what the municipality must have done, and by when.

Provision: integreringsloven §§ 12, 15 and 30; integreringsforskriften §§ 9, 58 and 59.
In one sentence: three months for programme and training, two for registration, six for a new
look at withdrawn self-certification; for the plan the act names no interval.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.rules.decision.deadline import Deadline, DeadlineKind, months_after
from app.rules.law.grounds import Clarification, Ground
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.absence_limits import WITHDRAWAL_REVIEW
from app.rules.parameters.decision_limits import REGISTRATION
from app.rules.parameters.target_group_limits import DECISION_AND_START
from app.rules.parameters.training_limits import TRAINING_OFFER

_DECISION_AND_START = INTEGRERINGSLOVEN.section("12", "(2)")
_TRAINING_OFFER = INTEGRERINGSLOVEN.section("30", "(3)")
_PLAN_REVIEW = INTEGRERINGSLOVEN.section("15", "(6)")
_SELF_CERTIFICATION = INTEGRERINGSFORSKRIFTEN.section("9", "(3)")
_MUNICIPAL_REGISTRATION = INTEGRERINGSFORSKRIFTEN.section("58", "(2)")
_COUNTY_REGISTRATION = INTEGRERINGSFORSKRIFTEN.section("59", "(2)")


def decision_and_start_deadline(settled_or_claimed_on: date) -> Deadline:
    """Return the last day to decide on a programme and begin it."""
    months = DECISION_AND_START.on(settled_or_claimed_on)
    kind = DeadlineKind.DECISION_AND_START
    return months_after(kind, settled_or_claimed_on, months, _DECISION_AND_START)


def training_offer_deadline(registered_or_claimed_on: date) -> Deadline:
    """Return the last day to offer training in Norwegian and social studies."""
    months = TRAINING_OFFER.on(registered_or_claimed_on)
    kind = DeadlineKind.TRAINING_OFFER
    return months_after(kind, registered_or_claimed_on, months, _TRAINING_OFFER)


def registration_deadline(exists_on: date, *, by_county: bool = False) -> Deadline:
    """Return the last day to register information that exists from a day on."""
    provision = _COUNTY_REGISTRATION if by_county else _MUNICIPAL_REGISTRATION
    months = REGISTRATION.on(exists_on)
    return months_after(DeadlineKind.REGISTRATION, exists_on, months, provision)


def self_certification_review_deadline(decided_on: date) -> Deadline:
    """Return the last day to look again at a decision that withdrew self-certification."""
    months = WITHDRAWAL_REVIEW.on(decided_on)
    kind = DeadlineKind.SELF_CERTIFICATION_REVIEW
    return months_after(kind, decided_on, months, _SELF_CERTIFICATION)


class PlanReviewGround(StrEnum):
    """Why a plan must, or need not, be reviewed (integreringsloven § 15)."""

    LIFE_CHANGED = "life_changed"
    """Vesentlig endring i livssituasjonen since the last review."""
    DATE_REACHED = "date_reached"
    """The day that the municipality set is here or past."""
    DATE_AHEAD = "date_ahead"


class PlanReviewDoubt(StrEnum):
    """What the act leaves open about reviews."""

    NO_DATE_SET = "no_date_set"
    """The act says regularly: the municipality must set a day."""


@dataclass(frozen=True, slots=True)
class PlanReviewFacts:
    """When a plan was looked at, and when it will be."""

    assessed_on: date
    made_or_reviewed_on: date
    next_review_on: date | None = None
    """The day that the municipality set."""
    life_changed_on: date | None = None
    """The latest essential change in the participant's life."""


@dataclass(frozen=True, slots=True)
class PlanReview:
    """Whether a review is due, and the day that the municipality set."""

    is_due: bool
    deadline: date | None
    grounds: tuple[Ground[PlanReviewGround], ...]
    clarifications: tuple[Clarification[PlanReviewDoubt], ...]


def plan_review(facts: PlanReviewFacts) -> PlanReview:
    """Say whether a plan must be reviewed. No interval is computed: the act has none."""
    changed_on = facts.life_changed_on
    if changed_on is not None and facts.made_or_reviewed_on < changed_on <= facts.assessed_on:
        changed = Ground(PlanReviewGround.LIFE_CHANGED, _PLAN_REVIEW)
        return _review(changed, changed_on, is_due=True)
    if facts.next_review_on is None:
        doubt = Clarification(PlanReviewDoubt.NO_DATE_SET, _PLAN_REVIEW)
        return PlanReview(is_due=False, deadline=None, grounds=(), clarifications=(doubt,))
    is_due = facts.next_review_on <= facts.assessed_on
    code = PlanReviewGround.DATE_REACHED if is_due else PlanReviewGround.DATE_AHEAD
    return _review(Ground(code, _PLAN_REVIEW), facts.next_review_on, is_due=is_due)


def _review(ground: Ground[PlanReviewGround], deadline: date, *, is_due: bool) -> PlanReview:
    return PlanReview(is_due=is_due, deadline=deadline, grounds=(ground,), clarifications=())
