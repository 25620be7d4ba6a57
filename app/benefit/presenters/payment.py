"""One payment in words: what it starts from, what each absent day costs and why, what is left.

The same view serves staff and the participant: sentences say what the rule says, of nobody.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import assert_never
from uuid import UUID

from app.attendance.presenters.reasons import ground_text, reason_text
from app.benefit.presenters.amounts import kr, minus_kr
from app.benefit.presenters.doubts import DoubtRow, doubt_row
from app.benefit.presenters.policies import policy_sentence
from app.benefit.presenters.remedies import remedy_text
from app.benefit.snapshot import AbsenceLine, OtherLine, SegmentLine, Snapshot, Source
from app.core.period import Period, month_period
from app.i18n import format as fmt
from app.i18n.bidi import isolated_text
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.rules.absence import AbsenceGround
from app.rules.benefit import Basis, DayKind, OtherReductionKind, PaymentGround
from app.rules.benefit.section_46_g import SECTION_46_G
from app.web.law_views import ProvisionLink

THIRTY_DAYS = 30


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """Days with one rate."""

    period: str
    days: str
    rate: str
    """Which rate, and why."""
    sums: str
    """Base amount and what a month, a day and an hour are."""
    amount: str
    provisions: tuple[ProvisionLink, ...]


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """An absent day, or part of one."""

    day: str
    what: str
    tone: str
    reason: str
    why: tuple[str, ...]
    remedy: str
    """What would still make the day valid; empty: nothing, or it is."""
    registered_by: str
    """For staff: who registered it; empty: not told."""
    extent: str
    rate: str
    amount: str
    provisions: tuple[ProvisionLink, ...]


@dataclass(frozen=True, slots=True)
class OtherRow:
    """A reduction besides absence."""

    what: str
    amount: str
    provision: ProvisionLink


@dataclass(frozen=True, slots=True)
class SumRow:
    """A line of the account."""

    term: str
    value: str


@dataclass(frozen=True, slots=True)
class PaymentView:
    """A payment with everything that explains it."""

    month: str
    sums: tuple[SumRow, ...]
    """From gross to reductions; they add up to the payout."""
    payout: str
    segments: tuple[SegmentRow, ...]
    absences: tuple[AbsenceRow, ...]
    others: tuple[OtherRow, ...]
    policies: tuple[str, ...]
    doubts: tuple[DoubtRow, ...]
    unmarked: tuple[str, ...]
    unmarked_summary: str
    suspended: str
    """Which days nothing is taken for yet; empty: none."""
    decision: str
    """Empty: no decision is required."""
    decision_provision: ProvisionLink | None
    law_known_on: str
    version: str


def payment_view(
    snapshot: Snapshot,
    participant_id: UUID,
    *,
    for_staff: bool,
    registered_by: Mapping[date, str] | None = None,
) -> PaymentView:
    """Return the payment in the reader's language; only staff get links to what is open.

    `registered_by`: names by day.
    """
    by_law = snapshot.is_decision_required_by_46_g
    return PaymentView(
        month=period_text(snapshot.period),
        sums=tuple(_sums(snapshot)),
        payout=kr(snapshot.payout_ore),
        segments=tuple(map(_segment, snapshot.segments)),
        absences=tuple(
            _absence(line, (registered_by or {}).get(line.day, "")) for line in snapshot.absences
        ),
        others=tuple(map(_other, snapshot.others)),
        policies=tuple(policy_sentence(key, value) for key, value in snapshot.policies),
        doubts=tuple(
            doubt_row(doubt, participant_id, for_staff=for_staff) for doubt in snapshot.doubts
        ),
        unmarked=tuple(unmarked_sentence(day, minutes) for day, minutes in snapshot.unmarked),
        unmarked_summary=ngettext(
            "Oppmøte er ikke ført for %(num)s dag",
            "Oppmøte er ikke ført for %(num)s dager",
            len(snapshot.unmarked),
        ),
        suspended=_suspended(snapshot),
        decision=_decision(snapshot),
        decision_provision=ProvisionLink.of(SECTION_46_G) if by_law else None,
        law_known_on=fmt.short_date(snapshot.known_on),
        version=snapshot.version,
    )


def name_days(who: Mapping[date, Collection[UUID]], names: Mapping[UUID, str]) -> dict[date, str]:
    """Return the names of those who registered something, by day."""
    return {day: ", ".join(sorted(names.get(each, "") for each in ids)) for day, ids in who.items()}


def unmarked_sentence(day: date, minutes: int) -> str:
    """Return which attendance nobody has registered."""
    return _(
        "%(day)s. Timer: %(hours)s.",
        day=fmt.short_date(day),
        hours=fmt.hours(Fraction(minutes, 60)),
    )


def period_text(period: Period) -> str:
    """Return the month by name, or the days of another period."""
    if period == month_period(period.first_day.year, period.first_day.month):
        return fmt.month_name(period.first_day)
    return days_text(period)


def days_text(period: Period) -> str:
    """Return `01.10.2026–31.10.2026`."""
    return f"{fmt.short_date(period.first_day)}–{fmt.short_date(period.last_day)}"


def other_text(kind: OtherReductionKind) -> str:
    """Return what reduces the benefit besides absence."""
    match kind:
        case OtherReductionKind.COORDINATED_BENEFITS:
            return _("Andre ytelser fra folketrygden trekkes fra stønaden.")
        case OtherReductionKind.TRANSITIONAL_BENEFIT:
            return _("Overgangsstønad over et halvt grunnbeløp reduserer stønaden.")
        case OtherReductionKind.PROGRAMME_WORK:
            return _("Lønnet arbeid i programmet reduserer stønaden.")
        case OtherReductionKind.RECOVERY:
            return _("For mye utbetalt tidligere trekkes fra nå.")
        case _:
            assert_never(kind)


def kind_text(kind: DayKind) -> str:
    """Return what an absent day does to the benefit."""
    match kind:
        case DayKind.INVALID:
            return _("Ugyldig fravær")
        case DayKind.UNPAID:
            return _("Lovlig fravær uten stønad")
        case DayKind.PAID:
            return _("Fravær med stønad")
        case _:
            assert_never(kind)


def kind_tone(kind: DayKind) -> str:
    """Return the colour that repeats the word."""
    match kind:
        case DayKind.INVALID:
            return "danger"
        case DayKind.UNPAID:
            return "warning"
        case DayKind.PAID:
            return "success"
        case _:
            assert_never(kind)


def rate_sentence(fraction: Fraction) -> str:
    """Return which rate it is, and for whom (§ 20)."""
    sentences = {
        Fraction(1): _("Hel stønad: to ganger grunnbeløpet i året."),
        Fraction(5, 6): _("Fem seksdeler: for par uten barn der begge deltar i programmet."),
        Fraction(2, 3): _("To tredeler: for den som er under 25 år."),
        Fraction(1, 3): _("En tredel: for den som er under 25 år og bor hos foreldre."),
    }
    known = sentences.get(fraction)
    return known or _("%(fraction)s av hel stønad.", fraction=str(fraction))


def _sums(snapshot: Snapshot) -> list[SumRow]:
    rows = [
        SumRow(_("Stønad for perioden"), kr(snapshot.gross_ore)),
        SumRow(_("Trekk for ugyldig fravær"), minus_kr(snapshot.absence_reduction_ore)),
    ]
    if snapshot.unpaid_leave_reduction_ore:
        rows.append(
            SumRow(_("Lovlig fravær uten stønad"), minus_kr(snapshot.unpaid_leave_reduction_ore))
        )
    if snapshot.other_reductions_ore:
        rows.append(SumRow(_("Andre reduksjoner"), minus_kr(snapshot.other_reductions_ore)))
    return rows


def _suspended(snapshot: Snapshot) -> str:
    if not snapshot.suspended:
        return ""
    days = ", ".join(map(fmt.short_date, snapshot.suspended))
    return _(
        "Vedtaket om trekk er utsatt. Ingenting er trukket ennå for disse dagene: %(days)s.",
        days=isolated_text(days),
    )


def _decision(snapshot: Snapshot) -> str:
    if snapshot.is_decision_required_by_46_g:
        return _("Trekket må være enkeltvedtak, med varsel på forhånd og rett til å klage.")
    if snapshot.is_decision_required:
        return _("Kommunen skriver vedtak om alle reduksjoner, også denne.")
    return ""


def _segment(line: SegmentLine) -> SegmentRow:
    return SegmentRow(
        period=days_text(line.period),
        days=_days(line.days_counted),
        rate=rate_sentence(line.fraction),
        sums=_(
            "Grunnbeløpet er %(base)s kr. Måned: %(month)s. Dag: %(day)s. Time: %(hour)s.",
            base=f"{line.base_amount:,}".replace(",", "\N{NO-BREAK SPACE}"),
            month=isolated_text(kr(line.month_rate_ore)),
            day=isolated_text(kr(line.day_rate_ore)),
            hour=isolated_text(kr(line.hour_rate_ore)),
        ),
        amount=kr(line.amount_ore),
        provisions=tuple(map(_link, line.provisions)),
    )


def _days(count: int) -> str:
    if count == THIRTY_DAYS:
        return _("Hele måneden")
    return ngettext("%(num)s dag", "%(num)s dager", count)


def _absence(line: AbsenceLine, registered_by: str) -> AbsenceRow:
    reason = reason_text(line.reason)
    return AbsenceRow(
        day=f"{fmt.weekday_name(line.day)} {fmt.short_date(line.day)}",
        what=kind_text(line.kind),
        tone=kind_tone(line.kind),
        reason=reason if line.is_explained else _("Grunn er ikke registrert"),
        why=tuple(map(_why, line.grounds)),
        remedy=remedy_text(line.grounds) if line.kind is DayKind.INVALID else "",
        registered_by=registered_by,
        extent=_("Hel dag")
        if line.hours is None
        else _("Timer: %(hours)s", hours=fmt.hours(line.hours)),
        rate=_rate(line) if line.amount_ore else "",
        amount=minus_kr(line.amount_ore),
        provisions=tuple(map(_link, line.provisions)),
    )


def _why(code: str) -> str:
    if code == PaymentGround.DAY_OFF_WITHIN_ABSENCE.value:
        return _("Fridagen ligger mellom to hele dager med ugyldig fravær.")
    return ground_text(AbsenceGround(code))


def _rate(line: AbsenceLine) -> str:
    amount = kr(line.rate_ore)
    match line.basis:
        case Basis.DAY:
            return _("%(amount)s per dag", amount=amount)
        case Basis.HOUR:
            return _("%(amount)s per time", amount=amount)
        case Basis.WHOLE_PERIOD:
            return _("%(amount)s: dagens del av hele utbetalingen", amount=amount)
        case _:
            assert_never(line.basis)


def _other(line: OtherLine) -> OtherRow:
    return OtherRow(other_text(line.kind), minus_kr(line.amount_ore), _link(line.provision))


def _link(source: Source) -> ProvisionLink:
    return ProvisionLink(source.text, source.link)
