"""What a participant sees of her own case. Every look is recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality, user_names
from app.attendance.balances.service import QuotaBook, read_balances
from app.attendance.calendar.queries import OwnSession, list_own_sessions
from app.attendance.calendar.service import OwnWeek, read_week
from app.attendance.heatmap.service import Year, read_year
from app.attendance.queries import UnexplainedDay, list_unexplained_absences
from app.attendance.reconciliation.queries import MarkedSession, get_mark
from app.attendance.reconciliation.service import Missed, read_missed
from app.attendance.service import AbsenceBook, read_absences
from app.attendance.statements.queries import StatementFile, list_statements
from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.corrections import ShownCorrection, read_corrections
from app.benefit.models import RunStatus
from app.benefit.queries import OwnPayment, list_payments_of_participant
from app.benefit.warnings.service import list_pending
from app.benefit.warnings.warning import Pending
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import NotFound
from app.core.period import Period, add_months
from app.decisions.complaints.queries import ComplaintFile, list_complaints
from app.decisions.notices.queries import NoticeFile, get_notice, list_notices
from app.decisions.participation.queries import CertificateFile, list_certificates
from app.decisions.queries import DecisionFile, list_files
from app.declarations.models import SigningStatus
from app.declarations.queries import Issued, list_declarations
from app.declarations.words.service import OpenedWords, open_words
from app.enrolment.models import Participant
from app.enrolment.queries import Part, find_participant_of_user, get_participant
from app.handover.models import HandoverMade
from app.handover.queries import list_made
from app.mypage.errors import NotLinked
from app.papers.models import DocumentStatus
from app.plans.answers.kinds import AnswerKind
from app.plans.answers.queries import find_last_answer, list_answers
from app.plans.paper.queries import PlanPaper, list_plan_papers
from app.plans.paper.written import Written
from app.plans.proposals.service import Proposals, read_proposals
from app.plans.reading import PlanCase, get_case, next_review_on
from app.plans.texts.queries import written_texts

FINAL = (RunStatus.APPROVED, RunStatus.SENT)
"""A month is the participant's to see when it can no longer change."""
DAYS_AHEAD = timedelta(days=6)


class Page(StrEnum):
    """Which of her pages a participant saw."""

    HOME = "home"
    PLAN = "plan"
    MONTHS = "months"
    ABSENCES = "absences"
    PAPERS = "papers"
    PROPOSALS = "proposals"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class OwnHome:
    """What is next for the participant."""

    participant: Participant
    adviser_name: str
    """Empty: nobody follows her up yet."""
    days: Period
    """Today and the six days after it."""
    sessions: tuple[OwnSession, ...]
    unsigned: tuple[Issued, ...]
    unanswered_on: date | None
    """When the plan that holds was made, if she has said neither yes nor no to it."""
    review_on: date | None
    last_payment: OwnPayment | None
    unexplained: tuple[UnexplainedDay, ...]


@dataclass(frozen=True, slots=True)
class OwnMonths:
    """One final month, and the others."""

    participant: Participant
    shown: OwnPayment | None
    """None: no month is final yet."""
    corrections: tuple[ShownCorrection, ...]
    """What the month corrects of earlier ones."""
    all: tuple[OwnPayment, ...]


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """The plan that holds, with what is known of its translations."""

    case: PlanCase
    texts: Mapping[str, Written]
    """What is written in it, by key of the piece; empty while no plan holds."""
    municipality: str


@dataclass(frozen=True, slots=True)
class OwnPapers:
    """Everything on paper that the municipality has made for her, newest first."""

    participant: Participant
    decisions: tuple[DecisionFile, ...]
    declarations: tuple[Issued, ...]
    plans: tuple[PlanPaper, ...]
    handovers: tuple[HandoverMade, ...]
    """Bundles of her case for other municipalities."""
    notices: tuple[NoticeFile, ...]
    complaints: tuple[ComplaintFile, ...]
    certificates: tuple[CertificateFile, ...]
    """Of participation."""


