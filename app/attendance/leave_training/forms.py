"""The form of an offer of training."""

from typing import Any
from uuid import UUID

from app.attendance.leave_training import wording
from app.attendance.leave_training.commands import RegisterOffer
from app.attendance.leave_training.kinds import OfferAnswer, TrainingOffer
from app.i18n.text import lazy_gettext as _l
from app.web.fields import day_field, radio_field, text_field
from app.web.forms import PortalForm


class OfferForm(PortalForm):
    """What was offered, and what the participant said."""

    offered_on: Any = day_field(
        _l("Dagen tilbudet ble gitt"), required=_l("Skriv dagen tilbudet ble gitt.")
    )
    offer: Any = radio_field(
        _l("Hva tilbød dere?"), wording.offer_choices, required=_l("Velg hva dere tilbød.")
    )
    follow_up: Any = text_field(
        _l("Oppfølging og tilpasning"),
        most=2000,
        area=True,
        required=_l("Skriv hvordan deltakeren følges opp."),
        hint=_l("Hvordan følger dere opp, og hvordan er tilbudet tilpasset deltakeren?"),
    )
    answer: Any = radio_field(
        _l("Hva svarte deltakeren?"), wording.answer_choices, required=_l("Velg svaret.")
    )

    def to_command(self, participant_id: UUID) -> RegisterOffer:
        """Return what was filled in."""
        return RegisterOffer(
            participant_id,
            self.offered_on.data,
            TrainingOffer(self.offer.data),
            self.follow_up.data,
            OfferAnswer(self.answer.data),
        )
