"""The form of the number of days."""

from typing import Any

from app.declarations.reminders.service import FEWEST_DAYS, MOST_DAYS
from app.i18n.text import lazy_gettext as _l
from app.web.fields import VersionField, integer_field
from app.web.forms import PortalForm


class ReminderForm(PortalForm):
    """After how many days a paper is late, with the number that the form was opened with."""

    seen = VersionField(default=0)
    days: Any = integer_field(
        _l("Hvor mange dager etter at arket er laget, skal det være tilbake?"),
        required=_l("Skriv antall dager."),
        lowest=FEWEST_DAYS,
        highest=MOST_DAYS,
        hint=_l("Etter dette står papiret på arbeidslisten som for sent. Vanlig er 14 dager."),
    )
