"""The forms of complaints."""

from typing import Any
from uuid import UUID

from app.accounts.models import LanguageForm
from app.decisions import wording as decision_wording
from app.decisions.complaints import wording
from app.decisions.complaints.commands import (
    AnswerComplaint,
    CheckComplaint,
    ComplaintPlace,
    ReceiveComplaint,
    RegisterAnswerArrived,
    RegisterAnswerSent,
    SettleComplaint,
    SuspendDecision,
)
from app.decisions.complaints.kinds import AnswerKind, ComplaintWay, Excuse, GovernorOutcome
from app.decisions.forms import MOST, summary_choices
from app.decisions.states import SendingWay
from app.i18n.locales import DEFAULT
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.web.fields import (
    checkbox_field,
    day_field,
    integer_field,
    language_choices,
    radio_field,
    select_field,
    text_field,
    yes_no_choices,
)
from app.web.forms import PortalForm

ORE_PER_KRONE = 100


def _languages() -> list[tuple[str, str]]:
    return [*language_choices(), (DEFAULT.code, _("Norsk"))]


class ReceiveForm(PortalForm):
    """A complaint as it came."""

    way: Any = radio_field(
        _l("Hvordan kom klagen?"), wording.way_choices, required=_l("Velg hvordan klagen kom.")
    )
    handed_in_on: Any = day_field(
        _l("Sendt eller levert"),
        required=_l("Skriv dagen klagen ble sendt eller levert."),
        hint=_l(
            "Dagen den ble lagt i posten, eller gitt til kommunen. Den avgjør om fristen holdes."
        ),
    )
    received_on: Any = day_field(_l("Mottatt"), required=_l("Skriv dagen dere fikk klagen."))
    words: Any = text_field(
        _l("Klagen"),
        most=MOST,
        area=True,
        required=_l("Skriv hva deltakeren klager på."),
        hint=_l("Skriv av klagen slik den er. Den endres ikke etterpå."),
    )
    language: Any = select_field(
        _l("Språket klagen er skrevet på"), _languages, required=_l("Velg språket.")
    )
    asks_postponement: Any = checkbox_field(
        _l("Deltakeren ber om at vedtaket ikke skal virke før klagen er avgjort")
    )

    def to_command(self, participant_id: UUID, decision_id: UUID) -> ReceiveComplaint:
        """Return what was filled in."""
        return ReceiveComplaint(
            participant_id,
            decision_id,
            ComplaintWay(self.way.data),
            self.handed_in_on.data,
            self.received_on.data,
            self.language.data,
            self.words.data,
            self.asks_postponement.data,
        )


class CheckForm(PortalForm):
    """Form and time."""

    is_by_party: Any = checkbox_field(
        _l("Klagen er fra deltakeren, eller fra en som handler for deltakeren")
    )
    is_signed: Any = checkbox_field(_l("Klagen er underskrevet eller sendt med sikker innlogging"))
    names_decision: Any = checkbox_field(_l("Klagen sier hvilket vedtak den gjelder"))
    names_change: Any = checkbox_field(_l("Klagen sier hva som ønskes endret"))
    mend_by: Any = day_field(
        _l("Frist til å rette det som mangler"),
        hint=_l("Trengs bare når noe mangler. Fristen skal være kort."),
    )
    excuse: Any = radio_field(
        _l("Kom klagen for sent: hvorfor behandles den likevel?"),
        wording.excuse_choices,
        chosen=Excuse.NONE.value,
    )
    reason: Any = text_field(
        _l("Begrunnelse"),
        most=2000,
        area=True,
        hint=_l("Trengs når en for sen klage behandles likevel."),
    )

    def to_command(self, place: ComplaintPlace) -> CheckComplaint:
        """Return what was filled in."""
        return CheckComplaint(
            place,
            self.is_by_party.data,
            self.is_signed.data,
            self.names_decision.data,
            self.names_change.data,
            self.mend_by.data,
            Excuse(self.excuse.data or Excuse.NONE.value),
            self.reason.data or "",
        )


