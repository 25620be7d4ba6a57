"""The kinds of deductions, and what is known of each."""

from enum import StrEnum

from app.rules.benefit import OtherBenefitKind


class DeductionKind(StrEnum):
    """What may reduce the benefit (integreringsloven §§ 22, 23 and 25)."""

    UNEMPLOYMENT_BENEFIT = "unemployment_benefit"
    """Dagpenger."""
    SICKNESS_BENEFIT = "sickness_benefit"
    """Sykepenger."""
    PARENTAL_BENEFIT = "parental_benefit"
    """Foreldrepenger."""
    DISABILITY_BENEFIT = "disability_benefit"
    """Uføretrygd."""
    WORK_ASSESSMENT_ALLOWANCE = "work_assessment_allowance"
    """Arbeidsavklaringspenger."""
    TRANSITIONAL_BENEFIT = "transitional_benefit"
    """Overgangsstønad (§ 22 second paragraph)."""
    PROGRAMME_WORK = "programme_work"
    """Paid work inside the programme (§ 23 second paragraph)."""
    RECOVERY = "recovery"
    """An overpayment that is taken back of later payments (§ 25 first paragraph)."""
    WAIVER = "waiver"
    """An overpayment that the municipality lets her keep: it may take it back, and need not."""


OTHER_BENEFITS = {
    kind: OtherBenefitKind(kind.value)
    for kind in DeductionKind
    if kind.value in {each.value for each in OtherBenefitKind}
}
EARNED_MATTERS = frozenset(
    {
        DeductionKind.UNEMPLOYMENT_BENEFIT,
        DeductionKind.SICKNESS_BENEFIT,
        DeductionKind.PARENTAL_BENEFIT,
    }
)
"""Reduce only if the right was earned before the programme (§ 22 first paragraph)."""
OVERPAYMENTS = frozenset({DeductionKind.RECOVERY, DeductionKind.WAIVER})
