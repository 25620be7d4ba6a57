"""The sign-in form."""

from typing import Any

from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

from app.i18n.text import lazy_gettext as _l
from app.web.forms import PortalForm, text_field


class SignInForm(PortalForm):
    """User name and password."""

    username: Any = text_field(_l("Brukernavn"), required=_l("Skriv brukernavnet ditt."))
    password = PasswordField(
        _l("Passord"), validators=[InputRequired(_l("Skriv passordet ditt.")), Length(max=200)]
    )
