"""Sessions from before know which weekly meeting they were made from, and survive going back."""

from datetime import date, time
from pathlib import Path
from uuid import uuid4

import pytest
from alembic import command
from sqlalchemy import Engine, MetaData, create_engine, insert, inspect, select

from app.persistence.schema import alembic_config


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{tmp_path / 'before.sqlite3'}")
    command.upgrade(alembic_config(engine), "015")
    return engine


def tables_of(engine: Engine) -> MetaData:
    tables = MetaData()
    tables.reflect(engine, only=["group", "timetable_slot", "group_session"])
    return tables


def test_sessions_are_tied_to_their_weekly_meeting_and_stay(engine: Engine) -> None:
    tables = tables_of(engine).tables
    group, slot = uuid4().hex, uuid4().hex
    days = [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 10)]
    with engine.begin() as connection:
        connection.execute(
            insert(tables["group"]).values(
                id=group, municipality_id=uuid4().hex, name="Norsk", is_active=True, row_version=1
            )
        )
        connection.execute(
            insert(tables["timetable_slot"]).values(
                id=slot, group_id=group, weekday=1, starts_at=time(9), ends_at=time(12),
                title="Norsk", first_day=days[0], last_day=date(2026, 11, 30),
            )
        )  # fmt: skip
        connection.execute(
            insert(tables["group_session"]),
            [
                {
                    "id": uuid4().hex, "group_id": group, "day": day, "starts_at": time(9),
                    "minutes": 180, "title": "Norsk", "is_cancelled": False,
                }
                for day in days
            ],
        )  # fmt: skip
    command.upgrade(alembic_config(engine), "016")
    session = tables_of(engine).tables["group_session"]
    with engine.connect() as connection:
        rows = connection.execute(
            select(session.c.slot_id, session.c.planned_on).order_by(session.c.day)
        ).all()
    assert [tuple(row) for row in rows] == [(slot, days[0]), (slot, days[1]), (None, None)]
    command.downgrade(alembic_config(engine), "015")
    assert "room" not in inspect(engine).get_table_names()
    session = tables_of(engine).tables["group_session"]
    assert "slot_id" not in session.c
    with engine.connect() as connection:
        assert len(connection.execute(select(session.c.id)).all()) == 3
    engine.dispose()
