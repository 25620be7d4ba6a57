"""Synthetic identity numbers: the month plus 80 marks them, so that no living person has one."""

from datetime import date

_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def synthetic_number(born_on: date, serial: int) -> str:
    """Return a valid synthetic number of this birth date; `serial` tells apart who shares it."""
    day_part = f"{born_on.day:02d}{born_on.month + 80:02d}{born_on.year % 100:02d}"
    century = 500 if born_on.year >= 2000 else 0
    for individual in range(century + serial, century + 500):
        digits = [int(digit) for digit in f"{day_part}{individual:03d}"]
        first = _check_digit(digits, _FIRST_WEIGHTS)
        second = _check_digit([*digits, first], _SECOND_WEIGHTS)
        if first < 10 and second < 10:
            return "".join(map(str, [*digits, first, second]))
    raise ValueError("no number is left for this birth date")


def _check_digit(digits: list[int], weights: tuple[int, ...]) -> int:
    """Return the check digit; 10 means that the number does not exist."""
    total = sum(digit * weight for digit, weight in zip(digits, weights, strict=True))
    return (11 - total % 11) % 11
