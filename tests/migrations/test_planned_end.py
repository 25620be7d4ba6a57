"""A programme that was stopped for good before keeps the last day that its plan gave."""

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from alembic import command
from sqlalchemy import MetaData, create_engine, insert, select

from app.persistence.schema import alembic_config

PLANNED, STOPPED = date(2027, 9, 13), date(2026, 12, 13)


def test_stopped_programmes_keep_the_end_of_their_plan(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'before.sqlite3'}")
    config = alembic_config(engine)
    command.upgrade(config, "028")
    before = MetaData()
    before.reflect(engine, only=["programme", "restriction"])
    stopped, running = uuid4().hex, uuid4().hex
    with engine.begin() as connection:
        for who, ends_on in ((stopped, STOPPED), (running, PLANNED)):
            connection.execute(
                insert(before.tables["programme"]).values(
                    id=uuid4().hex, participant_id=who, offered_start_on=date(2026, 9, 14),
                    starts_on=date(2026, 9, 14), ends_on=ends_on, decided_on=date(2026, 9, 1),
                    row_version=1,
                )
            )  # fmt: skip
        connection.execute(
            insert(before.tables["restriction"]).values(
                id=uuid4().hex, municipality_id=uuid4().hex, participant_id=stopped,
                kind="termination", first_day=date(2026, 12, 14), programme_ended_on=PLANNED,
                decided_on=date(2026, 12, 1), decided_by=uuid4().hex,
                decided_at=datetime(2026, 12, 1, 9, tzinfo=UTC), lifted_reason="", row_version=1,
            )
        )  # fmt: skip
    command.upgrade(config, "029")
    after = MetaData()
    after.reflect(engine, only=["programme"])
    programme = after.tables["programme"].c
    with engine.connect() as connection:
        rows = connection.execute(
            select(programme.participant_id, programme.ends_on, programme.planned_end)
        ).all()
    assert {tuple(row) for row in rows} == {(stopped, STOPPED, PLANNED), (running, PLANNED, None)}
    engine.dispose()
