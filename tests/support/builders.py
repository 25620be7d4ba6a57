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
    RegisterMapping,
)
from app.enrolment.kinds import AddressProtection, Literacy, Sex
from app.enrolment.models import Participant
from app.enrolment.service import enrol_participant, register_mapping
from app.plans import service as plans
from app.plans.commands import (
    AddElement,
    CreatePlan,
    ElementDetails,
    FixPlan,
    PlanDetails,
    ProgrammeDetails,
)
from app.plans.elements import add_element
from app.plans.models import IntegrationPlan
from app.plans.queries import find_programme, get_draft
from app.rules.eligibility import PermitGround
from app.rules.plan import ElementKind, propose_norwegian_goals
from app.rules.programme import EducationLevel, EndGoal

_serial = count(1)

SETTLED_ON = date(2026, 9, 1)
BORN_ON = date(1990, 4, 12)


def details(**changes: object) -> ParticipantDetails:
    """Return an ordinary refugee, settled by agreement in September 2026."""
    serial = next(_serial)
    plain = ParticipantDetails(
        given_name="Layla",
        family_name=f"Hassan {serial:05}",
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


def map_education(session: Session, clock: Clock, actor: Actor, participant: Participant) -> None:
    """Register that a participant has completed upper secondary and was guided."""
    command = RegisterMapping(
        participant_id=participant.id,
        row_version=participant.row_version,
        education_level=EducationLevel.UPPER_SECONDARY_OR_HIGHER,
        mapped_on=SETTLED_ON,
        mapping_missing_reason="",
        guided_on=SETTLED_ON,
        guidance_missing_reason="",
    )
    register_mapping(session, clock, actor, command)


def fix_plan(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant: Participant,
    *,
    made_on: date = date(2026, 9, 7),
    starts_on: date = date(2026, 9, 14),
) -> IntegrationPlan:
    """Map the participant's education, and fix a plan for her that lacks nothing."""
    map_education(session, clock, actor, participant)
    programme = ProgrammeDetails(made_on, starts_on, made_on)
    details = PlanDetails(
        made_on=made_on,
        end_goal=EndGoal.WORK,
        norwegian_goals=propose_norwegian_goals(EducationLevel.UPPER_SECONDARY_OR_HIGHER),
        review_due_on=date(2026, 12, 7),
        long_term_goals="Jeg vil arbeide i barnehage.",
        reasons="Praksis gir erfaring og daglig trening i muntlig norsk.",
        norwegian_hours=600,
        social_studies_hours=75,
        is_appeal_information_given=True,
        is_competence_validation_guided=True,
    )
    plans.create_plan(session, clock, actor, CreatePlan(participant.id, programme, details))
    begun = find_programme(session, actor.scope, participant.id)
    assert begun is not None
    for kind, hours in (
        (ElementKind.NORWEGIAN_TRAINING, 14),
        (ElementKind.SOCIAL_STUDIES, 3),
        (ElementKind.LIFE_SKILLS_MIGRATION_HEALTH, 1),
        (ElementKind.LIFE_SKILLS_CAREER, 1),
        (ElementKind.WORK_PRACTICE, 18),
        (ElementKind.PARENTAL_GUIDANCE, 1),
    ):
        element = ElementDetails(kind, begun.starts_on, begun.ends_on, hours * 60)
        add_element(session, clock, actor, AddElement(participant.id, element))
    draft = get_draft(session, actor.scope, participant.id)
    return plans.fix_plan(session, clock, actor, FixPlan(participant.id, draft.row_version))
