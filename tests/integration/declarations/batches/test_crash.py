"""A portal that is killed in the middle of a batch goes on where it was."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.audit.service import verify
from app.core.actor import Role
from app.declarations.batches.kinds import ItemStatus
from app.declarations.batches.models import PrintBatchItem
from app.declarations.models import Declaration
from app.extensions import db
from app.jobs.models import Job, JobStatus
from app.papers.models import DocumentStatus, IssuedDocument
from tests.support.client import Browser
from tests.support.repository import ROOT
from tests.support.start_up_day import open_class
from tests.support.world import World

pytestmark = pytest.mark.timeout(300)

SHEETS = 10
KILLED_AT = (1, 3, 5)
"""Each time, at the latest when so many are made."""
PATIENCE_SECONDS = 60

PORTAL = """
import sys, time
from pathlib import Path
from app import create_app
from app.jobs.worker import EXTENSION
from tests.conftest import settings_for
app = create_app(settings_for(sys.argv[1], Path(sys.argv[2])))
app.extensions[EXTENSION].start()
time.sleep(600)
"""


@contextmanager
def worker_process(url: str, directory: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run the worker in a process of its own, and kill it at the end without a word."""
    process = subprocess.Popen(
        [sys.executable, "-c", PORTAL, url, str(directory)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


def wait_for(holds: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    until = monotonic() + PATIENCE_SECONDS
    while not holds():
        assert process.poll() is None, "the worker has ended by itself"
        assert monotonic() < until, "the worker does not get on"
        sleep(0.01)


def made(app: Flask) -> int:
    with app.app_context():
        ready = IssuedDocument.status == DocumentStatus.READY
        return db.session.scalar(select(func.count()).where(ready)) or 0


def test_each_participant_has_one_sheet_after_three_crashes(
    app: Flask,
    world: World,
    database_url: str,
    tmp_path: Path,
    browser_for: Callable[..., Browser],
) -> None:
    with app.app_context():
        people = {f"Deltaker{number}": "ar" for number in range(SHEETS)}
        members = open_class(db.session, world.clock, world.actor(Role.CASEWORKER), people)
        db.session.commit()
    browser_for(Role.CASEWORKER).submit(members.url)
    for enough in KILLED_AT:
        with worker_process(database_url, tmp_path) as process:
            wait_for(lambda enough=enough: made(app) >= enough, process)
        assert made(app) < SHEETS, "it was killed too late to prove anything"
    with worker_process(database_url, tmp_path) as process:
        wait_for(lambda: made(app) == SHEETS, process)
    with app.app_context():
        sheets = db.session.scalars(select(Declaration)).all()
        assert {each.participant_id for each in sheets} == set(members.members.values())
        assert len(sheets) == SHEETS
        items = db.session.scalars(select(PrintBatchItem)).all()
        assert {item.status for item in items} == {ItemStatus.ISSUED}
        assert {item.document_id for item in items} == {each.document_id for each in sheets}
        assert set(db.session.scalars(select(Job.status))) == {JobStatus.DONE}
        for action in (Action.DECLARATION_ISSUED, Action.DOCUMENT_RENDERED):
            told = select(func.count()).where(AuditEvent.action == action)
            assert db.session.scalar(told) == SHEETS
        assert verify(db.session)[1] is None
