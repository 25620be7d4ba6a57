"""Making, revoking and using links. Every look and every answer is recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.models import Municipality
from app.accounts.queries import get_municipality, user_names
from app.audit import service as audit
from app.audit.actions import BY_LINK, Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import OSLO, Clock, today
from app.core.ids import new_id
from app.enrolment.kinds import AddressProtection
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant
from app.persistence.looks import keep_after_rollback
from app.plans.confirmations.commands import AskConfirmation, LineVerdict, Reply
from app.plans.confirmations.errors import (
    AskRefusal,
    CannotAskConfirmation,
    CannotReply,
    CannotUseLink,
    ReplyRefusal,
)
from app.plans.confirmations.kinds import LinkState, Verdict
from app.plans.confirmations.models import (
    PlanConfirmation,
    PlanConfirmationLine,
    PlanConfirmationReply,
    PlanConfirmationVerdict,
)
from app.plans.confirmations.queries import (
    Asked,
    find_by_token_hash,
    get_confirmation,
    list_confirmations,
)
from app.plans.confirmations.tokens import hash_of, new_token, sign, token_in
from app.plans.models import IntegrationPlan
from app.plans.queries import find_current_plan
from app.rules.policy import Policy

MOST_DAYS = 60


@dataclass(frozen=True, slots=True)
class Confirmations:
    """The links about a participant's plan, and the plan that holds."""

    participant: Participant
    links: tuple[Asked, ...]
    current: IntegrationPlan | None
    usual_days: int
    """How long a link works when nothing else is asked for."""
    now: datetime


@dataclass(frozen=True, slots=True)
class OpenedLink:
    """What the receiver of a link is shown."""

    asked: Asked
    participant: Participant
    municipality: Municipality
    asker: str
    """The caseworker's name."""

    @property
    def shows_name(self) -> bool:
        """Whether the receiver sees the name: never beside a place that nobody may know."""
        is_protected = self.participant.address_protection is not AddressProtection.NONE
        return self.asked.confirmation.shows_name and not is_protected


