"""The kinds of deductions, and why one is refused, in words."""

from typing import assert_never

from app.benefit.deductions.errors import DeductionRefusal
from app.benefit.deductions.kinds import DeductionKind
from app.i18n.text import gettext as _


def kind_text(kind: DeductionKind) -> str:
    """Return what reduces the benefit."""
    match kind:
        case DeductionKind.UNEMPLOYMENT_BENEFIT:
            return _("Dagpenger")
        case DeductionKind.SICKNESS_BENEFIT:
            return _("Sykepenger")
        case DeductionKind.PARENTAL_BENEFIT:
            return _("Foreldrepenger")
        case DeductionKind.DISABILITY_BENEFIT:
            return _("Uføretrygd")
        case DeductionKind.WORK_ASSESSMENT_ALLOWANCE:
            return _("Arbeidsavklaringspenger")
        case DeductionKind.TRANSITIONAL_BENEFIT:
            return _("Overgangsstønad")
        case DeductionKind.PROGRAMME_WORK:
            return _("Lønnet arbeid i programmet")
        case DeductionKind.RECOVERY:
            return _("Trekk for feilutbetaling")
        case DeductionKind.WAIVER:
            return _("Feilutbetaling som ikke trekkes")
        case _:
            assert_never(kind)


def refusal_text(reason: DeductionRefusal) -> str:
    """Return why it is refused, and what to do."""
    match reason:
        case DeductionRefusal.WRONG_ORDER:
            return _("Den siste dagen kan ikke være før den første.")
        case DeductionRefusal.NEEDS_WORK_TIME:
            return _("Skriv hvor mange timer arbeidet varte, og den siste dagen.")
        case DeductionRefusal.WORK_IN_ONE_MONTH:
            return _("Før arbeidet for hver måned for seg.")
        case DeductionRefusal.WHOLE_MONTHS:
            return _(
                "Overgangsstønad gis for hele måneder. Bruk den første dagen i en måned, "
                "og den siste dagen i en måned hvis ytelsen har tatt slutt."
            )
        case DeductionRefusal.NOT_OVERPAID:
            return _("Beløpet er allerede avgjort. Last siden på nytt og se hva som gjenstår.")
        case DeductionRefusal.ALREADY_TAKEN:
            return _("Noe av beløpet er allerede trukket, og trekket kan ikke tas tilbake her.")
        case _:
            assert_never(reason)
