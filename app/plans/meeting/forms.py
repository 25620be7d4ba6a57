"""The form of the meeting: the plan and all its elements, in one."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from wtforms import FieldList, Form, FormField, HiddenField

from app.i18n.format import hours, short_date
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.plans.catalogue import STANDARD_ELEMENTS, entry_of
from app.plans.commands import ElementDetails, RemoveElement
from app.plans.elements import details_of_element
from app.plans.forms import ElementFields, PlanForm
from app.plans.meeting.commands import SaveMeeting, WrittenElement
from app.plans.models import PlanElement
from app.web.fields import select_field, version_field

MOST_ELEMENTS = 60


def _standard_elements() -> list[tuple[str, str]]:
    return [(each.id, str(each.name)) for each in STANDARD_ELEMENTS.values()]


class ElementLine(ElementFields, Form):
    """One element among the others."""

    element_id = HiddenField()
    """Empty: it is new."""
    row_version = version_field()
    standard: Any = select_field(
        _l("Type element"), _standard_elements, required=_l("Velg en type.")
    )

    def show(self, element: ElementDetails) -> None:
        """Fill in what is saved."""
        self.standard.data = entry_of(element.kind, element.catalogue_id).id
        self.show_element(element)

    def to_written(self) -> WrittenElement:
        """Return what was filled in."""
        entry = STANDARD_ELEMENTS[self.standard.data]
        return WrittenElement(
            self.saved_id, self.row_version.data, self.details(entry.kind, entry.id)
        )

    @property
    def saved_id(self) -> UUID | None:
        """The element that this line changes; None: a new one."""
        try:
            return UUID(self.element_id.data or "")
        except ValueError:
            return None

    @property
    def shown_name(self) -> str:
        """What the element is called, as far as it is filled in."""
        entry = STANDARD_ELEMENTS.get(self.standard.data or "")
        return self.title.data or (str(entry.name) if entry else "")

    @property
    def shown_facts(self) -> str:
        """Days and hours, as far as they are filled in."""
        first, last, weekly = self.first_day.data, self.last_day.data, self.hours_per_week.data
        if first is None or last is None or weekly is None:
            return ""
        return _(
            "%(first)s–%(last)s, %(hours)s timer i uka",
            first=short_date(first),
            last=short_date(last),
            hours=hours(weekly),
        )


class MeetingForm(PlanForm):
    """The draft as it stands on the page."""

    elements: Any = FieldList(FormField(ElementLine), max_entries=MOST_ELEMENTS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._taken_out: tuple[int, Any] | None = None

    @property
    def lines(self) -> list[ElementLine]:
        """The elements, in the order of the page."""
        return [entry.form for entry in self.elements.entries]

    def show_elements(self, elements: Sequence[PlanElement]) -> None:
        """Fill in the elements that are saved."""
        for element in elements:
            self._append(element)

    def take_out(self, participant_id: UUID, number: int) -> RemoveElement | None:
        """Take the line with this number off the page; return how it leaves the draft.

        None: there is no such line, or it was never saved.
        """
        if not 0 <= number < len(self.elements.entries):
            return None
        entry = self.elements.entries.pop(number)
        self._taken_out = (number, entry)
        line: ElementLine = entry.form
        if line.saved_id is None:
            return None
        return RemoveElement(participant_id, line.saved_id, line.row_version.data)

    def put_back(self) -> None:
        """Put the line that was taken out back on the page: nothing was saved."""
        if self._taken_out is not None:
            self.elements.entries.insert(*self._taken_out)
            self._taken_out = None

    def catch_up(self, elements: Sequence[PlanElement]) -> None:
        """Let the lines be sent again over what is saved now; what others added comes too.

        What others took out becomes new, so that nothing typed is lost.
        """
        saved = {element.id: element for element in elements}
        for line in self.lines:
            element = saved.pop(line.saved_id, None) if line.saved_id else None
            line.element_id.data = str(element.id) if element else ""
            line.row_version.data = element.row_version if element else 0
        for element in saved.values():
            self._append(element)

    def to_command(
        self,
        participant_id: UUID,
        *,
        added: Sequence[ElementDetails] = (),
        removed: RemoveElement | None = None,
    ) -> SaveMeeting:
        """Return what was filled in, with what the button said besides."""
        return SaveMeeting(
            plan=self.to_change(participant_id),
            elements=tuple(line.to_written() for line in self.lines),
            added=tuple(added),
            removed=(removed,) if removed else (),
        )

    def _append(self, element: PlanElement) -> None:
        if len(self.elements.entries) >= MOST_ELEMENTS:
            return
        line: ElementLine = self.elements.append_entry().form
        line.element_id.data = str(element.id)
        line.row_version.data = element.row_version
        line.show(details_of_element(element))
