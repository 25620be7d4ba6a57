"""Translations of what is written in plans. Rows are only ever added: the newest one holds."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.ids import new_id
from app.persistence.base import Base
from app.plans.paper.written import TranslationState

_NAMED = "state NOT IN ('translated', 'checked') OR translated_by <> ''"


class PlanTextTranslation(Base):
    """One translation of one text. It belongs to the words, not to a version of the plan.

    So a new version with the same words has the translation from the start, a fixed version can
    get one without being changed, and words that change have none.
    """

    __tablename__ = "plan_text_translation"
    __table_args__ = (
        CheckConstraint("text <> ''", name="text"),
        CheckConstraint("language <> source_language", name="languages"),
        CheckConstraint(_NAMED, name="named"),
        UniqueConstraint("participant_id", "number"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    number: Mapped[int]
    """Counts the participant's translations: a higher one is newer."""
    piece: Mapped[str] = mapped_column(String(40))
    """Where the words stood when they were translated (`pieces.Piece.key`)."""
    source_language: Mapped[str] = mapped_column(String(10))
    source_text: Mapped[str] = mapped_column(Text)
    source_digest: Mapped[str] = mapped_column(String(64))
    """Of language and words (`pieces.digest_of`)."""
    language: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text)
    state: Mapped[TranslationState]
    translated_by: Mapped[str] = mapped_column(String(200), default="")
    """Name of who translated or, when it is checked, of who checked it."""
    translated_on: Mapped[date]
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]
