"""The form in which a change is judged."""

from typing import Any
from uuid import UUID

from app.i18n.text import lazy_gettext as _l
from app.plans.versions.commands import JudgeChange
from app.plans.versions.wording import kind_choices
from app.rules.plan import ChangeKind
from app.web.fields import radio_field, version_field
from app.web.forms import PortalForm, text_field


class ChangeKindForm(PortalForm):
    """Small or essential, and why."""

    row_version = version_field()
    kind: Any = radio_field(
        _l("Hva slags endring er dette?"),
        kind_choices,
        required=_l("Velg om endringen er liten eller vesentlig."),
    )
    reason: Any = text_field(_l("Hvorfor"), required=_l("Skriv hvorfor."), most=2000, area=True)

    def to_command(self, participant_id: UUID) -> JudgeChange:
        """Return what was filled in."""
        return JudgeChange(
            participant_id, self.row_version.data, ChangeKind(self.kind.data), self.reason.data
        )
