"""The forms of contacts about absence."""

from typing import Any
from uuid import UUID

from app.benefit.warnings.commands import RegisterTalk, RegisterWarning
from app.benefit.warnings.kinds import ContactWay
from app.benefit.warnings.wording import way_choices
from app.core.period import Period
from app.i18n.text import lazy_gettext as _l
from app.web.fields import day_field, radio_field
from app.web.forms import PortalForm, text_field


class WarningForm(PortalForm):
    """How she was told."""

    way: Any = radio_field(
        _l("Hvordan ble deltakeren varslet?"),
        way_choices,
        required=_l("Velg hvordan deltakeren ble varslet."),
    )

    def to_command(self, participant_id: UUID, month: Period) -> RegisterWarning:
        """Return the warning as a command."""
        return RegisterWarning(participant_id, month, ContactWay(self.way.data))


class TalkForm(PortalForm):
    """What was agreed."""

    held_on: Any = day_field(_l("Når?"), required=_l("Skriv når dere snakket sammen."))
    way: Any = radio_field(
        _l("Hvordan?"), way_choices, required=_l("Velg hvordan dere snakket sammen.")
    )
    words: Any = text_field(
        _l("Hva ble dere enige om?"),
        most=2000,
        area=True,
        required=_l("Skriv hva dere ble enige om."),
        hint=_l("Ikke skriv om sykdom eller diagnoser."),
    )

    def to_command(self, participant_id: UUID) -> RegisterTalk:
        """Return the conversation as a command."""
        return RegisterTalk(
            participant_id, self.held_on.data, ContactWay(self.way.data), self.words.data
        )
