"""A participant with a mapped education, and commands that make a complete plan for her."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.models import AuditEvent
from app.core.actor import Actor, Role
from app.core.clock import today
from app.enrolment.commands import (
    EnrolParticipant,
    ParticipantDetails,
    PermitDetails,
    RegisterMapping,
)
from app.enrolment.models import AddressProtection, Literacy, Sex
from app.enrolment.queries import get_participant
from app.enrolment.service import enrol_participant, register_mapping
from app.extensions import db
from app.plans import elements, service
from app.plans.commands import (
    AddElement,
    CreatePlan,
    ElementDetails,
    FixPlan,
    PlanDetails,
    ProgrammeDetails,
)
from app.plans.models import IntegrationPlan
from app.plans.queries import get_draft
from app.plans.versions.commands import JudgeChange
from app.plans.versions.models import PlanChangeKind
from app.plans.versions.service import judge_change
from app.rules.eligibility import PermitGround
from app.rules.plan import CefrLevel, ChangeKind, ElementKind, NorwegianGoals
from app.rules.programme import EducationLevel, EndGoal
from tests.support.world import DALHEIM, FJORDVIK, World

PROGRAMME = ProgrammeDetails(
    offered_start_on=date(2026, 9, 1), starts_on=date(2026, 9, 14), decided_on=date(2026, 9, 1)
)
DETAILS = PlanDetails(
    made_on=date(2026, 9, 1),
    end_goal=EndGoal.WORK,
    norwegian_goals=NorwegianGoals(CefrLevel.B1, CefrLevel.B1, CefrLevel.B1, CefrLevel.B2),
    review_due_on=date(2026, 12, 1),
    long_term_goals="Jeg vil drive et bakeri.",
    reasons="Praksis i bakeri gir norsk på jobb og en referanse.",
    norwegian_hours=600,
    social_studies_hours=75,
    is_appeal_information_given=True,
    is_competence_validation_guided=True,
)
LAST_DAY = date(2027, 9, 13)
"""Twelve months from the start: upper secondary, § 13."""


def element(kind: ElementKind, hours: int, **changes: object) -> ElementDetails:
    """Return an element for the whole programme unless the changes say otherwise."""
    whole = ElementDetails(kind, PROGRAMME.starts_on, LAST_DAY, hours * 60)
    return replace(whole, **changes)  # type: ignore[arg-type]


COMPLETE = (
    element(ElementKind.NORWEGIAN_TRAINING, 15),
    element(ElementKind.SOCIAL_STUDIES, 3),
    element(ElementKind.LIFE_SKILLS_MIGRATION_HEALTH, 1),
    element(ElementKind.LIFE_SKILLS_CAREER, 1),
    element(ElementKind.WORK_PRACTICE, 18, title="Bakeriet på torget", provider="Fjordvik bakeri"),
)


@dataclass(frozen=True)
class Plans:
    """Does what a caseworker does, in the given municipality. Needs an app context."""

    world: World
    participant_id: UUID
    domain: str = FJORDVIK

    @property
    def actor(self) -> Actor:
        return self.world.actor(Role.CASEWORKER, self.domain)

    def create(
        self, details: PlanDetails = DETAILS, programme: ProgrammeDetails = PROGRAMME
    ) -> IntegrationPlan:
        command = CreatePlan(self.participant_id, programme, details)
        return service.create_plan(db.session, self.world.clock, self.actor, command)

    def add(self, *added: ElementDetails) -> None:
        for each in added:
            command = AddElement(self.participant_id, each)
            elements.add_element(db.session, self.world.clock, self.actor, command)

    def judge(self, kind: ChangeKind = ChangeKind.SMALL) -> PlanChangeKind:
        """Say what kind of change the draft of a later version is, as it stands now."""
        draft = get_draft(db.session, self.actor.scope, self.participant_id)
        command = JudgeChange(self.participant_id, draft.row_version, kind, "Bare nye tider.")
        return judge_change(db.session, self.world.clock, self.actor, command)

    def fix(self) -> IntegrationPlan:
        draft = get_draft(db.session, self.actor.scope, self.participant_id)
        command = FixPlan(self.participant_id, draft.row_version)
        return service.fix_plan(db.session, self.world.clock, self.actor, command)

    def fixed(self) -> IntegrationPlan:
        """Create, fill and fix a plan that lacks nothing, and commit it."""
        self.create()
        self.add(*COMPLETE)
        plan = self.fix()
        db.session.commit()
        return plan


def enrol(world: World, domain: str = FJORDVIK, **changes: object) -> UUID:
    """Register a participant who has completed upper secondary, and map her education."""
    actor = world.actor(Role.CASEWORKER, domain)
    details = ParticipantDetails(
        given_name="Amina",
        family_name="Testesen",
        born_on=date(1994, 3, 12),
        sex=Sex.FEMALE,
        identity_number="",
        first_language="ar",
        reading_language="ar",
        interpreter_language="ar",
        literacy=Literacy.FLUENT,
        phone="",
        email="",
        address="",
        address_protection=AddressProtection.NONE,
        adviser_id=actor.user_id,
        permit=PermitDetails(PermitGround.ASYLUM, granted_on=date(2026, 5, 1)),
        settled_on=date(2026, 7, 1),
        is_settled_by_agreement=True,
        first_lived_with_permit_on=date(2026, 7, 1),
    )
    level = changes.pop("education_level", EducationLevel.UPPER_SECONDARY_OR_HIGHER)
    command = EnrolParticipant(replace(details, **changes))  # type: ignore[arg-type]
    participant = enrol_participant(db.session, world.clock, actor, command)
    if level is not None:
        mapping = RegisterMapping(
            participant_id=participant.id,
            row_version=get_participant(db.session, actor.scope, participant.id).row_version,
            education_level=EducationLevel(level),
            mapped_on=date(2026, 7, 20),
            mapping_missing_reason="",
            guided_on=date(2026, 8, 3),
            guidance_missing_reason="",
        )
        register_mapping(db.session, world.clock, actor, mapping)
    db.session.commit()
    assert today(world.clock) == date(2026, 11, 20)
    return participant.id


@pytest.fixture
def plans_for(world: World) -> Callable[..., Plans]:
    """Enrol somebody and return what a caseworker can do for her."""

    def make(domain: str = FJORDVIK, **changes: object) -> Plans:
        with world.app.app_context():
            return Plans(world, enrol(world, domain, **changes), domain)

    return make


@pytest.fixture
def plans(plans_for: Callable[..., Plans]) -> Plans:
    return plans_for()


@pytest.fixture
def foreign(plans_for: Callable[..., Plans]) -> Plans:
    """The same in the other municipality."""
    return plans_for(DALHEIM)


@pytest.fixture
def app_context(app: Flask) -> Iterator[None]:
    """For tests that call services without a request."""
    with app.app_context():
        yield


def actions(plans: Plans) -> list[str]:
    """Return what was recorded about the plan, in order."""
    events = select(AuditEvent.action).where(
        AuditEvent.participant_id == plans.participant_id,
        AuditEvent.subject_kind.in_(["integration_plan", "plan_element"]),
    )
    return [action.value for action in db.session.scalars(events.order_by(AuditEvent.id))]
