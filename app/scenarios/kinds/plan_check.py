"""The kind `plan_check`."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.rules.eligibility import PermitGround
from app.rules.plan import (
    CefrLevel,
    Finding,
    NorwegianGoals,
    PlanFacts,
    TaughtIn,
    check_plan,
)
from app.rules.policy import Policy
from app.rules.programme import EndGoal
from app.scenarios.education import answer_education
from app.scenarios.elements import is_stated, read_element, read_period
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, answer, hours_text, influential, steps
from app.scenarios.people import read_children


def answer_plan_check(fields: Fields, known_on: date | None) -> Answer:
    """Return what a plan lacks; `known_on` makes no difference."""
    del known_on
    permit_ground = fields.choice("ground", PermitGround)
    education = answer_education(fields, permit_ground)
    mapping = _read_basis(fields, "mapping")
    guidance = _read_basis(fields, "guidance")
    facts = PlanFacts(
        programme=fields.period("programme"),
        education=education.level,
        permit_ground=permit_ground,
        end_goal=fields.choice("end_goal", EndGoal) if fields.has("end_goal") else None,
        elements=tuple(read_element(row) for row in fields.rows("elements")),
        norwegian_goals=_read_goals(fields) if fields.has("norwegian_goals") else None,
        norwegian_hours=_whole_or_none(fields, "norwegian_hours") or 0,
        social_studies_hours=_whole_or_none(fields, "social_studies_hours") or 0,
        has_long_term_goals=is_stated(fields, "long_term_goals"),
        has_reasons=is_stated(fields, "reasons"),
        is_appeal_information_given=fields.flag("appeal_information_given", default=False),
        is_mapping_done_or_explained=mapping.is_done_or_explained,
        is_guidance_done_or_explained=guidance.is_done_or_explained,
        is_competence_validation_guided=fields.flag("competence_validation_guided", default=False),
        review_due_on=max(fields.days("reviews"), default=None),
        children_born_on=tuple(child.born_on for child in read_children(fields)),
        expects_child=fields.flag("expects_child", default=False),
        days_off=tuple(read_period(row) for row in fields.rows("holidays")),
        assessed_on=fields.day_or_none("assessed_on"),
        is_mapping_declined=mapping.is_declined,
        is_guidance_declined=guidance.is_declined,
        is_norwegian_declined=fields.flag("norwegian_declined", default=False),
        is_education_exact=education.is_exact,
        needs_b2=fields.flag("needs_b2", default=False),
        norwegian_taught_in=_read_taught_in(fields),
        permit_granted_on=fields.day_or_none("permit_granted_on"),
        social_studies_understood_hours=_whole_or_none(fields, "social_studies_understood_hours"),
        social_studies_completed_hours=_whole_or_zero(fields, "social_studies_completed_hours"),
        training_offered_on=fields.day_or_none("training_offered_on"),
        training_started_on=fields.day_or_none("training_started_on"),
        born_on=fields.day_or_none("born_on"),
        decided_on=fields.day_or_none("decided_on"),
        is_completion_ruled_out=fields.flag("completion_ruled_out", default=False),
    )
    policy = Policy.from_mapping(fields.mapping("policy"))
    fields.close()
    assessment = check_plan(facts, policy)
    return answer(
        {
            "complete": assessment.is_complete,
            "education": education.to_json(),
            "findings": [_finding(row) for row in assessment.findings],
            "steps": steps(assessment.steps),
        },
        provisions=(
            *education.provisions,
            *(row.provision for row in assessment.findings),
        ),
        policies=influential(assessment.policies, policy),
        clarifications=assessment.clarifications,
    )


def _finding(finding: Finding) -> Answer:
    period = finding.period
    return {
        "code": finding.code.value,
        "provision": finding.provision.citation,
        "severity": finding.severity.value,
        "from": period.first_day.isoformat() if period else None,
        "to": period.last_day.isoformat() if period else None,
        "numbers": {name: hours_text(Fraction(value)) for name, value in finding.numbers},
        "details": dict(finding.details),
    }


def _read_goals(fields: Fields) -> NorwegianGoals:
    goals = fields.fields("norwegian_goals")
    levels = NorwegianGoals(
        listening=goals.choice("listening", CefrLevel),
        reading=goals.choice("reading", CefrLevel),
        writing=goals.choice("writing", CefrLevel),
        speaking=goals.choice("speaking", CefrLevel),
    )
    goals.close()
    return levels


@dataclass(frozen=True, slots=True)
class _Basis:
    """Mapping or guidance, as a plan rests on it."""

    is_done_or_explained: bool
    is_declined: bool


def _read_basis(fields: Fields, key: str) -> _Basis:
    basis = fields.fields_or_empty(key)
    is_done = basis.day_or_none("done_on") is not None
    is_explained = is_stated(basis, "explanation")
    is_declined = basis.flag("declined", default=False)
    basis.close()
    return _Basis(is_done or is_explained, is_declined)


def _read_taught_in(fields: Fields) -> TaughtIn:
    if not fields.has("norwegian_taught_in"):
        return TaughtIn.MUNICIPAL_TRAINING
    return fields.choice("norwegian_taught_in", TaughtIn)


def _whole_or_none(fields: Fields, key: str) -> int | None:
    return fields.whole(key) if fields.has(key) else None


def _whole_or_zero(fields: Fields, key: str) -> int:
    return fields.whole(key) if fields.has(key) else 0
