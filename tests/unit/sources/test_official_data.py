"""Public holidays and municipalities, as others publish them."""

from datetime import date

import pytest

from app.sources.municipalities import municipalities
from app.sources.public_holidays import public_holidays


def test_the_holidays_of_2026_are_those_of_the_regulation() -> None:
    assert public_holidays(2026, 2026) == {
        date(2026, 1, 1),
        date(2026, 4, 2),
        date(2026, 4, 3),
        date(2026, 4, 5),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2026, 5, 17),
        date(2026, 5, 24),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    }


def test_both_years_are_included() -> None:
    days = public_holidays(2025, 2027)
    assert {day.year for day in days} == {2025, 2026, 2027}


@pytest.mark.parametrize("text", ["2026-12-24", "2026-12-31", "2026-06-07"])
def test_eves_and_plain_sundays_are_not_public_holidays(text: str) -> None:
    assert date.fromisoformat(text) not in public_holidays(2026, 2026)


def test_there_are_357_municipalities_in_order() -> None:
    rows = municipalities()
    assert len(rows) == 357
    numbers = [row.number for row in rows]
    assert numbers == sorted(set(numbers))
    assert all(len(number) == 4 and number.isdigit() for number in numbers)
    assert "9999" not in numbers


def test_a_municipality_has_name_and_county() -> None:
    oslo = municipalities()[0]
    assert (oslo.number, oslo.name, oslo.county_number) == ("0301", "Oslo - Oslove", "03")
    assert all(row.number.startswith(row.county_number) for row in municipalities())
