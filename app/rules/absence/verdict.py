"""The answer for one absent day before it is laid into the calendar."""

from dataclasses import dataclass
from fractions import Fraction

from app.rules.absence.types import AbsenceGround
from app.rules.law.grounds import Ground
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN

SECTION_21 = INTEGRERINGSLOVEN.section("21")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Three flags that are kept apart, with the ground."""

    is_lawful: bool
    is_paid: bool
    extends_programme: bool
    grounds: tuple[Ground[AbsenceGround], ...]
    hours: Fraction | None = None
    """Where only a part of what was missed is meant; None: all of it."""


def paid(code: AbsenceGround, provision: Provision, *, extends: bool = True) -> Verdict:
    """Lawful, with benefit."""
    return Verdict(
        is_lawful=True,
        is_paid=True,
        extends_programme=extends,
        grounds=(Ground(code, provision),),
    )


def unpaid(code: AbsenceGround, provision: Provision, *, extends: bool = True) -> Verdict:
    """Lawful, without benefit."""
    return Verdict(
        is_lawful=True,
        is_paid=False,
        extends_programme=extends,
        grounds=(Ground(code, provision),),
    )


def invalid(code: AbsenceGround, provision: Provision) -> Verdict:
    """Ugyldig fravær: reduces the benefit (§ 21), and adds nothing to the programme."""
    return Verdict(
        is_lawful=False,
        is_paid=False,
        extends_programme=False,
        grounds=(Ground(code, provision), Ground(AbsenceGround.NO_PERMISSION, SECTION_21)),
    )


def no_reason() -> Verdict:
    """No reason was given: § 21 reduces."""
    return Verdict(
        is_lawful=False,
        is_paid=False,
        extends_programme=False,
        grounds=(Ground(AbsenceGround.NO_REASON, SECTION_21),),
    )
