"""Taking an upload in, byte for byte."""

import hashlib
from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.ids import new_id
from app.jobs.service import enqueue
from app.papers.intake.errors import CannotReceiveStack, UploadRefusal
from app.papers.intake.kinds import FileStatus
from app.papers.intake.limits import MOST_FILES, MOST_UPLOAD_BYTES
from app.papers.intake.models import ScanFile, ScanStack

READ = "papers.read_scans"


def receive_stack(
    session: Session, clock: Clock, actor: Actor, files: Sequence[bytes]
) -> ScanStack:
    """Keep the files as they were received; jobs read them.

    Nothing is opened here: whether a file can be read is found out in a process of its own.

    Raises:
        CannotReceiveStack: there is nothing, or too much.
    """
    _check(files)
    stack = ScanStack(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        uploaded_by=actor.user_id,
        uploaded_at=clock(),
    )
    session.add(stack)
    session.flush()
    for number, content in enumerate(files, start=1):
        file = ScanFile(
            id=new_id(),
            stack_id=stack.id,
            municipality_id=stack.municipality_id,
            number=number,
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            status=FileStatus.WAITING,
        )
        session.add(file)
        enqueue(session, clock, READ, {"file_id": str(file.id)})
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        Action.SCAN_STACK_RECEIVED,
        ("scan_stack", stack.id),
        details={"files": len(files), "bytes": sum(map(len, files))},
    )
    return stack


def _check(files: Sequence[bytes]) -> None:
    if not files:
        raise CannotReceiveStack(UploadRefusal.NO_FILE)
    if len(files) > MOST_FILES:
        raise CannotReceiveStack(UploadRefusal.TOO_MANY_FILES)
    if not all(files):
        raise CannotReceiveStack(UploadRefusal.EMPTY_FILE)
    if sum(map(len, files)) > MOST_UPLOAD_BYTES:
        raise CannotReceiveStack(UploadRefusal.TOO_LARGE)
