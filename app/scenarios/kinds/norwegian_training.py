"""The kind `norwegian_training`."""

from datetime import date

from app.rules.law import Provision
from app.rules.plan import NorwegianGoals
from app.rules.plan.norwegian_goals import (
    NorwegianGoalFacts,
    NorwegianGoalProposal,
    TaughtIn,
    may_adjust,
    propose_norwegian_goal,
)
from app.rules.training import (
    ExemptionAssessment,
    TrainingAssessment,
    TrainingFacts,
    assess_exemption,
    assess_training,
)
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, answer, grounds, hours_text, iso, steps
from app.scenarios.training_facts import (
    read_exemption_application,
    read_goals,
    read_training_facts,
)

_Part = tuple[Answer | None, tuple[Provision, ...]]


def answer_norwegian_training(fields: Fields, known_on: date | None) -> Answer:
    """Return right, duty, dates, hours and goal; `known_on` makes no difference."""
    del known_on
    facts = read_training_facts(fields)
    goal, goal_provisions = _goal(fields, facts)
    adjustment, adjustment_provisions = _adjustment(fields, facts)
    application = (
        assess_exemption(read_exemption_application(fields.fields("exemption_application")))
        if fields.has("exemption_application")
        else None
    )
    fields.close()
    assessment = assess_training(facts)
    return answer(
        {
            **_training(assessment),
            "holds": assessment.holds_on(facts.assessed_on),
            "norwegian_goal": goal,
            "goal_adjustment": adjustment,
            "exemption": _exemption(application) if application else None,
            "grounds": grounds(assessment.grounds),
            "steps": steps(assessment.steps),
        },
        provisions=(
            *(row.provision for row in assessment.grounds),
            *(row.provision for row in assessment.steps),
            *goal_provisions,
            *adjustment_provisions,
            *((application.ground.provision, application.right_provision) if application else ()),
        ),
        clarifications=(
            *assessment.clarifications,
            *(application.clarifications if application else ()),
        ),
    )


def _training(assessment: TrainingAssessment) -> Answer:
    norwegian, social, tests = assessment.norwegian, assessment.social_studies, assessment.tests
    return {
        "group": assessment.group.value,
        "begins_on": iso(assessment.begins_on),
        "norwegian": {
            "right": norwegian.has_right,
            "duty": norwegian.has_duty,
            "last_day": iso(norwegian.last_day),
            "age_limit": norwegian.age_limit.isoformat(),
            "hours_left": hours_text(norwegian.hours_left),
        },
        "social_studies": {
            "right": social.has_right,
            "duty": social.has_duty,
            "hours": social.hours,
            "hours_left": hours_text(social.hours_left),
            "deadline": iso(social.deadline),
        },
        "tests": {
            "norwegian_duty": tests.has_norwegian_duty,
            "social_studies_duty": tests.has_social_studies_duty,
            "social_studies_deadline": iso(tests.social_studies_deadline),
            "free_norwegian_test": tests.is_norwegian_test_free,
        },
        "responsible": assessment.responsible.value,
        "offer_deadline": iso(assessment.offer_deadline),
        "may_charge": assessment.may_charge,
    }


def _goal(fields: Fields, facts: TrainingFacts) -> _Part:
    """Answer `norwegian_goal`: the guiding goal, where it is asked for."""
    if not fields.has("norwegian_goal"):
        return None, ()
    asked = fields.fields("norwegian_goal")
    proposal: NorwegianGoalProposal = propose_norwegian_goal(
        NorwegianGoalFacts(
            set_on=facts.assessed_on,
            education=facts.education,
            needs_b2=asked.flag("needs_b2", default=False),
            taught_in=(
                asked.choice("taught_in", TaughtIn)
                if asked.has("taught_in")
                else TaughtIn.MUNICIPAL_TRAINING
            ),
        )
    )
    asked.close()
    levels = _levels(proposal.levels) if proposal.levels else None
    return {"levels": levels, "grade": proposal.grade}, (proposal.provision,)


def _adjustment(fields: Fields, facts: TrainingFacts) -> _Part:
    """Answer `goal_adjustment`: whether a goal may be changed so."""
    if not fields.has("goal_adjustment"):
        return None, ()
    asked = fields.fields("goal_adjustment")
    before, after = read_goals(asked.fields("before")), read_goals(asked.fields("after"))
    asked.close()
    adjustment = may_adjust(before, after, facts.assessed_on)
    return (
        {"allowed": adjustment.is_allowed, "grounds": grounds(adjustment.grounds)},
        tuple(row.provision for row in adjustment.grounds),
    )


def _exemption(application: ExemptionAssessment) -> Answer:
    return {
        "outcome": application.outcome.value,
        "grounds": grounds((application.ground,)),
        "may_end_right": application.may_end_right,
    }


def _levels(goals: NorwegianGoals) -> Answer:
    return {
        "listening": goals.listening.value,
        "reading": goals.reading.value,
        "writing": goals.writing.value,
        "speaking": goals.speaking.value,
    }
