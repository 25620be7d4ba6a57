"""A participant's deductions as her page shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from app.benefit.deductions.kinds import EARNED_MATTERS, OVERPAYMENTS, DeductionKind
from app.benefit.deductions.models import BenefitDeduction
from app.benefit.deductions.wording import kind_text
from app.benefit.overpaid import Overpayment
from app.benefit.presenters.amounts import kr
from app.benefit.presenters.payment import period_text
from app.i18n import format as fmt
from app.i18n.bidi import isolated_text
from app.i18n.text import gettext as _
from app.rules.law import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.web.law_views import ProvisionLink


@dataclass(frozen=True, slots=True)
class DeductionRow:
    """A deduction."""

    id: UUID
    what: str
    period: str
    amount: str
    details: tuple[str, ...]
    documentation: str
    registered: str
    provision: ProvisionLink
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class OverpaymentRow:
    """A month that was overpaid, and that nobody has decided about."""

    run_id: UUID
    month: str
    left: str


def deduction_rows(
    rows: Sequence[BenefitDeduction], names: Mapping[UUID, str]
) -> list[DeductionRow]:
    """Return the deductions. `names`: of the municipality's users."""
    return [
        DeductionRow(
            id=row.id,
            what=kind_text(row.kind),
            period=_period(row),
            amount=_amount(row),
            details=tuple(_details(row)),
            documentation=row.documentation,
            registered=f"{names.get(row.registered_by, '')} {fmt.moment(row.registered_at)}",
            provision=ProvisionLink.of(_provision(row.kind)),
            is_withdrawn=row.withdrawn_at is not None,
        )
        for row in rows
    ]


def overpayment_rows(overpayments: Sequence[Overpayment]) -> list[OverpaymentRow]:
    """Return the overpayments that wait for a decision."""
    return [
        OverpaymentRow(each.of_run_id, period_text(each.period), kr(each.left_ore))
        for each in overpayments
    ]


def _period(row: BenefitDeduction) -> str:
    if row.kind is DeductionKind.WAIVER:
        return ""
    first_day = fmt.short_date(row.first_day)
    if row.last_day is None:
        return _("Fra %(day)s", day=first_day)
    return f"{first_day}–{fmt.short_date(row.last_day)}"


def _amount(row: BenefitDeduction) -> str:
    amount = isolated_text(kr(row.amount_ore))
    if row.kind is DeductionKind.TRANSITIONAL_BENEFIT:
        return _("%(amount)s per år", amount=amount)
    if row.kind is DeductionKind.RECOVERY:
        total = isolated_text(kr(row.total_ore or 0))
        return _("%(total)s, høyst %(amount)s i måneden", total=total, amount=amount)
    if row.kind in {DeductionKind.PROGRAMME_WORK, DeductionKind.WAIVER}:
        return amount
    return _("%(amount)s per måned", amount=amount)


def _details(row: BenefitDeduction) -> list[str]:
    found = []
    if row.minutes:
        found.append(_("Timer: %(hours)s", hours=fmt.hours(Fraction(row.minutes, 60))))
    if row.kind in EARNED_MATTERS:
        answers = {
            True: _("Retten er opptjent før programmet."),
            False: _("Retten er opptjent etter at programmet begynte, og reduserer ikke stønaden."),
            None: _("Ingen har registrert når retten ble opptjent."),
        }
        found.append(answers[row.is_earned_before_programme])
    return found


def _provision(kind: DeductionKind) -> Provision:
    if kind is DeductionKind.PROGRAMME_WORK:
        return INTEGRERINGSLOVEN.section("23", "(2)")
    if kind in OVERPAYMENTS:
        return INTEGRERINGSLOVEN.section("25", "(1)")
    is_transitional = kind is DeductionKind.TRANSITIONAL_BENEFIT
    return INTEGRERINGSLOVEN.section("22", "(2)" if is_transitional else "(1)")
