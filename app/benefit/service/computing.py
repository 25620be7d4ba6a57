"""Computing one part of a month: read, assess, keep. Done once, however often it is tried."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from app.accounts.models import Municipality
from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.correcting import Corrected, Reopened, compute_again, policy_then, recovery_then
from app.benefit.freezing import freeze, freeze_bad_facts
from app.benefit.issued import (
    IssuedRun,
    find_changed,
    list_issued_runs,
    read_issued,
)
from app.benefit.models import Payment, PaymentCorrection, PaymentRun, PaymentRunPart, RunStatus
from app.benefit.month_facts import Asked, load_month
from app.benefit.registrars import registrars_by_participant
from app.benefit.sealing import digest_of_run
from app.benefit.snapshot import Snapshot
from app.benefit.stamps import Stamps, read_stamps
from app.benefit.stored import to_json
from app.core.actor import MunicipalityScope
from app.core.clock import OSLO, Clock
from app.core.ids import new_id
from app.core.period import Period
from app.rules.benefit import Policy, assess_payment
from app.rules.law import BadFacts


@dataclass(frozen=True, slots=True)
class PartWork:
    """What one part of a month is computed from."""

    policy: Policy
    asked: Sequence[Asked]
    stamps: Mapping[UUID, str]
    reopened: Sequence[Reopened]


@dataclass(frozen=True, slots=True)
class PartAnswer:
    """What was computed."""

    payments: Sequence[tuple[UUID, Snapshot, str]]
    """Participant, payment and the stamp of what it rests on."""
    corrections: Sequence[Corrected]


def read_part(session: Session, part_id: UUID) -> PartWork | None:
    """Return what the part is computed from; None: it is done, or the month was begun anew."""
    part = session.get(PaymentRunPart, part_id)
    if part is None or part.is_done:
        return None
    run = session.get_one(PaymentRun, part.run_id)
    municipality = session.get_one(Municipality, run.municipality_id)
    scope, policy = MunicipalityScope(municipality.id), Policy.from_mapping(municipality.policies)
    participant_ids = [UUID(each) for each in part.participant_ids]
    period = Period(run.first_day, run.last_day)
    known_on = run.prepared_at.astimezone(OSLO).date()
    runs = list_issued_runs(session, scope, period)
    periods = [*(each.period for each in runs), period]
    stamps = read_stamps(session, scope, participant_ids, periods)
    reopening = _Reopening(session, scope, known_on, policy, stamps)
    return PartWork(
        policy=policy,
        asked=load_month(session, scope, period, known_on, policy, among=participant_ids),
        stamps={who: stamp for (who, of), stamp in stamps.items() if of == period},
        reopened=reopening.of(runs, participant_ids),
    )


def compute_part(work: PartWork) -> PartAnswer:
    """Assess everybody; reads and writes nothing."""
    return PartAnswer(
        payments=[
            (each.participant_id, assess(each, work.policy), work.stamps[each.participant_id])
            for each in work.asked
        ],
        corrections=[compute_again(each) for each in work.reopened],
    )


def assess(asked: Asked, policy: Policy) -> Snapshot:
    """Return one payment as it is kept."""
    try:
        assessed = assess_payment(asked.facts, policy, asked.around.known_on)
    except BadFacts as problem:
        # One participant's impossible dates must not hold back everybody else's month.
        return freeze_bad_facts(asked.facts, problem, asked.around)
    return freeze(asked.facts, assessed, policy, asked.around)


def store_part(session: Session, clock: Clock, part_id: UUID, answer: PartAnswer) -> None:
    """Keep what was computed; with the last part, the month is prepared."""
    run = _lock_run_of(session, part_id)
    part = session.get(PaymentRunPart, part_id, populate_existing=True)
    if run is None or part is None or part.is_done:
        return
    if answer.payments:
        period, scope = Period(run.first_day, run.last_day), MunicipalityScope(run.municipality_id)
        among = [who for who, *_rest in answer.payments]
        by_whom = registrars_by_participant(session, scope, among, period)
        rows = [
            {**_payment(run.id, *each), "registrars": by_whom[each[0]]} for each in answer.payments
        ]
        session.execute(insert(Payment), rows)
    if answer.corrections:
        rows = [_correction(run.id, each) for each in answer.corrections]
        session.execute(insert(PaymentCorrection), rows)
    part.is_done = True
    session.flush()
    waiting = select(func.count()).where(PaymentRunPart.run_id == run.id, ~PaymentRunPart.is_done)
    if session.scalar(waiting) == 0:
        _finish(session, clock, run)


def fail_part(session: Session, clock: Clock, part_id: UUID) -> None:
    """Give the month up: it must be prepared again."""
    run = _lock_run_of(session, part_id)
    if run is not None and run.status is RunStatus.PREPARING:
        run.status = RunStatus.FAILED
        session.flush()
        audit.record(
            session,
            clock,
            None,
            Action.PAYMENT_RUN_FAILED,
            ("payment_run", run.id),
            municipality_id=run.municipality_id,
        )


@dataclass(frozen=True, slots=True)
class _Reopening:
    """Finds earlier months that may have changed, with what is registered of them now."""

    session: Session
    scope: MunicipalityScope
    known_on: date
    policy: Policy
    stamps: Stamps

    def of(self, runs: Sequence[IssuedRun], participant_ids: Sequence[UUID]) -> list[Reopened]:
        """Return these participants' months that must be computed again. No query for each."""
        issued = read_issued(self.session, runs, participant_ids)
        changed: dict[IssuedRun, list[UUID]] = defaultdict(list)
        for who, run in find_changed(
            self.session, runs, issued, self.stamps, participant_ids, self.known_on
        ):
            changed[run].append(who)
        found = []
        for run, ids in changed.items():
            months = {who: issued.get((who, run.id)) for who in ids}
            kept = self._kept(run, ids)
            asked = load_month(
                self.session,
                self.scope,
                run.period,
                self.known_on,
                self.policy,
                among=ids,
                recoveries={who: recovery_then(each) for who, each in kept.items()},
            )
            now = {each.participant_id: each for each in asked}
            found += [
                Reopened(
                    participant_id=who,
                    of_run_id=run.id,
                    period=run.period,
                    issued_ore=month.issued_ore if month else 0,
                    asked=now.get(who),
                    policy=policy_then(self.policy, kept[who]) if who in kept else self.policy,
                    stamp=self.stamps[who, run.period],
                )
                for who, month in months.items()
                if month is not None or who in now
            ]
        return found

    def _kept(self, run: IssuedRun, participant_ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
        """Return each payment as it was issued."""
        rows = select(Payment.participant_id, Payment.assessment).where(
            Payment.run_id == run.id, Payment.participant_id.in_(participant_ids)
        )
        return {row.participant_id: row.assessment for row in self.session.execute(rows)}


def _lock_run_of(session: Session, part_id: UUID) -> PaymentRun | None:
    """Return the run of a part, so that nobody else changes it meanwhile; None: it is gone."""
    runs = (
        select(PaymentRun)
        .join(PaymentRunPart, PaymentRunPart.run_id == PaymentRun.id)
        .where(PaymentRunPart.id == part_id)
        .with_for_update(of=PaymentRun)
        .execution_options(populate_existing=True)
    )
    return session.scalar(runs)


def _finish(session: Session, clock: Clock, run: PaymentRun) -> None:
    """Seal the month: what the approver sees is what these rows say."""
    run.digest = digest_of_run(session, run)
    if run.status is RunStatus.PREPARING:
        run.status = RunStatus.PREPARED
    session.flush()
    count = select(func.count()).where(Payment.run_id == run.id)
    audit.record(
        session,
        clock,
        None,
        Action.PAYMENT_RUN_PREPARED,
        ("payment_run", run.id),
        municipality_id=run.municipality_id,
        details={
            "first_day": run.first_day.isoformat(),
            "payments": session.scalar(count),
            "digest": run.digest,
            "prepared_by": str(run.prepared_by),
        },
    )


def _payment(run_id: UUID, who: UUID, snapshot: Snapshot, stamp: str) -> dict[str, Any]:
    return {
        "id": new_id(),
        "run_id": run_id,
        "participant_id": who,
        "gross_ore": snapshot.gross_ore,
        "absence_reduction_ore": snapshot.absence_reduction_ore,
        "unpaid_leave_reduction_ore": snapshot.unpaid_leave_reduction_ore,
        "other_reductions_ore": snapshot.other_reductions_ore,
        "payout_ore": snapshot.payout_ore,
        "is_decision_required": snapshot.is_decision_required,
        "has_open_clarifications": snapshot.is_open,
        "assessment": to_json(snapshot),
        "stamp": stamp,
    }


def _correction(run_id: UUID, corrected: Corrected) -> dict[str, Any]:
    month = corrected.reopened
    return {
        "id": new_id(),
        "run_id": run_id,
        "of_run_id": month.of_run_id,
        "participant_id": month.participant_id,
        "number": None,
        "issued_ore": month.issued_ore,
        "due_ore": corrected.due_ore,
        "is_open": corrected.is_open,
        "assessment": to_json(corrected.snapshot) if corrected.snapshot else None,
        "stamp": month.stamp,
    }
