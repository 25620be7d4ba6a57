"""One portal for all visits, on SQLite: making it takes longer than hundreds of requests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app import create_app
from app.extensions import db
from tests.conftest import settings_for
from tests.support.databases import SqliteTemplate
from tests.support.filled_portal import FilledPortal, Original, hurry


@pytest.fixture(scope="session")
def kept_portal(
    sqlite_template: SqliteTemplate, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[FilledPortal, Original]]:
    with sqlite_template.copy() as url:
        app = create_app(settings_for(url, tmp_path_factory.mktemp("access")))
        hurry(app)
        portal = FilledPortal(app)
        yield portal, Original(app, Path(url.removeprefix("sqlite:///")))
        app.extensions["introportalen.pdf"].close()
        with app.app_context():
            db.engine.dispose()


@pytest.fixture
def portal(kept_portal: tuple[FilledPortal, Original]) -> FilledPortal:
    """The filled portal as it was made."""
    filled, original = kept_portal
    original.restore()
    return filled


@pytest.fixture
def restore(kept_portal: tuple[FilledPortal, Original]) -> Callable[[], None]:
    """Undo what a test has done, in the middle of it."""
    return kept_portal[1].restore
