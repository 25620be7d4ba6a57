"""The protocol of a month in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.benefit.holds.wording import kind_text
from app.benefit.presenters.amounts import kr, minus_kr
from app.benefit.presenters.corrections import CorrectionRow, correction_rows
from app.benefit.presenters.payment import SumRow, days_text, period_text
from app.benefit.presenters.run import status_text, status_tone
from app.benefit.receipts.kinds import Outcome
from app.benefit.receipts.wording import outcome_text
from app.benefit.service import OpenedProtocol
from app.core.period import Period
from app.i18n import format as fmt
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class HeldRow:
    """Days whose reduction waits."""

    name: str
    days: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt that was read."""

    read: str
    counts: tuple[SumRow, ...]


@dataclass(frozen=True, slots=True)
class ProtocolPage:
    """The whole protocol."""

    month: str
    status: str
    tone: str
    steps: tuple[SumRow, ...]
    """Who did what, and when."""
    sums: tuple[SumRow, ...]
    payout: str
    corrections: tuple[CorrectionRow, ...]
    holds: tuple[HeldRow, ...]
    receipts: tuple[ReceiptRow, ...]
    digest: str
    """Of what was approved; empty: nothing is computed."""
    file_digest: str
    """Empty: there is no file."""


def protocol_page(opened: OpenedProtocol, names: Mapping[UUID, str]) -> ProtocolPage:
    """Return the protocol in the reader's language. `names`: of the municipality's users."""
    run, sums, file = opened.run, opened.sums, opened.file

    def done(who: UUID, at: str) -> str:
        return f"{names.get(who, '')} {at}"

    steps = [SumRow(_("Beregnet av"), done(run.prepared_by, fmt.moment(run.prepared_at)))]
    if run.approved_by and run.approved_at:
        steps.append(SumRow(_("Godkjent av"), done(run.approved_by, fmt.moment(run.approved_at))))
    if file:
        steps.append(SumRow(_("Fil laget av"), done(file.created_by, fmt.moment(file.created_at))))
    return ProtocolPage(
        month=period_text(Period(run.first_day, run.last_day)),
        status=status_text(run.status),
        tone=status_tone(run.status),
        steps=tuple(steps),
        sums=(
            SumRow(_("Deltakere"), str(sums.payments)),
            SumRow(_("Stønad for perioden"), kr(sums.gross_ore)),
            SumRow(_("Trekk for ugyldig fravær"), minus_kr(sums.absence_reduction_ore)),
            SumRow(_("Lovlig fravær uten stønad"), minus_kr(sums.unpaid_leave_reduction_ore)),
            SumRow(_("Andre reduksjoner"), minus_kr(sums.other_reductions_ore)),
            SumRow(_("Etterbetaling for tidligere måneder"), kr(sums.after_payment_ore)),
            SumRow(_("For mye utbetalt i tidligere måneder"), kr(sums.overpaid_ore)),
        ),
        payout=kr(sums.payout_ore + sums.after_payment_ore),
        corrections=correction_rows(run.id, opened.corrections),
        holds=tuple(
            HeldRow(
                name=opened.people.get(hold.participant_id, ""),
                days=days_text(Period(hold.first_day, hold.last_day)),
                what=kind_text(hold.kind),
                reason=hold.reason,
            )
            for hold in opened.holds
        ),
        receipts=tuple(
            ReceiptRow(
                done(each.read_by, fmt.moment(each.read_at)),
                tuple(
                    SumRow(outcome_text(outcome), str(count))
                    for outcome, count in _counts(opened, each.id).items()
                ),
            )
            for each in opened.receipts
        ),
        digest=run.digest,
        file_digest=file.sha256 if file else "",
    )


def _counts(opened: OpenedProtocol, receipt_id: UUID) -> dict[Outcome, int]:
    outcomes = [line.outcome for line in opened.receipt_lines if line.receipt_id == receipt_id]
    return {outcome: outcomes.count(outcome) for outcome in Outcome if outcome in outcomes}
