"""Training in Norwegian and social studies as a whole: who, from when, until when, how much.

Provision: integreringsloven chapters 6 and 6 A; integreringsforskriften §§ 2, 20, 23–28, 43 h,
73 and 74.
"""

from app.core.period import ONE_DAY, birthday
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.parameters.training_limits import TRAINING_ENDS_AT_AGE
from app.rules.training.answers import (
    FinalTests,
    NorwegianTraining,
    Reasons,
    ResponsibleBody,
    SocialStudiesTraining,
    TrainingAssessment,
)
from app.rules.training.beginning import Beginning, assess_beginning
from app.rules.training.entitlement import (
    HAVE_DUTY,
    HAVE_RIGHT,
    Entitlement,
    Track,
    assess_entitlement,
    is_under_introduksjonsloven,
)
from app.rules.training.exempted import Standing, standing
from app.rules.training.final_tests import assess_final_tests
from app.rules.training.length import assess_length
from app.rules.training.responsibility import offer_deadline, responsible_body
from app.rules.training.social_studies import assess_social_studies
from app.rules.training.types import Subject, TrainingFacts

_NO_TESTS = FinalTests(
    has_norwegian_duty=False,
    has_social_studies_duty=False,
    social_studies_deadline=None,
    is_norwegian_test_free=False,
)


def assess_training(facts: TrainingFacts) -> TrainingAssessment:
    """Answer what chapter 6 gives and asks of a person.

    Raises `BadFacts` for facts that cannot be true, and `NotInForceError` before the act.
    """
    _check(facts)
    entitlement = assess_entitlement(facts)
    if entitlement.track is Track.OUTSIDE:
        return _outside(facts, entitlement)
    return _inside(facts, entitlement, assess_beginning(facts, entitlement.track))


def _inside(
    facts: TrainingFacts, entitlement: Entitlement, beginning: Beginning
) -> TrainingAssessment:
    track = entitlement.track
    body = responsible_body(facts.provider, track)
    norwegian, norwegian_reasons = _norwegian(facts, track, beginning)
    social_studies, social_reasons = _social_studies(facts, track, beginning, body)
    tests, test_reasons = assess_final_tests(
        facts, track, body, is_right_only=beginning.is_right_only
    )
    deadline, deadline_reasons = None, Reasons()
    if beginning.day is not None and _is_entitled(norwegian, social_studies):
        deadline, deadline_reasons = offer_deadline(facts, beginning.day, body)
    reasons = entitlement.reasons + beginning.reasons + norwegian_reasons
    reasons += social_reasons + test_reasons + deadline_reasons
    return TrainingAssessment(
        group=entitlement.group,
        begins_on=beginning.day,
        norwegian=norwegian,
        social_studies=social_studies,
        tests=tests,
        responsible=body,
        offer_deadline=deadline,
        may_charge=track is Track.DUTY_ONLY,
        grounds=reasons.grounds,
        clarifications=tuple(dict.fromkeys(reasons.doubts)),
        steps=reasons.steps,
    )


def _is_entitled(norwegian: NorwegianTraining, social_studies: SocialStudiesTraining) -> bool:
    """Whether any right or duty is left for which training could be offered."""
    return any(
        (
            norwegian.has_right,
            norwegian.has_duty,
            social_studies.has_right,
            social_studies.has_duty,
        )
    )


def _standing(
    facts: TrainingFacts, track: Track, beginning: Beginning, subject: Subject
) -> Standing:
    has_duty = track in HAVE_DUTY and not beginning.is_right_only
    return standing(subject, facts.exemptions, has_right=track in HAVE_RIGHT, has_duty=has_duty)


def _norwegian(
    facts: TrainingFacts, track: Track, beginning: Beginning
) -> tuple[NorwegianTraining, Reasons]:
    after = _standing(facts, track, beginning, Subject.NORWEGIAN)
    length = assess_length(facts, track)
    has_hours_left = length.hours_left is None or length.hours_left > 0
    training = NorwegianTraining(
        has_right=after.has_right,
        has_duty=after.has_duty and has_hours_left,
        last_day=length.last_day,
        age_limit=length.age_limit,
        hours_left=length.hours_left,
    )
    return training, after.reasons + length.reasons


def _social_studies(
    facts: TrainingFacts, track: Track, beginning: Beginning, body: ResponsibleBody
) -> tuple[SocialStudiesTraining, Reasons]:
    if track is Track.CHAPTER_6_A:
        return _no_social_studies(), Reasons()
    after = _standing(facts, track, beginning, Subject.SOCIAL_STUDIES)
    if body is ResponsibleBody.COUNTY_AUTHORITY or not (after.has_right or after.has_duty):
        training = SocialStudiesTraining(after.has_right, after.has_duty, None, None, None)
        return training, after.reasons
    required = assess_social_studies(facts)
    training = SocialStudiesTraining(
        has_right=after.has_right,
        has_duty=after.has_duty,
        hours=required.hours,
        hours_left=required.hours_left,
        deadline=required.deadline,
    )
    return training, after.reasons + required.reasons


def _no_social_studies() -> SocialStudiesTraining:
    return SocialStudiesTraining(
        has_right=False, has_duty=False, hours=None, hours_left=None, deadline=None
    )


def _outside(facts: TrainingFacts, entitlement: Entitlement) -> TrainingAssessment:
    age_limit = birthday(facts.born_on, TRAINING_ENDS_AT_AGE.on(facts.assessed_on)) - ONE_DAY
    return TrainingAssessment(
        group=entitlement.group,
        begins_on=None,
        norwegian=NorwegianTraining(
            has_right=False, has_duty=False, last_day=None, age_limit=age_limit, hours_left=None
        ),
        social_studies=_no_social_studies(),
        tests=_NO_TESTS,
        responsible=ResponsibleBody.MUNICIPALITY,
        offer_deadline=None,
        may_charge=not is_under_introduksjonsloven(facts.permit),
        grounds=entitlement.reasons.grounds,
        clarifications=entitlement.reasons.doubts,
        steps=(),
    )


def _check(facts: TrainingFacts) -> None:
    """Raise `BadFacts` for what cannot have happened before birth, and for negative hours."""
    after_birth = (
        ("assessed_on", facts.assessed_on),
        ("permit.granted_on", facts.permit.granted_on),
        ("settled_by_agreement_on", facts.settled_by_agreement_on),
        ("registered_on", facts.registered_on),
        ("claimed_on", facts.claimed_on),
        ("offered_start_on", facts.offered_start_on),
        ("started_on", facts.started_on),
        ("goal_reached_on", facts.goal_reached_on),
        ("begun_with_permit_of", facts.begun_with_permit_of),
    )
    for field, day in after_birth:
        if day is not None and day < facts.born_on:
            raise BadFacts(FactProblem.WRONG_ORDER, field)
    if facts.norwegian_hours_done < 0:
        raise BadFacts(FactProblem.NEGATIVE, "norwegian_hours_done")
    for position, row in enumerate(facts.social_studies):
        if row.hours < 0:
            raise BadFacts(FactProblem.NEGATIVE, f"social_studies[{position}].hours")
