"""The audit chain: grows without forks, and shows every change in the past."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.audit.service import record, verify
from app.core.actor import Role
from app.extensions import db
from tests.support.world import World


def append(world: World, number: int) -> None:
    actor = world.actor(Role.CASEWORKER)
    for index in range(number):
        record(
            db.session,
            world.clock,
            actor,
            Action.PARTICIPANT_VIEWED,
            ("participant", None),
            details={"n": index},
        )
        db.session.commit()


def test_the_chain_is_whole_after_parallel_writers(app: Flask, world: World) -> None:
    with app.app_context():
        before, _ = verify(db.session)

    def write() -> None:
        with app.app_context():
            append(world, 20)

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with app.app_context():
        count, found = verify(db.session)
    assert (count - before, found) == (80, None)


def remove_guard(app: Flask) -> None:
    """Take the triggers away, as somebody with the database's keys could."""
    if db.engine.dialect.name == "sqlite":
        for name in ("audit_event_no_update", "audit_event_no_delete"):
            db.session.execute(text(f"DROP TRIGGER {name}"))
    else:
        db.session.execute(text("ALTER TABLE audit_event DISABLE TRIGGER USER"))


TAMPERINGS: dict[str, Callable[[], Any]] = {
    "changed": lambda: text("UPDATE audit_event SET action = 'signed_out' WHERE id = 3"),
    "removed": lambda: text("DELETE FROM audit_event WHERE id = 3"),
    "first removed": lambda: text("DELETE FROM audit_event WHERE id = 1"),
    "other person": lambda: text("UPDATE audit_event SET actor_id = NULL WHERE id = 20"),
    "relinked": lambda: text(
        "UPDATE audit_event SET previous_hash = "
        "(SELECT hash FROM audit_event WHERE id = 2) WHERE id = 4"
    ),
}


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_tampering_is_named(app: Flask, world: World, tampering: str) -> None:
    with app.app_context():
        append(world, 20)
        remove_guard(app)
        db.session.execute(TAMPERINGS[tampering]())
        db.session.commit()
        _, found = verify(db.session)
    assert found is not None


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_event SET details = '{}'", "DELETE FROM audit_event"]
)
def test_the_database_itself_refuses_changes(app: Flask, statement: str) -> None:
    with app.app_context():
        assert db.session.query(AuditEvent).count() > 0
        with pytest.raises(DatabaseError, match="append-only"):
            db.session.execute(text(statement))
        db.session.rollback()
