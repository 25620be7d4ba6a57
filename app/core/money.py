"""Exact money: fractions of a krone while computing, whole øre when shown or stored."""

from collections.abc import Iterable
from fractions import Fraction

Kroner = Fraction
"""An exact amount in Norwegian kroner. Never a float."""
ORE_A_KRONE = 100


def kroner(value: int | str) -> Kroner:
    """Return an exact amount from whole kroner or a decimal text such as "5200.50"."""
    return Fraction(value)


def to_ore(amount: Kroner, unit_ore: int = 1) -> int:
    """Round to whole øre, or to whole units of so many øre, half away from zero.

    Policy, not law: integreringsloven § 20 gives fractions and no rule of rounding; the ministry's
    letter of 16 December 2004 shows amounts with two decimals.
    """
    scaled = abs(amount) * ORE_A_KRONE
    numerator, denominator = scaled.numerator, scaled.denominator * unit_ore
    ore = (2 * numerator + denominator) // (2 * denominator) * unit_ore
    return ore if amount >= 0 else -ore


def decimal_text(amount: Kroner) -> str:
    """Return the amount as machine-readable text with two decimals and a point: `22758.17`."""
    return ore_text(to_ore(amount))


def ore_text(ore: int) -> str:
    """Return stored øre as machine-readable text with two decimals and a point."""
    sign = "-" if ore < 0 else ""
    whole, rest = divmod(abs(ore), ORE_A_KRONE)
    return f"{sign}{whole}.{rest:02d}"


def spread_ore(amounts: Iterable[Kroner], unit_ore: int = 1) -> list[int]:
    """Round each amount so that the rounded amounts sum to the rounded sum.

    Each line gets the difference between the rounded running totals, so a reader who adds the
    lines arrives at the payout to the øre.
    """
    lines: list[int] = []
    running, shown = Fraction(0), 0
    for amount in amounts:
        running += amount
        ore = to_ore(running, unit_ore)
        lines.append(ore - shown)
        shown = ore
    return lines
