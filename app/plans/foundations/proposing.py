"""From facts to proposals: goals, hours, elements and reasons. Reads no database and no clock."""

from dataclasses import astuple
from datetime import date
from fractions import Fraction
from math import ceil

from app.enrolment.mapping.contents import Languages, Mapping
from app.plans.foundations.elements import propose_elements
from app.plans.foundations.reasons import needs_validation, propose_reasons
from app.plans.foundations.types import (
    EndGoalProposal,
    FoundationFacts,
    NorwegianProposal,
    PlanProposals,
    Question,
    Reason,
    ReasonCode,
    SocialStudiesProposal,
)
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.building import INTEGRERINGSLOVEN_IN_FORCE_FROM
from app.rules.plan import CefrLevel, NorwegianGoals
from app.rules.plan.norwegian_goals import NorwegianGoalFacts, propose_norwegian_goal
from app.rules.programme import allowed_end_goals
from app.rules.programme.content import needs_social_studies
from app.rules.training.social_studies import assess_social_studies
from app.rules.training.types import SocialStudiesHours, TrainingFacts

_LEVELS = tuple(CefrLevel)
_CREDIT = INTEGRERINGSFORSKRIFTEN.section("2", "(3)")
_REQUIREMENT = INTEGRERINGSLOVEN.section("33", "(1)")
_RECOMMENDATION = INTEGRERINGSLOVEN.section("11", "(4)")


def propose(facts: FoundationFacts) -> PlanProposals:
    """Return what a new plan can begin with. Every line is the caseworker's to change."""
    mapping = facts.mapping
    norwegian = _norwegian(facts)
    social_studies = _social_studies(facts)
    end_goal, is_closed = _end_goal(facts)
    return PlanProposals(
        norwegian=norwegian,
        social_studies=social_studies,
        end_goal=end_goal,
        long_term_goals=mapping.wishes.long_term,
        goals_language=mapping.wishes.language if mapping.wishes.long_term else "",
        reasons=propose_reasons(facts, norwegian.goals),
        elements=propose_elements(
            facts,
            end_goal.end_goal if end_goal else None,
            has_social_studies=social_studies is not None and social_studies.hours > 0,
        ),
        questions=_questions(mapping, is_closed=is_closed),
        needs_competence_validation=needs_validation(mapping),
    )


def _norwegian(facts: FoundationFacts) -> NorwegianProposal:
    languages = facts.mapping.languages
    guiding = propose_norwegian_goal(
        NorwegianGoalFacts(
            facts.programme.programme_start,
            facts.programme.education,
            needs_b2=languages.needs_b2,
        )
    )
    assert guiding.levels is not None, "only at school does a grade take the levels' place"
    now = _levels_now(languages)
    goals = NorwegianGoals(
        *(
            _higher(wanted, level)
            for wanted, level in zip(astuple(guiding.levels), now, strict=True)
        )
    )
    reasons = []
    if any(
        level is not None and _LEVELS.index(level) >= _LEVELS.index(wanted)
        for wanted, level in zip(astuple(guiding.levels), now, strict=True)
    ):
        reasons.append(Reason(ReasonCode.ABOVE_GUIDING_LEVEL))
    hours = facts.mapping.pre_settlement.norwegian_hours
    if hours:
        reasons.append(Reason(ReasonCode.NORWEGIAN_HOURS_BEFORE, (("hours", str(hours)),)))
    return NorwegianProposal(goals, guiding.provision, tuple(reasons), hours)


def _levels_now(languages: Languages) -> tuple[CefrLevel | None, ...]:
    return languages.listening, languages.reading, languages.writing, languages.speaking


def _higher(wanted: CefrLevel, now: CefrLevel | None) -> CefrLevel:
    if now is None:
        return wanted
    return max(wanted, now, key=_LEVELS.index)


def _social_studies(facts: FoundationFacts) -> SocialStudiesProposal | None:
    start = facts.programme.programme_start
    if not needs_social_studies(facts.programme.permit_ground, start):
        return None
    before = facts.mapping.pre_settlement.social_studies_hours
    rows = (SocialStudiesHours(Fraction(before), is_in_reception_centre=True),) if before else ()
    required = assess_social_studies(
        TrainingFacts(
            assessed_on=start,
            born_on=facts.programme.born_on,
            permit=facts.permit,
            education=facts.programme.education,
            social_studies=rows,
            begun_with_permit_of=max(_held_from(facts), INTEGRERINGSLOVEN_IN_FORCE_FROM),
        )
    )
    left = ceil(required.hours_left)
    if not before:
        return SocialStudiesProposal(left, 0, _REQUIREMENT)
    values = (("hours", str(before)), ("left", str(left)))
    reason = Reason(ReasonCode.SOCIAL_STUDIES_HOURS_BEFORE, values)
    return SocialStudiesProposal(left, required.hours - left, _CREDIT, (reason,))


def _held_from(facts: FoundationFacts) -> date:
    return max(facts.permit.granted_on, facts.permit.arrived_on or facts.permit.granted_on)


def _end_goal(facts: FoundationFacts) -> tuple[EndGoalProposal | None, bool]:
    """Return the recommendation, and whether there is one that the law does not leave open."""
    wanted = facts.mapping.guidance.recommended_goal
    if wanted is None:
        return None, False
    option = next(each for each in allowed_end_goals(facts.programme) if each.end_goal is wanted)
    if not option.is_allowed:
        return None, True
    return EndGoalProposal(wanted, _RECOMMENDATION), False


def _questions(mapping: Mapping, *, is_closed: bool) -> tuple[Question, ...]:
    wishes, guidance, before = mapping.wishes, mapping.guidance, mapping.pre_settlement
    has_words = any((wishes.long_term, wishes.work, wishes.education, wishes.interests))
    asked = {
        Question.GUIDANCE_MISSING: guidance.guided_on is None,
        Question.RECOMMENDED_GOAL_CLOSED: is_closed,
        Question.WISHES_NEED_TRANSLATION: has_words and wishes.language not in ("", "nb", "nn"),
        Question.HAS_OBSTACLES: bool(guidance.obstacles),
        Question.HAS_GAPS: bool(mapping.conversation.gaps),
        Question.EARLIER_COURSES_COUNT: before.has_life_skills or before.has_parental_guidance,
    }
    return tuple(question for question, is_asked in asked.items() if is_asked)
