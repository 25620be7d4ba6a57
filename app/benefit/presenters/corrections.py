"""What a month corrects in earlier ones, as differences: what was issued, and what is due now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for

from app.benefit.corrections import CorrectionLine, ShownCorrection
from app.benefit.models import PaymentCorrection
from app.benefit.presenters.amounts import kr, minus_kr
from app.benefit.presenters.doubts import DoubtRow, doubt_row
from app.benefit.presenters.payment import kind_text, period_text
from app.benefit.snapshot import AbsenceLine, Snapshot
from app.benefit.stored import from_json
from app.i18n import format as fmt
from app.i18n.bidi import isolated_text
from app.i18n.text import gettext as _
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.web.law_views import ProvisionLink

_AFTER_PAYMENT = INTEGRERINGSLOVEN.section("19")
_OVERPAID = INTEGRERINGSLOVEN.section("25", "(1)")


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One thing that is another one now."""

    what: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One corrected month of one participant."""

    month: str
    sentence: str
    tone: str
    provision: ProvisionLink | None
    rows: tuple[ChangeRow, ...]
    doubts: tuple[DoubtRow, ...]


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction in the list of the month."""

    name: str
    url: str
    month: str
    issued: str
    due: str
    sentence: str
    tone: str
    is_open: bool


def correction_rows(run_id: UUID, lines: Sequence[CorrectionLine]) -> tuple[CorrectionRow, ...]:
    """Return the corrections of a month as its page lists them."""
    return tuple(
        CorrectionRow(
            name=f"{line.family_name}, {line.given_name}",
            url=url_for(
                "payments.show_payment",
                run_id=run_id,
                participant_id=line.correction.participant_id,
            ),
            month=period_text(line.period),
            issued=kr(line.correction.issued_ore),
            due=kr(line.correction.due_ore),
            sentence=_effect(line.correction),
            tone=_tone(line.correction),
            is_open=line.correction.is_open,
        )
        for line in lines
    )


def correction_view(shown: ShownCorrection, *, for_staff: bool) -> CorrectionView:
    """Return one correction with everything that differs; only staff get links to what is open."""
    correction = shown.line.correction
    before = from_json(shown.before) if shown.before else None
    now = from_json(correction.assessment) if correction.assessment else None
    return CorrectionView(
        month=period_text(shown.line.period),
        sentence=_effect(correction),
        tone=_tone(correction),
        provision=_provision(correction),
        rows=tuple(_changes(correction, before, now)),
        doubts=tuple(
            doubt_row(doubt, correction.participant_id, for_staff=for_staff)
            for doubt in (now.doubts if now else ())
        ),
    )


def _effect(correction: PaymentCorrection) -> str:
    if correction.after_payment_ore:
        return _(
            "Etterbetaling: %(amount)s", amount=isolated_text(kr(correction.after_payment_ore))
        )
    if correction.overpaid_ore:
        return _(
            "For mye utbetalt: %(amount)s. Ingenting trekkes uten vedtak.",
            amount=isolated_text(kr(correction.overpaid_ore)),
        )
    return _("Beløpet er det samme.")


def _tone(correction: PaymentCorrection) -> str:
    if correction.is_open:
        return "danger"
    return "warning" if correction.overpaid_ore else "info"


def _provision(correction: PaymentCorrection) -> ProvisionLink | None:
    if correction.after_payment_ore:
        return ProvisionLink.of(_AFTER_PAYMENT)
    return ProvisionLink.of(_OVERPAID) if correction.overpaid_ore else None


def _changes(
    correction: PaymentCorrection, before: Snapshot | None, now: Snapshot | None
) -> Iterator[ChangeRow]:
    nothing = _("Ingen stønad")
    gross_before = kr(before.gross_ore) if before else nothing
    gross_now = kr(now.gross_ore) if now else nothing
    if gross_before != gross_now:
        yield ChangeRow(_("Stønad for perioden"), gross_before, gross_now)
    base_before, base_now = _base_amounts(before), _base_amounts(now)
    if base_before and base_now and base_before != base_now:
        yield ChangeRow(_("Grunnbeløp"), base_before, base_now)
    yield from _days(before, now)
    others = (before.other_reductions_ore if before else 0, now.other_reductions_ore if now else 0)
    if others[0] != others[1]:
        yield ChangeRow(_("Andre reduksjoner"), minus_kr(others[0]), minus_kr(others[1]))
    yield ChangeRow(_("Utbetaling"), kr(correction.issued_ore), kr(correction.due_ore))


def _base_amounts(snapshot: Snapshot | None) -> str:
    amounts = {line.base_amount for line in snapshot.segments} if snapshot else set()
    return ", ".join(kr(100 * amount) for amount in sorted(amounts))


def _days(before: Snapshot | None, now: Snapshot | None) -> Iterator[ChangeRow]:
    was, becomes = _by_day(before), _by_day(now)
    for day in sorted(was.keys() | becomes.keys()):
        if was.get(day) != becomes.get(day):
            yield ChangeRow(
                f"{fmt.weekday_name(day)} {fmt.short_date(day)}",
                _day_text(was.get(day, [])),
                _day_text(becomes.get(day, [])),
            )


def _by_day(snapshot: Snapshot | None) -> dict[date, list[AbsenceLine]]:
    days: dict[date, list[AbsenceLine]] = {}
    for line in snapshot.absences if snapshot else ():
        days.setdefault(line.day, []).append(line)
    return days


def _day_text(lines: Sequence[AbsenceLine]) -> str:
    if not lines:
        return _("Ikke noe fravær")
    return "; ".join(
        f"{kind_text(line.kind)} {isolated_text(minus_kr(line.amount_ore))}" for line in lines
    )
