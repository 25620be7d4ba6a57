"""The forms of links for schools: for the caseworker, and for the school."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any
from uuid import UUID

from app.attendance.school_links.commands import AnswerReport, HoursAway, MakeLink
from app.attendance.school_links.rows import Place
from app.i18n.text import lazy_gettext as _l
from app.web.fields import day_field, hours_field
from app.web.forms import PortalForm, text_field

SET_ASIDE = "legg-bort"
"""The name of the button that registers nothing."""


class LinkForm(PortalForm):
    """A new link."""

    school: Any = text_field(_l("Skole"), most=200, required=_l("Skriv navnet på skolen."))
    contact: Any = text_field(
        _l("Kontaktperson"), most=200, required=_l("Skriv hvem som får lenken.")
    )
    first_day: Any = day_field(_l("Gjelder fra og med"), required=_l("Velg den første dagen."))
    last_day: Any = day_field(
        _l("Til og med"), required=_l("Velg den siste dagen."), hint=_l("Høyst to måneder.")
    )

    def to_command(self, group_id: UUID) -> MakeLink:
        """Return what was filled in."""
        return MakeLink(
            group_id,
            self.school.data,
            self.contact.data,
            self.first_day.data,
            self.last_day.data,
        )


class AnswerForm(PortalForm):
    """What is done with a report."""

    reason: Any = text_field(
        _l("Begrunnelse"),
        most=500,
        area=True,
        hint=_l("Når du legger meldingen bort, eller når fristen for å føre oppmøte er ute."),
    )

    def to_command(self, group_id: UUID, report_id: UUID, *, is_taken_in: bool) -> AnswerReport:
        """Return what was filled in."""
        return AnswerReport(group_id, report_id, is_taken_in, self.reason.data or "")


class WeekForm(PortalForm):
    """Who tells; the hours of each pupil and day are fields beside it."""

    sender: Any = text_field(_l("Navnet ditt"), most=200, required=_l("Skriv navnet ditt."))

    def away(self, places: Mapping[str, Place]) -> HoursAway:
        """Return what was filled in; an empty field says that she was there."""
        return {place: self[name].data or Fraction(0) for name, place in places.items()}


def week_form(labels: Iterable[tuple[str, str, int]]) -> WeekForm:
    """Return a form with a field for each pupil and day: name, label and most hours."""
    fields = {name: hours_field(label, most=most) for name, label, most in labels}
    made: WeekForm = type("SchoolWeekForm", (WeekForm,), fields)()
    return made
