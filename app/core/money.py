"""Exact money: fractions of a krone while computing, whole øre when shown or stored."""

from collections.abc import Iterable
from fractions import Fraction

Kroner = Fraction
"""An exact amount in Norwegian kroner. Never a float."""


def kroner(value: int | str) -> Kroner:
    """Return an exact amount from whole kroner or a decimal text such as "5200.50"."""
    return Fraction(value)


def to_ore(amount: Kroner) -> int:
    """Round to whole øre, half away from zero.

    Policy, not law: integreringsloven § 20 gives fractions and no rule of rounding; the ministry's
    letter of 16 December 2004 shows amounts with two decimals.
    """
    scaled = abs(amount) * 100
    ore = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return ore if amount >= 0 else -ore


def decimal_text(amount: Kroner) -> str:
    """Return the amount as machine-readable text with two decimals and a point: `22758.17`."""
    return ore_text(to_ore(amount))


def ore_text(ore: int) -> str:
    """Return stored øre as machine-readable text with two decimals and a point."""
    sign = "-" if ore < 0 else ""
    whole, rest = divmod(abs(ore), 100)
    return f"{sign}{whole}.{rest:02d}"


def spread_ore(amounts: Iterable[Kroner]) -> list[int]:
    """Round each amount so that the rounded amounts sum to the rounded sum.

    Each line gets the difference between the rounded running totals, so a reader who adds the
    lines arrives at the payout to the øre.
    """
    lines: list[int] = []
    running, shown = Fraction(0), 0
    for amount in amounts:
        running += amount
        ore = to_ore(running)
        lines.append(ore - shown)
        shown = ore
    return lines
