"""What can be done with advance notices, as plain values."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.accounts.models import LanguageForm
from app.decisions.notices.kinds import ReplyWay
from app.decisions.states import SendingWay


@dataclass(frozen=True, slots=True)
class NoticePlace:
    """Which notice of whom, in the state in which it was seen."""

    participant_id: UUID
    notice_id: UUID
    row_version: int


@dataclass(frozen=True, slots=True)
class NoticeDetails:
    """What the caseworker says in a notice."""

    form: LanguageForm
    summary_language: str
    reply_by: date
    reasons: str


@dataclass(frozen=True, slots=True)
class WriteNotice:
    """Begin a notice about a participant's payment in a month."""

    participant_id: UUID
    run_id: UUID
    details: NoticeDetails


@dataclass(frozen=True, slots=True)
class ChangeNotice:
    """Save a notice that is a draft."""

    place: NoticePlace
    details: NoticeDetails


@dataclass(frozen=True, slots=True)
class RegisterNoticeSent:
    """The letter was sent, or handed over."""

    participant_id: UUID
    notice_id: UUID
    way: SendingWay
    sent_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegisterNoticeArrived:
    """The letter reached the participant."""

    participant_id: UUID
    notice_id: UUID
    arrived_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegisterReply:
    """What the participant said."""

    participant_id: UUID
    notice_id: UUID
    way: ReplyWay
    told_on: date
    language: str
    words: str


@dataclass(frozen=True, slots=True)
class CloseNotice:
    """Reduce nothing after all."""

    participant_id: UUID
    notice_id: UUID
    reason: str
