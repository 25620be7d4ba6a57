"""The forms of reviews and life events."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from app.enrolment.interpreting.forms import TalkForm
from app.enrolment.interpreting.wording import talk_languages
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.plans.reviews.commands import RegisterEvent, ReviewPlan, SettleEvent, Talk
from app.plans.reviews.kinds import LifeEventKind, ReviewOutcome
from app.plans.reviews.wording import event_choices, outcome_choices
from app.web.fields import day_field, radio_field, select_field, text_field
from app.web.forms import PortalForm

MOST = 4000
"""Characters of each part of what was said."""


class ReviewForm(TalkForm):
    """A review of the plan."""

    achieved: Any = text_field(
        _l("Hva er oppnådd siden sist?"),
        required=_l("Skriv kort hva som er oppnådd."),
        most=MOST,
        area=True,
        hint=_l("Virker elementene? Er målene de samme? Har livssituasjonen endret seg?"),
    )
    participant_words: Any = text_field(
        _l("Hva sier deltakeren om planen?"),
        most=MOST,
        area=True,
        hint=_l("Bruk deltakerens egne ord, på det språket deltakeren vil."),
    )
    words_language: Any = select_field(_l("Språket deltakerens ord er skrevet på"), talk_languages)
    changes: Any = text_field(_l("Hva skal endres?"), most=MOST, area=True)
    next_steps: Any = text_field(
        _l("Hva skjer nå?"),
        most=MOST,
        area=True,
        hint=_l("Skriv hvem som gjør hva, og når."),
    )
    outcome: Any = radio_field(
        _l("Hva kom dere fram til?"),
        outcome_choices,
        required=_l("Velg om planen blir som den er, eller skal endres."),
    )
    took_part: Any = text_field(
        _l("Hvem var med?"),
        most=300,
        hint=_l("Andre enn deltakeren og deg, for eksempel læreren eller Nav."),
    )
    next_due_on: Any = day_field(
        _l("Neste vurdering"), required=_l("Velg når planen skal vurderes på nytt.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words_language.flags.depends = True
        self.explained_on.label.text = _("Dato for samtalen")
        self.language.label.text = _("Språk dere snakket sammen på")

    def to_command(self, participant_id: UUID) -> ReviewPlan:
        """Return what was filled in."""
        talk = Talk(
            outcome=ReviewOutcome(self.outcome.data),
            language=self.language.data,
            interpreting=self.to_interpreting(),
            changes=self.changes.data or "",
            participant_words=self.participant_words.data or "",
            words_language=self.words_language.data or "",
            next_steps=self.next_steps.data or "",
            took_part=self.took_part.data or "",
        )
        return ReviewPlan(
            participant_id,
            self.explained_on.data,
            self.achieved.data,
            self.next_due_on.data,
            talk,
        )


class EventForm(PortalForm):
    """Something that happened in the participant's life."""

    kind: Any = radio_field(
        _l("Hva har skjedd?"), event_choices, required=_l("Velg hva som har skjedd.")
    )
    happened_on: Any = day_field(
        _l("Dato"),
        required=_l("Velg dagen det skjedde."),
        hint=_l("Venter deltakeren barn, skriver du når barnet ventes."),
    )
    note: Any = text_field(
        _l("Hva betyr det for planen?"),
        most=2000,
        area=True,
        hint=_l("Skriv aldri diagnoser eller andre opplysninger som planen ikke trenger."),
    )

    def show(self, day: date) -> None:
        """Propose the day."""
        self.happened_on.data = day

    def to_command(self, participant_id: UUID) -> RegisterEvent:
        """Return what was filled in."""
        return RegisterEvent(
            participant_id,
            LifeEventKind(self.kind.data),
            self.happened_on.data,
            self.note.data or "",
        )


class SettleForm(PortalForm):
    """What a look at the plan because of an event led to."""

    event_key: Any = radio_field(
        _l("Hvilken hendelse gjelder det?"), list, required=_l("Velg hendelsen.")
    )
    outcome: Any = radio_field(
        _l("Hva kom dere fram til?"),
        outcome_choices,
        required=_l("Velg om planen blir som den er, eller skal endres."),
    )
    reason: Any = text_field(_l("Hvorfor"), required=_l("Skriv hvorfor."), most=2000, area=True)

    def offer(self, events: Sequence[tuple[str, str]]) -> None:
        """Offer the events that wait, as (key, text)."""
        self.event_key.choices = list(events)

    def to_command(self, participant_id: UUID) -> SettleEvent:
        """Return what was filled in."""
        return SettleEvent(
            participant_id,
            self.event_key.data,
            ReviewOutcome(self.outcome.data),
            self.reason.data,
        )
