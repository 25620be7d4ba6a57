"""Readers for what the kind `norwegian_training` asks about a person and about applications."""

from fractions import Fraction

from app.core.period import Period
from app.rules.plan import CefrLevel, NorwegianGoals
from app.rules.training import (
    ExemptionBasis,
    ExemptionFacts,
    ExemptionGround,
    GrantedExemption,
    PostponedStart,
    PostponedStartReason,
    Provider,
    SocialStudiesHours,
    Subject,
    TrainingFacts,
)
from app.scenarios.education import read_education
from app.scenarios.errors import ScenarioError, ScenarioProblem
from app.scenarios.fields import Fields
from app.scenarios.training_permit import read_training_permit


def read_training_facts(fields: Fields) -> TrainingFacts:
    """Read the person, the permit and the training."""
    permit = read_training_permit(fields.fields("permit"))
    return TrainingFacts(
        assessed_on=fields.day("assessed_on"),
        born_on=fields.day("born_on"),
        permit=permit.permit,
        education=read_education(fields),
        section_28_permit=permit.section_28_permit,
        leads_to_permanent_residence=permit.leads_to_permanent_residence,
        first_renewed_on=permit.first_renewed_on,
        settled_by_agreement_on=fields.day_or_none("settled_by_agreement_on"),
        registered_on=fields.day_or_none("registered_on"),
        claimed_on=fields.day_or_none("claimed_on"),
        postponed_start=_read_postponed_start(fields),
        offered_start_on=fields.day_or_none("offered_start_on"),
        started_on=fields.day_or_none("started_on"),
        approved_leave=tuple(_read_period(row) for row in fields.rows("approved_leave")),
        goal_reached_on=fields.day_or_none("goal_reached_on"),
        norwegian_hours_done=fields.number("norwegian_hours_done", default=Fraction(0)),
        social_studies=tuple(_read_hours(row) for row in fields.rows("social_studies")),
        provider=(
            fields.choice("provider", Provider) if fields.has("provider") else Provider.MUNICIPALITY
        ),
        exemptions=tuple(_read_exemption(row) for row in fields.rows("exemptions")),
        has_broken_off=fields.flag("broke_off_or_declined", default=False),
        begun_with_permit_of=fields.day_or_none("begun_with_permit_of"),
    )


def read_exemption_application(fields: Fields) -> ExemptionFacts:
    """Read `exemption_application`."""
    facts = ExemptionFacts(
        decided_on=fields.day("decided_on"),
        subject=fields.choice("subject", Subject),
        ground=fields.choice("ground", ExemptionGround),
        levels=read_goals(fields.fields("levels")) if fields.has("levels") else None,
        grade=fields.whole("grade") if fields.has("grade") else None,
        credits=fields.whole("credits") if fields.has("credits") else None,
        is_of_sami=fields.flag("sami", default=False),
        has_medical_statement=fields.flag("medical_statement", default=False),
    )
    fields.close()
    return facts


def read_goals(fields: Fields) -> NorwegianGoals:
    """Read a level for each skill."""
    goals = NorwegianGoals(
        listening=fields.choice("listening", CefrLevel),
        reading=fields.choice("reading", CefrLevel),
        writing=fields.choice("writing", CefrLevel),
        speaking=fields.choice("speaking", CefrLevel),
    )
    fields.close()
    return goals


def _read_postponed_start(fields: Fields) -> PostponedStart | None:
    if not fields.has("postponed_start"):
        return None
    row = fields.fields("postponed_start")
    postponed = PostponedStart(
        reason=row.choice("reason", PostponedStartReason),
        claimed_on=row.day("claimed_on"),
        is_granted=row.flag("granted") if row.has("granted") else None,
    )
    row.close()
    return postponed


def _read_hours(row: Fields) -> SocialStudiesHours:
    hours = SocialStudiesHours(
        hours=row.number("hours"),
        is_in_reception_centre=row.flag("in_reception_centre", default=False),
        is_in_understood_language=row.flag("in_understood_language", default=True),
    )
    row.close()
    return hours


def _read_exemption(row: Fields) -> GrantedExemption:
    exemption = GrantedExemption(
        subject=row.choice("subject", Subject),
        basis=row.choice("basis", ExemptionBasis),
        is_right_ended=row.flag("right_ended", default=False),
        is_only_from_test=row.flag("only_from_test", default=False),
    )
    row.close()
    return exemption


def _read_period(row: Fields) -> Period:
    first_day, last_day = row.day("first_day"), row.day("last_day")
    row.close()
    if last_day < first_day:
        message = "The last day comes before the first."
        raise ScenarioError(ScenarioProblem.WRONG_ORDER, message, row.path("last_day"))
    return Period(first_day, last_day)
