"""Why a month is not prepared, approved or sent to payment."""

from enum import StrEnum
from uuid import UUID

from app.core.errors import Conflict, Refusal


class PrepareRefusal(StrEnum):
    """Why a month cannot be computed."""

    NOT_BEGUN = "not_begun"
    """There is nothing to compute before the month begins."""
    APPROVED = "approved"
    """What is approved never changes."""
    NOBODY = "nobody"
    """Nobody in the municipality had a programme in the month."""


class CannotPrepareRun(Refusal[PrepareRefusal]):
    """The month cannot be computed now."""

    code = "cannot_prepare_run"


class ApproveRefusal(StrEnum):
    """Why a month cannot be approved."""

    SAME_PERSON = "same_person"
    """Whoever prepared the month does not approve it."""
    OPEN_CLARIFICATIONS = "open_clarifications"
    CONTESTED_MEANWHILE = "contested_meanwhile"
    """A participant says that attendance which reduces her payment is wrong, and said it after the
    month was computed."""
    NOT_CLOSED = "not_closed"
    """It was computed while attendance could still be registered: the benefit is paid in arrears,
    on registered attendance (§ 24)."""
    CORRECTED_MEANWHILE = "corrected_meanwhile"
    """Another month was approved since it was computed, and corrects the same earlier month."""
    NOT_COMPUTED = "not_computed"
    """Its parts are being computed, or one of them failed."""
    NOT_PREPARED = "not_prepared"
    """It is approved already."""


class CannotApproveRun(Refusal[ApproveRefusal]):
    """The month cannot be approved, or not by this person."""

    code = "cannot_approve_run"


class FileRefusal(StrEnum):
    """Why there is no payment file."""

    NOT_APPROVED = "not_approved"
    NUMBERS_MISSING = "numbers_missing"
    """The layout names people by their number in the payroll system, and somebody has none."""


class CannotCreateFile(Refusal[FileRefusal]):
    """The payment file cannot be made."""

    code = "cannot_create_file"


class RunChanged(Conflict):
    """The month is not what the approver was shown: it was prepared again in the meantime."""

    code = "run_changed"

    def __init__(self, run_id: UUID) -> None:
        super().__init__(f"run {run_id} is not what was shown")
        self.run_id = run_id
