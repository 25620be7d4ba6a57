"""Contract or declaration: the two days that are compared."""

import pytest

from app.rules.law import InstallationDates
from app.rules.programme import (
    Section16Document,
    Section16Step,
    required_document,
    section_16_step,
)
from tests.support.rule_facts import day


@pytest.mark.parametrize(
    ("made", "document"),
    [
        ("2026-12-31", Section16Document.INTEGRATION_CONTRACT),
        ("2027-01-01", Section16Document.INTEGRATION_DECLARATION),
        ("2027-01-02", Section16Document.INTEGRATION_DECLARATION),
    ],
)
def test_the_day_the_plan_was_made_decides(made: str, document: Section16Document) -> None:
    dates = InstallationDates(declaration_in_force_from=day("2027-01-01"))
    assert required_document(day(made), dates) is document
    step = section_16_step(day(made), dates)
    assert (step.what, step.provision.citation) == (
        Section16Step.PLAN_MADE,
        "LOV-2026-06-12-23 § II",
    )
    assert dict(step.numbers) == {
        "plan_made_on": made,
        "declaration_in_force_from": "2027-01-01",
    }


def test_without_a_date_the_contract_stays() -> None:
    dates = InstallationDates()
    assert required_document(day("2099-01-01"), dates) is Section16Document.INTEGRATION_CONTRACT
    assert dict(section_16_step(day("2099-01-01"), dates).numbers) == {"plan_made_on": "2099-01-01"}
