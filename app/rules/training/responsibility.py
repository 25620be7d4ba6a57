"""Who is responsible for the training, until when it must be offered, and whether it may cost.

Provision: integreringsloven §§ 3 third paragraph and 30.
In one sentence: the municipality offers training within three months of registration or of a
claim; the county authority is responsible for full-time upper secondary and mixed offers.
"""

from datetime import date
from typing import assert_never

from app.core.period import add_months
from app.rules.law.grounds import Ground, Step
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters.training_limits import TRAINING_OFFER
from app.rules.training.answers import Reasons, ResponsibleBody, TrainingGround, TrainingStep
from app.rules.training.entitlement import HAVE_RIGHT, Track
from app.rules.training.types import Provider, TrainingFacts

_BROKE_OFF = INTEGRERINGSLOVEN.section("3", "(3)")
_COUNTY = INTEGRERINGSLOVEN.section("30", "(2)")
_OFFER = INTEGRERINGSLOVEN.section("30", "(3)")


def responsible_body(provider: Provider, track: Track) -> ResponsibleBody:
    """Return who is responsible: the county authority only where there is a right (§ 30)."""
    if track not in HAVE_RIGHT:
        return ResponsibleBody.MUNICIPALITY
    match provider:
        case (
            Provider.MUNICIPALITY
            | Provider.COMBINED_MAINLY_MUNICIPALITY
            | Provider.COMBINED_SHARED_AGREED_MUNICIPALITY
        ):
            return ResponsibleBody.MUNICIPALITY
        case (
            Provider.UPPER_SECONDARY_FULL_TIME
            | Provider.COMBINED_MAINLY_COUNTY
            | Provider.COMBINED_SHARED
        ):
            return ResponsibleBody.COUNTY_AUTHORITY
        case _:
            assert_never(provider)


def offer_deadline(
    facts: TrainingFacts, begins_on: date, body: ResponsibleBody
) -> tuple[date | None, Reasons]:
    """Return the last day to offer training: counted from what came first, registration or claim.

    It never counts from before right and duty began.
    """
    if body is ResponsibleBody.COUNTY_AUTHORITY:
        ground = Ground(TrainingGround.COUNTY_AUTHORITY_RESPONSIBLE, _COUNTY)
        return None, Reasons((ground,))
    if facts.has_broken_off:
        ground = Ground(TrainingGround.MUNICIPALITY_DUTY_LAPSED, _BROKE_OFF)
        return None, Reasons((ground,))
    events = [day for day in (facts.registered_on, facts.claimed_on) if day is not None]
    if not events:
        return None, Reasons()
    first_day = max(min(events), begins_on)
    deadline = add_months(first_day, TRAINING_OFFER.on(facts.assessed_on))
    numbers = (("first_day", first_day.isoformat()), ("last_day", deadline.isoformat()))
    return deadline, Reasons(steps=(Step(TrainingStep.OFFER_DEADLINE, numbers, _OFFER),))
