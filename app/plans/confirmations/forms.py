"""Forms of confirmations: the caseworker's, which makes a link, and the receiver's."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any
from uuid import UUID

from wtforms import Form, FormField, SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from app.i18n.text import lazy_gettext as _l
from app.plans.confirmations.commands import AskConfirmation, LineVerdict, Reply
from app.plans.confirmations.kinds import Verdict
from app.plans.confirmations.service import MOST_DAYS
from app.plans.confirmations.wording import verdict_choice
from app.web.fields import checkbox_field, day_field, hours_field, integer_field, radio_field
from app.web.forms import PortalForm, text_field

MINUTES_PER_HOUR = 60
PREFIX = "line_"


class AskForm(PortalForm):
    """Whom to ask about which lines, and for how long."""

    organisation: Any = text_field(
        _l("Hvem skal bekrefte?"),
        required=_l("Skriv navnet på skolen, arbeidsgiveren eller kontoret."),
        hint=_l("For eksempel en skole, en arbeidsgiver, fylkeskommunen eller Nav."),
    )
    person: Any = text_field(_l("Hvem spør du der?"), required=_l("Skriv navnet på den du spør."))
    email: Any = text_field(
        _l("E-post"), hint=_l("Bare til hjelp for deg. Portalen sender ikke e-post.")
    )
    elements: Any = SelectMultipleField(
        _l("Hvilke linjer i planen?"),
        choices=[],
        widget=ListWidget(),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )
    days: Any = integer_field(
        _l("Hvor mange dager skal lenken virke?"),
        required=_l("Skriv hvor mange dager lenken skal virke."),
        lowest=1,
        highest=MOST_DAYS,
    )
    shows_name: Any = checkbox_field(
        _l("Vis deltakerens navn"),
        hint=_l("Ellers vises bare forbokstavene. Fødselsnummer vises aldri."),
    )

    def offer(self, lines: Sequence[tuple[str, str]]) -> None:
        """Set which lines can be chosen."""
        self.elements.choices = list(lines)
        self.elements.flags.required = True

    def show(self, days: int) -> None:
        """Propose what the municipality has chosen."""
        self.days.data = days

    def to_command(self, participant_id: UUID) -> AskConfirmation:
        """Return what was filled in; a line that was not offered is left out."""
        offered = {value for value, _label in self.elements.choices}
        chosen = [UUID(each) for each in self.elements.data or () if each in offered]
        return AskConfirmation(
            participant_id=participant_id,
            organisation=self.organisation.data,
            person=self.person.data,
            element_ids=tuple(chosen),
            days=self.days.data,
            email=self.email.data or "",
            shows_name=self.shows_name.data,
        )


class LineForm(Form):
    """The answer about one line."""

    verdict: Any = radio_field(
        _l("Stemmer dette?"),
        lambda: [(each.value, verdict_choice(each)) for each in Verdict],
        required=_l("Svar på hver linje."),
    )
    first_day: Any = day_field(_l("Første dag, hvis den er en annen"))
    last_day: Any = day_field(_l("Siste dag, hvis den er en annen"))
    hours_per_week: Any = hours_field(_l("Timer i uka, hvis de er andre"), most=60)
    note: Any = text_field(_l("Merknad"), most=1000, area=True)

    def to_verdict(self, element_id: UUID) -> LineVerdict:
        """Return the answer; dates and hours only where it says that they are others."""
        verdict = Verdict(self.verdict.data)
        note = self.note.data or ""
        if verdict is not Verdict.WITH_CHANGES:
            return LineVerdict(element_id, verdict, note=note)
        hours: Fraction | None = self.hours_per_week.data
        return LineVerdict(
            element_id,
            verdict,
            self.first_day.data,
            self.last_day.data,
            None if hours is None else round(hours * MINUTES_PER_HOUR),
            note,
        )


class ReplyForm(PortalForm):
    """Who answers. The lines are added by `reply_form`."""

    name: Any = text_field(_l("Navnet ditt"), required=_l("Skriv navnet ditt."))
    role: Any = text_field(
        _l("Rollen din"),
        required=_l("Skriv hvilken rolle du har."),
        hint=_l("For eksempel rektor, avdelingsleder eller veileder."),
    )

    def lines(self) -> list[Any]:
        """Return the fields of the lines, in their order."""
        return [field for field in self if field.short_name.startswith(PREFIX)]

    def to_command(self, element_ids: Sequence[UUID]) -> Reply:
        """Return what was filled in; `element_ids` are the lines in their order."""
        asked = zip(self.lines(), element_ids, strict=True)
        verdicts = tuple(line.form.to_verdict(element_id) for line, element_id in asked)
        return Reply(self.name.data, self.role.data, verdicts)


def reply_form(count: int) -> ReplyForm:
    """Return the receiver's form with so many lines."""
    lines = {f"{PREFIX}{number}": FormField(LineForm) for number in range(1, count + 1)}
    made: ReplyForm = type("ReplyFormOfLines", (ReplyForm,), lines)()
    return made
