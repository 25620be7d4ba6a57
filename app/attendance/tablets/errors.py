"""Why a tablet shows nothing."""

from app.core.errors import DomainError


class CannotUseTablet(DomainError):
    """There is no such tablet, it is closed, or the visit is over: all alike."""

    code = "cannot_use_tablet"


class UnknownCode(DomainError):
    """Nobody in the municipality has this code."""

    code = "unknown_code"
