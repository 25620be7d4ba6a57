"""A print batch as its pages and its rows tell of it."""

from uuid import UUID

from flask import Flask
from sqlalchemy import select

from app.declarations.batches.kinds import ItemStatus
from app.declarations.batches.models import PrintBatchItem
from app.extensions import db
from app.jobs.service import list_waiting


def batch_url(batch_id: UUID, part: str = "") -> str:
    """Return the address of a batch, or of what is made of it."""
    return f"/papirer/utskrift/{batch_id}{part}"


def statuses(app: Flask, batch_id: UUID) -> list[ItemStatus]:
    """Return how each sheet of a batch stands, in the order of the pile."""
    with app.app_context():
        items = select(PrintBatchItem).where(PrintBatchItem.batch_id == batch_id)
        return [item.status for item in db.session.scalars(items.order_by(PrintBatchItem.position))]


def run_first_job(app: Flask) -> None:
    """Run the job that waits first, and leave the others."""
    with app.app_context():
        runner, clock = (app.extensions[f"introportalen.{name}"] for name in ("jobs", "clock"))
        first = list_waiting(db.session)[0]
        db.session.rollback()
        runner.run(db.session, clock, first.id)
