"""Approvals and answers as the pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.core.actor import Role
from app.core.clock import OSLO
from app.enrolment.interpreting.presenters import Fact, interpreting_facts
from app.i18n.bidi import isolated_text
from app.i18n.format import short_date
from app.i18n.spoken import language_name
from app.i18n.text import gettext as _
from app.plans.answers import wording
from app.plans.answers.kinds import AnswerWay, ApprovalOutcome
from app.plans.answers.models import DisagreementDecision, PlanApproval
from app.plans.answers.queries import Answered
from app.plans.answers.service.reading import Said
from app.plans.models import IntegrationPlan
from app.plans.versions.presenters import JudgementView, judgement_view
from app.rules.policy import PlanApproval as ApprovalPolicy


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What the municipality decided about a disagreement."""

    text: str
    reason: str
    signature: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer."""

    version: int
    number: int
    tag: str
    tone: str
    signature: str
    language: str
    words: str
    words_language: str
    facts: tuple[Fact, ...]
    """About the interpreter; empty for the participant herself."""
    is_undecided: bool
    decision: DecisionView | None


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """Where a draft stands with the leader."""

    tag: str
    tone: str
    sentence: str
    note: str
    reason: str
    is_done: bool
    is_waiting: bool


@dataclass(frozen=True, slots=True)
class SaidView:
    """What the plan's page says of judgement, approval and answers."""

    is_change: bool
    """There is a draft of a later version, and somebody says what kind of change it is."""
    judgement: JudgementView | None
    approval: ApprovalView | None
    """None: there is no draft, or the municipality does not want approvals."""
    may_approve: bool
    is_ready: bool
    """Nobody has to judge or approve the draft any more."""
    last: AnswerView | None
    current_judgement: JudgementView | None


def said_view(said: Said, role: Role) -> SaidView:
    """Return what the plan's page says to somebody with this role."""
    draft, current = said.case.draft, said.case.current
    is_change = draft is not None and draft.version > 1
    judgement = _judgement(said, draft) if draft is not None and is_change else None
    approval = _approval(said, draft) if draft is not None else None
    is_judged = not is_change or (judgement is not None and not judgement.is_stale)
    return SaidView(
        is_change=is_change,
        judgement=judgement,
        approval=approval,
        may_approve=role is Role.LEADER and approval is not None and approval.is_waiting,
        is_ready=is_judged and (approval is None or approval.is_done),
        last=answer_view(said.last, said.names) if said.last else None,
        current_judgement=_judgement(said, current) if current else None,
    )


def own_answer(said: Said) -> AnswerView | None:
    """Return the answer that counts about the plan that holds, as the participant reads it."""
    return answer_view(said.last, said.names, for_staff=False) if said.last else None


def answer_view(
    answered: Answered, names: Mapping[UUID, str], *, for_staff: bool = True
) -> AnswerView:
    """Return an answer; without `for_staff`, as the participant reads it herself."""
    answer = answered.answer
    day = isolated_text(short_date(answer.answered_on))
    if answer.way is AnswerWay.OWN_PAGE:
        signature = _("Svart på egen side %(day)s.", day=day)
    else:
        name = isolated_text(names.get(answer.registered_by, _("ukjent")))
        signature = _("Sagt i en samtale %(day)s. Registrert av %(name)s.", day=day, name=name)
    return AnswerView(
        version=answered.version,
        number=answer.number,
        tag=wording.answer_text(answer.kind),
        tone=wording.answer_tone(answer.kind),
        signature=signature,
        language=language_name(answer.language),
        words=answer.words,
        words_language=answer.words_language,
        facts=tuple(interpreting_facts(answer)) if for_staff else (),
        is_undecided=answered.is_undecided,
        decision=_decision(answered.decision, names) if answered.decision else None,
    )


def _decision(decision: DisagreementDecision, names: Mapping[UUID, str]) -> DecisionView:
    return DecisionView(
        text=wording.outcome_text(decision.outcome),
        reason=decision.reason,
        signature=_signature(decision.decided_at, decision.decided_by, names),
    )


def _judgement(said: Said, plan: IntegrationPlan) -> JudgementView | None:
    row_version = plan.row_version if plan.fixed_at is None else None
    return judgement_view(said.judged.get(plan.id), row_version, said.names)


def _approval(said: Said, draft: IntegrationPlan) -> ApprovalView | None:
    if said.case.policy.plan_approval is ApprovalPolicy.NONE:
        return None
    approval = said.approvals.get(draft.id)
    if approval is None:
        return ApprovalView(
            _("Ikke sendt"),
            "warning",
            _("En leder må godkjenne utkastet før du fastsetter planen."),
            "",
            "",
            is_done=False,
            is_waiting=False,
        )
    return approval_view(approval, draft, said.names)


def approval_view(
    approval: PlanApproval, draft: IntegrationPlan, names: Mapping[UUID, str]
) -> ApprovalView:
    """Return where the draft stands with the leader."""
    is_current = approval.plan_row_version == draft.row_version
    asked = _signature(approval.asked_at, approval.asked_by, names)
    tag, tone = _("Venter på leder"), "info"
    sentence = _("Sendt til godkjenning %(signature)s.", signature=asked)
    if approval.outcome is not None:
        assert approval.decided_at is not None, "the database demands it"
        assert approval.decided_by is not None, "the database demands it"
        decided = _signature(approval.decided_at, approval.decided_by, names)
        if approval.outcome is ApprovalOutcome.APPROVED:
            tag, tone = _("Godkjent"), "success"
            sentence = _("Godkjent %(signature)s.", signature=decided)
        else:
            tag, tone = _("Sendt tilbake"), "warning"
            sentence = _("Sendt tilbake %(signature)s.", signature=decided)
    if not is_current:
        tag, tone = _("Må sendes på nytt"), "warning"
        sentence = _("Utkastet er endret etter at det ble sendt. Det må sendes på nytt.")
    return ApprovalView(
        tag,
        tone,
        sentence,
        approval.note,
        approval.reason,
        is_done=is_current and approval.outcome is ApprovalOutcome.APPROVED,
        is_waiting=is_current and approval.outcome is None,
    )


def _signature(at: datetime, who: UUID, names: Mapping[UUID, str]) -> str:
    return _(
        "%(day)s av %(name)s",
        day=isolated_text(short_date(at.astimezone(OSLO).date())),
        name=isolated_text(names.get(who, _("ukjent"))),
    )
