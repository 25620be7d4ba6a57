"""The button that asks for a package."""

from app.web.forms import PortalForm


class PackageForm(PortalForm):
    """Nothing but the press of the button, once."""
