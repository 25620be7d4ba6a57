"""Everything about one participant on one page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.enrolment.facts import assessment_day, details_of
from app.enrolment.kinds import AddressProtection
from app.enrolment.models import Participant
from app.enrolment.presenters.fields import (
    Row,
    contact_rows,
    full_name,
    identity_rows,
    language_rows,
    mapping_rows,
    permit_rows,
    settlement_rows,
    value_text,
)
from app.enrolment.presenters.household import HouseholdView, household_view
from app.enrolment.presenters.next_step import NextStepView, next_step_view
from app.enrolment.target_group_view import TargetGroupView, number_warnings, target_group_view
from app.i18n.text import gettext as _
from app.rules.eligibility import TargetGroupAssessment


@dataclass(frozen=True, slots=True)
class Section:
    """Facts of one subject."""

    title: str
    rows: tuple[Row, ...]
    endpoint: str
    """Where they are changed."""


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The overview page."""

    participant_id: UUID
    name: str
    sections: tuple[Section, ...]
    group: TargetGroupView
    household: HouseholdView
    next_step: NextStepView
    next_step_url: str | None
    """Where it is done; None: nowhere."""
    number_warnings: tuple[str, ...]
    protection: str
    """What to know about the address protection, or empty."""


def overview_view(
    participant: Participant,
    assessment: TargetGroupAssessment,
    advisers: dict[UUID, str],
    user_name: str,
    present_day: date,
    *,
    mapping: tuple[Row, ...],
    is_contact_shown: bool,
    find_url: Callable[[str], str | None],
) -> OverviewView:
    """Return the overview in words. Needs every Part.

    `mapping`: what the mapping says beside its dates.
    """
    details = details_of(participant)
    adviser = advisers.get(participant.adviser_id, "") if participant.adviser_id else ""
    follow_up = (
        Row(_("Programrådgiver"), value_text(adviser)),
        Row(_("Deltakerens egen innlogging"), value_text(user_name)),
    )
    change = "participants.change"
    assessed_on = assessment_day(details, participant.decided_on, present_day)
    next_step = next_step_view(participant, assessment, present_day)
    return OverviewView(
        participant_id=participant.id,
        name=full_name(participant),
        sections=(
            Section(_("Person"), tuple(identity_rows(details)), change),
            Section(_("Språk"), tuple(language_rows(details)), change),
            Section(_("Kontakt"), tuple(contact_rows(details, is_shown=is_contact_shown)), change),
            Section(_("Oppholdstillatelse"), tuple(permit_rows(details)), change),
            Section(_("Bosetting og arbeid"), tuple(settlement_rows(details)), change),
            Section(_("Kartlegging"), (*mapping_rows(participant), *mapping), "mapping.show"),
            Section(_("Oppfølging"), follow_up, "participants.link_user"),
        ),
        group=target_group_view(assessment, assessed_on),
        household=household_view(participant, present_day),
        next_step=next_step,
        next_step_url=find_url(next_step.endpoint),
        number_warnings=number_warnings(details.identity_number),
        protection=_protection(participant.address_protection, is_contact_shown=is_contact_shown),
    )


def _protection(protection: AddressProtection, *, is_contact_shown: bool) -> str:
    if protection is AddressProtection.NONE:
        return ""
    if is_contact_shown:
        return _(
            "Personen har adressesperre. Kontaktopplysningene vises bare for deg som er "
            "programrådgiver eller leder. Gi dem ikke videre."
        )
    return _(
        "Personen har adressesperre. Bare programrådgiveren og lederen ser kontaktopplysningene."
    )
