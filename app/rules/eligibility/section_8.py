"""Målgruppe: who has the right and the duty, who may be offered, who is outside.

Provision: integreringsloven §§ 3 third paragraph, 8, 9 and 12; integreringsforskriften § 72.
In force from: 2021-01-01; fourth paragraph (work) from 2026-01-01.
In one sentence: age is the age when the permit was granted, the two years are counted at the
decision, and a job of 30 hours or more takes a person out for as long as it lasts.

A programme that has begun may be completed whatever happens to the permit. The act calls that a
right; the group stays as it was, and the answer asks a person about the duty.
"""

from dataclasses import replace
from datetime import date

from app.rules.eligibility.chapter_6_a import section_34_rules
from app.rules.eligibility.conditions import (
    age_ground,
    age_step,
    agreement_ground,
    check_facts,
    exclusions,
    section_8,
    two_years_on,
    two_years_step,
)
from app.rules.eligibility.deadlines import Deadline, decision_and_start, registration
from app.rules.eligibility.doubts import age_doubt, doubts, that_matter
from app.rules.eligibility.section_9 import PermitAssessment, PermitClass, assess_permit
from app.rules.eligibility.section_43_h import no_new_rights
from app.rules.eligibility.types import (
    TargetGroup,
    TargetGroupAssessment,
    TargetGroupDoubt,
    TargetGroupFacts,
    TargetGroupGround,
)
from app.rules.eligibility.work import SECTION_8_WORK, WorkAssessment, assess_work
from app.rules.law.grounds import Clarification, Ground
from app.rules.law.installation import NO_DATES, InstallationDates
from app.rules.law.sources import INTEGRERINGSLOVEN

_Grounds = tuple[Ground[TargetGroupGround], ...]

COMPLETION = INTEGRERINGSLOVEN.section("9", "(3)")
_WORKS = Ground(TargetGroupGround.WORKS_THIRTY_HOURS, SECTION_8_WORK)
_JOB_ENDED = Ground(TargetGroupGround.JOB_ENDED_IN_TIME, SECTION_8_WORK)
_DECISION_AFTER_TWO_YEARS = Clarification(TargetGroupDoubt.DECISION_AFTER_TWO_YEARS, SECTION_8_WORK)
_ENDS_IT = frozenset(
    {TargetGroupGround.INTRODUKSJONSLOVEN_APPLIES, TargetGroupGround.BROKE_OFF_OR_DECLINED}
)
"""Grounds that leave neither a right nor an offer, whatever the rest is."""
_ENDS_IT_BEFORE_THE_START = frozenset(
    {
        TargetGroupGround.EEA_OR_NORDIC,
        TargetGroupGround.NOT_SECTION_9_PERMIT,
        TargetGroupGround.NO_PROTECTION_APPLICATION,
        TargetGroupGround.NO_NEW_RIGHTS,
    }
)
"""Grounds in permit and citizenship: they do not reach a programme that has begun."""


def assess_target_group(
    facts: TargetGroupFacts, dates: InstallationDates | None = None
) -> TargetGroupAssessment:
    """Answer which group a person belongs to on the day of the decision, and why.

    Raises `BadFacts` for dates that cannot stand in that order.
    """
    check_facts(facts)
    permit = assess_permit(facts.permit)
    standing = (*exclusions(facts), *permit.grounds, *no_new_rights(facts.permit))
    codes = {ground.code for ground in standing}
    answer = TargetGroupAssessment(
        group=TargetGroup.OUTSIDE,
        grounds=(*standing, _newness_ground(facts)),
        decision_and_start_deadline=None,
        clarifications=that_matter((*permit.doubts, *doubts(facts, permit)), codes),
        section_34_rules=section_34_rules(
            facts.permit, facts.decided_on, facts.programme_started_on
        ),
        steps=(*permit.steps, two_years_step(facts)),
    )
    if codes & _ENDS_IT:
        return answer
    if not codes & _ENDS_IT_BEFORE_THE_START:
        return _place(facts, dates or NO_DATES, permit, answer)
    if facts.programme_started_on is None:
        return answer
    may_complete = Ground(TargetGroupGround.RIGHT_TO_COMPLETE, COMPLETION)
    duty = Clarification(TargetGroupDoubt.DUTY_TO_COMPLETE, COMPLETION)
    return replace(
        answer,
        group=TargetGroup.RIGHT_AND_DUTY,
        grounds=(*standing, may_complete),
        clarifications=(*answer.clarifications, duty),
    )


