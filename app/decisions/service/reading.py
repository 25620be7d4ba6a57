"""A participant's decisions beside her plan: how far each has come, and what its letter says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality, user_names
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.core.errors import NotFound
from app.decisions.content import Letter
from app.decisions.due import missing_kind
from app.decisions.freezing import thaw
from app.decisions.interventions.kinds import INTERVENTION_KINDS
from app.decisions.interventions.queries import Imposed, imposed_by_decisions
from app.decisions.kinds import Background
from app.decisions.kinds.types import (
    Hearing,
    InterventionMatter,
    LeaveMatter,
    PlanMatter,
    ReductionMatter,
)
from app.decisions.leave.assessment import assess, benefit_of, days_of
from app.decisions.leave.kinds import LEAVE_KINDS
from app.decisions.leave.queries import LeaveFile, leaves_of
from app.decisions.notices.queries import (
    NoticeFile,
    ReducedPayment,
    decided_reductions,
    find_period,
    list_notices,
    list_reduced_payments,
)
from app.decisions.progress import deadline_of, stage_of
from app.decisions.queries import DecisionFile, get_file, list_files
from app.decisions.reductions import Reduction
from app.decisions.service.records import record
from app.decisions.states import DecisionKind
from app.decisions.words import letter_words, summary_words
from app.decisions.writing import Signatures, write_letter
from app.enrolment.facts import assess_participant
from app.enrolment.kinds import AddressProtection
from app.papers.models import IssuedDocument
from app.plans.answers.kinds import ApprovalOutcome
from app.plans.answers.queries import find_last_answer, list_answers
from app.plans.models import IntegrationPlan
from app.plans.paper.words import plan_words
from app.plans.reading import PlanCase, get_case
from app.plans.versions.queries import list_change_kinds
from app.rules.law import InstallationDates
from app.rules.plan import ChangeKind

__all__ = ["DecisionCase", "deadline_of", "stage_of"]


@dataclass(frozen=True, slots=True)
class DecisionCase:
    """A participant's plan and decisions."""

    plans: PlanCase
    files: tuple[DecisionFile, ...]
    """Newest first."""
    missing: DecisionKind | None
    """Which decision is due about the plan that holds."""
    notices: tuple[NoticeFile, ...] = ()
    """Of reductions, newest first."""
    reduced: tuple[ReducedPayment, ...] = ()
    """Payments from which absence takes something, newest first."""
    decided_reductions: Mapping[UUID, Reduction] = field(default_factory=dict)
    """What decisions take, by id of the decision."""
    leaves: Mapping[UUID, LeaveFile] = field(default_factory=dict)
    """Which applications decisions answer, by id of the decision."""
    imposed: Mapping[UUID, Imposed] = field(default_factory=dict)
    """What decisions lay down, by id of the decision."""

    @property
    def outdated(self) -> frozenset[UUID]:
        """Drafts about a reduction that is another one now, by id of the decision."""
        return frozenset(
            decision.id
            for notice in self.notices
            if (decision := notice.decision) is not None and self._is_outdated(decision.id)
        )

    def _is_outdated(self, decision_id: UUID) -> bool:
        stored = self.decided_reductions.get(decision_id)
        if stored is None:
            return False
        now = find_period(self.reduced, stored.period)
        return now is None or now.reduction != stored

    @property
    def draft_of_missing(self) -> DecisionFile | None:
        """The draft of the decision that is due, if somebody has begun it."""
        current = self.plans.current
        for file in self.files:
            is_about = current is not None and file.decision.plan_id == current.id
            if is_about and file.is_draft and file.decision.kind is self.missing:
                return file
        return None

    def decided_before(self, plan: IntegrationPlan) -> IntegrationPlan | None:
        """Return the version that was decided last before this one."""
        decided = {file.version for file in self.files if not file.is_draft}
        earlier = [each for each in self.plans.versions if each.version < plan.version]
        return next((each for each in earlier if each.version in decided), None)

    def notice_of(self, file: DecisionFile) -> NoticeFile:
        """Return the notice that came before a decision about a reduction."""
        return next(
            each
            for each in self.notices
            if each.decision is not None and each.decision.id == file.decision.id
        )

    def plan_of(self, file: DecisionFile) -> IntegrationPlan:
        """Return the version that a decision is about."""
        return next(plan for plan in self.plans.versions if plan.id == file.decision.plan_id)


