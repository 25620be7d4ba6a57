"""The municipality's layouts of the payment file, and its numbers of employees."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.ids import new_id
from app.persistence.base import Base


class PayrollLayout(Base):
    """A layout that somebody chose. Rows are never changed: the newest holds."""

    __tablename__ = "payroll_layout"
    __table_args__ = (
        UniqueConstraint("municipality_id", "number"),
        CheckConstraint("number > 0", name="number"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    number: Mapped[int]
    """1 for the first: two people never choose the same next one."""
    layout: Mapped[dict[str, Any]]
    """As app.benefit.payroll.layout writes it."""
    chosen_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    chosen_at: Mapped[datetime]


class EmployeeNumber(Base):
    """Lønnsnummer: what a participant is called in the municipality's payroll system."""

    __tablename__ = "employee_number"
    __table_args__ = (
        UniqueConstraint("municipality_id", "number"),
        CheckConstraint("number <> ''", name="number"),
    )

    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), primary_key=True)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    number: Mapped[str] = mapped_column(String(20))
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)