def open_home(session: Session, clock: Clock, actor: Actor) -> OwnHome:
    """Return what is next.

    Raises:
        NotLinked: no participant is linked to the user.
    """
    participant = _open(session, clock, actor, Page.HOME)
    scope, who, on = actor.scope, participant.id, today(clock)
    case = get_case(session, scope, who)
    names = user_names(session, scope)
    payments = list_payments_of_participant(session, scope, who, only=FINAL)
    days = Period(on, on + DAYS_AHEAD)
    issued = list_declarations(session, scope, who)
    return OwnHome(
        participant=participant,
        adviser_name=names.get(participant.adviser_id, "") if participant.adviser_id else "",
        days=days,
        sessions=tuple(list_own_sessions(session, scope, who, days)),
        unsigned=tuple(each for each in issued if each.declaration.status is SigningStatus.ISSUED),
        unanswered_on=_unanswered_on(session, actor, case),
        review_on=next_review_on(case, case.current) if case.current else None,
        last_payment=payments[0] if payments else None,
        unexplained=_unexplained(session, actor, participant, on),
    )


def open_plan(session: Session, clock: Clock, actor: Actor) -> PlanCase:
    """Return programme and plan.

    Raises:
        NotLinked: no participant is linked to the user.
    """
    participant = _open(session, clock, actor, Page.PLAN)
    return get_case(session, actor.scope, participant.id)


def open_proposals(session: Session, clock: Clock, actor: Actor) -> Proposals:
    """Return what she has proposed in her plan, with the plan that holds.

    Raises:
        NotLinked: no participant is linked to the user.
    """
    participant = _open(session, clock, actor, Page.PROPOSALS)
    return read_proposals(session, actor.scope, participant.id)


def open_own_plan(session: Session, clock: Clock, actor: Actor) -> OwnPlan:
    """Return programme and plan with the translations that there are.

    Raises:
        NotLinked: no participant is linked to the user.
    """
    case = open_plan(session, clock, actor)
    plan = case.current
    texts = written_texts(session, actor.scope, plan) if plan else {}
    return OwnPlan(case, texts, get_municipality(session, actor.scope).name)


def open_week(session: Session, clock: Clock, actor: Actor, week: Period) -> OwnWeek:
    """Return a week of hers, with the state of the link to her calendar.

    Raises:
        NotLinked: no participant is linked to the user.
    """
    participant = _open(session, clock, actor, Page.CALENDAR)
    return read_week(session, clock, actor.scope, participant, week)


def open_own_calendar(session: Session, clock: Clock, actor: Actor) -> Participant:
    """Return the participant, to make or shut the link to her calendar.

    Raises:
        NotLinked: no participant is linked to the user.
    """
    return _open(session, clock, actor, Page.CALENDAR)


def open_months(
    session: Session, clock: Clock, actor: Actor, month: Period | None = None
) -> OwnMonths:
    """Return a final month, or the newest one, with the list of all of them.

    Raises:
        NotLinked: no participant is linked to the user.
        NotFound: the month is not final, or she has no payment in it.
    """
    participant = _open(session, clock, actor, Page.MONTHS)
    payments = list_payments_of_participant(session, actor.scope, participant.id, only=FINAL)
    shown = [each for each in payments if month is None or each.period == month]
    if month is not None and not shown:
        raise NotFound
    newest = shown[0] if shown else None
    corrections = (
        read_corrections(session, actor.scope, newest.payment.run_id, participant.id)
        if newest
        else []
    )
    return OwnMonths(participant, newest, tuple(corrections), tuple(payments))


def open_absences(
    session: Session, clock: Clock, actor: Actor
) -> tuple[AbsenceBook, list[Pending]]:
    """Return her absences with what the rules say, and what days without a reason would take.

    Raises:
        NotLinked: no participant is linked to the user.
    """
    participant = _open(session, clock, actor, Page.ABSENCES)
    book = read_absences(session, clock, actor.scope, participant.id)
    if not book.unexplained:
        return book, []
    return book, list_pending(session, actor.scope, today(clock), among=(participant.id,))


def open_missed(session: Session, clock: Clock, actor: Actor) -> list[Missed]:
    """Return the sessions that she missed something of lately, with what was said of them.

    Raises:
        NotLinked: no participant is linked to the user.
    """
    participant = _open(session, clock, actor, Page.ABSENCES)
    return read_missed(session, clock, actor.scope, participant.id)


def open_statements(
    session: Session, clock: Clock, actor: Actor
) -> tuple[Participant, list[StatementFile]]:
    """Return herself with what she has said of her absence.

    Raises:
        NotLinked: no participant is linked to the user.
    """
    participant = open_reporting(session, clock, actor)
    return participant, list_statements(session, actor.scope, participant.id)


