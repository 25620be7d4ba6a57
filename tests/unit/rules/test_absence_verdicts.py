"""The answers that the rules for absence are built of: three flags that are kept apart."""

from fractions import Fraction

import pytest

from app.rules.absence import AbsenceGround
from app.rules.absence.verdict import NO_REASON, SECTION_21, Verdict, invalid, paid, unpaid
from app.rules.law import Ground
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN

SECTION = INTEGRERINGSFORSKRIFTEN.section("14", "(1)")
USED = Ground(AbsenceGround.QUOTA_USED, SECTION)
NOT_PERMITTED = Ground(AbsenceGround.NO_PERMISSION, SECTION_21)


@pytest.mark.parametrize("extends", [True, False])
def test_lawful_days_are_paid_or_not_and_extend_or_not(*, extends: bool) -> None:
    with_benefit = Verdict(
        is_lawful=True, is_paid=True, extends_programme=extends, grounds=(USED,), hours=None
    )
    without = Verdict(is_lawful=True, is_paid=False, extends_programme=extends, grounds=(USED,))
    assert paid(AbsenceGround.QUOTA_USED, SECTION, extends=extends) == (with_benefit,)
    assert unpaid(AbsenceGround.QUOTA_USED, SECTION, extends=extends) == (without,)


def test_lawful_days_extend_the_programme_unless_said_otherwise() -> None:
    assert paid(AbsenceGround.QUOTA_USED, SECTION)[0].extends_programme
    assert unpaid(AbsenceGround.QUOTA_USED, SECTION)[0].extends_programme


def test_invalid_days_say_what_failed_and_that_nothing_permits_them() -> None:
    (answer,) = invalid(AbsenceGround.QUOTA_USED, SECTION)
    assert answer == Verdict(
        is_lawful=False, is_paid=False, extends_programme=False, grounds=(USED, NOT_PERMITTED)
    )
    assert SECTION_21.citation == "il § 21"


def test_no_reason_is_a_ground_of_its_own() -> None:
    (answer,) = NO_REASON
    assert (answer.is_lawful, answer.is_paid, answer.extends_programme) == (False, False, False)
    assert answer.grounds == (Ground(AbsenceGround.NO_REASON, SECTION_21),)


def test_an_answer_is_for_all_that_was_missed_unless_it_says_how_much() -> None:
    assert paid(AbsenceGround.GRANTED, SECTION)[0].hours is None
    part = Verdict(
        is_lawful=True, is_paid=True, extends_programme=True, grounds=(), hours=Fraction(1, 2)
    )
    assert part.hours == Fraction(1, 2)
