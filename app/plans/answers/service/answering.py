"""What the participant says of the plan that holds: on her own page, or at a meeting."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import OSLO, Clock, today
from app.core.ids import new_id
from app.enrolment.interpreting.models import columns_of
from app.enrolment.interpreting.service import find_fault
from app.plans.answers.commands import PlanReply, RegisterReply
from app.plans.answers.errors import AnswerRefusal, CannotAnswerPlan, CannotRegisterTalk
from app.plans.answers.kinds import AnswerKind, AnswerWay
from app.plans.answers.models import PlanAnswer
from app.plans.changes import record
from app.plans.models import IntegrationPlan
from app.plans.numbering import add_next
from app.plans.reading import PlanCase, get_case


def give_answer(
    session: Session, clock: Clock, actor: Actor, case: PlanCase, reply: PlanReply
) -> PlanAnswer:
    """Keep what the participant says on her own page; what she said before stays.

    The caller must have found the case by the signed-in participant.

    Raises:
        CannotAnswerPlan: another version holds, or words are missing.
    """
    plan = _answered_plan(case, reply)
    day = today(clock)
    return _keep(session, clock, actor, plan, reply, AnswerWay.OWN_PAGE, answered_on=day)


def register_answer(
    session: Session, clock: Clock, actor: Actor, command: RegisterReply
) -> PlanAnswer:
    """Keep what the participant said at a meeting; what she said before stays.

    Raises:
        NotFound: the participant lies outside the municipality.
        CannotAnswerPlan: another version holds, words are missing, or the day cannot be right.
        CannotRegisterTalk: something about the interpreter is missing, or cannot be right.
    """
    plan = _answered_plan(get_case(session, actor.scope, command.participant_id), command.reply)
    if command.answered_on > today(clock):
        raise CannotAnswerPlan(AnswerRefusal.IN_THE_FUTURE)
    assert plan.fixed_at is not None, "a plan that holds was fixed"
    if command.answered_on < plan.fixed_at.astimezone(OSLO).date():
        raise CannotAnswerPlan(AnswerRefusal.BEFORE_PLAN)
    fault = find_fault(session, actor.scope, command.interpreting, command.answered_on)
    if fault is not None:
        raise CannotRegisterTalk(fault)
    return _keep(
        session,
        clock,
        actor,
        plan,
        command.reply,
        AnswerWay.MEETING,
        answered_on=command.answered_on,
        **columns_of(command.interpreting),
    )


def _answered_plan(case: PlanCase, reply: PlanReply) -> IntegrationPlan:
    if case.current is None:
        raise CannotAnswerPlan(AnswerRefusal.NO_FIXED_PLAN)
    if case.current.version != reply.version:
        raise CannotAnswerPlan(AnswerRefusal.OTHER_VERSION)
    if reply.kind is AnswerKind.DISAGREES and not reply.words:
        raise CannotAnswerPlan(AnswerRefusal.NO_WORDS)
    if not reply.language or (reply.words and not reply.words_language):
        raise CannotAnswerPlan(AnswerRefusal.NO_LANGUAGE)
    return case.current


def _keep(
    session: Session,
    clock: Clock,
    actor: Actor,
    plan: IntegrationPlan,
    reply: PlanReply,
    way: AnswerWay,
    *,
    answered_on: date,
    **interpreted: Any,
) -> PlanAnswer:
    answer = add_next(
        session,
        plan.id,
        (PlanAnswer.plan_id, PlanAnswer.number),
        lambda number: PlanAnswer(
            id=new_id(),
            plan_id=plan.id,
            number=number,
            kind=reply.kind,
            way=way,
            answered_on=answered_on,
            language=reply.language,
            words=reply.words,
            words_language=reply.words_language if reply.words else "",
            registered_by=actor.user_id,
            registered_at=clock(),
            **interpreted,
        ),
    )
    details: dict[str, object] = {"answer": reply.kind.value, "way": way.value}
    record(session, clock, actor, Action.PLAN_ANSWERED, plan, details)
    return answer
