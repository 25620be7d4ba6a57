"""The kind `programme`."""

from dataclasses import dataclass
from datetime import date

from app.core.period import Period
from app.rules.absence import Absence, AbsenceAssessment, AbsenceFacts, ParticipantFacts, classify
from app.rules.calendar import Schedule
from app.rules.eligibility import PermitGround
from app.rules.law import Step
from app.rules.policy import Policy
from app.rules.programme import (
    AddedTime,
    EndGoal,
    EndGoalOption,
    ProgrammeFacts,
    ProgrammeStep,
    added_time,
    allowed_end_goals,
    assess_programme,
    last_day_with_added,
)
from app.rules.programme.added_time import ADDED_TIME_PROVISIONS
from app.scenarios.education import answer_education
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, answer, grounds, influential, iso, steps
from app.scenarios.people import (
    holidays_around,
    read_absences,
    read_children,
    read_decisions,
    read_schedule,
    read_sole_carer_periods,
)


@dataclass(frozen=True, slots=True)
class _Added:
    time: AddedTime
    last_day: date | None
    absences: AbsenceAssessment
    step: tuple[Step[ProgrammeStep], ...]


def answer_programme(fields: Fields, known_on: date | None) -> Answer:
    """Return goals, length, content and added time; `known_on` makes no difference."""
    del known_on
    children = read_children(fields)
    permit_ground = fields.choice("ground", PermitGround)
    education = answer_education(fields, permit_ground)
    facts = ProgrammeFacts(
        offered_start_on=fields.day("offered_start_on"),
        programme_start=fields.day("programme_start"),
        born_on=fields.day("born_on"),
        education=education.level,
        permit_ground=permit_ground,
        end_goal=fields.choice("end_goal", EndGoal) if fields.has("end_goal") else None,
        decided_on=fields.day_or_none("decided_on"),
        is_completion_ruled_out=fields.flag("completion_ruled_out", default=False),
        children_born_on=tuple(child.born_on for child in children),
        expects_child=fields.flag("expects_child", default=False),
    )
    policy = Policy.from_mapping(fields.mapping("policy"))
    assessment = assess_programme(facts)
    participant = ParticipantFacts(
        programme_start=facts.programme_start,
        children=children,
        is_sole_carer=fields.flag("sole_carer", default=False),
        sole_carer_periods=read_sole_carer_periods(fields),
    )
    added = _added(fields, participant, policy, assessment.last_day)
    options = allowed_end_goals(facts)
    fields.close()
    work_from = assessment.work_oriented_hours_required_from
    cited = [ground.provision for ground in assessment.grounds]
    return answer(
        {
            "education": education.to_json(),
            "allowed_end_goals": [row.end_goal.value for row in options if row.is_allowed],
            "end_goals": [_option(row) for row in options],
            "max_months": assessment.max_months,
            "extension_months": assessment.extension_months,
            "extension_duty": assessment.extension_duty,
            "last_day": iso(assessment.last_day),
            "last_day_with_extension": iso(assessment.last_day_with_extension),
            "added_days": added.time.days,
            "last_day_with_added_days": iso(added.last_day),
            "mandatory_elements": [row.value for row in assessment.mandatory_elements],
            "work_oriented_hours_required_from": iso(work_from),
            "grounds": grounds(assessment.grounds),
            "steps": steps((*assessment.steps, *added.time.steps, *added.step)),
        },
        provisions=(
            *education.provisions,
            *cited,
            *(ADDED_TIME_PROVISIONS if added.absences.days else ()),
        ),
        policies=influential((*added.absences.policies, *added.time.policies), policy),
        clarifications=(
            *assessment.clarifications,
            *added.absences.clarifications,
            *added.time.clarifications,
        ),
    )


def _added(
    fields: Fields, participant: ParticipantFacts, policy: Policy, last_day: date | None
) -> _Added:
    """Classify every absence of the programme and count what comes in addition."""
    absences = read_absences(fields)
    start = participant.programme_start
    period = Period(start, max([start, *(absence.last_day for absence in absences)]))
    schedule = _read_schedule(fields, absences, last_day or start, start)
    facts = AbsenceFacts(participant, schedule, period, absences, read_decisions(fields))
    assessment = classify(facts, policy)
    added = added_time(assessment.days, start, policy)
    if last_day is None:
        return _Added(added, None, assessment, ())
    with_added = last_day_with_added(last_day, added.days, schedule.public_holidays)
    numbers = (
        ("last_day", last_day.isoformat()),
        ("added", str(added.days)),
        ("last_day_with_added_days", with_added.isoformat()),
    )
    step = Step(ProgrammeStep.ADDED_DAYS, numbers, ADDED_TIME_PROVISIONS[0])
    return _Added(added, with_added, assessment, (step,) if added.days else ())


def _read_schedule(
    fields: Fields, absences: tuple[Absence, ...], last_day: date, start: date
) -> Schedule:
    years = (start, last_day, *(absence.last_day for absence in absences))
    if fields.has("schedule"):
        return read_schedule(fields.fields("schedule"), years)
    return Schedule(holidays_around(years))


def _option(option: EndGoalOption) -> Answer:
    return {
        "end_goal": option.end_goal.value,
        "allowed": option.is_allowed,
        "ground": option.ground.code.value,
        "provision": option.ground.provision.citation,
    }
