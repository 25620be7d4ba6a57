"""Synthetic identity numbers: the month plus 80 marks them, so that no living person has one."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def synthetic_number(born_on: date, serial: int) -> str:
    """Return a valid synthetic number of this birth date: the one with this place among them.

    Different serials give different numbers. At least 400 people can share a birth date.
    """
    found = next(islice(_numbers(born_on), serial, None), None)
    if found is None:
        raise ValueError("no number is left for this birth date")
    return found


def _numbers(born_on: date) -> Iterator[str]:
    day_part = f"{born_on.day:02d}{born_on.month + 80:02d}{born_on.year % 100:02d}"
    century = 500 if born_on.year >= 2000 else 0
    for individual in range(century, century + 500):
        digits = [int(digit) for digit in f"{day_part}{individual:03d}"]
        first = _check_digit(digits, _FIRST_WEIGHTS)
        second = _check_digit([*digits, first], _SECOND_WEIGHTS)
        if first < 10 and second < 10:
            yield "".join(map(str, [*digits, first, second]))


def _check_digit(digits: list[int], weights: tuple[int, ...]) -> int:
    """Return the check digit; 10 means that the number does not exist."""
    total = sum(digit * weight for digit, weight in zip(digits, weights, strict=True))
    return (11 - total % 11) % 11
