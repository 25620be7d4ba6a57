"""What can be asked of attendance."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from app.core.period import Period
from app.rules.absence import AbsenceReason, WelfareGround


@dataclass(frozen=True, slots=True)
class CreateGroup:
    """Open a group, with the teacher who registers its attendance."""

    name: str
    teacher_id: UUID | None


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Rename a group, give it another teacher, or close it."""

    group_id: UUID
    name: str
    teacher_id: UUID | None
    is_active: bool
    row_version: int


@dataclass(frozen=True, slots=True)
class AddSlot:
    """Add a weekly meeting; its sessions are made at once."""

    group_id: UUID
    weekday: int
    """1 Monday to 7 Sunday (ISO)."""
    starts_at: time
    ends_at: time
    title: str
    first_day: date
    last_day: date
    room_id: UUID | None = None
    teacher_id: UUID | None = None
    """None: the group's teacher."""


@dataclass(frozen=True, slots=True)
class AddMember:
    """Take a participant into a group, from and including `first_day`."""

    group_id: UUID
    participant_id: UUID
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class EndMembership:
    """Let `last_day` be the participant's last in the group."""

    group_id: UUID
    membership_id: UUID
    last_day: date


@dataclass(frozen=True, slots=True)
class Mark:
    """How much of one session one participant missed."""

    session_id: UUID
    participant_id: UUID
    minutes_absent: int
    """0: was there. The length of the session: was not."""
    base_version: int = 0
    """The version that whoever marks has seen; 0: nobody had marked it."""
    minutes_late: int = 0
    """Of the minutes absent: those before she came."""
    minutes_left_early: int = 0
    """Of the minutes absent: those after she left."""


@dataclass(frozen=True, slots=True)
class MarkWeek:
    """Marks of one group, usually of one week."""

    group_id: UUID
    marks: tuple[Mark, ...]
    reason: str = ""
    """Why marks are set or changed after the municipality's deadline; empty: those are refused."""


@dataclass(frozen=True, slots=True)
class CancelSession:
    """Say that a session was not held, or that it was after all."""

    group_id: UUID
    session_id: UUID
    is_cancelled: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GenerateSessions:
    """Make the sessions of a group's weekly meetings in a period."""

    group_id: UUID
    period: Period


@dataclass(frozen=True, slots=True)
class AbsenceContent:
    """What an absence says, whether it is new or changed."""

    first_day: date
    last_day: date
    reason: AbsenceReason
    minutes: int | None = None
    """Missed on each day; None: the whole of each scheduled day."""
    is_self_certified: bool = False
    has_medical_certificate: bool = False
    is_granted: bool = False
    notice_on: date | None = None
    child_id: UUID | None = None
    welfare_ground: WelfareGround | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegisterAbsence:
    """Register why a participant is away."""

    participant_id: UUID
    content: AbsenceContent


@dataclass(frozen=True, slots=True)
class ChangeAbsence:
    """Correct an absence that is registered."""

    participant_id: UUID
    absence_id: UUID
    content: AbsenceContent
    row_version: int


@dataclass(frozen=True, slots=True)
class WithdrawAbsence:
    """Take an absence back: it was registered by mistake. The row stays, and counts no more."""

    participant_id: UUID
    absence_id: UUID
    row_version: int
