"""What the mapping says that can stand among the plan's reasons (§ 15 fourth paragraph)."""

from collections.abc import Iterator

from app.enrolment.mapping.contents import Education, Mapping, Work
from app.enrolment.mapping.kinds import Papers
from app.plans.foundations.types import FoundationFacts, Reason, ReasonCode
from app.rules.plan import NorwegianGoals

NORWEGIAN = frozenset({"", "nb", "nn"})
"""Languages whose words can stand in a Norwegian text; empty: nobody said which."""

MOST_NAMED = 3
"""How many jobs, and how many educations, the reasons name."""


def propose_reasons(facts: FoundationFacts, goals: NorwegianGoals) -> tuple[Reason, ...]:
    """Return the sentences, each about this participant and nobody else."""
    mapping = facts.mapping
    return (
        *work_reasons(mapping.work),
        *education_reasons(mapping.education),
        *_wishes(mapping),
        *_guidance(mapping),
        *_norwegian(mapping, goals),
    )


def work_reasons(work: Work) -> Iterator[Reason]:
    """Yield where and how long she has worked, longest first."""
    longest_first = sorted(work.jobs, key=lambda each: -(each.months or 0))
    for job in longest_first[:MOST_NAMED]:
        named = (("occupation", job.occupation),)
        if job.country:
            yield Reason(ReasonCode.WORK_IN_COUNTRY, (*named, ("country", job.country)))
        else:
            yield Reason(ReasonCode.WORK, named)
        if job.months:
            yield Reason(ReasonCode.WORK_LENGTH, (("months", str(job.months)),))


def education_reasons(education: Education) -> Iterator[Reason]:
    """Yield what she has learnt, and without papers too."""
    for schooling in education.schoolings[:MOST_NAMED]:
        named = (("subject", schooling.subject),)
        if schooling.country:
            country = ("country", schooling.country)
            yield Reason(ReasonCode.EDUCATION_FROM_COUNTRY, (*named, country))
        else:
            yield Reason(ReasonCode.EDUCATION, named)
    if education.practical_competence:
        yield Reason(ReasonCode.PRACTICAL_COMPETENCE)


def needs_validation(mapping: Mapping) -> bool:
    """Tell whether realkompetansevurdering should be talked about: asked for, or no papers."""
    without_papers = (Papers.LOST, Papers.NONE)
    return (
        mapping.guidance.needs_competence_validation
        or bool(mapping.education.practical_competence)
        or any(each.papers in without_papers for each in mapping.education.schoolings)
    )


def _wishes(mapping: Mapping) -> Iterator[Reason]:
    """Yield her own words, but only Norwegian ones: no text stands in a language it is not in."""
    wishes = mapping.wishes
    if wishes.language not in NORWEGIAN:
        return
    if wishes.work:
        yield Reason(ReasonCode.WISH_FOR_WORK, (("wish", wishes.work),))
    if wishes.education:
        yield Reason(ReasonCode.WISH_FOR_EDUCATION, (("wish", wishes.education),))


def _guidance(mapping: Mapping) -> Iterator[Reason]:
    guidance = mapping.guidance
    if guidance.recommended_goal is not None:
        yield Reason(ReasonCode.GOAL_RECOMMENDED, (("goal", guidance.recommended_goal.value),))
    if guidance.needs_recognition:
        yield Reason(ReasonCode.NEEDS_RECOGNITION)
    if guidance.needs_authorisation:
        yield Reason(ReasonCode.NEEDS_AUTHORISATION)
    if guidance.needs_supplementary_education:
        yield Reason(ReasonCode.NEEDS_SUPPLEMENTARY_EDUCATION)
    if guidance.needs_competence_validation:
        yield Reason(ReasonCode.NEEDS_COMPETENCE_VALIDATION)


def _norwegian(mapping: Mapping, goals: NorwegianGoals) -> Iterator[Reason]:
    spoken = mapping.languages.speaking
    if spoken is not None:
        values = (("level", spoken.value), ("goal", goals.speaking.value))
        yield Reason(ReasonCode.SPEAKS_NORWEGIAN, values)
