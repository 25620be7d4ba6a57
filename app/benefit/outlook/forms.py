"""The form of a question about days away."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.attendance.presenters.absences import welfare_choices
from app.attendance.presenters.reasons import reason_text
from app.benefit.outlook.asking import ASKABLE, Question
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.rules.absence import AbsenceReason, WelfareGround
from app.web.fields import day_field, radio_field, select_field
from app.web.forms import PortalForm


class AskForm(PortalForm):
    """Which days, and why."""

    first_day: Any = day_field(_l("Fra og med"), required=_l("Velg den første dagen."))
    last_day: Any = day_field(_l("Til og med"), required=_l("Velg den siste dagen."))
    reason: Any = radio_field(_l("Hvorfor?"), list, required=_l("Velg en grunn."))
    child_id: Any = select_field(
        _l("Hvilket barn gjelder det?"),
        list,
        blank=_l("Ikke aktuelt"),
        hint=_l("Ved barns sykdom."),
    )
    welfare_ground: Any = select_field(
        _l("Velferdsgrunn"), list, blank=_l("Ikke aktuelt"), hint=_l("Ved velferdspermisjon.")
    )

    def offer(self, children: Sequence[tuple[UUID, str]]) -> None:
        """Set what can be chosen, with labels in the reader's language."""
        nothing = ("", _("Ikke aktuelt"))
        self.reason.choices = {reason.value: reason_text(reason) for reason in ASKABLE}
        self.welfare_ground.choices = dict([nothing, *welfare_choices()])
        self.child_id.choices = dict([nothing, *((str(child), text) for child, text in children)])

    def question(self) -> Question:
        """Return what was asked."""
        reason = AbsenceReason(self.reason.data)
        is_welfare = reason is AbsenceReason.WELFARE_LEAVE and self.welfare_ground.data
        is_child = reason is AbsenceReason.CHILD_ILLNESS and self.child_id.data
        return Question(
            first_day=self.first_day.data,
            last_day=self.last_day.data,
            reason=reason,
            child_id=UUID(self.child_id.data) if is_child else None,
            welfare_ground=WelfareGround(self.welfare_ground.data) if is_welfare else None,
        )
