"""The job rows. The queue forgets a job when its worker dies; the row does not."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.ids import new_id
from app.persistence.base import Base


class JobStatus(StrEnum):
    """How far a job has come."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class Job(Base):
    """One piece of work, written in the transaction that wants it done."""

    __tablename__ = "job"
    __table_args__ = (Index(None, "status", "created_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str] = mapped_column(String(60))
    payload: Mapped[dict[str, Any]]
    status: Mapped[JobStatus] = mapped_column(default=JobStatus.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(String(200))
    """The class of the last error; its text may hold personal data and stays out."""
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