def get_decision_case(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> DecisionCase:
    """Return plan and decisions; always the same number of queries.

    Raises:
        NotFound: there is no such participant in the municipality.
    """
    plans = get_case(session, scope, participant_id)
    files = tuple(list_files(session, scope, participant_id))
    judged = list_change_kinds(session, scope, participant_id)
    fixed = [plan for plan in plans.versions if plan.fixed_at is not None]
    essential = [
        plan.version
        for plan in fixed
        if plan.id in judged and judged[plan.id].kind is ChangeKind.ESSENTIAL
    ]
    decided = [file.version for file in files if not file.is_draft and file.version is not None]
    current = plans.current.version if plans.current else None
    ids = [file.decision.id for file in files]
    return DecisionCase(
        plans,
        files,
        missing_kind(current, decided, essential),
        tuple(list_notices(session, scope, participant_id)),
        tuple(list_reduced_payments(session, scope, participant_id)),
        decided_reductions(session, ids),
        leaves_of(session, ids),
        imposed_by_decisions(session, ids),
    )


def open_decisions(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> DecisionCase:
    """Return plan and decisions, and record the look.

    Raises:
        NotFound: outside the municipality.
    """
    case = get_decision_case(session, actor.scope, participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.DECISIONS_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
    return case


def open_decision(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, decision_id: UUID
) -> tuple[DecisionCase, DecisionFile]:
    """Return one of the participant's decisions with the case, and record the look.

    Raises:
        NotFound: there is none.
    """
    case = get_decision_case(session, actor.scope, participant_id)
    file = next((each for each in case.files if each.decision.id == decision_id), None)
    if file is None:
        raise NotFound
    record(session, clock, actor, Action.DECISION_VIEWED, file.decision)
    return case, file


def read_letter(
    session: Session,
    clock: Clock,
    actor: Actor,
    dates: InstallationDates,
    case: DecisionCase,
    file: DecisionFile,
) -> Letter:
    """Return the letter: as it was frozen, or of a draft as it would be if the actor issued it."""
    if file.letter is not None:
        document = session.get_one(IssuedDocument, file.letter.document_id)
        return thaw(document.model, document.code, document.issued_on)
    return draft_letter(session, actor, dates, case, file, today(clock))


def draft_letter(
    session: Session,
    actor: Actor,
    dates: InstallationDates,
    case: DecisionCase,
    file: DecisionFile,
    on: date,
) -> Letter:
    """Return the letter of a draft as it would be if the actor issued it on a day."""
    decision = file.decision
    municipality = get_municipality(session, actor.scope)
    person = case.plans.participant
    words = letter_words(decision.form)
    decided_on = decision.decided_on or on
    background = Background(
        case=case.plans,
        matter=_matter(session, actor, dates, case, file, on),
        municipality=municipality.name,
        contact=municipality.contact,
        decided_on=decided_on,
        reasons=decision.reasons,
        words=words,
    )
    names = user_names(session, actor.scope)
    is_protected = person.address_protection is not AddressProtection.NONE
    signatures = Signatures(
        decided_by=names[actor.user_id],
        approved_by=_approver(file, names),
        address="" if is_protected else person.address,
        decided_on=decided_on,
    )
    language = decision.summary_language
    return Letter(
        content=write_letter(decision.kind, background, signatures),
        words=words,
        summary_words=summary_words(language) if language else None,
        code="",
        made_on=on,
    )


def _matter(
    session: Session,
    actor: Actor,
    dates: InstallationDates,
    case: DecisionCase,
    file: DecisionFile,
    on: date,
) -> PlanMatter | ReductionMatter | LeaveMatter | InterventionMatter:
    if file.decision.kind is DecisionKind.BENEFIT_REDUCTION:
        return _reduction_matter(case, file)
    if file.decision.kind in LEAVE_KINDS:
        return _leave_matter(session, actor, case.leaves[file.decision.id])
    if file.decision.kind in INTERVENTION_KINDS:
        imposed = case.imposed[file.decision.id]
        days = imposed.decided.first_day, imposed.decided.last_day
        return InterventionMatter(imposed.considered, *days, _hearing(case, file))
    return _plan_matter(session, actor, dates, case, file, on)


def _plan_matter(
    session: Session,
    actor: Actor,
    dates: InstallationDates,
    case: DecisionCase,
    file: DecisionFile,
    on: date,
) -> PlanMatter:
    plan, person = case.plan_of(file), case.plans.participant
    answers = list_answers(session, actor.scope, person.id)
    return PlanMatter(
        plan=plan,
        before=case.decided_before(plan),
        group=assess_participant(person, on, dates).group,
        answer=find_last_answer(answers, plan.version),
        plan_words=plan_words(file.decision.form.value),
    )


def _reduction_matter(case: DecisionCase, file: DecisionFile) -> ReductionMatter:
    return ReductionMatter(case.decided_reductions[file.decision.id], _hearing(case, file))


def _hearing(case: DecisionCase, file: DecisionFile) -> Hearing:
    notice = case.notice_of(file)
    assert notice.sent is not None, "a decision follows a notice that was sent"
    replies = tuple((each.told_on, each.words) for each in notice.replies)
    return Hearing(notice.sent.day, notice.notice.reply_by, replies)


def _leave_matter(session: Session, actor: Actor, leave: LeaveFile) -> LeaveMatter:
    assert leave.decided is not None, "the decision answers it"
    application, granted, benefit = leave.application, leave.granted, None
    if granted is not None:
        assessment = assess(session, actor.scope, application, granted)
        benefit = benefit_of(days_of(assessment, application)) if assessment else None
    return LeaveMatter(
        reason=application.reason,
        received_on=application.received_on,
        applied=leave.applied,
        words=application.words,
        outcome=leave.decided.outcome,
        granted=granted,
        benefit=benefit,
    )


def find_own_file(
    session: Session, scope: MunicipalityScope, participant_id: UUID, decision_id: UUID
) -> DecisionFile:
    """Return one of the participant's decisions that she may see: only issued ones.

    Raises:
        NotFound: there is none.
    """
    file = get_file(session, scope, participant_id, decision_id)
    if file.is_draft:
        raise NotFound
    return file


def _approver(file: DecisionFile, names: dict[UUID, str]) -> str:
    approval = file.approval
    if approval is None or approval.outcome is not ApprovalOutcome.APPROVED:
        return ""
    if approval.decision_row_version != file.decision.row_version or approval.decided_by is None:
        return ""
    return names[approval.decided_by]
