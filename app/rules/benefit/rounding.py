"""Avrunding: what is paid of an exact payout.

Provision: integreringsloven § 20 second paragraph gives fractions and no rule of rounding.
In one sentence: half up to whole øre or whole kroner, as the municipality has chosen.
"""

from fractions import Fraction

from app.core.money import ORE_A_KRONE, Kroner, to_ore
from app.rules.policy import Rounding

_UNITS_ORE = {Rounding.ORE: 1, Rounding.KRONE: ORE_A_KRONE}


def unit_ore(rounding: Rounding) -> int:
    """Return the øre of one unit that amounts are rounded to."""
    return _UNITS_ORE[rounding]


def payable_of(payout: Kroner, rounding: Rounding) -> Kroner:
    """Return what is paid of an exact payout."""
    return Fraction(to_ore(payout, unit_ore(rounding)), ORE_A_KRONE)
