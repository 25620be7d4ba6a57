"""Which participants the list shows: by code only, as the choice stands in the address."""

from typing import Any

from wtforms import Form

from app.enrolment.queries import Status
from app.enrolment.wording import group_text, status_text
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.rules.eligibility import TargetGroup
from app.web.fields import select_field

MINE = "mine"
CHOICE = _l("Velg et alternativ.")
"""Each list always has a choice; this keeps it from being called optional."""


class FilterForm(Form):
    """Three lists. A code that is not in its list counts as none."""

    radgiver: Any = select_field(
        _l("Programrådgiver"),
        lambda: [("", _("Alle")), (MINE, _("Mine deltakere"))],
        required=CHOICE,
    )
    gruppe: Any = select_field(
        _l("Målgruppe"),
        lambda: [("", _("Alle")), *((each.value, group_text(each)) for each in TargetGroup)],
        required=CHOICE,
    )
    status: Any = select_field(
        _l("Status"),
        lambda: [("", _("Alle")), *((each.value, status_text(each)) for each in Status)],
        required=CHOICE,
    )

    @property
    def is_mine(self) -> bool:
        """Whether only the reader's own participants are shown."""
        return bool(self.radgiver.data == MINE)

    @property
    def group(self) -> TargetGroup | None:
        """The target group, or None for all."""
        code = self.gruppe.data
        return TargetGroup(code) if code in set(TargetGroup) else None

    @property
    def chosen_status(self) -> Status | None:
        """The status, or None for all."""
        code = self.status.data
        return Status(code) if code in set(Status) else None

    def codes(self) -> dict[str, Any]:
        """Return what is chosen, for the address of another page of the same list."""
        chosen = {field.name: field.data for field in self}
        return {name: code for name, code in chosen.items() if code}
