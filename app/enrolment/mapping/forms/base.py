"""What the forms of the parts share: lines that grow and shrink, and values out of fields."""

from dataclasses import fields
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, ClassVar, TypeVar, get_args, get_origin, get_type_hints

from wtforms import FieldList, Form

from app.enrolment.mapping.contents import Content
from app.enrolment.mapping.errors import CannotSaveMapping
from app.enrolment.mapping.wording import refusal_text
from app.web.fields import version_field
from app.web.forms import PortalForm

MOST_LINES = 20
ADD_LINE, REMOVE_LINE = "add_line", "remove_line:"
"""What the buttons of a list say in the field `action`."""

T = TypeVar("T")


class LineForm(Form):
    """One line of a list. A line in which nothing was written is not there."""

    def is_empty(self) -> bool:
        """Tell whether nothing was written, chosen or ticked."""
        return not any(field.data for field in self)


class PartForm(PortalForm):
    """One part of the mapping. Its fields are named as the values of the part."""

    content_kind: ClassVar[type[Content]]
    depending: ClassVar[tuple[str, ...]] = ()
    """Fields of which one must be filled in, so that the page calls none of them optional."""
    version = version_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.depending:
            self[name].flags.depends = True

    def add_refusal(self, refusal: CannotSaveMapping) -> None:
        """Show every reason at its field."""
        for reason in refusal.reasons:
            self.refuse(*refusal_text(reason))

    def reshape(self, action: str) -> bool:
        """Add or remove a line if that is what the button says; tell whether it was."""
        for lines in self.lines():
            if action == ADD_LINE:
                if len(lines.entries) < MOST_LINES:
                    lines.append_entry()
                return True
            if action.startswith(REMOVE_LINE):
                name = action.removeprefix(REMOVE_LINE)
                lines.entries = [line for line in lines.entries if line.name != name]
                return True
        return False

    def offer_line(self) -> None:
        """Show an empty line where there is none yet."""
        for lines in self.lines():
            if not lines.entries:
                lines.append_entry()

    def lines(self) -> list[Any]:
        """Return the list of this form, if it has one."""
        return [field for field in self if isinstance(field, FieldList)]

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Leave out empty lines before the others are checked."""
        for lines in self.lines():
            lines.entries = [line for line in lines.entries if not line.form.is_empty()]
        return bool(super().validate(*args, **kwargs))

    def to_content(self) -> Content:
        """Return what was filled in."""
        return _values(self.content_kind, self)


def _values(kind: type[T], form: Form) -> T:
    hints = get_type_hints(kind)
    return kind(
        **{
            field.name: _value(hints[field.name], form[field.name])
            for field in fields(kind)  # type: ignore[arg-type]
        }
    )


def _value(hint: Any, field: Any) -> Any:
    if get_origin(hint) is tuple:
        return tuple(_values(get_args(hint)[0], line.form) for line in field.entries)
    kinds = [each for each in get_args(hint) if each is not NoneType] or [hint]
    kind, may_be_none = kinds[0], len(kinds) < len(get_args(hint))
    if issubclass(kind, str):
        chosen = (field.data or "").strip()  # a choice of blanks counts as none
        return kind(chosen) if chosen or not issubclass(kind, StrEnum) else None
    if kind is date or (may_be_none and not field.data):
        return field.data or None
    return field.data or kind()
