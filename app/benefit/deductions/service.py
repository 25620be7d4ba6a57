"""Registering and withdrawing deductions, and deciding about overpayments."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.deductions.commands import (
    RegisterDeduction,
    SettleOverpayment,
    WithdrawDeduction,
)
from app.benefit.deductions.errors import CannotDeduct, DeductionRefusal
from app.benefit.deductions.kinds import EARNED_MATTERS, DeductionKind
from app.benefit.deductions.models import BenefitDeduction
from app.benefit.deductions.queries import (
    get_deduction,
    list_deductions,
    taken_back_ore,
)
from app.benefit.overpaid import Overpayment, list_overpayments
from app.benefit.queries import lock_preparation
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.core.period import month_period
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant


def open_deductions(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> tuple[Participant, list[BenefitDeduction], list[Overpayment]]:
    """Return a participant's deductions and undecided overpayments; record the look.

    Raises:
        NotFound: the municipality has no such participant.
    """
    participant = get_participant(session, actor.scope, participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.DEDUCTIONS_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
    return (
        participant,
        list_deductions(session, actor.scope, participant_id),
        list_overpayments(session, actor.scope, participant_id),
    )


def register_deduction(
    session: Session, clock: Clock, actor: Actor, command: RegisterDeduction
) -> BenefitDeduction:
    """Register a benefit or work; payments that are prepared from now on count it.

    Raises:
        NotFound: the municipality has no such participant.
        CannotDeduct: the days or the hours do not fit the kind.
    """
    get_participant(session, actor.scope, command.participant_id)
    _check(command)
    is_work = command.kind is DeductionKind.PROGRAMME_WORK
    matters = command.kind in EARNED_MATTERS
    row = BenefitDeduction(
        participant_id=command.participant_id,
        kind=command.kind,
        first_day=command.first_day,
        last_day=command.last_day,
        amount_ore=command.amount_ore,
        minutes=command.minutes if is_work else None,
        is_earned_before_programme=command.is_earned_before_programme if matters else None,
        documentation=command.documentation,
    )
    return _add(session, clock, actor, row, Action.DEDUCTION_REGISTERED)


def settle_overpayment(
    session: Session, clock: Clock, actor: Actor, command: SettleOverpayment
) -> BenefitDeduction:
    """Keep what was decided about an overpayment (§ 25 first paragraph): a named person decides.

    Raises:
        NotFound: the municipality has no such participant.
        CannotDeduct: so much is not overpaid.
    """
    get_participant(session, actor.scope, command.participant_id)
    lock_preparation(session, actor.scope)  # two people never decide about the same krone
    left = {
        each.of_run_id: each.left_ore
        for each in list_overpayments(session, actor.scope, command.participant_id)
    }
    if not 0 < command.amount_ore <= left.get(command.of_run_id, 0):
        raise CannotDeduct(DeductionRefusal.NOT_OVERPAID)
    is_taken = command.instalment_ore is not None
    row = BenefitDeduction(
        participant_id=command.participant_id,
        kind=DeductionKind.RECOVERY if is_taken else DeductionKind.WAIVER,
        first_day=command.first_day,
        amount_ore=command.instalment_ore or command.amount_ore,
        total_ore=command.amount_ore if is_taken else None,
        of_run_id=command.of_run_id,
        documentation=command.documentation,
    )
    return _add(session, clock, actor, row, Action.OVERPAYMENT_SETTLED)


def withdraw_deduction(
    session: Session, clock: Clock, actor: Actor, command: WithdrawDeduction
) -> BenefitDeduction:
    """Let a deduction count no longer. Months that were paid are corrected with the next one.

    Raises:
        NotFound: there is no such deduction.
        CannotDeduct: something of the recovery has been taken already.
    """
    row = get_deduction(session, actor.scope, command.participant_id, command.deduction_id)
    if row.withdrawn_at is not None:
        return row
    if row.kind is DeductionKind.RECOVERY:
        tomorrow = today(clock) + timedelta(days=1)
        taken = taken_back_ore(session, actor.scope, [row.participant_id], tomorrow)
        if taken.get(row.participant_id):
            raise CannotDeduct(DeductionRefusal.ALREADY_TAKEN)
    row.withdrawn_by, row.withdrawn_at = actor.user_id, clock()
    session.flush()
    _record(session, clock, actor, row, Action.DEDUCTION_WITHDRAWN)
    return row


def _check(command: RegisterDeduction) -> None:
    first_day, last_day = command.first_day, command.last_day
    if last_day is not None and last_day < first_day:
        raise CannotDeduct(DeductionRefusal.WRONG_ORDER)
    month = month_period(first_day.year, first_day.month)
    if command.kind is DeductionKind.PROGRAMME_WORK:
        if not command.minutes or last_day is None:
            raise CannotDeduct(DeductionRefusal.NEEDS_WORK_TIME)
        if last_day not in month:
            raise CannotDeduct(DeductionRefusal.WORK_IN_ONE_MONTH)
    if command.kind is DeductionKind.TRANSITIONAL_BENEFIT and (
        first_day != month.first_day
        or (last_day and last_day != month_period(last_day.year, last_day.month).last_day)
    ):
        raise CannotDeduct(DeductionRefusal.WHOLE_MONTHS)


def _add(
    session: Session, clock: Clock, actor: Actor, row: BenefitDeduction, action: Action
) -> BenefitDeduction:
    row.id, row.registered_by, row.registered_at = new_id(), actor.user_id, clock()
    session.add(row)
    session.flush()
    _record(session, clock, actor, row, action)
    return row


def _record(
    session: Session, clock: Clock, actor: Actor, row: BenefitDeduction, action: Action
) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        ("benefit_deduction", row.id),
        participant_id=row.participant_id,
        details={"kind": row.kind.value, "amount_ore": row.amount_ore},
    )
