"""What can be asked of the month."""

from dataclasses import dataclass
from uuid import UUID

from app.core.period import Period, month_period


@dataclass(frozen=True, slots=True)
class PrepareRun:
    """Compute a month for everyone with a programme in it; replaces what was only prepared."""

    year: int
    month: int

    @property
    def period(self) -> Period:
        """The calendar month: months never overlap, so nobody is paid twice."""
        return month_period(self.year, self.month)


@dataclass(frozen=True, slots=True)
class ApproveRun:
    """Approve a month as it was shown."""

    run_id: UUID
    digest: str
    """Of what the approver saw."""


@dataclass(frozen=True, slots=True)
class CreateFile:
    """Make the payment file of an approved month, or get the one that exists."""

    run_id: UUID
