"""The forms of advance notices."""

from datetime import date
from typing import Any
from uuid import UUID

from app.accounts.models import LanguageForm
from app.decisions import wording as decision_wording
from app.decisions.forms import MOST, summary_choices
from app.decisions.notices import wording
from app.decisions.notices.commands import (
    CloseNotice,
    NoticeDetails,
    RegisterNoticeArrived,
    RegisterNoticeSent,
    RegisterReply,
)
from app.decisions.notices.kinds import ReplyWay
from app.decisions.states import SendingWay
from app.i18n.locales import DEFAULT
from app.i18n.spoken import SPOKEN_LANGUAGES
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.web.fields import (
    day_field,
    language_choices,
    radio_field,
    select_field,
    text_field,
    version_field,
)
from app.web.forms import PortalForm

MOST_WORDS = 4000
"""Characters of a reply."""


def _languages() -> list[tuple[str, str]]:
    return [*language_choices(), (DEFAULT.code, _("Norsk"))]


class NoticeForm(PortalForm):
    """Reasons, language, and how long the participant can reply."""

    row_version = version_field()
    reasons: Any = text_field(
        _l("Hva dere vurderer, og hvorfor"),
        most=MOST,
        area=True,
        hint=_l(
            "Skriv for akkurat denne deltakeren: hva dere vet, og hva som kan endre vurderingen. "
            "Dager, beløp og regler står i brevet fra før."
        ),
    )
    reply_by: Any = day_field(
        _l("Siste dag for å svare"), required=_l("Skriv siste dag for å svare.")
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
        hint=_l("Sammendraget kommer etter brevet. Det norske brevet er varselet."),
    )

    def show(self, details: NoticeDetails, row_version: int) -> None:
        """Fill in what is written, or proposed."""
        self.row_version.data = row_version
        self.reasons.data, self.reply_by.data = details.reasons, details.reply_by
        self.form.data, self.summary_language.data = details.form.value, details.summary_language

    def to_details(self) -> NoticeDetails:
        """Return what was filled in."""
        return NoticeDetails(
            LanguageForm(self.form.data),
            self.summary_language.data or "",
            self.reply_by.data,
            self.reasons.data or "",
        )


class NoticeSentForm(PortalForm):
    """How and when the letter was sent."""

    way: Any = radio_field(
        _l("Hvordan er brevet sendt?"), decision_wording.way_choices, required=_l("Velg hvordan.")
    )
    day: Any = day_field(_l("Dato"), required=_l("Skriv datoen."))
    note: Any = text_field(_l("Merknad"), most=1000, area=True)

    def to_command(self, participant_id: UUID, notice_id: UUID) -> RegisterNoticeSent:
        """Return what was filled in."""
        way, note = SendingWay(self.way.data), self.note.data or ""
        return RegisterNoticeSent(participant_id, notice_id, way, self.day.data, note)


class NoticeArrivedForm(PortalForm):
    """When the letter reached the participant."""

    day: Any = day_field(_l("Dagen brevet kom fram"), required=_l("Skriv datoen."))
    note: Any = text_field(_l("Merknad"), most=1000, area=True)

    def to_command(self, participant_id: UUID, notice_id: UUID) -> RegisterNoticeArrived:
        """Return what was filled in."""
        note = self.note.data or ""
        return RegisterNoticeArrived(participant_id, notice_id, self.day.data, note)


class ReplyForm(PortalForm):
    """What the participant said, written down by a caseworker."""

    way: Any = radio_field(
        _l("Hvordan kom svaret?"), wording.reply_way_choices, required=_l("Velg hvordan.")
    )
    day: Any = day_field(_l("Dato"), required=_l("Skriv datoen."))
    words: Any = text_field(
        _l("Svaret"),
        most=MOST_WORDS,
        area=True,
        required=_l("Skriv hva deltakeren svarte."),
        hint=_l("Skriv slik deltakeren sa det. Svaret endres ikke etterpå."),
    )
    language: Any = select_field(
        _l("Språket svaret er skrevet på"), _languages, required=_l("Velg språket.")
    )

    def to_command(self, participant_id: UUID, notice_id: UUID) -> RegisterReply:
        """Return what was filled in."""
        return RegisterReply(
            participant_id,
            notice_id,
            ReplyWay(self.way.data),
            self.day.data,
            self.language.data,
            self.words.data,
        )


class OwnReplyForm(PortalForm):
    """What the participant says on her own page."""

    words: Any = text_field(
        _l("Svaret ditt"),
        most=MOST_WORDS,
        area=True,
        required=_l("Skriv svaret ditt."),
        hint=_l("Du kan skrive på ditt eget språk."),
    )
    language: Any = select_field(
        _l("Hvilket språk skriver du på?"), _languages, required=_l("Velg språket du skriver på.")
    )

    def show(self, language: str) -> None:
        """Propose the language that she reads."""
        self.language.data = language if language in SPOKEN_LANGUAGES else DEFAULT.code

    def to_command(self, participant_id: UUID, notice_id: UUID, on: date) -> RegisterReply:
        """Return what was filled in."""
        way, language = ReplyWay.OWN_PAGE, self.language.data
        return RegisterReply(participant_id, notice_id, way, on, language, self.words.data)


class CloseForm(PortalForm):
    """Why nothing is decided."""

    reason: Any = text_field(
        _l("Hvorfor går dere ikke videre?"),
        most=2000,
        area=True,
        required=_l("Skriv hvorfor dere ikke går videre."),
    )

    def to_command(self, participant_id: UUID, notice_id: UUID) -> CloseNotice:
        """Return what was filled in."""
        return CloseNotice(participant_id, notice_id, self.reason.data)