def _place(
    facts: TargetGroupFacts,
    dates: InstallationDates,
    permit: PermitAssessment,
    outside: TargetGroupAssessment,
) -> TargetGroupAssessment:
    """Ask age, work and settlement of a person with a permit that counts."""
    age = age_ground(facts, dates)
    work = assess_work(facts, two_years_on(facts))
    group, last_grounds = _group(permit, age, work, agreement_ground(facts, permit))
    newness = _newness_ground(facts)
    is_new = newness.code is TargetGroupGround.LESS_THAN_TWO_YEARS
    is_back = work.ended_in_time and group is TargetGroup.RIGHT_AND_DUTY
    if not is_new and not is_back:
        return outside
    is_outside = group is TargetGroup.OUTSIDE
    has_begun = facts.programme_started_on is not None and not is_outside
    deadline = (
        decision_and_start(facts, job_has_ended=work.ended_in_time)
        if group is TargetGroup.RIGHT_AND_DUTY
        else Deadline()
    )
    to_register = Deadline() if is_outside else registration(facts.decided_on)
    return replace(
        outside,
        group=group,
        grounds=(
            *(ground for ground in outside.grounds if is_new or ground != newness),
            age,
            *last_grounds,
            *((Ground(TargetGroupGround.RIGHT_TO_COMPLETE, COMPLETION),) if has_begun else ()),
        ),
        decision_and_start_deadline=deadline.last_day,
        clarifications=(
            *outside.clarifications,
            *age_doubt(facts, dates, last_grounds),
            *(() if is_new else (_DECISION_AFTER_TWO_YEARS,)),
            *deadline.doubts,
        ),
        right_returns_if_job_ends_before=_return_date(facts, permit, last_grounds),
        registration_deadline=to_register.last_day,
        steps=(
            *outside.steps,
            age_step(facts, dates),
            *work.steps,
            *deadline.steps,
            *to_register.steps,
        ),
    )


def _group(
    permit: PermitAssessment,
    age: Ground[TargetGroupGround],
    work: WorkAssessment,
    agreement: Ground[TargetGroupGround],
) -> tuple[TargetGroup, _Grounds]:
    """Return the group of somebody new, and the grounds that come after age."""
    if permit.permit_class is PermitClass.FAMILY_OF_OTHERS:
        return TargetGroup.MAY_BE_OFFERED, ()
    if age.code is TargetGroupGround.UNDER_EIGHTEEN:
        return TargetGroup.OUTSIDE, ()
    if age.code is TargetGroupGround.OVER_AGE_LIMIT:
        return TargetGroup.MAY_BE_OFFERED, ()
    if work.is_in_the_way:
        return TargetGroup.OUTSIDE, (_WORKS,)
    if agreement.code is TargetGroupGround.SETTLED_WITHOUT_AGREEMENT:
        return TargetGroup.MAY_BE_OFFERED, (agreement,)
    return TargetGroup.RIGHT_AND_DUTY, (*((_JOB_ENDED,) if work.ended_in_time else ()), agreement)


def _return_date(
    facts: TargetGroupFacts, permit: PermitAssessment, last_grounds: _Grounds
) -> date | None:
    """Return the end of the two years where only a job takes the right away."""
    agreement = agreement_ground(facts, permit)
    lacks_agreement = agreement.code is TargetGroupGround.SETTLED_WITHOUT_AGREEMENT
    return two_years_on(facts) if _WORKS in last_grounds and not lacks_agreement else None


def _newness_ground(facts: TargetGroupFacts) -> Ground[TargetGroupGround]:
    if facts.decided_on < two_years_on(facts):
        return section_8(TargetGroupGround.LESS_THAN_TWO_YEARS, "(1)")
    return section_8(TargetGroupGround.TWO_YEARS_OR_MORE, "(1)")
