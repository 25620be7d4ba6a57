"""Gathering what waits, in a fixed number of queries, and recording whom the reader saw."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.attendance.certificates.queries import list_waiting_certificates
from app.attendance.leave_training.queries import list_without_offer
from app.attendance.queries import list_unexplained_absences
from app.attendance.reconciliation.queries import list_disputes
from app.attendance.reconciliation.service import recent
from app.attendance.restrictions.queries import last_reviews, list_in_force
from app.attendance.school_links.queries import ReportFile, list_waiting_reports
from app.attendance.statements.queries import list_waiting_statements
from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.models import ISSUED, RunStatus
from app.benefit.queries import RunLine, list_runs
from app.benefit.receipts.queries import list_stopped
from app.benefit.warnings.queries import list_talks_due
from app.benefit.warnings.service import list_pending
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import OSLO, Clock, today
from app.core.period import ONE_DAY, Period, add_months, month_period
from app.decisions.complaints.queries import list_open_complaints, list_untold_reductions
from app.decisions.due import missing_kind
from app.decisions.leave.queries import list_undecided, statements_taken_up
from app.decisions.notices.queries import list_open_notices
from app.decisions.participation.queries import list_without_certificate
from app.decisions.progress import deadline_of, stage_of
from app.decisions.queries import DecisionFile, PlanToDecide, list_open_files, list_plans_to_decide
from app.decisions.states import Stage
from app.declarations.queries import Issued, list_signed_unexplained, list_unsigned
from app.declarations.service import has_text_for
from app.enrolment.facts import assess_participant
from app.enrolment.queries import Part, ParticipantFilter, Status, list_participants
from app.papers.models import DocumentStatus
from app.plans.answers.kinds import WaitingFor
from app.plans.answers.queries import ANSWER_WITHIN, Waiting, list_waiting
from app.plans.proposals.queries import WaitingProposals, list_waiting_proposals
from app.plans.queries import (
    PlanDue,
    WithoutPlan,
    list_participants_without_plan,
    list_plans_due_for_review,
    list_programmes,
)
from app.plans.reviews.queries import WaitingEvents, list_waiting_events
from app.reporting.worklist.absences import (
    disputed,
    stated,
    to_talk,
    to_warn,
    unexplained_absences,
)
from app.reporting.worklist.leaves import undecided_leaves, untrained
from app.reporting.worklist.payouts import stopped_payments
from app.reporting.worklist.queries import (
    OpenPayment,
    PlanWithoutPaper,
    list_open_payments,
    list_plans_without_paper,
    people_by_id,
)
from app.reporting.worklist.reductions import complained, notified, untold_reductions
from app.reporting.worklist.restrictions import restricted
from app.reporting.worklist.tasks import Person, Section, Task, TaskKind, Worklist, by_urgency
from app.rules.eligibility import TargetGroup
from app.rules.law import InstallationDates

PLANNED_AHEAD = timedelta(days=366)
"""How far ahead a decided programme may begin and still be looked for."""
REVIEW_AHEAD = timedelta(days=14)
"""How long before its day a review is shown, so that there is time to meet."""

People = dict[UUID, Person]
_WAITING = {
    WaitingFor.APPROVAL: TaskKind.APPROVE_PLAN,
    WaitingFor.ANSWER: TaskKind.ANSWER_PLAN,
    WaitingFor.DISAGREEMENT: TaskKind.DECIDE_DISAGREEMENT,
}
_STEPS = {
    Stage.DRAFT: TaskKind.FINISH_DECISION,
    Stage.WAITING_FOR_LEADER: TaskKind.APPROVE_DECISION,
    Stage.SENT_BACK: TaskKind.FINISH_DECISION,
    Stage.APPROVED: TaskKind.FINISH_DECISION,
    Stage.ISSUED: TaskKind.SEND_LETTER,
    Stage.SENT: TaskKind.CONFIRM_ARRIVAL,
    Stage.REACHED: TaskKind.AWAIT_APPEAL,
}
"""What is next for a decision; one that can no longer be appealed waits for nothing."""


def open_worklist(
    session: Session,
    clock: Clock,
    actor: Actor,
    dates: InstallationDates,
    *,
    adviser_id: UUID | None = None,
) -> Worklist:
    """Return what waits, and record whom the actor saw.

    With an adviser, only the participants whom she follows up; months concern everyone.
    """
    scope, on = actor.scope, today(clock)
    deadlines = _decision_deadlines(session, scope, dates, on)
    due = list_plans_due_for_review(session, scope, on, ahead=REVIEW_AHEAD)
    drafts = [each for each in list_participants_without_plan(session, scope) if each.has_draft]
    paperless = [
        plan
        for plan in list_plans_without_paper(session, scope, on)
        if has_text_for(plan.made_on, dates)
    ]
    waiting = list_waiting(session, scope, clock())
    proposed = list_waiting_proposals(session, scope)
    happened = list_waiting_events(session, scope, on)
    undecided = list_plans_to_decide(session, scope, on)
    open_files = list_open_files(session, scope, on)
    notices = list_open_notices(session, scope)
    complaints = list_open_complaints(session, scope)
    untold = list_untold_reductions(session, scope)
    leaves = list_undecided(session, scope)
    ended = list_without_certificate(session, scope, on)
    on_leave = list_without_offer(session, scope, on, ahead=REVIEW_AHEAD)
    restrictions = list_in_force(session, scope, on)
    reviews = last_reviews(session, [row.id for row in restrictions])
    unsigned = list_unsigned(session, scope)
    unexplained = list_signed_unexplained(session, scope)
    reminder = timedelta(days=get_municipality(session, scope).paper_reminder_days)
    runs = list_runs(session, scope)
    unpaid = unpaid_since(runs, on)
    missed = list_unexplained_absences(session, scope, Period(min(unpaid, on), on))
    disputes = list_disputes(session, scope, recent(clock))
    certificates = list_waiting_certificates(session, scope)
    statements = list_waiting_statements(session, scope, statements_taken_up(session, scope))
    pending = list_pending(session, scope, on)
    talks = list_talks_due(session, scope, on)
    doubtful = list_open_payments(session, scope)
    stopped = list_stopped(session, scope)
    enrolled = list_programmes(session, scope, Period(min(unpaid, on), on + PLANNED_AHEAD))
    concerned = {
        *deadlines,
        *(review.participant_id for review in due),
        *(draft.participant_id for draft in drafts),
        *(each.participant_id for each in waiting),
        *(each.participant_id for each in proposed),
        *(each.participant_id for each in happened),
        *(each.participant_id for each in undecided),
        *(plan.participant_id for plan in paperless),
        *(file.decision.participant_id for file in open_files),
        *(file.notice.participant_id for file in notices),
        *(each.complaint.participant_id for each in complaints),
        *(who for who, *_decision in untold),
        *(file.application.participant_id for file in leaves),
        *(row.participant_id for row in restrictions),
        *(each.participant_id for each in on_leave),
        *(who for who, _ended_on in ended),
        *(day.participant_id for day in missed),
        *(each.mark.participant_id for each in disputes),
        *(each.participant_id for each in statements),
        *(each.participant_id for each in certificates),
        *(each.participant_id for each in pending),
        *(each.participant_id for each in talks),
        *(payment.participant_id for payment in doubtful),
        *(payment.participant_id for payment in stopped),
        *(each.declaration.participant_id for each in (*unsigned, *unexplained)),
    }
    people = people_by_id(session, scope, concerned, adviser_id=adviser_id)
    decided = {each.participant_id: each.decided_on for each in enrolled}
    running = [Period(each.starts_on, each.ends_on) for each in enrolled]
    found = Worklist(
        on,
        {
            Section.DECISIONS: by_urgency(
                (
                    *_decisions(deadlines, people),
                    *_unwritten(undecided, open_files, people),
                    *_letters(open_files, people, on),
                    *notified(notices, people, on),
                    *complained(complaints, people),
                    *untold_reductions(untold, people),
                    *undecided_leaves(leaves, people),
                    *restricted(restrictions, reviews, people, on),
                )
            ),
            Section.PLANS: by_urgency(
                (
                    *_plans(due, drafts, decided, people),
                    *_waiting(waiting, people),
                    *_proposed(proposed, people),
                    *_happened(happened, people),
                )
            ),
            Section.PAPERS: by_urgency(
                (
                    *_paperless(paperless, people),
                    *_unsigned(unsigned, reminder, people),
                    *_unexplained(unexplained, people),
                    *_uncertified(ended, people),
                )
            ),
            Section.ABSENCES: by_urgency(
                (
                    *unexplained_absences(missed, people),
                    *to_warn(pending, people),
                    *to_talk(talks, people),
                    *stated(statements, certificates, people),
                    *disputed(disputes, people),
                    *untrained(on_leave, people),
                    *_reported(list_waiting_reports(session, scope)),
                )
            ),
            Section.PAYMENTS: by_urgency(
                (
                    *_clarifications(doubtful, people),
                    *stopped_payments(stopped, people),
                    *_months(runs, running, unpaid, on),
                )
            ),
        },
    )
    audit.record(
        session,
        clock,
        actor,
        Action.WORKLIST_VIEWED,
        ("worklist", None),
        details={"participant_ids": [str(each) for each in found.participant_ids()]},
    )
    return found


def _reported(reports: Iterable[tuple[ReportFile, str]]) -> Iterator[Task]:
    """Yield what schools have told of absence, and nobody has looked at; it concerns groups."""
    for file, name in reports:
        yield Task(
            TaskKind.TAKE_IN_REPORT,
            since=file.report.sent_at.astimezone(OSLO).date(),
            group_id=file.link.group_id,
            report_id=file.report.id,
            name=name,
        )


def _uncertified(ended: Iterable[tuple[UUID, date]], people: People) -> Iterator[Task]:
    """Yield the programmes that ended without a certificate; the law sets no day."""
    for who, ended_on in ended:
        if who in people:
            yield Task(TaskKind.GIVE_CERTIFICATE, person=people[who], since=ended_on)


def unpaid_since(runs: Sequence[RunLine], on: date) -> date:
    """Return the first day of the earliest month that can still be changed.

    It is the month after the last approved one, but at most the previous month where none is.
    """
    approved = [run.period.last_day for run in runs if run.status in ISSUED]
    waiting = [run.period.first_day for run in runs if run.status is RunStatus.PREPARED]
    after_approved = max(approved) + ONE_DAY if approved else add_months(on.replace(day=1), -1)
    return min([after_approved, *waiting])


def _decision_deadlines(
    session: Session, scope: MunicipalityScope, dates: InstallationDates, on: date
) -> dict[UUID, date]:
    """Return until when those with the right must have decision and start (§ 12)."""
    undecided = ParticipantFilter(status=Status.UNDECIDED)
    found = {}
    for participant in list_participants(session, scope, Part.PERMIT, chosen=undecided):
        assessed = assess_participant(participant, on, dates)
        deadline = assessed.decision_and_start_deadline
        if assessed.group is TargetGroup.RIGHT_AND_DUTY and deadline is not None:
            found[participant.id] = deadline
    return found


def _decisions(deadlines: dict[UUID, date], people: People) -> Iterator[Task]:
    for who, due_on in deadlines.items():
        if who in people:
            yield Task(TaskKind.DECIDE, due_on, people[who])


def _unwritten(
    plans: Iterable[PlanToDecide], open_files: Iterable[DecisionFile], people: People
) -> Iterator[Task]:
    """Yield the decisions that nobody has begun."""
    begun = {(file.decision.plan_id, file.decision.kind) for file in open_files}
    for each in plans:
        plan = each.plan
        kind = missing_kind(plan.version, each.decided, each.essential)
        if kind is None or (plan.id, kind) in begun or each.participant_id not in people:
            continue
        since = plan.fixed_at.astimezone(OSLO).date() if plan.fixed_at else None
        yield Task(TaskKind.WRITE_DECISION, person=people[each.participant_id], since=since)


def _letters(files: Iterable[DecisionFile], people: People, on: date) -> Iterator[Task]:
    for file in files:
        decision, step = file.decision, _STEPS.get(stage_of(file, on))
        if step is not None and decision.participant_id in people:
            begun = decision.created_at.astimezone(OSLO).date()
            deadline = deadline_of(file)
            yield Task(
                step,
                deadline.last_day if deadline else None,
                people[decision.participant_id],
                since=file.sendings[0].sent_on if file.sendings else decision.decided_on or begun,
                decision_id=decision.id,
            )


def _plans(
    due: Iterable[PlanDue],
    drafts: Iterable[WithoutPlan],
    decided: dict[UUID, date],
    people: People,
) -> Iterator[Task]:
    for review in due:
        if review.participant_id in people:
            yield Task(TaskKind.REVIEW_PLAN, review.due_on, people[review.participant_id])
    for draft in drafts:
        who = draft.participant_id
        if who in people:
            # The plan is made together with the decision (§ 15).
            yield Task(TaskKind.FIX_PLAN, decided.get(who), people[who])


def _waiting(waiting: Iterable[Waiting], people: People) -> Iterator[Task]:
    for each in waiting:
        if each.participant_id not in people:
            continue
        since = each.since.astimezone(OSLO).date()
        due_on = since + ANSWER_WITHIN if each.what is WaitingFor.ANSWER else None
        yield Task(_WAITING[each.what], due_on, people[each.participant_id], since=since)


def _proposed(proposed: Iterable[WaitingProposals], people: People) -> Iterator[Task]:
    for each in proposed:
        if each.participant_id in people:
            since = each.since.astimezone(OSLO).date()
            person = people[each.participant_id]
            yield Task(TaskKind.ANSWER_PROPOSAL, person=person, since=since, count=each.count)


def _happened(happened: Iterable[WaitingEvents], people: People) -> Iterator[Task]:
    for each in happened:
        if each.participant_id in people:
            since = each.since.astimezone(OSLO).date()
            person = people[each.participant_id]
            yield Task(TaskKind.LOOK_AT_PLAN, person=person, since=since, count=each.count)


def _paperless(paperless: Iterable[PlanWithoutPaper], people: People) -> Iterator[Task]:
    for plan in paperless:
        if plan.participant_id in people:
            yield Task(TaskKind.ISSUE_PAPER, person=people[plan.participant_id], since=plan.made_on)


def _unsigned(unsigned: Iterable[Issued], reminder: timedelta, people: People) -> Iterator[Task]:
    """Yield the papers that are out, due back after the municipality's number of days."""
    for issued in unsigned:
        declaration, document = issued.declaration, issued.document
        if declaration.participant_id in people:
            is_ready = document.status is DocumentStatus.READY
            yield Task(
                TaskKind.SIGN_PAPER,
                document.issued_on + reminder,
                people[declaration.participant_id],
                since=document.issued_on,
                declaration_id=declaration.id if is_ready else None,
                is_explained=bool(issued.explanations),
            )


