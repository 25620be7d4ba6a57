"""What days away would mean: the rules' answer, the kroner, and the end of the programme.

Nothing is saved. The kroner are the months as they stand, with the days against without them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.commands import AbsenceContent
from app.attendance.models import Absence as AbsenceRow
from app.attendance.queries import list_absences_history
from app.attendance.service.permission import require_case_staff
from app.attendance.service.weighing import candidate_of, facts_of, policy_of, weigh_absence
from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.added_time import last_day_of_programme
from app.benefit.month_facts import Asked, load_month
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.core.money import to_ore
from app.core.period import ONE_DAY, Period, month_period
from app.enrolment.models import Participant
from app.enrolment.queries import Part, get_participant
from app.plans.queries import find_programme
from app.rules.absence import AbsenceAssessment
from app.rules.benefit import Policy, assess_payment, payable_of
from app.rules.law import BadFacts


@dataclass(frozen=True, slots=True)
class MonthChange:
    """What the days would change in one month."""

    first_day: date
    before_ore: int
    after_ore: int

    @property
    def cost_ore(self) -> int:
        """What she would lose; never negative unless registered days get a better reason."""
        return self.before_ore - self.after_ore


@dataclass(frozen=True, slots=True)
class Outlook:
    """The answer to «can I take these days?»."""

    content: AbsenceContent
    assessment: AbsenceAssessment
    months: tuple[MonthChange, ...]
    ends_on_before: date
    """The last day of the programme with what is registered (regulation §§ 10, 19)."""
    ends_on_after: date
    """The same with these days."""

    @property
    def cost_ore(self) -> int:
        """What the days would cost in all."""
        return sum(month.cost_ore for month in self.months)


def open_asking(session: Session, clock: Clock, actor: Actor, participant_id: UUID) -> Participant:
    """Return whom the question is about, and record the look.

    Raises:
        NotFound: there is no such participant in the municipality.
    """
    require_case_staff(actor)
    participant = get_participant(session, actor.scope, participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.ABSENCES_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
    return participant


def look_ahead(
    session: Session,
    clock: Clock,
    scope: MunicipalityScope,
    participant_id: UUID,
    content: AbsenceContent,
) -> Outlook:
    """Return what these days away would mean. The caller records the look.

    Raises:
        NotFound: there is no such participant in the municipality.
        CannotRegisterAbsence: the days cannot be registered as they stand.
    """
    assessment = weigh_absence(session, scope, participant_id, content)
    candidate = candidate_of(participant_id, content)
    policy = policy_of(session, scope)

    def pays(month: Period, also: AbsenceRow | None) -> int | None:
        asked = load_month(
            session, scope, month, today(clock), policy, among=(participant_id,), also=also
        )
        return _paid(asked[0], policy) if asked else None

    months = []
    for month in _months(Period(content.first_day, content.last_day)):
        before, after = pays(month, None), pays(month, candidate)
        if before is not None and after is not None:
            months.append(MonthChange(month.first_day, before, after))
    ends_before, ends_after = _ends(session, scope, participant_id, candidate, policy)
    return Outlook(content, assessment, tuple(months), ends_before, ends_after)


def _ends(
    session: Session,
    scope: MunicipalityScope,
    participant_id: UUID,
    candidate: AbsenceRow,
    policy: Policy,
) -> tuple[date, date]:
    """Return the last day of the programme without and with the candidate."""
    participant = get_participant(session, scope, participant_id, Part.CHILDREN)
    programme = find_programme(session, scope, participant_id)
    assert programme is not None, "the days were weighed against it"
    length = Period(programme.starts_on, programme.ends_on)
    history = list_absences_history(session, scope, [participant_id], length.last_day)
    rows = history.get(participant_id, [])

    def ends(counted: list[AbsenceRow]) -> date:
        facts = facts_of(session, scope, participant, length.first_day, length, counted)
        return last_day_of_programme(
            length.last_day, facts.participant, facts.schedule, facts.absences, policy
        )

    return ends(rows), ends([*rows, candidate])


def _paid(asked: Asked, policy: Policy) -> int | None:
    """Return what a month gives in øre; None: its facts cannot be true together."""
    try:
        assessed = assess_payment(asked.facts, policy, asked.around.known_on)
    except BadFacts:
        return None
    return to_ore(payable_of(assessed.payout, policy.rounding))


def _months(period: Period) -> Iterator[Period]:
    month = month_period(period.first_day.year, period.first_day.month)
    while month.first_day <= period.last_day:
        yield month
        following = month.last_day + ONE_DAY
        month = month_period(following.year, following.month)
