"""Where a tablet stands, and the code that is typed at it."""

from typing import Any

from wtforms import StringField
from wtforms.validators import DataRequired, Length

from app.i18n.text import lazy_gettext as _l
from app.web.forms import PortalForm, text_field


class TabletForm(PortalForm):
    """A new tablet."""

    name: Any = text_field(
        _l("Hvor står nettbrettet?"), most=200, required=_l("Skriv hvor nettbrettet står.")
    )


class CodeForm(PortalForm):
    """The code of whoever stands before the tablet."""

    code: Any = StringField(
        _l("Koden din"),
        validators=[DataRequired(_l("Skriv koden din.")), Length(max=20)],
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )
