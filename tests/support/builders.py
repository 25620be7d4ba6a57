"""People and cases for tests, made through the services as a caseworker would."""

from dataclasses import replace
from datetime import date
from itertools import count

from sqlalchemy.orm import Session

from app.core.actor import Actor
from app.core.clock import Clock
from app.demo.identity_numbers import synthetic_number
from app.enrolment.commands import (
    ChildDetails,
    EnrolParticipant,
    HouseholdDetails,
    ParticipantDetails,
    PermitDetails,
)
from app.enrolment.kinds import AddressProtection, Literacy, Sex
from app.enrolment.models import Participant
from app.enrolment.service import enrol_participant
from app.rules.eligibility import PermitGround

_serial = count(1)

SETTLED_ON = date(2026, 9, 1)
BORN_ON = date(1990, 4, 12)


def details(**changes: object) -> ParticipantDetails:
    """Return an ordinary refugee, settled by agreement in September 2026."""
    serial = next(_serial)
    plain = ParticipantDetails(
        given_name="Layla",
        family_name=f"Hassan {serial}",
        born_on=BORN_ON,
        sex=Sex.FEMALE,
        identity_number=synthetic_number(BORN_ON, serial % 400),
        first_language="ar",
        reading_language="ar",
        interpreter_language="ar",
        literacy=Literacy.FLUENT,
        phone="",
        email="",
        address="",
        address_protection=AddressProtection.NONE,
        adviser_id=None,
        permit=PermitDetails(ground=PermitGround.ASYLUM, granted_on=date(2026, 3, 1)),
        settled_on=SETTLED_ON,
        is_settled_by_agreement=True,
        first_lived_with_permit_on=SETTLED_ON,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def enrol(
    session: Session,
    clock: Clock,
    actor: Actor,
    *,
    children: tuple[date, ...] = (),
    household: HouseholdDetails | None = None,
    **changes: object,
) -> Participant:
    """Enrol an ordinary refugee, with whatever differs."""
    lives = household or HouseholdDetails(
        children=tuple(ChildDetails(born_on=day) for day in children)
    )
    command = EnrolParticipant(details(**changes), lives, is_somebody_else=True)
    return enrol_participant(session, clock, actor, command)
