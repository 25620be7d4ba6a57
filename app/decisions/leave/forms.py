"""The forms of applications for leave."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any
from uuid import UUID

from app.attendance.presenters.absences import welfare_choices
from app.decisions.leave import wording
from app.decisions.leave.commands import (
    ApplicationPlace,
    CloseApplication,
    DecideLeave,
    RegisterApplication,
)
from app.decisions.leave.kinds import LeaveOutcome, LeaveWay
from app.i18n.locales import DEFAULT
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.rules.absence import AbsenceReason, WelfareGround
from app.web.fields import (
    checkbox_field,
    day_field,
    hours_field,
    language_choices,
    radio_field,
    select_field,
)
from app.web.forms import PortalForm, text_field

MINUTES = 60
MOST_WORDS = 2000
"""Characters of an application."""


def _languages() -> list[tuple[str, str]]:
    return [(DEFAULT.code, _("Norsk")), *language_choices()]


class ApplicationForm(PortalForm):
    """An application as it came."""

    way: Any = radio_field(
        _l("Hvordan kom søknaden?"), wording.way_choices, required=_l("Velg hvordan søknaden kom.")
    )
    received_on: Any = day_field(_l("Mottatt"), required=_l("Skriv dagen dere fikk søknaden."))
    first_day: Any = day_field(_l("Fra og med"), required=_l("Velg den første dagen."))
    last_day: Any = day_field(_l("Til og med"), required=_l("Velg den siste dagen."))
    hours: Any = hours_field(
        _l("Timer borte hver dag"),
        most=24,
        hint=_l("La feltet stå tomt når deltakeren søker om hele dager."),
    )
    reason: Any = radio_field(
        _l("Hva søker deltakeren om?"), wording.reason_choices, required=_l("Velg en grunn.")
    )
    welfare_ground: Any = select_field(
        _l("Velferdsgrunn"), list, blank=_l("Ikke aktuelt"), hint=_l("Ved velferdspermisjon.")
    )
    child_id: Any = select_field(
        _l("Hvilket barn gjelder det?"), list, blank=_l("Ikke aktuelt"),
        hint=_l("Ved foreldrepermisjon."),
    )  # fmt: skip
    has_medical_certificate: Any = checkbox_field(
        _l("Deltakeren har lagt fram legeerklæring"),
        hint=_l("Skriv aldri diagnosen i portalen."),
    )
    words: Any = text_field(
        _l("Det deltakeren sier"),
        most=MOST_WORDS,
        area=True,
        hint=_l("Skriv det slik deltakeren sa eller skrev det. Ikke skriv diagnose."),
    )
    language: Any = select_field(
        _l("Språket det er skrevet på"), _languages, required=_l("Velg språket.")
    )

    def offer(self, children: Sequence[tuple[UUID, str]]) -> None:
        """Set what can be chosen, with labels in the reader's language."""
        nothing = ("", _("Ikke aktuelt"))
        self.welfare_ground.choices = dict([nothing, *welfare_choices()])
        self.child_id.choices = dict([nothing, *((str(child), text) for child, text in children)])

    def to_command(self, participant_id: UUID) -> RegisterApplication:
        """Return what was filled in."""
        hours: Fraction | None = self.hours.data
        ground = self.welfare_ground.data
        return RegisterApplication(
            participant_id=participant_id,
            way=LeaveWay(self.way.data),
            received_on=self.received_on.data,
            first_day=self.first_day.data,
            last_day=self.last_day.data,
            reason=AbsenceReason(self.reason.data),
            language=self.language.data,
            words=self.words.data or "",
            minutes=round(hours * MINUTES) if hours else None,
            welfare_ground=WelfareGround(ground) if ground else None,
            child_id=UUID(self.child_id.data) if self.child_id.data else None,
            has_medical_certificate=self.has_medical_certificate.data,
        )


class DecideForm(PortalForm):
    """What is decided, and which days."""

    outcome: Any = radio_field(
        _l("Hva bestemmer dere?"), wording.outcome_choices, required=_l("Velg hva dere bestemmer.")
    )
    first_day: Any = day_field(
        _l("Innvilget fra og med"), hint=_l("Bare når dere innvilger noen av dagene.")
    )
    last_day: Any = day_field(_l("Innvilget til og med"))

    def to_command(self, place: ApplicationPlace) -> DecideLeave:
        """Return what was filled in."""
        outcome = LeaveOutcome(self.outcome.data)
        return DecideLeave(place, outcome, self.first_day.data, self.last_day.data)


class CloseForm(PortalForm):
    """Why nothing is decided."""

    reason: Any = text_field(
        _l("Hvorfor avsluttes søknaden uten vedtak?"),
        most=1000,
        area=True,
        required=_l("Skriv hvorfor søknaden avsluttes."),
        hint=_l("For eksempel at deltakeren har trukket den."),
    )

    def to_command(self, place: ApplicationPlace) -> CloseApplication:
        """Return what was filled in."""
        return CloseApplication(place, self.reason.data)
