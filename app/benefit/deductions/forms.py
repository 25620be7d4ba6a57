"""The forms of deductions: a benefit or work, and what becomes of an overpayment."""

from datetime import date
from typing import Any
from uuid import UUID

from app.benefit.deductions.commands import RegisterDeduction, SettleOverpayment
from app.benefit.deductions.kinds import OVERPAYMENTS, DeductionKind
from app.benefit.deductions.wording import kind_text
from app.core.money import ORE_A_KRONE
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.web.fields import day_field, hours_field, integer_field, radio_field, select_field
from app.web.forms import PortalForm, text_field

MINUTES_PER_HOUR = 60
NOT_KNOWN = "not_known"
KEEP, TAKE = "keep", "take"


class DeductionForm(PortalForm):
    """A benefit, or work in the programme."""

    kind: Any = select_field(
        _l("Hva gjelder det?"),
        lambda: [
            (kind.value, kind_text(kind)) for kind in DeductionKind if kind not in OVERPAYMENTS
        ],
        required=_l("Velg hva det gjelder."),
    )
    first_day: Any = day_field(_l("Fra og med"), required=_l("Skriv den første dagen."))
    last_day: Any = day_field(
        _l("Til og med"), hint=_l("La feltet stå tomt hvis ytelsen fortsetter.")
    )
    amount: Any = integer_field(
        _l("Beløp i hele kroner, før skatt"),
        required=_l("Skriv beløpet."),
        lowest=1,
        hint=_l("Ytelser: per måned. Overgangsstønad: per år. Arbeid: lønnen for alle timene."),
    )
    hours: Any = hours_field(
        _l("Timer"), most=400, hint=_l("Bare for arbeid. Før hver dag for seg hvis du kan.")
    )
    earned: Any = radio_field(
        _l("Når ble retten opptjent?"),
        lambda: [
            ("yes", _("Før programmet begynte")),
            ("no", _("Etter at programmet begynte")),
            (NOT_KNOWN, _("Det vet vi ikke, eller det har ikke betydning")),
        ],
        chosen=NOT_KNOWN,
        hint=_l("Har betydning for dagpenger, sykepenger og foreldrepenger."),
    )
    documentation: Any = text_field(
        _l("Hva viser dette?"),
        required=_l("Skriv hvilket vedtak eller hvilken lønnsslipp opplysningen bygger på."),
        hint=_l("For eksempel vedtak fra Nav med dato. Ikke skriv om helse."),
        most=1000,
        area=True,
    )

    def to_command(self, participant_id: UUID) -> RegisterDeduction:
        """Return what was registered as a command."""
        hours = self.hours.data
        return RegisterDeduction(
            participant_id=participant_id,
            kind=DeductionKind(self.kind.data),
            first_day=self.first_day.data,
            last_day=self.last_day.data,
            amount_ore=self.amount.data * ORE_A_KRONE,
            minutes=round(hours * MINUTES_PER_HOUR) if hours else None,
            is_earned_before_programme={"yes": True, "no": False}.get(self.earned.data),
            documentation=self.documentation.data,
        )


class OverpaymentForm(PortalForm):
    """What becomes of an overpayment."""

    month: Any = select_field(
        _l("Hvilken måned?"), list, required=_l("Velg måneden det er betalt for mye for.")
    )
    outcome: Any = radio_field(
        _l("Hva har kommunen bestemt?"),
        lambda: [
            (TAKE, _("Beløpet trekkes i senere utbetalinger")),
            (KEEP, _("Deltakeren beholder beløpet")),
        ],
        required=_l("Velg hva kommunen har bestemt."),
    )
    instalment: Any = integer_field(
        _l("Høyeste trekk i én utbetaling, i hele kroner"),
        lowest=1,
        hint=_l("Beløpet deles over så mange måneder som trengs."),
    )
    first_day: Any = day_field(
        _l("Trekkes fra og med"), hint=_l("Den første dagen i den første måneden.")
    )
    documentation: Any = text_field(
        _l("Vedtaket og begrunnelsen"),
        required=_l("Skriv hvilket vedtak det gjelder, og hvorfor."),
        most=1000,
        area=True,
    )

    def to_command(
        self, participant_id: UUID, left_ore: int, present_day: date
    ) -> SettleOverpayment | None:
        """Return what was decided as a command; None: an answer is missing, which the form says."""
        is_taken = self.outcome.data == TAKE
        if is_taken and not self.instalment.data:
            self.refuse(_("Skriv hvor mye som høyst trekkes i én utbetaling."), "instalment")
        if is_taken and not self.first_day.data:
            self.refuse(_("Skriv når trekket begynner."), "first_day")
        if any(self[name].errors for name in ("instalment", "first_day")):
            return None
        return SettleOverpayment(
            participant_id=participant_id,
            of_run_id=UUID(self.month.data),
            amount_ore=left_ore,
            instalment_ore=self.instalment.data * ORE_A_KRONE if is_taken else None,
            first_day=self.first_day.data if is_taken else present_day,
            documentation=self.documentation.data,
        )
