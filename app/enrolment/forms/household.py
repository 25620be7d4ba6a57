"""How a participant lives, and her children."""

from typing import Any
from uuid import UUID

from wtforms import FieldList, Form, FormField, HiddenField

from app.enrolment.commands import ChangeHousehold, ChildDetails, HouseholdDetails
from app.enrolment.forms.reading import RefusableForm, find_uuid
from app.i18n.text import lazy_gettext as _l
from app.web.fields import checkbox_field, day_field, version_field

MOST_CHILDREN = 20
ADD_CHILD, REMOVE_CHILD = "add_child", "remove_child:"
"""What the buttons of the list say in the field `action`."""


class ChildForm(Form):
    """One child. A row without birth date is not there."""

    child_id = HiddenField()
    born_on: Any = day_field(_l("Fødselsdato"))
    is_chronically_ill: Any = checkbox_field(
        _l("Kronisk sykt barn eller barn med funksjonsnedsettelse")
    )
    cared_for_until: Any = day_field(
        _l("Siste dag med omsorg"), hint=_l("Bare når deltakeren ikke lenger har omsorgen.")
    )

    def to_details(self) -> ChildDetails:
        """Return the child."""
        return ChildDetails(
            born_on=self.born_on.data,
            is_chronically_ill=self.is_chronically_ill.data,
            cared_for_until=self.cared_for_until.data,
            child_id=find_uuid(self.child_id.data),
        )


class ChildrenForm(RefusableForm):
    """A list of children that grows and shrinks by its own buttons, without scripts."""

    lives_with_parents: Any = checkbox_field(_l("Deltakeren bor sammen med foreldrene sine"))
    has_partner: Any = checkbox_field(_l("Deltakeren bor sammen med en partner"))
    is_partner_in_programme: Any = checkbox_field(_l("Partneren deltar også i programmet"))
    is_sole_carer: Any = checkbox_field(_l("Deltakeren har omsorgen for barna alene"))
    children = FieldList(FormField(ChildForm), max_entries=MOST_CHILDREN)

    def reshape(self, action: str) -> bool:
        """Add or remove a row if that is what the button says; tell whether it was."""
        if action == ADD_CHILD:
            if len(self.children.entries) < MOST_CHILDREN:
                self.children.append_entry()
            return True
        if not action.startswith(REMOVE_CHILD):
            return False
        name = action.removeprefix(REMOVE_CHILD)
        self.children.entries = [row for row in self.children.entries if row.name != name]
        return True

    def to_household(self) -> HouseholdDetails:
        """Return how the participant lives."""
        rows = [row.form for row in self.children.entries]
        return HouseholdDetails(
            lives_with_parents=self.lives_with_parents.data,
            has_partner=self.has_partner.data,
            is_partner_in_programme=self.is_partner_in_programme.data,
            is_sole_carer=self.is_sole_carer.data,
            children=tuple(row.to_details() for row in rows if row.born_on.data),
        )


class HouseholdForm(ChildrenForm):
    """How the participant lives from a day on."""

    row_version = version_field()
    first_day: Any = day_field(
        _l("Gjelder fra og med"),
        required=_l("Skriv dagen endringen gjelder fra."),
        hint=_l("Begynner en periode alt denne dagen, blir den rettet."),
    )

    def to_command(self, participant_id: UUID) -> ChangeHousehold:
        """Return what the form asks for."""
        return ChangeHousehold(
            participant_id, self.row_version.data, self.first_day.data, self.to_household()
        )
