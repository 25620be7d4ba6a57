"""Enrolling and changing a participant: the shape of what is typed."""

from app.enrolment.forms.details import ChangeForm, EnrolForm, details_as_data
from app.enrolment.forms.filter import FilterForm
from app.enrolment.forms.household import ADD_CHILD, REMOVE_CHILD, HouseholdForm
from app.enrolment.forms.link import LinkForm

ASSESS = "assess"
"""What the button that shows the target group says in the field `action`; saving says nothing."""

__all__ = [
    "ADD_CHILD",
    "ASSESS",
    "REMOVE_CHILD",
    "ChangeForm",
    "EnrolForm",
    "FilterForm",
    "HouseholdForm",
    "LinkForm",
    "details_as_data",
]