def open_reporting(session: Session, clock: Clock, actor: Actor) -> Participant:
    """Return herself with her children, to say that she is away.

    Raises:
        NotLinked: no participant is linked to the user.
    """
    participant = _open(session, clock, actor, Page.ABSENCES)
    return get_participant(session, actor.scope, participant.id, Part.CHILDREN)


def open_mark(
    session: Session, clock: Clock, actor: Actor, session_id: UUID
) -> tuple[Participant, MarkedSession]:
    """Return herself and what is registered of her in one session.

    Raises:
        NotLinked: no participant is linked to the user.
        NotFound: nothing is registered of her there.
    """
    participant = _open(session, clock, actor, Page.ABSENCES)
    return participant, get_mark(session, actor.scope, session_id, participant.id)


def open_quotas(session: Session, clock: Clock, actor: Actor, on: date) -> QuotaBook:
    """Return what is left of her quotas on a day.

    Raises:
        NotLinked: no participant is linked to the user.
    """
    participant = _open(session, clock, actor, Page.ABSENCES)
    return read_balances(session, actor.scope, participant.id, on)


def open_own_year(session: Session, clock: Clock, actor: Actor, year: int) -> Year:
    """Return her year, day by day.

    Raises:
        NotLinked: no participant is linked to the user.
    """
    participant = _open(session, clock, actor, Page.ABSENCES)
    return read_year(session, clock, actor.scope, participant.id, year)


def open_asking(session: Session, clock: Clock, actor: Actor) -> Participant:
    """Return herself, to ask what days away would mean.

    Raises:
        NotLinked: no participant is linked to the user.
    """
    return _open(session, clock, actor, Page.ABSENCES)


def open_papers(session: Session, clock: Clock, actor: Actor) -> OwnPapers:
    """Return everything that was issued for her.

    Raises:
        NotLinked: no participant is linked to the user.
    """
    participant = _open(session, clock, actor, Page.PAPERS)
    scope, who = actor.scope, participant.id
    return OwnPapers(
        participant,
        tuple(list_files(session, scope, who)),
        tuple(list_declarations(session, scope, who)),
        tuple(list_plan_papers(session, scope, who)),
        tuple(list_made(session, scope, who)),
        tuple(list_notices(session, scope, who)),
        tuple(list_complaints(session, scope, who)),
        tuple(list_certificates(session, scope, who)),
    )


def open_notice(
    session: Session, clock: Clock, actor: Actor, notice_id: UUID
) -> tuple[Participant, NoticeFile]:
    """Return one of her advance notices.

    Raises:
        NotLinked: no participant is linked to the user.
        NotFound: it is not hers, or its letter is not ready.
    """
    participant = _open(session, clock, actor, Page.PAPERS)
    file = get_notice(session, actor.scope, participant.id, notice_id)
    if file.status is not DocumentStatus.READY:
        raise NotFound
    return participant, file


def open_paper(
    session: Session, clock: Clock, actor: Actor, declaration_id: UUID
) -> tuple[UUID, OpenedWords]:
    """Return the words of one of her papers, and whose it is: her own id.

    Raises:
        NotLinked: no participant is linked to the user.
        NotFound: it is not hers, or was withdrawn.
    """
    participant = _open(session, clock, actor, Page.PAPERS)
    return participant.id, open_words(session, clock, actor, participant.id, declaration_id)


def _open(session: Session, clock: Clock, actor: Actor, page: Page) -> Participant:
    participant = find_participant_of_user(session, actor.scope, actor.user_id)
    if participant is None:
        raise NotLinked
    audit.record(
        session,
        clock,
        actor,
        Action.OWN_PAGES_VIEWED,
        ("participant", participant.id),
        participant_id=participant.id,
        details={"page": page.value},
    )
    return participant


def _unanswered_on(session: Session, actor: Actor, case: PlanCase) -> date | None:
    """Return when the plan that holds was made, unless she has said yes or no to it."""
    answers = list_answers(session, actor.scope, case.participant.id)
    if case.current is None:
        return None
    last = find_last_answer(answers, case.current.version)
    is_answered = last is not None and last.answer.kind is not AnswerKind.READ
    return None if is_answered else case.current.made_on


def _unexplained(
    session: Session, actor: Actor, participant: Participant, on: date
) -> tuple[UnexplainedDay, ...]:
    """Return the days without a reason in this month and the one before."""
    recent = Period(add_months(on.replace(day=1), -1), on)
    return tuple(
        list_unexplained_absences(session, actor.scope, recent, participant_id=participant.id)
    )
