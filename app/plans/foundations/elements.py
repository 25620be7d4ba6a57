"""Which elements the mapping speaks for, with the reasons of each."""

from collections.abc import Iterator

from app.enrolment.mapping.contents import Mapping
from app.enrolment.mapping.kinds import DigitalSkill
from app.plans.foundations.reasons import education_reasons, needs_validation, work_reasons
from app.plans.foundations.types import FoundationFacts, ProposedElement, Reason, ReasonCode
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.plan import ElementKind
from app.rules.programme import EducationLevel, EndGoal
from app.rules.programme.content import needs_parental_guidance

_CONTENT = INTEGRERINGSLOVEN.section("14 a", "(1)")
_WORK_OR_EDUCATION = INTEGRERINGSLOVEN.section("14 a", "(1) a")
_ADAPTED = INTEGRERINGSLOVEN.section("14 a", "(2)")
_WORK_ORIENTED = INTEGRERINGSLOVEN.section("14 a", "(4)")
_VALIDATION = INTEGRERINGSLOVEN.section("15", "(2)")
_LIFE_SKILLS = INTEGRERINGSFORSKRIFTEN.section("4")
_MANDATORY = Reason(ReasonCode.MANDATORY)
_DONE_BEFORE = Reason(ReasonCode.DONE_BEFORE_SETTLEMENT)
_SCHOOLING = {
    EndGoal.HIGHER_EDUCATION_PREPARATION: ElementKind.HIGHER_EDUCATION_PREPARATION,
    EndGoal.VOCATIONAL_REQUALIFICATION: ElementKind.VOCATIONAL_REQUALIFICATION,
    EndGoal.VOCATIONAL_TRAINING_COMPLETED: ElementKind.VOCATIONAL_TRAINING,
    EndGoal.UPPER_SECONDARY_COMPLETED: ElementKind.UPPER_SECONDARY,
    EndGoal.UPPER_SECONDARY_PART: ElementKind.UPPER_SECONDARY,
}
"""Which schooling leads to which end goal; every other goal is work."""
_FEW_DIGITAL_SKILLS = (DigitalSkill.NONE, DigitalSkill.PHONE, DigitalSkill.HELPED)


def propose_elements(
    facts: FoundationFacts, end_goal: EndGoal | None, *, has_social_studies: bool
) -> tuple[ProposedElement, ...]:
    """Return elements to consider: what the act demands, then what this participant needs."""
    return (
        *_mandatory(facts, has_social_studies=has_social_studies),
        *_towards(facts, end_goal),
        *_individual(facts.mapping),
    )


def _mandatory(facts: FoundationFacts, *, has_social_studies: bool) -> Iterator[ProposedElement]:
    before = facts.mapping.pre_settlement
    yield ProposedElement(ElementKind.NORWEGIAN_TRAINING, (_MANDATORY,), _CONTENT)
    if has_social_studies:
        yield ProposedElement(ElementKind.SOCIAL_STUDIES, (_MANDATORY,), _CONTENT)
    life_skills = (_MANDATORY, _DONE_BEFORE) if before.has_life_skills else (_MANDATORY,)
    yield ProposedElement(ElementKind.LIFE_SKILLS_MIGRATION_HEALTH, life_skills, _LIFE_SKILLS)
    yield ProposedElement(ElementKind.LIFE_SKILLS_CAREER, life_skills, _LIFE_SKILLS)
    programme = facts.programme
    if needs_parental_guidance(
        programme.children_born_on, programme.programme_start, expects_child=False
    ):
        parent = Reason(ReasonCode.HAS_CHILDREN)
        reasons = (parent, _DONE_BEFORE) if before.has_parental_guidance else (parent,)
        yield ProposedElement(ElementKind.PARENTAL_GUIDANCE, reasons, _ADAPTED)


def _towards(facts: FoundationFacts, end_goal: EndGoal | None) -> Iterator[ProposedElement]:
    """Yield what leads to the recommended end goal, and from what is known already."""
    worked = tuple(work_reasons(facts.mapping.work))
    learnt = tuple(education_reasons(facts.mapping.education))
    goal = (Reason(ReasonCode.SERVES_END_GOAL, (("goal", end_goal.value),)),) if end_goal else ()
    schooling = _SCHOOLING.get(end_goal) if end_goal else None
    if schooling is not None:
        yield ProposedElement(schooling, (*goal, *learnt), _WORK_OR_EDUCATION)
    elif goal or worked:
        yield ProposedElement(ElementKind.WORK_PRACTICE, (*goal, *worked), _WORK_ORIENTED)
    if worked and schooling is None:
        yield ProposedElement(ElementKind.BRANCH_COURSE, worked, _WORK_ORIENTED)
    if facts.programme.education is EducationLevel.NONE:
        reasons = (Reason(ReasonCode.LACKS_LOWER_SECONDARY),)
        kind = ElementKind.PREPARATORY_ADULT_EDUCATION
        yield ProposedElement(kind, reasons, _WORK_OR_EDUCATION)


def _individual(mapping: Mapping) -> Iterator[ProposedElement]:
    if needs_validation(mapping):
        reasons = []
        if mapping.education.practical_competence:
            reasons.append(Reason(ReasonCode.PRACTICAL_COMPETENCE))
        reasons.append(Reason(ReasonCode.NEEDS_COMPETENCE_VALIDATION))
        yield ProposedElement(ElementKind.COMPETENCE_VALIDATION, tuple(reasons), _VALIDATION)
    if mapping.skills.digital in _FEW_DIGITAL_SKILLS:
        reason = Reason(ReasonCode.LACKS_DIGITAL_SKILLS)
        yield ProposedElement(ElementKind.OTHER, (reason,), _ADAPTED)
