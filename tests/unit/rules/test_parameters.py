"""Every number of the law: cited, dated, registered, and right on the day before and the day."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

import app.rules
from app.rules.law import InstallationDates, NotInForceError, Parameter
from app.rules.parameters.registry import PARAMETERS
from app.rules.parameters.target_group_limits import HIGHEST_AGE
from app.rules.policy import PolicyKey
from app.rules.policy_provisions import POLICY_PROVISIONS

ONE_DAY = timedelta(days=1)


def modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(app.rules.__path__, "app.rules."):
        yield importlib.import_module(found.name)


def test_every_parameter_is_registered() -> None:
    found = {
        value.name
        for module in modules()
        for value in vars(module).values()
        if isinstance(value, Parameter)
    }
    assert found == {parameter.name for parameter in PARAMETERS}
    assert len(PARAMETERS) >= 60


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_each_value_holds_from_its_day_and_not_before(parameter: Parameter[Any]) -> None:
    with pytest.raises(NotInForceError, match=parameter.name):
        parameter.on(parameter.values[0].valid_from - ONE_DAY)
    before = None
    for row in parameter.values:
        if before is not None:
            assert parameter.row_on(row.valid_from - ONE_DAY) is before
        assert parameter.row_on(row.valid_from) is row
        before = row


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_each_value_is_cited_with_a_link(parameter: Parameter[Any]) -> None:
    provisions = [row.provision for row in parameter.values]
    if parameter.pending is not None:
        provisions.append(parameter.pending.provision)
    for provision in provisions:
        assert provision.link.startswith("https://lovdata.no/")
        assert provision.section


@pytest.mark.parametrize(
    ("on", "age"), [(date(2026, 12, 31), 55), (date(2027, 1, 1), 60), (date(2027, 1, 2), 60)]
)
def test_an_adopted_value_holds_from_the_day_that_is_set(on: date, age: int) -> None:
    dates = InstallationDates(age_sixty_in_force_from=date(2027, 1, 1))
    assert HIGHEST_AGE.on(on, dates=dates) == age
    assert HIGHEST_AGE.on(on) == 55


def test_every_setting_of_the_municipality_has_its_provision() -> None:
    assert set(POLICY_PROVISIONS) == set(PolicyKey)
    assert all(POLICY_PROVISIONS[key] for key in PolicyKey)
