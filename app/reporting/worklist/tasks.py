"""What a worklist is made of. Plain values: no database, no sentences."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.core.period import Period


class Section(StrEnum):
    """The parts of the worklist, in the order of a case."""

    DECISIONS = "decisions"
    PLANS = "plans"
    PAPERS = "papers"
    ABSENCES = "absences"
    PAYMENTS = "payments"


class TaskKind(StrEnum):
    """What must be done."""

    DECIDE = "decide"
    """Decide and start the programme (§ 12)."""
    FIX_PLAN = "fix_plan"
    """The plan is only a draft (§ 15)."""
    REVIEW_PLAN = "review_plan"
    LOOK_AT_PLAN = "look_at_plan"
    """Something happened in the participant's life (§ 15 sixth paragraph)."""
    ANSWER_PROPOSAL = "answer_proposal"
    """The participant has proposed something, and nobody has said yes or no."""
    APPROVE_PLAN = "approve_plan"
    """A draft was sent to a leader."""
    ANSWER_PLAN = "answer_plan"
    """Nobody has asked the participant what she says of the plan, or she has not answered."""
    DECIDE_DISAGREEMENT = "decide_disagreement"
    """The participant does not agree; the municipality decides (§ 15 fifth paragraph)."""
    WRITE_DECISION = "write_decision"
    """A plan holds, or was changed essentially, and no letter says so (§ 46)."""
    FINISH_DECISION = "finish_decision"
    """A decision is only a draft."""
    APPROVE_DECISION = "approve_decision"
    """A draft was sent to a leader."""
    SEND_LETTER = "send_letter"
    CONFIRM_ARRIVAL = "confirm_arrival"
    """Nobody knows when the letter arrived, from when the time limit for an appeal runs."""
    AWAIT_APPEAL = "await_appeal"
    """The letter arrived, and the participant can still appeal."""
    FINISH_NOTICE = "finish_notice"
    """An advance notice of a reduction is only a draft, or was not sent (fvl § 16)."""
    AWAIT_REPLY = "await_reply"
    """The participant can still say what she thinks of a reduction."""
    DECIDE_REDUCTION = "decide_reduction"
    """The participant has replied, or the time to reply is over."""
    DECIDE_INTERVENTION = "decide_intervention"
    """The same, about a stop or about self-certification."""
    REVIEW_RESTRICTION = "review_restriction"
    """Withdrawn self-certification must be looked at anew (integreringsforskriften § 9)."""
    RESUME_PROGRAMME = "resume_programme"
    """A stop for a time is over soon."""
    TELL_SOCIAL_ASSISTANCE = "tell_social_assistance"
    """A reduction was decided, and nobody has told the participant of social assistance."""
    CHECK_COMPLAINT = "check_complaint"
    """Form and time of a complaint are not judged, or something is to be mended."""
    ANSWER_COMPLAINT = "answer_complaint"
    SEND_ANSWER = "send_answer"
    """The answer to a complaint is not sent, or not known to be."""
    AWAIT_GOVERNOR = "await_governor"
    """The complaint lies with the county governor."""
    DECIDE_LEAVE = "decide_leave"
    """The participant has applied for leave (§ 17); its first day is the day that counts."""
    ISSUE_PAPER = "issue_paper"
    """The plan holds, and no paper was issued for it (§ 16)."""
    SIGN_PAPER = "sign_paper"
    """The paper is out; after the municipality's number of days it is late."""
    EXPLAIN_PAPER = "explain_paper"
    """The paper came back signed, and nothing says how it was explained."""
    GIVE_CERTIFICATE = "give_certificate"
    """The programme has ended, and no certificate was given (§ 18 a)."""
    EXPLAIN_ABSENCE = "explain_absence"
    WARN_OF_DEDUCTION = "warn_of_deduction"
    """Days without a reason take something from a month that is open, and nobody has told her."""
    TALK_ABOUT_ABSENCE = "talk_about_absence"
    """As many days without a reason as the municipality wants to talk about."""
    ANSWER_STATEMENT = "answer_statement"
    """The participant has said that she is away, or sent a doctor's certificate."""
    OFFER_TRAINING = "offer_training"
    """The fourth month of a parental leave begins (integreringsforskriften § 16)."""
    TAKE_IN_REPORT = "take_in_report"
    """A school has told of absence by its link."""
    SETTLE_DISPUTE = "settle_dispute"
    """The participant says that a registration is wrong, or two registrations disagree."""
    PREPARE_MONTH = "prepare_month"
    CLARIFY_PAYMENT = "clarify_payment"
    APPROVE_MONTH = "approve_month"
    MAKE_FILE = "make_file"
    SETTLE_STOPPED = "settle_stopped"
    """The payroll system rejected a payment, and nobody has noted what was done about it."""


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a task concerns."""

    participant_id: UUID
    full_name: str


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do."""

    kind: TaskKind
    due_on: date | None = None
    """None: neither the law nor the municipality sets a day."""
    person: Person | None = None
    """None: it concerns a whole month."""
    since: date | None = None
    """The day it began: the paper was issued, the oldest absence without a reason."""
    count: int = 0
    """How many days, or how many payments, it concerns."""
    month: Period | None = None
    run_id: UUID | None = None
    decision_id: UUID | None = None
    notice_id: UUID | None = None
    complaint_id: UUID | None = None
    application_id: UUID | None = None
    group_id: UUID | None = None
    report_id: UUID | None = None
    name: str = ""
    """Of a group that it concerns."""
    declaration_id: UUID | None = None
    """The paper whose signature can be registered; None: it is not made yet."""
    is_explained: bool = False
    """The paper bears the stamp."""


@dataclass(frozen=True, slots=True)
class Worklist:
    """The tasks of each section, most urgent first."""

    on: date
    tasks: dict[Section, tuple[Task, ...]] = field(default_factory=dict)

    def participant_ids(self) -> list[UUID]:
        """Return whom the list names, each once, in the order of the list."""
        named = [task.person for tasks in self.tasks.values() for task in tasks if task.person]
        return list(dict.fromkeys(person.participant_id for person in named))


def by_urgency(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Return the tasks, the longest overdue first and those without a day last."""
    return tuple(sorted(tasks, key=_urgency))


def _urgency(task: Task) -> tuple[date, date, str, str]:
    person = task.person
    return (
        task.due_on or date.max,
        task.since or (task.month.first_day if task.month else date.max),
        person.full_name if person else "",
        str(person.participant_id) if person else task.kind.value,
    )
