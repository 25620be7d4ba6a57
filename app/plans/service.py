"""Beginning a programme, and writing and fixing its plan. Every look is recorded."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import NotFound
from app.core.ids import new_id
from app.enrolment.service import note_decision
from app.persistence.unique import Taken, add_unique
from app.plans.changes import record, require_version, touch
from app.plans.commands import (
    ChangePlan,
    CreatePlan,
    FixPlan,
    PlanDetails,
    ProgrammeDetails,
)
from app.plans.drafting import changed_fields, copy_of, new_draft, write
from app.plans.errors import (
    CannotFixPlan,
    CannotSavePlan,
    PlanRefusal,
)
from app.plans.facts import details_of, programme_details_of
from app.plans.fixing import require_decided
from app.plans.models import IntegrationPlan, PlanStatus, Programme
from app.plans.queries import get_draft, get_version
from app.plans.reading import (
    PlanCase,
    assess,
    check_version,
    get_case,
    is_goal_allowed,
    next_review_on,
    programme_period,
)
from app.rules.plan import Severity


def open_case(session: Session, clock: Clock, actor: Actor, participant_id: UUID) -> PlanCase:
    """Return programme, plan and reviews, and record the look.

    Raises:
        NotFound: outside the municipality.
    """
    case = get_case(session, actor.scope, participant_id)
    shown = case.draft or case.current
    if shown is not None:
        record(session, clock, actor, Action.PLAN_VIEWED, shown)
    return case


def open_version(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, version: int
) -> tuple[PlanCase, IntegrationPlan]:
    """Return one version of the plan with the case, and record the look.

    Raises:
        NotFound: there is no such version, or it lies outside the municipality.
    """
    case = get_case(session, actor.scope, participant_id)
    plan = get_version(session, actor.scope, participant_id, version)
    record(session, clock, actor, Action.PLAN_VIEWED, plan)
    return case, plan


def create_plan(
    session: Session, clock: Clock, actor: Actor, command: CreatePlan
) -> IntegrationPlan:
    """Begin the programme, with the first draft of its plan (§§ 12 and 15).

    Raises:
        CannotSavePlan: the education is not mapped, there is a plan, or goal or dates are refused.
    """
    case = get_case(session, actor.scope, command.participant_id)
    if case.versions:
        raise CannotSavePlan(PlanRefusal.ALREADY_BEGUN)
    ends_on = _check(case, command.programme, command.details, today(clock))
    programme = Programme(
        id=new_id(),
        participant_id=command.participant_id,
        offered_start_on=command.programme.offered_start_on,
        starts_on=command.programme.starts_on,
        ends_on=ends_on,
        decided_on=command.programme.decided_on,
    )
    _insert(session, programme)
    plan = new_draft(clock, programme, version=1)
    write(plan, command.details)
    _insert(session, plan)
    note_decision(session, clock, actor, command.participant_id, command.programme.decided_on)
    record(session, clock, actor, Action.PLAN_CREATED, plan)
    return plan


def change_plan(
    session: Session, clock: Clock, actor: Actor, command: ChangePlan
) -> IntegrationPlan:
    """Save the draft; in the first version also the decision, which no fixed plan rests on yet.

    Raises:
        NotFound: there is no draft.
        PlanChanged: somebody saved it since.
        CannotSavePlan: goal or dates are refused.
    """
    case = get_case(session, actor.scope, command.participant_id)
    draft, programme = case.draft, case.programme
    if draft is None or programme is None:
        raise NotFound
    require_version(session, actor, draft, command.row_version)
    decision = programme_details_of(programme)
    if draft.version == 1 and command.programme is not None:
        decision = command.programme
    ends_on = _check(case, decision, command.details, today(clock))
    changed = changed_fields(details_of(draft), command.details)
    changed += changed_fields(programme_details_of(programme), decision)
    write(draft, command.details)
    if draft.version == 1:
        programme.offered_start_on = decision.offered_start_on
        programme.starts_on = decision.starts_on
        programme.decided_on = decision.decided_on
        programme.plan_until(ends_on)
        note_decision(session, clock, actor, command.participant_id, decision.decided_on)
    if changed:
        touch(session, clock, draft)
        details: dict[str, object] = {"fields": changed, "row_version": draft.row_version}
        record(session, clock, actor, Action.PLAN_CHANGED, draft, details)
    return draft


def start_new_version(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> IntegrationPlan:
    """Copy the fixed plan to a new draft; the fixed one holds until the draft is fixed.

    Raises:
        CannotSavePlan: there is no fixed plan, or a draft already.
    """
    case = get_case(session, actor.scope, participant_id)
    if case.draft is not None:
        raise CannotSavePlan(PlanRefusal.ALREADY_BEGUN)
    if case.current is None or case.programme is None:
        raise CannotSavePlan(PlanRefusal.NO_FIXED_PLAN)
    draft = new_draft(clock, case.programme, version=case.versions[0].version + 1)
    write(draft, details_of(case.current))
    draft.made_on = today(clock)
    draft.review_due_on = max(next_review_on(case, case.current), draft.made_on)
    draft.elements = [copy_of(element, draft.id) for element in case.current.elements]
    _insert(session, draft)
    record(session, clock, actor, Action.PLAN_CREATED, draft)
    return draft


def discard_draft(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, row_version: int
) -> None:
    """Throw away the draft of a later version; the fixed plan holds as before.

    Raises:
        NotFound: there is no draft.
        PlanChanged: somebody saved it since.
        CannotSavePlan: it is the first draft, which the programme rests on.
    """
    draft = get_draft(session, actor.scope, participant_id)
    require_version(session, actor, draft, row_version)
    if draft.version == 1:
        raise CannotSavePlan(PlanRefusal.NO_FIXED_PLAN)
    session.delete(draft)
    session.flush()
    record(session, clock, actor, Action.PLAN_CHANGED, draft, {"fields": ["discarded"]})


def fix_plan(session: Session, clock: Clock, actor: Actor, command: FixPlan) -> IntegrationPlan:
    """Decide that the draft is the plan; the version before it is replaced.

    Raises:
        NotFound: there is no draft.
        PlanChanged: somebody saved it since the check was shown.
        CannotFixPlan: the law demands more of it, or somebody has to judge or approve it first.
        CannotSavePlan: the participant's age or education does not allow the goal any more.
    """
    case = get_case(session, actor.scope, command.participant_id)
    draft, programme = case.draft, case.programme
    if draft is None or programme is None:
        raise NotFound
    require_version(session, actor, draft, command.row_version)
    assessment = check_version(case, draft, today(clock))
    if assessment is None:
        raise CannotSavePlan(PlanRefusal.EDUCATION_NOT_MAPPED)
    missing = [each for each in assessment.findings if each.severity is Severity.MISSING]
    if missing:
        raise CannotFixPlan(missing)
    if not is_goal_allowed(case, draft):
        raise CannotSavePlan(PlanRefusal.GOAL_NOT_ALLOWED)
    require_decided(session, actor.scope, draft, case.policy)
    programme.plan_until(programme_period(case, draft).last_day)
    if case.current is not None:
        case.current.status = PlanStatus.REPLACED
        session.flush()
    draft.status = PlanStatus.FIXED
    draft.fixed_at, draft.fixed_by = clock(), actor.user_id
    session.flush()
    record(session, clock, actor, Action.PLAN_FIXED, draft)
    return draft


def _check(
    case: PlanCase, programme: ProgrammeDetails, details: PlanDetails, present_day: date
) -> date:
    """Return the last day of the programme that goal and dates give, or refuse them."""
    education = case.education
    if education is None:
        raise CannotSavePlan(PlanRefusal.EDUCATION_NOT_MAPPED)
    if programme.offered_start_on < case.participant.born_on:
        raise CannotSavePlan(PlanRefusal.OFFERED_BEFORE_BIRTH)
    if programme.starts_on < programme.offered_start_on:
        raise CannotSavePlan(PlanRefusal.OFFERED_AFTER_START)
    if programme.decided_on > present_day:
        raise CannotSavePlan(PlanRefusal.DECIDED_IN_THE_FUTURE)
    if details.made_on > present_day:
        raise CannotSavePlan(PlanRefusal.MADE_IN_THE_FUTURE)
    if case.current is not None and details.made_on < case.current.made_on:
        raise CannotSavePlan(PlanRefusal.MADE_BEFORE_EARLIER_VERSION)
    if details.review_due_on < details.made_on:
        raise CannotSavePlan(PlanRefusal.REVIEW_BEFORE_MADE)
    assessment = assess(
        case.participant,
        education,
        programme,
        details.end_goal,
        is_completion_ruled_out=details.is_completion_ruled_out,
    )
    if assessment.last_day is None:
        raise CannotSavePlan(PlanRefusal.GOAL_NOT_ALLOWED)
    return assessment.last_day


def _insert(session: Session, row: Programme | IntegrationPlan) -> None:
    """Add a row; two who begin at once are told so.

    Raises:
        CannotSavePlan: somebody began a moment ago.
    """
    try:
        add_unique(session, row)
    except Taken as error:
        raise CannotSavePlan(PlanRefusal.ALREADY_BEGUN) from error
