"""What the forms of enrolment share: refusals at their fields, and values out of texts."""

from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from wtforms import FieldList

from app.enrolment.errors import CannotSaveParticipant
from app.enrolment.refusals import refusal_text
from app.web.forms import PortalForm

E = TypeVar("E", bound=StrEnum)


class RefusableForm(PortalForm):
    """A form that shows why its command was refused."""

    def add_refusal(self, refusal: CannotSaveParticipant) -> None:
        """Show every reason at its field, or above the form where the page has no such field."""
        for reason in refusal.reasons:
            sentence, field = refusal_text(reason)
            is_plain = field in self and not isinstance(self[field], FieldList)
            self.refuse(sentence, field if is_plain else None)


def member(kind: type[E], typed: str | None) -> E | None:
    """Return the member with this value; nothing chosen is None."""
    return kind(typed) if typed else None


def find_uuid(typed: str | None) -> UUID | None:
    """Return an id; none or a forged one is None."""
    try:
        return UUID(typed) if typed else None
    except ValueError:
        return None
