"""Forms for issuing, and for what became of the paper."""

from typing import Any

from flask_wtf.file import FileField, FileRequired

from app.declarations.commands import RegisterNotSigned, RegisterSigning, WithdrawDeclaration
from app.declarations.explanations.forms import EXPLANATION_FIELDS, ExplanationForm
from app.declarations.kinds import WithdrawalGround
from app.declarations.layouts import SheetLayout
from app.declarations.outcomes.wording import ground_text
from app.i18n.text import lazy_gettext as _l
from app.web.fields import checkbox_field, day_field, radio_field, select_field, version_field
from app.web.forms import PortalForm, text_field


class IssueForm(PortalForm):
    """Which language stands beside the Norwegian text, and on which side."""

    language: Any = select_field(
        _l("Språk ved siden av norsk"), choices=list, required=_l("Velg språk.")
    )
    is_mirrored: Any = checkbox_field(
        _l("Speilvendt ark: norsk til høyre"),
        hint=_l(
            "Bare for språk som leses fra høyre mot venstre. Vanligvis står norsk til venstre."
        ),
    )

    def layout(self) -> SheetLayout | None:
        """Return the layout that was asked for; None: the usual one of the language."""
        return SheetLayout.MIRRORED if self.is_mirrored.data else None


class SigningForm(ExplanationForm):
    """When and where the paper was signed, the scan, and how the paper was explained."""

    row_version = version_field()
    signed_on: Any = day_field(_l("Dato for underskrift"), required=_l("Skriv datoen på papiret."))
    place: Any = text_field(_l("Sted"), required=_l("Skriv stedet på papiret."), most=200)
    scan = FileField(
        _l("Skannet papir"),
        validators=[FileRequired(_l("Last opp det underskrevne papiret."))],
        description=_l("PDF, PNG eller JPEG."),
    )

    def __init__(self, *, is_explained: bool, **kwargs: Any) -> None:
        """Ask for the explanation only where none is registered."""
        super().__init__(**kwargs)
        self.asks_for_explanation = not is_explained
        if is_explained:
            for name in EXPLANATION_FIELDS:
                del self[name]

    def to_command(self) -> RegisterSigning:
        """Return what was filled in."""
        return RegisterSigning(
            signed_on=self.signed_on.data,
            place=self.place.data,
            explanation=self.to_explanation() if self.asks_for_explanation else None,
            scan=self.scan.data.read(),
            row_version=self.row_version.data,
        )


class NotSignedForm(PortalForm):
    """When and why the paper was not signed, and what the participant was told."""

    row_version = version_field()
    not_signed_on: Any = day_field(
        _l("Dato for samtalen"), required=_l("Skriv dagen dere snakket om papiret.")
    )
    reason: Any = text_field(
        _l("Hvorfor er papiret ikke underskrevet?"),
        required=_l("Skriv hvorfor papiret ikke er underskrevet."),
        most=2000,
        area=True,
    )
    guidance: Any = text_field(
        _l("Hvilken veiledning fikk deltakeren?"),
        required=_l("Skriv hvilken veiledning deltakeren fikk."),
        most=2000,
        area=True,
    )

    def to_command(self) -> RegisterNotSigned:
        """Return what was filled in."""
        return RegisterNotSigned(
            not_signed_on=self.not_signed_on.data,
            reason=self.reason.data,
            guidance=self.guidance.data,
            row_version=self.row_version.data,
        )


class WithdrawForm(PortalForm):
    """What was wrong with the sheet."""

    row_version = version_field()
    ground: Any = radio_field(
        _l("Hva er feil?"),
        lambda: [(one.value, ground_text(one)) for one in WithdrawalGround],
        required=_l("Velg hva som er feil."),
    )
    reason: Any = text_field(
        _l("Begrunnelse"),
        required=_l("Skriv hvorfor arket trekkes tilbake."),
        most=2000,
        area=True,
    )

    def to_command(self) -> WithdrawDeclaration:
        """Return what was filled in."""
        return WithdrawDeclaration(
            ground=WithdrawalGround(self.ground.data),
            reason=self.reason.data,
            row_version=self.row_version.data,
        )
