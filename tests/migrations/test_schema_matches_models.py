"""The migrations lead to the schema that the models speak of."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Engine, Integer, MetaData, Table, create_engine

from app.features import METADATA
from app.persistence.schema import alembic_config, upgrade


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return create_engine(f"sqlite:///{tmp_path / 'schema.sqlite3'}")


def differences(engine: Engine, metadata: MetaData) -> list[object]:
    """Return what would have to be migrated for the database to match the models."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))


def test_newest_migration_matches_the_models(engine: Engine) -> None:
    upgrade(engine)
    assert differences(engine, METADATA) == []
    engine.dispose()


def test_a_missing_table_is_found(engine: Engine) -> None:
    metadata = MetaData()
    Table("forgotten", metadata, Column("id", Integer, primary_key=True))
    assert differences(engine, metadata) != []
    engine.dispose()


def test_migrations_are_one_line(engine: Engine) -> None:
    scripts = ScriptDirectory.from_config(alembic_config(engine))
    assert len(scripts.get_heads()) == 1
    names = sorted(Path(script.path).name for script in scripts.walk_revisions())
    numbers = [int(name.split("_")[0]) for name in names]
    assert numbers == list(range(1, len(numbers) + 1))
