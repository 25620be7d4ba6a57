"""What a person must settle before a payment can be relied on, and where."""

from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from flask import url_for

from app.attendance.presenters.reasons import doubt_text
from app.benefit.snapshot import Doubt, SnapshotProblem
from app.i18n.text import gettext as _
from app.rules.absence import AbsenceDoubt
from app.rules.benefit import BenefitDoubt

AnyDoubt = AbsenceDoubt | BenefitDoubt | SnapshotProblem


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """Something open."""

    sentence: str
    provision_text: str
    """Empty: no provision."""
    provision_url: str
    settle_url: str
    """Where it is settled; empty for the participant herself."""


def doubt_row(doubt: Doubt, participant_id: UUID, *, for_staff: bool) -> DoubtRow:
    """Return what is open, with the way to the page where it is settled."""
    code = read_code(doubt.code)
    source = doubt.provision
    return DoubtRow(
        sentence=doubt_sentence(code),
        provision_text=source.text if source else "",
        provision_url=source.link if source else "",
        settle_url=_settle_url(code, doubt.field, participant_id) if for_staff else "",
    )


def read_code(code: str) -> AnyDoubt:
    """Return the stored code as what it is."""
    for family in (AbsenceDoubt, BenefitDoubt, SnapshotProblem):
        if code in {member.value for member in family}:
            return family(code)
    raise ValueError(f"unknown doubt {code}")


def doubt_sentence(code: AnyDoubt) -> str:
    """Return what is open."""
    match code:
        case AbsenceDoubt():
            return doubt_text(code)
        case BenefitDoubt.UNDER_25_IN_CHILDLESS_COUPLE:
            return _(
                "Loven sier ikke hvilken sats som gjelder under 25 år i et par uten barn. "
                "Rett opplysningene om husholdningen, eller be administrator velge en regel."
            )
        case BenefitDoubt.PROGRAMME_WORK_NEEDS_DATES:
            return _("Timesatsen endret seg i perioden. Registrer hvilke dager arbeidet ble gjort.")
        case BenefitDoubt.BENEFIT_EARNED_WHEN:
            return _(
                "Dagpenger, sykepenger og foreldrepenger trekkes bare fra når retten ble "
                "opptjent før programmet. Registrer når den ble opptjent."
            )
        case SnapshotProblem.CONTESTED:
            return _("Deltakeren bestrider fravær som gir trekk. Avklar det før godkjenning.")
        case SnapshotProblem.BAD_FACTS:
            return _("Opplysningene kan ikke stemme samtidig. Rett dem, og beregn måneden på nytt.")
        case _:
            assert_never(code)


def _place_of(field: str) -> str:
    """Return the page where a fact is put right."""
    if field.startswith("other"):
        return "deductions.list_all"
    return "absences.list_absences" if field.startswith("absences") else "participants.show"


def _settle_url(code: AnyDoubt, field: str, participant_id: UUID) -> str:
    match code:
        case (
            AbsenceDoubt.MISSING_CERTIFICATE
            | AbsenceDoubt.WELFARE_GROUND_LIMIT
            | AbsenceDoubt.LONG_ILLNESS_LEAVE_USED
        ):
            endpoint = "absences.list_absences"
        case BenefitDoubt.PROGRAMME_WORK_NEEDS_DATES | BenefitDoubt.BENEFIT_EARNED_WHEN:
            endpoint = "deductions.list_all"
        case (
            AbsenceDoubt.CHILD_NOT_KNOWN
            | AbsenceDoubt.BEFORE_INTEGRERINGSLOVEN
            | BenefitDoubt.UNDER_25_IN_CHILDLESS_COUPLE
        ):
            endpoint = "participants.show"
        case SnapshotProblem.CONTESTED:
            endpoint = "holds.show"
        case SnapshotProblem.BAD_FACTS:
            endpoint = _place_of(field)
        case _:
            assert_never(code)
    return url_for(endpoint, participant_id=participant_id)
