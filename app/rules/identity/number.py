"""Check digits of identity numbers. Birth date and sex are never read from them.

Provision: folkeregisterforskriften §§ 2-2-1 and 2-2-2.
In one sentence: a number that only the rule of 2032 accepts is valid with a warning, and a DUF
number with other check digits than expected is too, as that rule is not published.
"""

from dataclasses import dataclass
from enum import StrEnum

NATIONAL_DIGITS = 11
DUF_DIGITS = 12

_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_DUF_WEIGHTS = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)
_MODULUS = 11
_REMAINDERS_FROM_2032 = range(4)

_D_NUMBER_DAY = 40
_SYNTHETIC_MONTH = 80
_OTHER_MONTHS = (40, 65)
"""Month offsets of auxiliary and test numbers in the health services and Nav."""
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_AUXILIARY_FIRST_DIGIT = 8


class IdentityNumberType(StrEnum):
    """Kind of number, by its digits alone."""

    NATIONAL = "national"
    """Fødselsnummer."""
    D_NUMBER = "d_number"
    DUF = "duf"
    """DUF-nummer, of the immigration authorities."""
    SYNTHETIC_NATIONAL = "synthetic_national"
    """A test person's number (month + 80)."""
    SYNTHETIC_D_NUMBER = "synthetic_d_number"
    OTHER = "other"
    """An auxiliary or test number of the health services or Nav."""
    INVALID = "invalid"


class IdentityNumberWarning(StrEnum):
    """Reasons to look twice at a number that is accepted."""

    VALID_FROM_2032_ONLY = "valid_from_2032_only"
    DUF_CHECK_DIGITS = "duf_check_digits"


@dataclass(frozen=True, slots=True)
class IdentityNumberCheck:
    """What the digits of a number say about it."""

    type: IdentityNumberType
    is_valid: bool
    warnings: tuple[IdentityNumberWarning, ...] = ()


_INVALID = IdentityNumberCheck(IdentityNumberType.INVALID, is_valid=False)


def check_identity_number(text: str) -> IdentityNumberCheck:
    """Say which kind of number `text` is, and whether its check digits can be right.

    `text` holds the digits only: 11, or 12 for DUF.
    """
    if not (text.isascii() and text.isdigit()):
        return _INVALID
    digits = tuple(int(character) for character in text)
    if len(digits) == DUF_DIGITS:
        return _check_duf(digits)
    if len(digits) == NATIONAL_DIGITS:
        return _check_national(digits)
    return _INVALID


def _check_duf(digits: tuple[int, ...]) -> IdentityNumberCheck:
    expected = _weighted(digits, _DUF_WEIGHTS) % _MODULUS
    agrees = digits[10] * 10 + digits[11] == expected
    warnings = () if agrees else (IdentityNumberWarning.DUF_CHECK_DIGITS,)
    return IdentityNumberCheck(IdentityNumberType.DUF, is_valid=True, warnings=warnings)


def _check_national(digits: tuple[int, ...]) -> IdentityNumberCheck:
    kind = _kind(digits)
    if kind is IdentityNumberType.INVALID:
        return _INVALID
    first = (_weighted(digits, _FIRST_WEIGHTS) + digits[9]) % _MODULUS
    second = (_weighted(digits, _SECOND_WEIGHTS) + digits[10]) % _MODULUS
    if second != 0 or first not in _REMAINDERS_FROM_2032:
        return _INVALID
    warnings = () if first == 0 else (IdentityNumberWarning.VALID_FROM_2032_ONLY,)
    return IdentityNumberCheck(kind, is_valid=True, warnings=warnings)


def _kind(digits: tuple[int, ...]) -> IdentityNumberType:
    """Tell the kind from the day and month part, or INVALID where no such day exists."""
    if digits[0] >= _AUXILIARY_FIRST_DIGIT:
        return IdentityNumberType.OTHER
    day, month, year = (digits[i] * 10 + digits[i + 1] for i in (0, 2, 4))
    is_d_number = day > _D_NUMBER_DAY
    day -= _D_NUMBER_DAY if is_d_number else 0
    if _is_day(day, month, year):
        return IdentityNumberType.D_NUMBER if is_d_number else IdentityNumberType.NATIONAL
    if _is_day(day, month - _SYNTHETIC_MONTH, year):
        if is_d_number:
            return IdentityNumberType.SYNTHETIC_D_NUMBER
        return IdentityNumberType.SYNTHETIC_NATIONAL
    if any(_is_day(day, month - offset, year) for offset in _OTHER_MONTHS):
        return IdentityNumberType.OTHER
    return IdentityNumberType.INVALID


def _is_day(day: int, month: int, year: int) -> bool:
    """Whether the day exists in some century: numbers from 2032 on do not tell which."""
    if not 1 <= month <= len(_LONGEST_MONTH) or not 1 <= day <= _LONGEST_MONTH[month - 1]:
        return False
    is_leap_day = (day, month) == (29, 2)
    return not is_leap_day or year % 4 == 0


def _weighted(digits: tuple[int, ...], weights: tuple[int, ...]) -> int:
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=False))
