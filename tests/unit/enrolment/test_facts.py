"""The participant as the rules see her."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.core.actor import Actor, MunicipalityScope, Role
from app.enrolment.checks import check_details
from app.enrolment.errors import ParticipantRefusal
from app.enrolment.facts import (
    assessment_day,
    children_facts,
    children_in_care,
    facts_from_details,
    living_periods,
)
from app.enrolment.kinds import AddressProtection
from app.enrolment.models import Child, HouseholdPeriod, Participant
from app.enrolment.protection import may_see_contact
from app.enrolment.service import changed_fields
from app.rules.eligibility import PermitGround
from tests.support.builders import details

TODAY = date(2026, 11, 20)
FIRST, SECOND, THIRD = (UUID(int=number) for number in (1, 2, 3))


def family() -> Participant:
    return Participant(
        children=[
            Child(id=SECOND, born_on=date(2015, 1, 1), is_chronically_ill=True),
            Child(id=THIRD, born_on=date(2018, 1, 1), is_chronically_ill=False),
            Child(
                id=FIRST,
                born_on=date(2015, 1, 1),
                is_chronically_ill=False,
                cared_for_until=date(2026, 5, 31),
            ),
        ]
    )


def test_children_stand_oldest_first_and_twins_in_a_fixed_order() -> None:
    assert [child.id for child in children_in_care(family())] == [FIRST, SECOND, THIRD]
    facts = children_facts(family())
    assert [child.is_chronically_ill for child in facts] == [False, True, False]


@pytest.mark.parametrize(
    ("day", "count"), [(date(2026, 5, 30), 3), (date(2026, 5, 31), 3), (date(2026, 6, 1), 2)]
)
def test_the_last_day_of_care_belongs_to_it(day: date, count: int) -> None:
    assert len(children_in_care(family(), day)) == count
    assert len(children_facts(family(), day)) == count


def test_a_partner_in_the_programme_counts_only_if_there_is_a_partner() -> None:
    participant = Participant(
        household=[
            HouseholdPeriod(
                first_day=date(2026, 9, 1),
                lives_with_parents=True,
                has_partner=has_partner,
                is_partner_in_programme=True,
            )
            for has_partner in (False, True)
        ]
    )
    periods = living_periods(participant)
    assert [period.is_partner_in_programme for period in periods] == [False, True]
    assert all(period.lives_with_parents for period in periods)


def test_the_group_is_measured_today_until_there_is_a_decision() -> None:
    plain = details()
    assert assessment_day(plain, None, TODAY) == TODAY
    assert assessment_day(plain, date(2026, 10, 1), TODAY) == date(2026, 10, 1)
    ahead = replace(plain, settled_on=date(2027, 1, 15))
    assert assessment_day(ahead, None, TODAY) == date(2027, 1, 15)


def test_half_hours_of_work_are_not_lost() -> None:
    facts = facts_from_details(details(work_minutes_per_week=1799), None, TODAY)
    assert 29 < facts.work_hours_per_week < 30


def test_an_earlier_permit_explains_an_earlier_first_day() -> None:
    early = details(first_lived_with_permit_on=date(2026, 2, 28))
    assert list(check_details(early, TODAY)) == [ParticipantRefusal.FIRST_LIVED_BEFORE_PERMIT]
    permit = replace(early.permit, previous_ground=PermitGround.FAMILY)
    assert list(check_details(replace(early, permit=permit), TODAY)) == []


def test_a_settlement_before_the_permit_is_possible() -> None:
    permit = replace(details().permit, granted_on=date(2026, 10, 1))
    late = details(permit=permit, first_lived_with_permit_on=date(2026, 10, 1))
    assert list(check_details(late, TODAY)) == []


def test_changed_fields_are_named_with_the_permits_own() -> None:
    before = details()
    permit = replace(before.permit, valid_until=date(2029, 1, 1))
    after = replace(before, phone="1", permit=permit)
    assert changed_fields(before, after) == ["phone", "permit.valid_until"]
    assert changed_fields(before, before) == []


ADVISER, OTHER, HERSELF = UUID(int=11), UUID(int=12), UUID(int=13)


@pytest.mark.parametrize(
    ("protection", "user_id", "role", "may"),
    [
        (AddressProtection.NONE, OTHER, Role.CASEWORKER, True),
        (AddressProtection.CONFIDENTIAL, OTHER, Role.CASEWORKER, False),
        (AddressProtection.CONFIDENTIAL, ADVISER, Role.CASEWORKER, True),
        (AddressProtection.CONFIDENTIAL, OTHER, Role.LEADER, True),
        (AddressProtection.CONFIDENTIAL, HERSELF, Role.PARTICIPANT, True),
        (AddressProtection.CONFIDENTIAL, OTHER, Role.PARTICIPANT, False),
        (AddressProtection.STRICTLY_CONFIDENTIAL, OTHER, Role.TEACHER, False),
        (AddressProtection.STRICTLY_CONFIDENTIAL, OTHER, Role.PRIVACY_OFFICER, False),
        (AddressProtection.STRICTLY_CONFIDENTIAL, ADVISER, Role.CASEWORKER, True),
    ],
)
def test_who_may_see_the_contact_details(
    protection: AddressProtection, user_id: UUID, role: Role, may: bool
) -> None:
    participant = Participant(address_protection=protection, adviser_id=ADVISER, user_id=HERSELF)
    actor = Actor(user_id, role, MunicipalityScope(UUID(int=1)))
    assert may_see_contact(actor, participant) is may


def test_nobody_is_the_adviser_of_a_participant_without_one() -> None:
    participant = Participant(address_protection=AddressProtection.CONFIDENTIAL)
    actor = Actor(OTHER, Role.CASEWORKER, MunicipalityScope(UUID(int=1)))
    assert not may_see_contact(actor, participant)
