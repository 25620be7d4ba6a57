"""The forms of the two sides: the participant's words, and what the caseworker finds."""

from typing import Any
from uuid import UUID

from app.attendance.reconciliation.commands import ObjectToMark, SettleDispute
from app.attendance.reconciliation.kinds import Outcome
from app.attendance.reconciliation.queries import MarkedSession
from app.attendance.reconciliation.wording import outcome_choices
from app.i18n.locales import DEFAULT
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.web.fields import (
    integer_field,
    language_choices,
    radio_field,
    select_field,
    text_field,
    version_field,
)
from app.web.forms import PortalForm

LONGEST = 24 * 60
ALL, PART = "all", "part"


def _languages() -> list[tuple[str, str]]:
    return [*language_choices(), (DEFAULT.code, _("Norsk"))]


class ObjectionForm(PortalForm):
    """What the participant says of a mark."""

    what: Any = radio_field(
        _l("Hva skjedde?"),
        lambda: [(ALL, _("Jeg var der hele tiden")), (PART, _("Jeg var der en del av tiden"))],
        required=_l("Velg hva som skjedde."),
    )
    minutes: Any = integer_field(
        _l("Hvor mange minutter var du borte?"),
        highest=LONGEST,
        hint=_l("Bare hvis du var der en del av tiden."),
    )
    words: Any = text_field(
        _l("Fortell hva som er feil"),
        most=1000,
        area=True,
        required=_l("Fortell hva som er feil."),
        hint=_l("Skriv på det språket du vil."),
    )
    language: Any = select_field(
        _l("Språket du skriver på"), _languages, required=_l("Velg språket.")
    )
    mark_version: Any = version_field()

    def show(self, mark: MarkedSession, language: str) -> None:
        """Fill in what is known before she writes."""
        self.mark_version.data = mark.mark_version
        self.language.data = language

    def is_whole(self) -> bool:
        """Tell whether minutes are there where they are needed; otherwise say so."""
        if self.what.data == PART and self.minutes.data is None:
            self.refuse(_("Skriv hvor mange minutter du var borte."), "minutes")
            return False
        return True

    def to_command(self, session_id: UUID) -> ObjectToMark:
        """Return what she says."""
        return ObjectToMark(
            session_id=session_id,
            mark_version=self.mark_version.data,
            minutes_said=0 if self.what.data == ALL else self.minutes.data,
            words=self.words.data,
            language=self.language.data,
        )


class SettleForm(PortalForm):
    """What the caseworker found."""

    outcome: Any = radio_field(
        _l("Hva kom dere fram til?"), outcome_choices, required=_l("Velg hva dere kom fram til.")
    )
    minutes: Any = integer_field(
        _l("Minutter borte"),
        highest=LONGEST,
        hint=_l("Bare hvis registreringen rettes. Skriv 0 for til stede hele tiden."),
    )
    reason: Any = text_field(
        _l("Hvorfor?"),
        most=1000,
        area=True,
        required=_l("Skriv hvorfor."),
        hint=_l("Deltakeren kan lese det. Det endres ikke etterpå."),
    )
    mark_version: Any = version_field()

    def is_whole(self) -> bool:
        """Tell whether minutes are there where they are needed; otherwise say so."""
        if self.outcome.data == Outcome.MARK_CHANGED.value and self.minutes.data is None:
            self.refuse(_("Skriv hvor mange minutter deltakeren var borte."), "minutes")
            return False
        return True

    def to_command(self, session_id: UUID, participant_id: UUID) -> SettleDispute:
        """Return what was found."""
        return SettleDispute(
            session_id=session_id,
            participant_id=participant_id,
            mark_version=self.mark_version.data,
            outcome=Outcome(self.outcome.data),
            minutes_absent=self.minutes.data or 0,
            reason=self.reason.data,
        )
