"""What belongs to the whole class list; each person's choice is read by `rows`."""

from typing import Any

from wtforms import Form

from app.i18n.text import lazy_gettext as _l
from app.web.forms import PortalForm, text_field


class ClassForm(PortalForm):
    """Why, where the deadline is over."""

    reason: Any = text_field(
        _l("Hvorfor rettes oppmøtet?"),
        most=500,
        hint=_l("Fristen er ute. Grunnen står sammen med endringen."),
    )


class CodeForm(Form):
    """The code at the top of a printed list; it stands in the address."""

    kode: Any = text_field(
        _l("Koden på arket"),
        required=_l("Skriv koden som står øverst på arket."),
        most=20,
        hint=_l("For eksempel 1611-4F09A2."),
    )
