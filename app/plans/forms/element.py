"""The form of one element, alone or as a line among others."""

from fractions import Fraction
from typing import Any
from uuid import UUID

from wtforms import HiddenField

from app.i18n.text import lazy_gettext as _l
from app.plans.catalogue import CATALOGUE, entry_of
from app.plans.commands import AddElement, ChangeElement, ElementDetails
from app.rules.plan import ElementKind
from app.web.fields import day_field, hours_field, select_field, version_field
from app.web.forms import PortalForm, text_field

MINUTES_PER_HOUR = 60


def _kinds() -> list[tuple[str, str]]:
    return [(kind.value, str(entry.name)) for kind, entry in CATALOGUE.items()]


class ElementFields:
    """What is asked about an element, its type apart."""

    title: Any = text_field(
        _l("Kommunens eget navn"),
        hint=_l("Hvis det heter noe annet hos dere, for eksempel navnet på kurset."),
    )
    provider: Any = text_field(
        _l("Arrangør"), hint=_l("For eksempel voksenopplæringen eller navnet på bedriften.")
    )
    place: Any = text_field(_l("Sted"), hint=_l("Hvor deltakeren møter opp."))
    responsible: Any = text_field(
        _l("Ansvarlig"), hint=_l("Hvem som sørger for at det blir noe av, for eksempel Nav.")
    )
    first_day: Any = day_field(_l("Første dag"), required=_l("Velg den første dagen."))
    last_day: Any = day_field(_l("Siste dag"), required=_l("Velg den siste dagen."))
    hours_per_week: Any = hours_field(
        _l("Timer i uka"), required=_l("Skriv hvor mange timer i uka."), most=60
    )
    reason: Any = text_field(
        _l("Hvorfor dette elementet"),
        most=2000,
        area=True,
        hint=_l("Hvordan det hjelper deltakeren til arbeid og til norskmålet."),
    )

    def show_element(self, element: ElementDetails) -> None:
        """Fill in what is saved or proposed, the type apart."""
        self.title.data = element.title
        self.provider.data = element.provider
        self.place.data = element.place
        self.responsible.data = element.responsible
        self.first_day.data = element.first_day
        self.last_day.data = element.last_day
        self.hours_per_week.data = Fraction(element.minutes_per_week, MINUTES_PER_HOUR)
        self.reason.data = element.reason

    def details(self, kind: ElementKind, catalogue_id: str) -> ElementDetails:
        """Return what was filled in, of this type."""
        entry = entry_of(kind, catalogue_id)
        return ElementDetails(
            kind=kind,
            first_day=self.first_day.data,
            last_day=self.last_day.data,
            minutes_per_week=round(self.hours_per_week.data * MINUTES_PER_HOUR),
            title=self.title.data or "",
            provider=self.provider.data or "",
            catalogue_id=entry.variant_id,
            place=self.place.data or "",
            responsible=self.responsible.data or "",
            reason=self.reason.data or "",
        )


class ElementForm(ElementFields, PortalForm):
    """One element of the draft."""

    row_version = version_field()
    catalogue_id = HiddenField()
    kind: Any = select_field(
        _l("Type element"), _kinds, blank=_l("Velg type"), required=_l("Velg en type.")
    )

    def show(self, element: ElementDetails) -> None:
        """Fill in what is saved or proposed."""
        self.kind.data = element.kind.value
        self.catalogue_id.data = element.catalogue_id
        self.show_element(element)

    def to_addition(self, participant_id: UUID) -> AddElement:
        """Return what was filled in for a new element."""
        return AddElement(participant_id, self._element())

    def to_change(self, participant_id: UUID, element_id: UUID) -> ChangeElement:
        """Return what was filled in for an element that exists."""
        return ChangeElement(participant_id, element_id, self.row_version.data, self._element())

    def _element(self) -> ElementDetails:
        return self.details(ElementKind(self.kind.data), self.catalogue_id.data or "")
