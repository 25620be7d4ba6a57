"""The form of a single button."""

from app.web.fields import version_field
from app.web.forms import PortalForm


class ConfirmForm(PortalForm):
    """One button, with the version that was seen."""

    row_version = version_field()
