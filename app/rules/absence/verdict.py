"""The answer for one absent day before it is laid into the calendar."""

from dataclasses import dataclass, replace
from fractions import Fraction

from app.rules.absence.codes import AbsenceGround
from app.rules.absence.history import AbsentDay
from app.rules.law.grounds import Ground
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN

SECTION_21 = INTEGRERINGSLOVEN.section("21")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Three flags that are kept apart, with the grounds."""

    is_lawful: bool
    is_paid: bool
    extends_programme: bool
    grounds: tuple[Ground[AbsenceGround], ...]
    hours: Fraction | None = None
    """Where only a part of what was missed is meant; None: all of it."""


Verdicts = tuple[Verdict, ...]
"""One for the whole of what was missed, or one for each part."""


def paid(code: AbsenceGround, provision: Provision, *, extends: bool = True) -> Verdicts:
    """Lawful, with benefit."""
    grounds = (Ground(code, provision),)
    return (Verdict(is_lawful=True, is_paid=True, extends_programme=extends, grounds=grounds),)


def unpaid(code: AbsenceGround, provision: Provision, *, extends: bool = True) -> Verdicts:
    """Lawful, without benefit."""
    grounds = (Ground(code, provision),)
    return (Verdict(is_lawful=True, is_paid=False, extends_programme=extends, grounds=grounds),)


def invalid(code: AbsenceGround, provision: Provision) -> Verdicts:
    """Ugyldig fravær: reduces the benefit (§ 21), and adds nothing to the programme."""
    grounds = (Ground(code, provision), Ground(AbsenceGround.NO_PERMISSION, SECTION_21))
    return (Verdict(is_lawful=False, is_paid=False, extends_programme=False, grounds=grounds),)


def split(row: AbsentDay, covered: int | Fraction, within: Verdicts, beyond: Verdicts) -> Verdicts:
    """Answer for a day of which only a share is covered: that share first, then the rest."""
    hours = covered * row.scheduled_hours
    return (
        *(replace(part, hours=hours) for part in within),
        *(replace(part, hours=row.missed_hours - hours) for part in beyond),
    )


NO_REASON = (
    Verdict(
        is_lawful=False,
        is_paid=False,
        extends_programme=False,
        grounds=(Ground(AbsenceGround.NO_REASON, SECTION_21),),
    ),
)
"""No reason was given: § 21 reduces."""
