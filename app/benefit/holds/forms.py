"""The form that holds the reductions of some days."""

from typing import Any
from uuid import UUID

from app.benefit.holds.kinds import HoldKind
from app.benefit.holds.service import PlaceHold
from app.benefit.holds.wording import kind_text
from app.i18n.text import lazy_gettext as _l
from app.web.fields import day_field, radio_field
from app.web.forms import PortalForm, text_field


class HoldForm(PortalForm):
    """Which days, and why."""

    kind: Any = radio_field(
        _l("Hva gjelder det?"),
        lambda: [(kind.value, kind_text(kind)) for kind in HoldKind],
        required=_l("Velg hva det gjelder."),
    )
    first_day: Any = day_field(_l("Fra og med"), required=_l("Skriv den første dagen."))
    last_day: Any = day_field(_l("Til og med"), required=_l("Skriv den siste dagen."))
    reason: Any = text_field(
        _l("Hva er bestridt, eller hvilket vedtak er utsatt?"),
        required=_l("Skriv hva som er bestridt, eller hvilket vedtak som er utsatt."),
        most=1000,
        area=True,
    )

    def to_command(self, participant_id: UUID) -> PlaceHold:
        """Return the hold as a command."""
        return PlaceHold(
            participant_id,
            HoldKind(self.kind.data),
            self.first_day.data,
            self.last_day.data,
            self.reason.data,
        )
