"""Synthetic identity numbers: valid, marked, and never the same for two serials."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.demo.identity_numbers import synthetic_number
from app.rules.identity import check_identity_number

days = st.dates(date(1940, 1, 1), date(2039, 12, 31))


@given(days, st.integers(0, 399))
def test_a_number_is_valid_and_marked_as_synthetic(born_on: date, serial: int) -> None:
    number = synthetic_number(born_on, serial)
    assert check_identity_number(number).is_valid
    assert 81 <= int(number[2:4]) <= 92


@pytest.mark.parametrize("born_on", [date(1990, 4, 12), date(2003, 1, 19)])
def test_everybody_gets_her_own(born_on: date) -> None:
    numbers = [synthetic_number(born_on, serial) for serial in range(400)]
    assert len(set(numbers)) == len(numbers)


def test_a_birth_date_has_no_more_than_its_numbers() -> None:
    with pytest.raises(ValueError, match="no number is left"):
        synthetic_number(date(1990, 4, 12), 500)
