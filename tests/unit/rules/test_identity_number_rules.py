"""Identity numbers by their digits. The usual vectors are worked examples."""

import pytest

from app.rules.identity import IdentityNumberType, check_identity_number


def with_check_digits(first_six: str) -> str:
    """Complete a day, month and year to the first number that today's rule accepts."""
    for serial in range(100, 200):
        digits = [int(character) for character in f"{first_six}{serial}"]
        for weights in ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)):
            remainder = sum(d * w for d, w in zip(digits, weights, strict=True)) % 11
            digits.append((11 - remainder) % 11)
        if 10 not in digits:
            return "".join(map(str, digits))
    raise AssertionError("no number for this day")


@pytest.mark.parametrize(
    ("first_six", "kind"),
    [
        ("010190", IdentityNumberType.NATIONAL),
        ("410190", IdentityNumberType.D_NUMBER),
        ("018190", IdentityNumberType.SYNTHETIC_NATIONAL),
        ("418190", IdentityNumberType.SYNTHETIC_D_NUMBER),
        ("014190", IdentityNumberType.OTHER),
        ("416690", IdentityNumberType.OTHER),
        ("810190", IdentityNumberType.OTHER),
        ("290200", IdentityNumberType.NATIONAL),
    ],
)
def test_the_day_and_month_tell_the_kind(first_six: str, kind: IdentityNumberType) -> None:
    check = check_identity_number(with_check_digits(first_six))
    assert (check.type, check.is_valid, check.warnings) == (kind, True, ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1309724802",
        "1309724802x",
        " 13097248022",
        "130972 48022",
        "١٣٠٩٧٢٤٨٠٢٢",
        "1309724802²",
        "1234567890123",
        with_check_digits("320190"),
        with_check_digits("000190"),
        with_check_digits("310490"),
        with_check_digits("011390"),
        with_check_digits("290290"),
    ],
)
def test_what_cannot_be_a_number_is_invalid(text: str) -> None:
    check = check_identity_number(text)
    assert (check.type, check.is_valid) == (IdentityNumberType.INVALID, False)
