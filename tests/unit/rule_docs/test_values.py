"""Values are written in Norwegian with their unit."""

from datetime import date
from fractions import Fraction

import pytest

from app.rule_docs.values import written_day, written_value
from app.rules.law.parameter import Unit
from app.rules.parameters.programme_duration import ProgrammeLength


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (3, Unit.CALENDAR_DAYS, "3 kalenderdager"),
        (1, Unit.VIRKEDAGER, "1 virkedag"),
        (Fraction(1), Unit.HOURS, "1 time"),
        (15, Unit.HOURS_PER_WEEK, "15 timer i uka"),
        (136_549, Unit.KRONER, "136\N{NO-BREAK SPACE}549 kroner"),
        (Fraction(5, 6), Unit.SHARE, "5/6"),
        (1850, Unit.COUNT, "1\N{NO-BREAK SPACE}850"),
        (date(2024, 7, 1), Unit.DATE, "1. juli 2024"),
        (True, Unit.RULE, "ja"),
        (False, Unit.RULE, "nei"),
        (None, Unit.MONTHS, "ingen"),
        (ProgrammeLength(24), Unit.RULE, "inntil 24 måneder, kan ikke forlenges"),
        (
            ProgrammeLength(6, 6),
            Unit.RULE,
            "inntil 6 måneder, kan forlenges med inntil 6 måneder",
        ),
        (
            ProgrammeLength(36, 12, extension_duty=True),
            Unit.RULE,
            "inntil 36 måneder, kan forlenges med inntil 12 måneder, "
            "og skal forlenges når det kan hjelpe",
        ),
    ],
)
def test_values(value: object, unit: Unit, written: str) -> None:
    assert written_value(value, unit, "ingen") == written


def test_a_value_without_wording_is_refused() -> None:
    with pytest.raises(TypeError, match="no Norwegian wording for list"):
        written_value([1], Unit.COUNT, "ingen")


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_has_a_wording(unit: Unit) -> None:
    assert written_value(2, unit, "ingen").startswith("2")


def test_a_day_is_written_in_words() -> None:
    assert written_day(date(2026, 3, 1)) == "1. mars 2026"
