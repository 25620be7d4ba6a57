"""Why a contact is not registered."""

from enum import StrEnum

from app.core.errors import Refusal


class ContactRefusal(StrEnum):
    """Why a contact is not registered."""

    NOTHING_TO_WARN_OF = "nothing_to_warn_of"
    """By now every day of the month has a reason, or costs nothing."""
    IN_THE_FUTURE = "in_the_future"


class CannotRegisterContact(Refusal[ContactRefusal]):
    """The contact is refused."""

    code = "cannot_register_contact"
