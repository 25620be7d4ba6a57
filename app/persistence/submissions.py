"""One intention, one effect: a form that is sent twice does its work once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.persistence.base import Base


class Submission(Base):
    """A form that was accepted, by the random id that its page carried."""

    __tablename__ = "submission"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID | None]
    location: Mapped[str] = mapped_column(String(500))
    """Where the browser was sent after the first time; a repeat is sent there too."""
    accepted_at: Mapped[datetime]


def find_submission(session: Session, submission_id: UUID, user_id: UUID | None) -> str | None:
    """Return where this user's form led when it was accepted before, or None."""
    submission = session.get(Submission, submission_id)
    if submission is None or submission.user_id != user_id:
        return None
    return submission.location
