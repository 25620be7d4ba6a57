"""The pages of enrolment in words."""

from app.enrolment.presenters.fields import full_name, stale_text
from app.enrolment.presenters.household import HouseholdView, household_data, household_view
from app.enrolment.presenters.listing import ListView, list_view
from app.enrolment.presenters.overview import OverviewView, overview_view

__all__ = [
    "HouseholdView",
    "ListView",
    "OverviewView",
    "full_name",
    "household_data",
    "household_view",
    "list_view",
    "overview_view",
    "stale_text",
]
