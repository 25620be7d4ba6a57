"""Why a participant cannot see her own pages."""

from app.core.errors import DomainError


class NotLinked(DomainError):
    """The signed-in user has the role, but no participant is linked to her yet."""

    code = "not_linked"
