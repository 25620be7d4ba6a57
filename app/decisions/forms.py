"""The forms of decisions."""

from typing import Any
from uuid import UUID

from app.accounts.models import LanguageForm
from app.decisions import wording
from app.decisions.commands import (
    ChangeDraft,
    DecideApproval,
    DraftDetails,
    Place,
    RegisterArrival,
    RegisterSending,
)
from app.decisions.states import OF_PLANS, ArrivalSource, SendingWay
from app.decisions.words import summary_languages, summary_words
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.plans.answers.kinds import ApprovalOutcome
from app.web.fields import day_field, radio_field, select_field, text_field, version_field
from app.web.forms import PortalForm

MOST = 6000
"""Characters of reasons: about a page and a half of the letter."""


def summary_choices() -> list[tuple[str, str]]:
    """Return the languages in which a summary can follow a letter."""
    choices = []
    for code in summary_languages():
        words = summary_words(code)
        name = words.language.own_name
        choices.append(
            (code, _("%(language)s – utkast, ikke gjennomgått", language=name))
            if words.is_draft
            else (code, name)
        )
    return choices


class BeginForm(PortalForm):
    """Which decision is begun."""

    kind: Any = select_field(
        _l("Hva vedtaket gjelder"),
        lambda: [(kind.value, wording.kind_text(kind)) for kind in OF_PLANS],
        required=_l("Velg hva vedtaket gjelder."),
    )


class ConfirmForm(PortalForm):
    """The state of the draft that was seen."""

    row_version = version_field()


class DraftForm(PortalForm):
    """Language, day and reasons."""

    row_version = version_field()
    form: Any = radio_field(
        _l("Målform i brevet"), wording.form_choices, required=_l("Velg bokmål eller nynorsk.")
    )
    summary_language: Any = select_field(
        _l("Sammendrag på deltakerens språk"),
        summary_choices,
        blank=_l("Ikke noe sammendrag: deltakeren leser norsk"),
        hint=_l("Sammendraget kommer etter brevet. Det norske brevet er vedtaket."),
    )
    decided_on: Any = day_field(
        _l("Vedtaksdato"), hint=_l("Står feltet tomt, blir det dagen du gjør vedtaket.")
    )
    reasons: Any = text_field(
        _l("Begrunnelse"),
        most=MOST,
        area=True,
        hint=_l(
            "Skriv hva dere har lagt vekt på for akkurat denne deltakeren. Reglene, fakta og "
            "planens egen begrunnelse står i brevet fra før."
        ),
    )

    def to_command(self, participant_id: UUID, decision_id: UUID) -> ChangeDraft:
        """Return what was filled in."""
        return ChangeDraft(
            Place(participant_id, decision_id, self.row_version.data),
            DraftDetails(
                form=LanguageForm(self.form.data),
                summary_language=self.summary_language.data or "",
                decided_on=self.decided_on.data,
                reasons=self.reasons.data or "",
            ),
        )


class ApprovalForm(PortalForm):
    """Approve, or send back with a reason."""

    row_version = version_field()
    outcome: Any = radio_field(
        _l("Hva vil du gjøre med vedtaket?"),
        wording.approval_choices,
        required=_l("Velg om du godkjenner vedtaket eller sender det tilbake."),
    )
    reason: Any = text_field(
        _l("Begrunnelse"),
        most=2000,
        area=True,
        hint=_l("Trengs når du sender vedtaket tilbake."),
    )

    def to_command(self, participant_id: UUID, decision_id: UUID) -> DecideApproval:
        """Return what was filled in."""
        return DecideApproval(
            Place(participant_id, decision_id, self.row_version.data),
            ApprovalOutcome(self.outcome.data),
            self.reason.data or "",
        )


class SendingForm(PortalForm):
    """How and when the letter was sent."""

    way: Any = radio_field(
        _l("Hvordan er brevet sendt?"), wording.way_choices, required=_l("Velg hvordan.")
    )
    day: Any = day_field(
        _l("Dato"),
        required=_l("Skriv datoen."),
        hint=_l(
            "Digitalt: dagen brevet var tilgjengelig og varselet ble sendt, den seneste av dem."
        ),
    )
    note: Any = text_field(_l("Merknad"), most=1000, area=True)

    def to_command(self, participant_id: UUID, decision_id: UUID) -> RegisterSending:
        """Return what was filled in."""
        return RegisterSending(
            participant_id,
            decision_id,
            SendingWay(self.way.data),
            self.day.data,
            self.note.data or "",
        )


class ArrivalForm(PortalForm):
    """When the letter reached the participant, and how it is known."""

    day: Any = day_field(
        _l("Dagen brevet kom fram"),
        required=_l("Skriv datoen."),
        hint=_l("Klagefristen løper fra denne dagen."),
    )
    source: Any = radio_field(
        _l("Hvordan vet vi det?"), wording.source_choices, required=_l("Velg hvordan vi vet det.")
    )
    note: Any = text_field(
        _l("Merknad"), most=1000, area=True, hint=_l("Trengs når dere har regnet ut dagen.")
    )

    def to_command(self, participant_id: UUID, decision_id: UUID) -> RegisterArrival:
        """Return what was filled in."""
        return RegisterArrival(
            participant_id,
            decision_id,
            self.day.data,
            ArrivalSource(self.source.data),
            self.note.data or "",
        )
