"""A copy of the whole database in one file, and the way back.

SQLite copies itself page by page while the portal goes on; PostgreSQL has its own programs for it.
The file holds everything that the portal knows about people: only its owner may read it.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, inspect

_SQLITE = b"SQLite format 3\0"
_POSTGRESQL = b"PGDMP"


class BackupError(Exception):
    """No copy was made, or nothing was restored; the message says why and is for operators."""


def backup(engine: Engine, file: Path) -> None:
    """Write a copy of the database as it is now, complete or not at all.

    Raises:
        BackupError: the file exists, cannot be written, or the database's own program failed.
    """
    if file.exists():
        raise BackupError(f"{file} exists; a backup never overwrites")
    unfinished = file.with_name(file.name + ".unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        if engine.dialect.name == "sqlite":
            _copy_sqlite(_sqlite_file(engine).as_uri(), unfinished)
        else:
            _run("pg_dump", engine, "--format=custom", "--no-owner", "--file", str(unfinished))
        _keep(unfinished, file)
    except OSError as error:
        raise BackupError(f"cannot write {file}: {error.strerror}") from None
    finally:
        unfinished.unlink(missing_ok=True)


def restore(engine: Engine, file: Path, *, replace: bool) -> Path | None:
    """Fill the database from a copy. The portal must not be running.

    With `replace`, a SQLite database that is there is set aside, and its new name is returned;
    a PostgreSQL database is cleared in the same transaction that fills it.

    Raises:
        BackupError: the file is no whole copy of this kind of database, or there is data already.
    """
    expected = _SQLITE if engine.dialect.name == "sqlite" else _POSTGRESQL
    try:
        with file.open("rb") as opened:
            found = opened.read(len(expected))
    except OSError as error:
        raise BackupError(f"cannot read {file}: {error.strerror}") from None
    if found != expected:
        raise BackupError(f"{file} is no backup of a {engine.dialect.name} database")
    if inspect(engine).get_table_names() and not replace:
        raise BackupError("the database holds data already; --replace puts the backup in its place")
    engine.dispose()
    if engine.dialect.name == "sqlite":
        return _restore_sqlite(_sqlite_file(engine), file)
    clean = ("--clean", "--if-exists") if replace else ()
    _run("pg_restore", engine, "--single-transaction", "--no-owner", *clean, str(file))
    return None


def _sqlite_file(engine: Engine) -> Path:
    return Path(engine.url.database or "").resolve()


def _copy_sqlite(source: str, target: Path) -> None:
    """Copy from an address of SQLite's, so that a file at rest can be read without a trace."""
    try:
        with (
            closing(sqlite3.connect(source, uri=True)) as live,
            closing(sqlite3.connect(target)) as copy,
        ):
            live.backup(copy)
            (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.Error as error:
        raise BackupError(f"the copy failed: {error}") from None
    if verdict != "ok":
        raise BackupError(f"the database is damaged: {verdict}")


def _restore_sqlite(database: Path, file: Path) -> Path | None:
    arriving = database.with_name(database.name + ".arriving")
    arriving.unlink(missing_ok=True)
    arriving.touch(mode=0o600)
    try:
        _copy_sqlite(file.resolve().as_uri() + "?immutable=1", arriving)
        aside = _set_aside(database)
        _keep(arriving, database)
    finally:
        arriving.unlink(missing_ok=True)
    return aside


def _set_aside(database: Path) -> Path | None:
    """Rename what is there, with all that belongs to it."""
    if not database.exists():
        return None
    with closing(sqlite3.connect(database)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    number = 1
    while (aside := database.with_name(f"{database.name}.replaced-{number}")).exists():
        number += 1
    database.rename(aside)
    for ending in ("-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)
    return aside


def _keep(written: Path, name: Path) -> None:
    """Give a file its name once it is safely on the disk, and see that the name is too."""
    _sync(written)
    written.rename(name)
    _sync(name.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def _run(program: str, engine: Engine, *arguments: str) -> None:
    """Run one of PostgreSQL's programs; the password goes through its environment."""
    found = shutil.which(program)
    if found is None:
        raise BackupError(f"{program} is not installed (package postgresql-client)")
    url = engine.url.set(drivername="postgresql")
    password = url.password or ""
    address = url.set(password=None).render_as_string()
    done = subprocess.run(  # noqa: S603 (a fixed program, no shell)
        [found, "--dbname", address, *arguments],
        env=os.environ | ({"PGPASSWORD": password} if password else {}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise BackupError(f"{program} failed: {done.stderr.strip()}")
