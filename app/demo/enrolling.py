"""Enrolling the demo people: settled, mapped and guided before their programmes begin."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.demo.calendar import ONE_WEEK, clock_on
from app.demo.identity_numbers import synthetic_number
from app.demo.logins import participant_login
from app.demo.mapping import map_person
from app.demo.people import DemoPerson
from app.demo.stage import Stage
from app.enrolment import service
from app.enrolment.commands import (
    ChildDetails,
    EnrolParticipant,
    HouseholdDetails,
    ParticipantDetails,
    PermitDetails,
    RegisterMapping,
)
from app.enrolment.kinds import AddressProtection, Literacy
from app.enrolment.models import Participant
from app.i18n.locales import Use, find_language
from app.rules.eligibility import PermitGround
from app.rules.programme import EducationLevel


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A demo person in the register."""

    participant_id: UUID
    person: DemoPerson
    settled_on: date
    starts_on: date
    """First day of the programme: planned, for those who have none yet."""


def enrol_people(stage: Stage, people: tuple[DemoPerson, ...]) -> list[Enrolled]:
    """Enrol everyone; the first began a year ago, the last were settled a few weeks ago."""
    return [_enrol(stage, person, number, len(people)) for number, person in enumerate(people)]


def _enrol(stage: Stage, person: DemoPerson, number: int, of: int) -> Enrolled:
    weeks_ago = 52 - number * 56 // of  # the last few have not begun
    starts_on = stage.calendar.monday_before(weeks_ago)
    settled_on = starts_on - 9 * ONE_WEEK
    clock = clock_on(settled_on + ONE_WEEK)
    participant = service.enrol_participant(
        stage.session,
        clock,
        stage.caseworker,
        EnrolParticipant(_details(stage, person, number, settled_on), _household(person)),
    )
    enrolled = Enrolled(participant.id, person, settled_on, starts_on)
    _map(stage, enrolled, participant, number)
    if person.login:
        _give_sign_in(stage, enrolled)
    return enrolled


def _details(stage: Stage, person: DemoPerson, number: int, settled_on: date) -> ParticipantDetails:
    reads_norwegian = person.language == "nb"
    permit = PermitDetails(
        ground=person.ground,
        granted_on=settled_on - 12 * ONE_WEEK,
        is_after_protection_application=person.ground is PermitGround.HUMANITARIAN,
        reference_ground=PermitGround.ASYLUM if person.ground is PermitGround.FAMILY else None,
        reference_settled_on=(
            settled_on - 104 * ONE_WEEK if person.ground is PermitGround.FAMILY else None
        ),
        family_application_on=(
            settled_on - 60 * ONE_WEEK if person.ground is PermitGround.FAMILY else None
        ),
    )
    return ParticipantDetails(
        given_name=person.given_name,
        family_name=person.family_name,
        born_on=person.born_on,
        sex=person.sex,
        identity_number=synthetic_number(person.born_on, number),
        first_language="so" if reads_norwegian else person.language,
        reading_language=person.language,
        interpreter_language="" if reads_norwegian else person.language,
        literacy=Literacy.SOME if person.education is EducationLevel.NONE else Literacy.FLUENT,
        phone=f"400 00 {number:03d}",
        email="",
        address=f"Storgata {number + 1}, {stage.place.name}",
        address_protection=AddressProtection.CONFIDENTIAL
        if number == 8
        else AddressProtection.NONE,
        adviser_id=stage.caseworker.user_id if number % 4 else stage.leader.user_id,
        permit=permit,
        settled_on=settled_on,
        is_settled_by_agreement=person.ground is not PermitGround.FAMILY,
        first_lived_with_permit_on=settled_on,
    )


def _household(person: DemoPerson) -> HouseholdDetails:
    return HouseholdDetails(
        lives_with_parents=person.lives_with_parents,
        has_partner=person.is_partner_in_programme,
        is_partner_in_programme=person.is_partner_in_programme,
        is_sole_carer=len(person.children) == 1,
        children=tuple(ChildDetails(date(year, 5, 1 + year % 20)) for year in person.children),
    )


def _map(stage: Stage, enrolled: Enrolled, participant: Participant, number: int) -> None:
    mapped_on = enrolled.settled_on + 2 * ONE_WEEK
    if mapped_on + timedelta(days=14) > stage.calendar.today:
        return  # settled lately: the mapping is still to be done
    clock = clock_on(mapped_on + timedelta(days=14))
    service.register_mapping(
        stage.session,
        clock,
        stage.caseworker,
        RegisterMapping(
            participant_id=enrolled.participant_id,
            row_version=participant.row_version,
            education_level=enrolled.person.education,
            mapped_on=mapped_on,
            mapping_missing_reason="",
            guided_on=mapped_on + timedelta(days=10),
            guidance_missing_reason="",
        ),
    )
    map_person(stage, clock, participant, enrolled.person, number)


def _give_sign_in(stage: Stage, enrolled: Enrolled) -> None:
    code = enrolled.person.login
    language = find_language(code)
    reads_pages = language is not None and Use.PAGES in language.use
    user_id = stage.create_participant_user(
        participant_login(code),
        f"{enrolled.person.given_name} {enrolled.person.family_name}",
        code if reads_pages else "nb",
    )
    service.link_user(
        stage.session,
        clock_on(stage.calendar.today),
        stage.caseworker,
        enrolled.participant_id,
        user_id,
    )
