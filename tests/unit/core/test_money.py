"""Exact amounts become whole øre or kroner, half away from zero, and lines still add up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.money import decimal_text, ore_text, spread_ore, to_ore

AMOUNTS = st.lists(st.fractions(-30_000, 30_000, max_denominator=1_850), max_size=12)


@pytest.mark.parametrize(
    ("amount", "ore", "whole_kroner"),
    [
        ("0", 0, 0),
        ("0.004", 0, 0),
        ("0.005", 1, 0),
        ("0.499", 50, 0),
        ("0.5", 50, 100),
        ("1.4999", 150, 100),
        ("-0.005", -1, 0),
        ("-0.5", -50, -100),
        ("22758.1666", 2_275_817, 2_275_800),
    ],
)
def test_half_is_rounded_away_from_zero(amount: str, ore: int, whole_kroner: int) -> None:
    assert to_ore(Fraction(amount)) == ore
    assert to_ore(Fraction(amount), 100) == whole_kroner


@given(AMOUNTS, st.sampled_from([1, 100]))
def test_rounded_lines_sum_to_the_rounded_sum(amounts: list[Fraction], unit_ore: int) -> None:
    lines = spread_ore(amounts, unit_ore)
    assert sum(lines) == to_ore(sum(amounts, Fraction(0)), unit_ore)
    assert all(line % unit_ore == 0 for line in lines)
    assert all(
        abs(line - amount * 100) <= unit_ore for line, amount in zip(lines, amounts, strict=True)
    )


def test_ore_are_the_unit_where_nothing_is_said() -> None:
    assert spread_ore([Fraction("0.4"), Fraction("0.4")]) == [40, 40]
    assert spread_ore([Fraction("0.4"), Fraction("0.4")], 100) == [0, 100]


@pytest.mark.parametrize(
    ("ore", "text"), [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (2_275_817, "22758.17")]
)
def test_ore_as_text(ore: int, text: str) -> None:
    assert ore_text(ore) == text
    assert decimal_text(Fraction(ore, 100)) == text