def _unexplained(unexplained: Iterable[Issued], people: People) -> Iterator[Task]:
    for issued in unexplained:
        declaration = issued.declaration
        if declaration.participant_id in people:
            yield Task(
                TaskKind.EXPLAIN_PAPER,
                person=people[declaration.participant_id],
                since=declaration.signed_on,
                declaration_id=declaration.id,
            )


def _clarifications(doubtful: Iterable[OpenPayment], people: People) -> Iterator[Task]:
    for each in doubtful:
        if each.participant_id in people:
            yield Task(
                TaskKind.CLARIFY_PAYMENT,
                person=people[each.participant_id],
                month=each.month,
                run_id=each.run_id,
            )


def _months(
    runs: Sequence[RunLine], running: Sequence[Period], unpaid: date, on: date
) -> Iterator[Task]:
    prepared = {run.period for run in runs if run.status is not RunStatus.FAILED}
    month = month_period(unpaid.year, unpaid.month)
    while month.last_day < on:
        if month not in prepared and any(each.intersection(month) for each in running):
            yield Task(TaskKind.PREPARE_MONTH, month=month)
        following = month.last_day + ONE_DAY
        month = month_period(following.year, following.month)
    for run in runs:
        kind = _next_step(run.status)
        if kind is not None and run.period.last_day < on:
            yield Task(kind, month=run.period, run_id=run.id, count=run.open_count)


def _next_step(status: RunStatus) -> TaskKind | None:
    match status:
        case RunStatus.PREPARED:
            return TaskKind.APPROVE_MONTH
        case RunStatus.APPROVED:
            return TaskKind.MAKE_FILE
        case RunStatus.SENT | RunStatus.PREPARING | RunStatus.FAILED:
            return None
