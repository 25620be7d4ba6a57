"""Column types that refuse what must never be stored."""

from datetime import UTC, datetime

from sqlalchemy import DateTime, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from app.core.pii import IdentityNumber


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC in the database (SQLite keeps no offset)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive moments: they hide an hour twice a year."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment must be aware")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the offset back that SQLite dropped."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class IdentityNumberType(TypeDecorator[IdentityNumber]):
    """An identity number: text in the database, masked in Python."""

    impl = String(20)
    cache_ok = True

    def process_bind_param(self, value: IdentityNumber | None, dialect: Dialect) -> str | None:
        """Store the digits."""
        return None if value is None else value.reveal()

    def process_result_value(self, value: str | None, dialect: Dialect) -> IdentityNumber | None:
        """Mask the digits."""
        return None if value is None else IdentityNumber(value)
