"""The closed lists of complaints."""

from enum import StrEnum


class ComplaintWay(StrEnum):
    """How the complaint came."""

    LETTER = "letter"
    DIGITAL = "digital"
    TALK = "talk"
    """By mouth; the municipality wrote it down (forvaltningsloven § 32 first paragraph a)."""


class Timeliness(StrEnum):
    """Whether the complaint came in time (forvaltningsloven §§ 29–31)."""

    IN_TIME = "in_time"
    LATE = "late"
    """It can be taken up with good reason."""
    TOO_LATE = "too_late"
    """More than a year after the decision."""
    ARRIVAL_UNKNOWN = "arrival_unknown"
    """Nobody knows when the decision arrived: nothing says that the complaint is late."""


class Excuse(StrEnum):
    """Why a late complaint is taken up (forvaltningsloven § 31 first paragraph)."""

    NONE = "none"
    NO_BLAME = "no_blame"
    """Letter a: the party cannot be blamed."""
    SPECIAL_REASONS = "special_reasons"
    """Letter b: it is reasonable for special reasons."""


class AnswerKind(StrEnum):
    """What the municipality does with a complaint (forvaltningsloven § 33)."""

    FORWARDED = "forwarded"
    """The decision stands, and the county governor decides."""
    CHANGED = "changed"
    ANNULLED = "annulled"
    DISMISSED = "dismissed"
    """Avvist: the conditions for looking at it are not there."""


class AnswerMove(StrEnum):
    """What happened to the letter with the answer (forvaltningsloven § 27)."""

    SENT = "sent"
    ARRIVED = "arrived"


class GovernorOutcome(StrEnum):
    """What the county governor decided (forvaltningsloven § 34)."""

    UPHELD = "upheld"
    CHANGED = "changed"
    ANNULLED = "annulled"
    SENT_BACK = "sent_back"
    """Annulled, and the municipality looks at the case anew."""
    DISMISSED = "dismissed"


class ComplaintStage(StrEnum):
    """How far a complaint has come, read off its rows."""

    RECEIVED = "received"
    TO_MEND = "to_mend"
    """Something is missing, and the participant can still mend it."""
    CHECKED = "checked"
    FORWARDED = "forwarded"
    SETTLED = "settled"
