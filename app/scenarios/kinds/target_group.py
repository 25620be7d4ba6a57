"""The kind `target_group`."""

from datetime import date
from fractions import Fraction

from app.rules.eligibility import (
    PermitFacts,
    PermitGround,
    TargetGroupFacts,
    assess_target_group,
)
from app.rules.eligibility.deadlines import DECISION_AND_START_PROVISION, REGISTRATION_PROVISION
from app.rules.law import InstallationDates
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, answer, grounds, iso, steps


def answer_target_group(fields: Fields, known_on: date | None) -> Answer:
    """Return the group, its grounds and the deadline; `known_on` makes no difference."""
    del known_on
    facts = TargetGroupFacts(
        decided_on=fields.day("decided_on"),
        born_on=fields.day("born_on"),
        permit=_read_permit(fields.fields("permit")),
        settled_on=fields.day("settled_on"),
        is_settled_by_agreement=fields.flag("settled_by_agreement"),
        first_lived_with_permit_on=fields.day("first_lived_in_a_municipality_with_permit_on"),
        work_hours_per_week=fields.number("work_hours_per_week", default=Fraction(0)),
        is_eea_or_nordic=fields.flag("eea_or_nordic", default=False),
        has_broken_off=fields.flag("broke_off_or_declined", default=False),
        claimed_on=fields.day_or_none("claimed_on"),
        work_ended_on=fields.day_or_none("work_ended_on"),
        programme_started_on=fields.day_or_none("programme_started_on"),
    )
    dates = InstallationDates(age_sixty_in_force_from=fields.day_or_none("age_sixty_in_force_from"))
    fields.close()
    assessment = assess_target_group(facts, dates)
    rows = (*assessment.grounds, *assessment.section_34_rules)
    deadlines = (
        (assessment.decision_and_start_deadline, DECISION_AND_START_PROVISION),
        (assessment.registration_deadline, REGISTRATION_PROVISION),
    )
    return answer(
        {
            "group": assessment.group.value,
            "grounds": grounds(assessment.grounds),
            "decision_and_start_deadline": iso(assessment.decision_and_start_deadline),
            "registration_deadline": iso(assessment.registration_deadline),
            "right_returns_if_job_ends_before": iso(assessment.right_returns_if_job_ends_before),
            "section_34_rules": grounds(assessment.section_34_rules),
            "steps": steps(assessment.steps),
        },
        provisions=(
            *(row.provision for row in rows),
            *(provision for last_day, provision in deadlines if last_day),
        ),
        clarifications=assessment.clarifications,
    )


def _read_permit(fields: Fields) -> PermitFacts:
    reference = fields.fields_or_empty("reference_person")
    permit = PermitFacts(
        ground=fields.choice("ground", PermitGround),
        granted_on=fields.day("granted_on"),
        is_after_protection_application=fields.flag("after_protection_application", default=False),
        reference_ground=_ground_or_none(reference, "ground"),
        reference_settled_on=reference.day_or_none("settled_on"),
        family_application_on=fields.day_or_none("family_application_on"),
        previous_ground=_ground_or_none(fields, "previous_ground"),
        arrived_on=fields.day_or_none("arrived_on"),
        is_reference_permanent=reference.flag("permanent", default=False),
        had_programme_decision=(
            fields.flag("had_programme_decision") if fields.has("had_programme_decision") else None
        ),
    )
    reference.close()
    fields.close()
    return permit


def _ground_or_none(fields: Fields, key: str) -> PermitGround | None:
    return fields.choice(key, PermitGround) if fields.has(key) else None
