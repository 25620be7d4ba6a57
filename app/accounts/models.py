"""Who uses the portal, and for which municipality."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.actor import Role
from app.core.ids import new_id
from app.persistence.base import Base


class LanguageForm(StrEnum):
    """Målform: which form of Norwegian the municipality writes."""

    NB = "nb"
    NN = "nn"


class Municipality(Base):
    """Kommune: the controller of everything that its participants' rows say."""

    __tablename__ = "municipality"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    number: Mapped[str] = mapped_column(String(4), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    language_form: Mapped[LanguageForm]
    contact: Mapped[str] = mapped_column(String(200), default="")
    """Where participants turn: printed on documents."""
    policies: Mapped[dict[str, Any]]
    """The municipality's choices where the law is silent (app.rules.benefit.policy)."""
    paper_reminder_days: Mapped[int] = mapped_column(default=14)
    """After how many days a printed paper that has not come back is asked for."""
    created_at: Mapped[datetime]


class User(Base):
    """A person who signs in, with one role in one municipality."""

    __tablename__ = "user"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"), index=True)
    username: Mapped[str] = mapped_column(String(200), unique=True)
    display_name: Mapped[str] = mapped_column(String(200))
    role: Mapped[Role]
    password_hash: Mapped[str] = mapped_column(String(200))
    language: Mapped[str | None] = mapped_column(String(10))
    is_active: Mapped[bool] = mapped_column(default=True)
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class WebSession(Base):
    """A browser's session, kept here so that it can be ended here."""

    __tablename__ = "web_session"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    """SHA-256 of the cookie: a copy of the database opens no session."""
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"), index=True)
    data: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime] = mapped_column(index=True)
