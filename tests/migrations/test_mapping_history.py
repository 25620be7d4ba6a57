"""What was known of mapping and guidance before becomes the first version of its history."""

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from alembic import command
from sqlalchemy import Engine, MetaData, create_engine, insert, inspect, select

from app.enrolment.mapping.contents import Conversation, Guidance
from app.enrolment.mapping.kinds import MappingPart
from app.enrolment.mapping.stored_form import from_stored
from app.persistence.schema import alembic_config
from app.rules.programme import EducationLevel

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{tmp_path / 'before.sqlite3'}")
    command.upgrade(alembic_config(engine), "007")
    return engine


def enrol(engine: Engine, **facts: object) -> str:
    """Insert somebody as the schema was before the migration."""
    tables = MetaData()
    tables.reflect(engine, only=["municipality", "participant"])
    participant_id = uuid4().hex
    row: dict[str, object] = {
        "id": participant_id, "municipality_id": uuid4().hex, "given_name": "Amal",
        "family_name": "Suleiman", "born_on": date(1990, 1, 1), "sex": "female",
        "first_language": "ar", "reading_language": "ar", "interpreter_language": "ar",
        "literacy": "fluent", "phone": "", "email": "", "address": "",
        "address_protection": "none", "settled_on": date(2026, 7, 1),
        "is_settled_by_agreement": True, "first_lived_with_permit_on": date(2026, 7, 1),
        "work_minutes_per_week": 0, "is_eea_or_nordic": False, "has_broken_off": False,
        "is_sole_carer": False, "mapping_missing_reason": "", "guidance_missing_reason": "",
        "created_at": NOW, "changed_at": NOW, "row_version": 3,
    }  # fmt: skip
    with engine.begin() as connection:
        connection.execute(insert(tables.tables["participant"]).values({**row, **facts}))
    return participant_id


def entries(engine: Engine) -> list[tuple[str, str, int, object]]:
    """Return (participant, part, version, content) of every entry."""
    tables = MetaData()
    tables.reflect(engine, only=["mapping_entry"])
    with engine.connect() as connection:
        rows = connection.execute(select(tables.tables["mapping_entry"])).all()
    return [
        (
            row.participant_id,
            row.part,
            row.version,
            from_stored(MappingPart(row.part), row._mapping["values"]),
        )
        for row in rows
    ]


def test_what_is_known_begins_the_history_and_going_back_forgets_it(engine: Engine) -> None:
    mapped = enrol(engine, mapped_on=date(2026, 7, 20), education_level="lower_secondary")
    waiting = enrol(engine, guidance_missing_reason="Timen er i desember.")
    enrol(engine)
    command.upgrade(alembic_config(engine), "008")
    conversation = Conversation(date(2026, 7, 20), education_level=EducationLevel.LOWER_SECONDARY)
    guidance = Guidance(missing_reason="Timen er i desember.")
    assert sorted(entries(engine), key=lambda entry: entry[1]) == [
        (mapped, "conversation", 1, conversation),
        (waiting, "guidance", 1, guidance),
    ]
    command.downgrade(alembic_config(engine), "007")
    assert not inspect(engine).has_table("mapping_entry")
    engine.dispose()
