"""The forms of approvals, answers and disagreements."""

from typing import Any
from uuid import UUID

from app.enrolment.interpreting.forms import TalkForm
from app.enrolment.interpreting.wording import talk_languages
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.plans.answers.commands import (
    AskApproval,
    DecideApproval,
    DecideDisagreement,
    PlanReply,
    RegisterReply,
)
from app.plans.answers.kinds import AnswerKind, ApprovalOutcome, DisagreementOutcome
from app.plans.answers.own_words import OwnWords
from app.plans.answers.wording import (
    approval_choices,
    outcome_choices,
    own_answer_choices,
    staff_answer_choices,
)
from app.web.fields import (
    checkbox_field,
    radio_field,
    select_field,
    text_field,
    version_field,
)
from app.web.forms import PortalForm

MOST = 4000
"""Characters of what somebody says of a plan."""


class AskApprovalForm(PortalForm):
    """Send the draft to a leader."""

    row_version = version_field()
    note: Any = text_field(_l("Melding til lederen"), most=2000, area=True)

    def to_command(self, participant_id: UUID) -> AskApproval:
        """Return what was filled in."""
        return AskApproval(participant_id, self.row_version.data, self.note.data or "")


class ApprovalForm(PortalForm):
    """Approve, or send back with a reason."""

    row_version = version_field()
    outcome: Any = radio_field(
        _l("Hva vil du gjøre med utkastet?"),
        approval_choices,
        required=_l("Velg om du godkjenner utkastet eller sender det tilbake."),
    )
    reason: Any = text_field(
        _l("Begrunnelse"),
        most=2000,
        area=True,
        hint=_l("Trengs når du sender utkastet tilbake."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reason.flags.depends = True

    def to_command(self, participant_id: UUID) -> DecideApproval:
        """Return what was filled in."""
        return DecideApproval(
            participant_id,
            self.row_version.data,
            ApprovalOutcome(self.outcome.data),
            self.reason.data or "",
        )


class OwnAnswerForm(PortalForm):
    """What the participant says on her own page."""

    version = version_field()
    kind: Any = radio_field(
        _l("Hva vil du svare?"), own_answer_choices, required=_l("Velg hva du vil svare.")
    )
    words: Any = text_field(
        _l("Hva er du ikke enig i? Skriv med dine egne ord."),
        most=MOST,
        area=True,
        hint=_l("Du trenger bare å skrive her hvis du ikke er enig. Skriv på det språket du vil."),
    )
    words_language: Any = select_field(_l("Språket du skriver på"), talk_languages)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words.flags.depends = self.words_language.flags.depends = True

    def speak(self, own: OwnWords) -> None:
        """Offer the answers in the participant's own language."""
        marks = {"lang": own.language, "dir": own.direction}
        self.kind.choices = [(value, text, marks) for value, text in own.answers]

    def to_reply(self, language: str) -> PlanReply:
        """Return what was filled in; `language` is that of the page she read."""
        return PlanReply(
            version=self.version.data,
            kind=AnswerKind(self.kind.data),
            language=language,
            words=self.words.data or "",
            words_language=self.words_language.data or "",
        )


class MeetingAnswerForm(TalkForm):
    """What the participant said at a meeting."""

    version = version_field()
    kind: Any = radio_field(
        _l("Hva svarte deltakeren?"),
        staff_answer_choices,
        required=_l("Velg hva deltakeren svarte."),
    )
    words: Any = text_field(
        _l("Med deltakerens egne ord"),
        most=MOST,
        area=True,
        hint=_l("Trengs når deltakeren ikke er enig. Skriv det slik deltakeren sier det."),
    )
    words_language: Any = select_field(_l("Språket teksten er skrevet på"), talk_languages)
    is_consequence_explained: Any = checkbox_field(
        _l("Jeg har forklart hva svaret betyr"),
        required=_l("Forklar hva svaret betyr, og kryss av."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words.flags.depends = self.words_language.flags.depends = True
        self.explained_on.label.text = _("Dato for samtalen")
        self.language.label.text = _("Språk dere gikk gjennom planen på")

    def to_command(self, participant_id: UUID) -> RegisterReply:
        """Return what was filled in."""
        reply = PlanReply(
            version=self.version.data,
            kind=AnswerKind(self.kind.data),
            language=self.language.data,
            words=self.words.data or "",
            words_language=self.words_language.data or "",
        )
        return RegisterReply(participant_id, reply, self.explained_on.data, self.to_interpreting())


class DisagreementForm(PortalForm):
    """What the municipality decides, and why."""

    number = version_field()
    """Of the answer that was read."""
    outcome: Any = radio_field(
        _l("Hva bestemmer kommunen?"), outcome_choices, required=_l("Velg hva kommunen bestemmer.")
    )
    reason: Any = text_field(
        _l("Hvorfor"),
        required=_l("Skriv hvorfor. Deltakeren leser det."),
        most=MOST,
        area=True,
        hint=_l("Deltakeren leser dette. Skriv enkelt, og svar på det deltakeren har skrevet."),
    )

    def to_command(self, participant_id: UUID) -> DecideDisagreement:
        """Return what was filled in."""
        return DecideDisagreement(
            participant_id,
            self.number.data,
            DisagreementOutcome(self.outcome.data),
            self.reason.data,
        )
