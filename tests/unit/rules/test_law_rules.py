"""Provisions, dated values and the base amount."""

from datetime import date, timedelta

import pytest

from app.rules.law import (
    BadFacts,
    DatedValue,
    FactProblem,
    NotInForceError,
    Parameter,
    Unit,
    sources,
)
from app.rules.law.provision import LegalSource
from app.rules.parameters.base_amount import BASE_AMOUNT

SECTION = sources.INTEGRERINGSLOVEN.section("20")
OLD = DatedValue(date(2025, 5, 1), 1, SECTION)
NEW = DatedValue(date(2026, 5, 1), 2, SECTION, announced_on=date(2026, 5, 22))
PARAMETER = Parameter("example", Unit.KRONER, (OLD, NEW))


def test_a_provision_is_cited_briefly_and_in_full() -> None:
    provision = sources.INTEGRERINGSFORSKRIFTEN.section("8", "(1)")
    assert provision.citation == "if § 8 (1)"
    assert provision.full_citation == "integreringsforskriften § 8 (1)"
    assert sources.INTEGRERINGSLOVEN.section("21").citation == "il § 21"


def test_a_provision_links_to_its_section() -> None:
    provision = sources.INTEGRERINGSLOVEN.section("14 a", "(3)")
    assert provision.link == "https://lovdata.no/lov/2020-11-06-127/§14a"


def test_sources_have_names_and_links_of_their_own() -> None:
    found = [value for value in vars(sources).values() if isinstance(value, LegalSource)]
    assert len(found) >= 10
    for names in (
        [source.short_name for source in found],
        [source.title for source in found],
        [source.link for source in found],
    ):
        assert len(set(names)) == len(found)
    assert all(source.link.startswith("https://lovdata.no/") for source in found)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2025, 5, 1), 1),
        (date(2026, 4, 30), 1),
        (date(2026, 5, 1), 2),
        (date(2030, 1, 1), 2),
    ],
)
def test_a_value_holds_from_its_day_to_the_next(day: date, value: int) -> None:
    assert PARAMETER.on(day) == value


@pytest.mark.parametrize(("known_on", "value"), [(date(2026, 5, 21), 1), (date(2026, 5, 22), 2)])
def test_a_value_fixed_backwards_was_not_known_before(known_on: date, value: int) -> None:
    assert PARAMETER.on(date(2026, 5, 10), known_on) == value


def test_a_value_without_announcement_counts_as_known_from_its_first_day() -> None:
    assert OLD.known_from == date(2025, 5, 1)
    assert NEW.known_from == date(2026, 5, 22)


@pytest.mark.parametrize("known_on", [None, date(2025, 4, 30)])
def test_before_the_first_value_there_is_none(known_on: date | None) -> None:
    day = date(2025, 4, 30) if known_on is None else date(2026, 6, 1)
    with pytest.raises(NotInForceError, match="example has no value") as error:
        PARAMETER.on(day, known_on)
    assert (error.value.name, error.value.day) == ("example", day)


@pytest.mark.parametrize("values", [(), (NEW, OLD), (OLD, OLD)])
def test_dates_must_ascend(values: tuple[DatedValue[int], ...]) -> None:
    with pytest.raises(ValueError, match="ascend"):
        Parameter("example", Unit.KRONER, values)


@pytest.mark.parametrize("row", BASE_AMOUNT.values, ids=lambda row: row.valid_from.isoformat())
def test_each_base_amount_holds_from_its_day(row: DatedValue[int]) -> None:
    assert BASE_AMOUNT.on(row.valid_from) == row.value
    if row is not BASE_AMOUNT.values[0]:
        assert BASE_AMOUNT.on(row.valid_from - timedelta(days=1)) < row.value


def test_the_base_amount_is_known_since_1967() -> None:
    assert BASE_AMOUNT.on(date(1967, 1, 1)) == 5400
    with pytest.raises(NotInForceError):
        BASE_AMOUNT.on(date(1966, 12, 31))


def test_bad_facts_name_the_problem_and_the_field() -> None:
    error = BadFacts(FactProblem.MISSING, "participant.living")
    assert str(error) == "missing: participant.living"
    assert (error.problem, error.field) == (FactProblem.MISSING, "participant.living")
