"""Shared fixtures: real databases, signed-in browsers, a fixed day."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from flask import Flask
from sqlalchemy import event

from app import create_app
from app.config import Environment, Settings
from app.core.actor import Role
from app.extensions import db
from app.jobs.worker import run_waiting
from app.persistence.schema import upgrade
from tests.support.client import Browser, sign_in
from tests.support.compiled import CompiledTemplates
from tests.support.databases import PostgresqlTemplate, SqliteTemplate
from tests.support.world import FJORDVIK, NOW, World, fill


def settings_for(url: str, directory: Path) -> Settings:
    """Return test settings for this database."""
    return Settings(
        environment=Environment.TEST,
        data_directory=directory,
        database_url=url,
        secret_key="only for tests, never anywhere else",
        login_domain=FJORDVIK,
        fixed_now=NOW,
    )


def _build(directory: Path) -> Callable[[str], None]:
    def build(url: str) -> None:
        app = create_app(settings_for(url, directory))
        with app.app_context():
            upgrade(db.engine)
        fill(app)
        with app.app_context():
            db.engine.dispose()

    return build


@pytest.fixture(scope="session")
def database_directory() -> Iterator[Path]:
    """A folder that no other test run cleans up: pytest's own are shared between runs."""
    with TemporaryDirectory(prefix="introportalen-", ignore_cleanup_errors=True) as directory:
        yield Path(directory)


@pytest.fixture(scope="session")
def sqlite_template(database_directory: Path) -> SqliteTemplate:
    return SqliteTemplate(database_directory, _build(database_directory))


@pytest.fixture(scope="session")
def postgresql_template(database_directory: Path) -> Iterator[PostgresqlTemplate]:
    template = PostgresqlTemplate(database_directory / "postgresql", _build(database_directory))
    yield template
    template.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A database of the test's own, with the two municipalities in it."""
    template: SqliteTemplate | PostgresqlTemplate = request.getfixturevalue(
        f"{request.param}_template"
    )
    with template.copy() as url:
        yield url


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return settings_for(database_url, tmp_path)


@pytest.fixture(scope="session")
def compiled_templates() -> CompiledTemplates:
    return CompiledTemplates()


@pytest.fixture
def app(settings: Settings, compiled_templates: CompiledTemplates) -> Iterator[Flask]:
    """The portal on a database of its own."""
    app = create_app(settings)
    app.jinja_env.bytecode_cache = compiled_templates
    yield app
    app.extensions["introportalen.pdf"].close()
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app_with(settings: Settings) -> Iterator[Callable[..., Flask]]:
    """Make the portal with other settings on the same database."""
    made: list[Flask] = []

    def make(**changes: object) -> Flask:
        made.append(create_app(replace(settings, **changes)))
        return made[-1]

    yield make
    for app in made:
        with app.app_context():
            db.engine.dispose()


@pytest.fixture
def world(app: Flask) -> World:
    return World(app)


@pytest.fixture
def anonymous(app: Flask) -> Browser:
    return Browser(app.test_client())


@pytest.fixture
def browser_for(app: Flask, world: World) -> Callable[..., Browser]:
    """Return the browser of a signed-in user: `browser_for(Role.CASEWORKER)`."""

    def make(role: Role, domain: str = FJORDVIK) -> Browser:
        with app.app_context():
            user_id = world.user(role, domain).id
        client = app.test_client()
        sign_in(app, client, user_id)
        return Browser(client)

    return make


@pytest.fixture
def run_jobs(app: Flask) -> Callable[[], int]:
    """Run every waiting job now."""
    return lambda: run_waiting(
        app, app.extensions["introportalen.jobs"], app.extensions["introportalen.clock"]
    )


@pytest.fixture
def count_queries(app: Flask) -> Callable[[], object]:
    """Count the statements inside a `with` block: `with count_queries() as counted: …`."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        statements: list[str] = []

        def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
            statements.append(statement)

        with app.app_context():
            engine = db.engine
        event.listen(engine, "before_cursor_execute", note)
        try:
            yield statements
        finally:
            event.remove(engine, "before_cursor_execute", note)

    return counting