def open_confirmations(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> Confirmations:
    """Return the links about a participant's plan, and record the look.

    Raises:
        NotFound: outside the municipality.
    """
    policies = get_municipality(session, actor.scope).policies
    found = Confirmations(
        get_participant(session, actor.scope, participant_id),
        tuple(list_confirmations(session, actor.scope, participant_id)),
        find_current_plan(session, actor.scope, participant_id),
        Policy.from_mapping(policies).confirmation_link_days.days,
        clock(),
    )
    audit.record(
        session,
        clock,
        actor,
        Action.PLAN_CONFIRMATIONS_VIEWED,
        ("plan_confirmation", None),
        participant_id=participant_id,
    )
    return found


def ask_confirmation(
    session: Session, clock: Clock, actor: Actor, command: AskConfirmation, key: str
) -> tuple[PlanConfirmation, str]:
    """Make a link; return it with the secret part of its address, which is told only now.

    Raises:
        NotFound: outside the municipality.
        CannotAskConfirmation: there is no plan that holds, or the lines are not in it.
    """
    participant = get_participant(session, actor.scope, command.participant_id)
    plan = find_current_plan(session, actor.scope, command.participant_id)
    if plan is None:
        raise CannotAskConfirmation(AskRefusal.NO_FIXED_PLAN)
    if not command.element_ids:
        raise CannotAskConfirmation(AskRefusal.NO_LINES)
    if not set(command.element_ids) <= {each.id for each in plan.elements}:
        raise CannotAskConfirmation(AskRefusal.NOT_IN_PLAN)
    if not 1 <= command.days <= MOST_DAYS:
        raise CannotAskConfirmation(AskRefusal.DAYS_OUT_OF_RANGE)
    if command.shows_name and participant.address_protection is not AddressProtection.NONE:
        raise CannotAskConfirmation(AskRefusal.ADDRESS_PROTECTED)
    token = new_token()
    after_last_day = today(clock) + timedelta(days=command.days + 1)
    confirmation = PlanConfirmation(
        id=new_id(),
        participant_id=participant.id,
        plan_id=plan.id,
        token_hash=hash_of(token),
        organisation=command.organisation,
        person=command.person,
        email=command.email,
        shows_name=command.shows_name,
        expires_at=datetime.combine(after_last_day, time(0), tzinfo=OSLO),
        created_by=actor.user_id,
        created_at=clock(),
        lines=[
            PlanConfirmationLine(element_id=each.id, position=number)
            for number, each in enumerate(plan.elements, start=1)
            if each.id in command.element_ids
        ],
    )
    session.add(confirmation)
    session.flush()
    details = {"lines": len(confirmation.lines), "shows_name": command.shows_name}
    _record(session, clock, actor, Action.PLAN_CONFIRMATION_ASKED, confirmation, details)
    return confirmation, sign(token, key)


def revoke_confirmation(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, confirmation_id: UUID
) -> None:
    """Let the link open nothing from now on; one that is answered or revoked stays as it is.

    Raises:
        NotFound: there is no such link.
    """
    asked = get_confirmation(session, actor.scope, participant_id, confirmation_id)
    session.refresh(asked.confirmation, ["revoked_at"], with_for_update=True)
    if asked.state(clock()) in {LinkState.ANSWERED, LinkState.REVOKED}:
        return
    asked.confirmation.revoked_at, asked.confirmation.revoked_by = clock(), actor.user_id
    session.flush()
    _record(session, clock, actor, Action.PLAN_CONFIRMATION_REVOKED, asked.confirmation, {})


def open_link(session: Session, clock: Clock, address: str, key: str) -> OpenedLink:
    """Return what the link shows, and record that somebody looked.

    Raises:
        CannotUseLink: there is nothing to see, for whatever reason.
    """
    opened = _open(session, clock, address, key)
    look = partial(
        _record_by_link,
        session,
        clock,
        opened,
        Action.PLAN_CONFIRMATION_LINK_VIEWED,
        {},
    )
    look()
    keep_after_rollback(session, look)
    return opened


def answer_link(session: Session, clock: Clock, address: str, key: str, reply: Reply) -> None:
    """Keep the one answer that the link takes. The plan stays as it is.

    Raises:
        CannotUseLink: it was used, revoked or ran out meanwhile.
        CannotReply: a line is not answered, or an answer lacks something.
    """
    opened = _open(session, clock, address, key)
    confirmation = opened.asked.confirmation
    session.refresh(confirmation, ["revoked_at"], with_for_update=True)
    session.refresh(confirmation, ["reply"])
    if opened.asked.state(clock()) is not LinkState.OPEN:
        raise CannotUseLink
    _check(opened.asked, reply)
    confirmation.reply = PlanConfirmationReply(
        id=new_id(),
        name=reply.name,
        role=reply.role,
        replied_at=clock(),
        verdicts=[
            PlanConfirmationVerdict(
                element_id=each.element_id,
                verdict=each.verdict,
                first_day=each.first_day,
                last_day=each.last_day,
                minutes_per_week=each.minutes_per_week,
                note=each.note,
            )
            for each in reply.verdicts
        ],
    )
    session.flush()
    details = {"verdicts": [each.verdict.value for each in reply.verdicts]}
    _record_by_link(session, clock, opened, Action.PLAN_CONFIRMATION_ANSWERED, details)


def _open(session: Session, clock: Clock, address: str, key: str) -> OpenedLink:
    found = find_by_token_hash(session, hash_of(token_in(address, key)))
    if found is None or found[0].state(clock()) is not LinkState.OPEN:
        raise CannotUseLink
    asked, participant = found
    scope = MunicipalityScope(participant.municipality_id)
    names = user_names(session, scope)
    return OpenedLink(
        asked,
        participant,
        get_municipality(session, scope),
        names.get(asked.confirmation.created_by, ""),
    )


def _check(asked: Asked, reply: Reply) -> None:
    answered = [each.element_id for each in reply.verdicts]
    if sorted(answered) != sorted(line.id for line in asked.lines):
        raise CannotReply(ReplyRefusal.NOT_EVERY_LINE, 0)
    for number, each in enumerate(reply.verdicts):
        fault = _find_fault(each)
        if fault is not None:
            raise CannotReply(fault, number)


def _find_fault(answer: LineVerdict) -> ReplyRefusal | None:
    """Return what the answer about a line lacks."""
    if answer.verdict is Verdict.REFUSED:
        return None if answer.note else ReplyRefusal.NO_REASON
    if answer.verdict is Verdict.CONFIRMED:
        return None
    first_day, last_day, minutes = answer.first_day, answer.last_day, answer.minutes_per_week
    if first_day is None and last_day is None and minutes is None:
        return ReplyRefusal.NOTHING_DIFFERENT
    if (first_day is None) != (last_day is None):
        return ReplyRefusal.LAST_DAY_BEFORE_FIRST
    if first_day is not None and last_day is not None and last_day < first_day:
        return ReplyRefusal.LAST_DAY_BEFORE_FIRST
    return ReplyRefusal.NO_HOURS if minutes is not None and minutes <= 0 else None


def _record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    confirmation: PlanConfirmation,
    details: Mapping[str, object],
) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        ("plan_confirmation", confirmation.id),
        participant_id=confirmation.participant_id,
        details=dict(details),
    )


def _record_by_link(
    session: Session,
    clock: Clock,
    opened: OpenedLink,
    action: Action,
    details: Mapping[str, object],
) -> None:
    audit.record(
        session,
        clock,
        None,
        action,
        ("plan_confirmation", opened.asked.confirmation.id),
        participant_id=opened.participant.id,
        municipality_id=opened.municipality.id,
        details={"by": BY_LINK, **details},
    )
