"""The simulated years, each lived once: 300 people on SQLite, fewer on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app import create_app
from app.extensions import db
from app.rules.parameters.base_amount import BASE_AMOUNT
from tests.conftest import settings_for
from tests.simulation.facts import BASE_AMOUNT_KNOWN_ON, Choices
from tests.simulation.office import Office
from tests.simulation.year import Year, live
from tests.support.databases import PostgresqlTemplate, SqliteTemplate
from tests.support.world import World

SEED = 6
DEFAULTS = Choices()
OTHERWISE = Choices(
    whole_day_basis="hour",
    cap_day_at_day_rate=False,
    whole_period_absent="scheduled_days",
    missing_certificate="whole_absence",
    sixteen_days_from="last_day",
    child_self_certification_waits=False,
    part_month="calendar_days",
    ten_day_rule="excess",
    ten_day_hours="whole_days_only",
    recovery_counts_in_46_g=False,
    under_25_in_childless_couple="five_sixths",
    chronic_child_quota="adds",
)
"""Another municipality, which reads the law the other way wherever it may."""
YEARS = {
    "sqlite": ("sqlite", 300, DEFAULTS),
    "otherwise": ("sqlite", 60, OTHERWISE),
    "postgresql": ("postgresql", 40, DEFAULTS),
}


@pytest.fixture(scope="module")
def late_base_amount() -> Iterator[None]:
    """Let the base amount of 2026 be known when the simulated year comes to know it."""
    row = BASE_AMOUNT.values[-1]
    announced_on = row.announced_on
    object.__setattr__(row, "announced_on", BASE_AMOUNT_KNOWN_ON)
    yield
    object.__setattr__(row, "announced_on", announced_on)


@pytest.fixture(scope="module", params=YEARS)
def year(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    late_base_amount: None,
) -> Iterator[Year]:
    """A year that is over."""
    database, count, choices = YEARS[request.param]
    template: SqliteTemplate | PostgresqlTemplate = request.getfixturevalue(f"{database}_template")
    directory: Path = tmp_path_factory.mktemp("year")
    with template.copy() as url:
        app = create_app(settings_for(url, directory))
        with app.app_context():
            lived = live(Office(app, World(app)), SEED, count, choices)
            yield lived
            db.session.close()
            db.engine.dispose()
        app.extensions["introportalen.pdf"].close()