class SuspendForm(PortalForm):
    """Whether the decision waits."""

    waits: Any = radio_field(
        _l("Skal vedtaket vente til klagen er avgjort?"),
        yes_no_choices,
        required=_l("Velg om vedtaket skal vente."),
        hint=_l("Venter det, tas ikke trekket når måneden beregnes."),
    )
    reason: Any = text_field(
        _l("Begrunnelse"), most=2000, area=True, required=_l("Skriv begrunnelsen.")
    )

    def to_command(self, place: ComplaintPlace) -> SuspendDecision:
        """Return what was filled in."""
        return SuspendDecision(place, self.waits.data == "yes", self.reason.data)


class _AmountForm(PortalForm):
    """A reduction that is changed takes something else now."""

    kroner: Any = integer_field(
        _l("Nytt trekk, kroner"), hint=_l("Bare når et vedtak om trekk endres.")
    )
    ore: Any = integer_field(_l("Øre"), highest=ORE_PER_KRONE - 1)

    def amount_ore(self) -> int | None:
        """Return the amount in øre; None: nothing was filled in."""
        if self.kroner.data is None and self.ore.data is None:
            return None
        return (self.kroner.data or 0) * ORE_PER_KRONE + (self.ore.data or 0)


class AnswerForm(_AmountForm):
    """What the municipality does, and why."""

    kind: Any = radio_field(
        _l("Hva gjør dere med klagen?"),
        wording.answer_choices,
        required=_l("Velg hva dere gjør med klagen."),
    )
    reason: Any = text_field(
        _l("Begrunnelse"),
        most=MOST,
        area=True,
        required=_l("Skriv begrunnelsen."),
        hint=_l("Svar på det deltakeren har skrevet. Teksten står i brevet."),
    )
    form: Any = radio_field(
        _l("Målform i brevet"),
        decision_wording.form_choices,
        required=_l("Velg bokmål eller nynorsk."),
    )
    summary_language: Any = select_field(
        _l("Sammendrag på deltakerens språk"),
        summary_choices,
        blank=_l("Ikke noe sammendrag: deltakeren leser norsk"),
    )

    def to_command(self, place: ComplaintPlace) -> AnswerComplaint:
        """Return what was filled in."""
        return AnswerComplaint(
            place,
            AnswerKind(self.kind.data),
            self.reason.data,
            LanguageForm(self.form.data),
            self.summary_language.data or "",
            self.amount_ore(),
        )


class AnswerSentForm(PortalForm):
    """How and when the answer was sent."""

    way: Any = radio_field(
        _l("Hvordan er brevet sendt?"), decision_wording.way_choices, required=_l("Velg hvordan.")
    )
    day: Any = day_field(_l("Dato"), required=_l("Skriv datoen."))
    note: Any = text_field(_l("Merknad"), most=1000, area=True)

    def to_command(self, place: ComplaintPlace) -> RegisterAnswerSent:
        """Return what was filled in."""
        way = SendingWay(self.way.data)
        return RegisterAnswerSent(place, way, self.day.data, self.note.data or "")


class AnswerArrivedForm(PortalForm):
    """When the answer reached the participant."""

    day: Any = day_field(_l("Dagen brevet kom fram"), required=_l("Skriv datoen."))
    note: Any = text_field(_l("Merknad"), most=1000, area=True)

    def to_command(self, place: ComplaintPlace) -> RegisterAnswerArrived:
        """Return what was filled in."""
        return RegisterAnswerArrived(place, self.day.data, self.note.data or "")


class SettleForm(_AmountForm):
    """What the county governor decided."""

    outcome: Any = radio_field(
        _l("Hva bestemte statsforvalteren?"),
        wording.outcome_choices,
        required=_l("Velg hva statsforvalteren bestemte."),
    )
    decided_on: Any = day_field(_l("Avgjørelsens dato"), required=_l("Skriv datoen."))
    received_on: Any = day_field(_l("Mottatt"), required=_l("Skriv datoen."))
    note: Any = text_field(_l("Merknad"), most=2000, area=True)

    def to_command(self, place: ComplaintPlace) -> SettleComplaint:
        """Return what was filled in."""
        return SettleComplaint(
            place,
            GovernorOutcome(self.outcome.data),
            self.decided_on.data,
            self.received_on.data,
            self.amount_ore(),
            self.note.data or "",
        )
