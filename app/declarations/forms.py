"""Forms for issuing, and for what became of the paper."""

from typing import Any

from flask_wtf.file import FileField, FileRequired

from app.declarations.commands import RegisterNotSigned, RegisterSigning
from app.i18n.text import lazy_gettext as _l
from app.web.fields import day_field, select_field, version_field
from app.web.forms import PortalForm, text_field


class IssueForm(PortalForm):
    """Which language stands beside the Norwegian text."""

    language: Any = select_field(
        _l("Språk ved siden av norsk"), choices=list, required=_l("Velg språk.")
    )


class SigningForm(PortalForm):
    """When and where the paper was signed, with whom, and the scan."""

    row_version = version_field()
    signed_on: Any = day_field(_l("Dato for underskrift"), required=_l("Skriv datoen på papiret."))
    place: Any = text_field(_l("Sted"), required=_l("Skriv stedet på papiret."), most=200)
    interpreter: Any = text_field(
        _l("Tolk"),
        required=_l("Skriv hvem som tolket, eller hvorfor dere ikke brukte tolk."),
        most=200,
        hint=_l("Hvem tolket, eller hvorfor var det ikke behov for tolk?"),
    )
    scan = FileField(
        _l("Skannet papir"),
        validators=[FileRequired(_l("Last opp det underskrevne papiret."))],
        description=_l("PDF, PNG eller JPEG."),
    )

    def to_command(self) -> RegisterSigning:
        """Return what was filled in."""
        return RegisterSigning(
            signed_on=self.signed_on.data,
            place=self.place.data,
            interpreter=self.interpreter.data,
            scan=self.scan.data.read(),
            row_version=self.row_version.data,
        )


class NotSignedForm(PortalForm):
    """Why the paper was not signed."""

    row_version = version_field()
    reason: Any = text_field(
        _l("Hva skjedde, og hvilken veiledning fikk deltakeren?"),
        required=_l("Skriv hvorfor papiret ikke er underskrevet."),
        most=2000,
        area=True,
    )

    def to_command(self) -> RegisterNotSigned:
        """Return what was filled in."""
        return RegisterNotSigned(reason=self.reason.data, row_version=self.row_version.data)
