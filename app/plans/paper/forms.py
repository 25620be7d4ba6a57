"""The form for printing a plan."""

from typing import Any

from app.i18n.text import lazy_gettext as _l
from app.web.fields import select_field
from app.web.forms import PortalForm


class IssuePlanForm(PortalForm):
    """Which language stands beside the Norwegian."""

    language: Any = select_field(
        _l("Språk ved siden av norsk"), choices=list, required=_l("Velg språk.")
    )
