"""The forms of handing a case over and taking one in."""

from typing import Any

from flask_wtf.file import FileField, FileRequired

from app.handover import wording
from app.handover.bundle import MOST_PACKED
from app.i18n.text import lazy_gettext as _l
from app.web.fields import checkbox_field, radio_field, text_field
from app.web.forms import PortalForm


class SendForm(PortalForm):
    """To whom, and why they may be told."""

    recipient: Any = text_field(
        _l("Kommunen deltakeren flytter til"),
        most=100,
        required=_l("Skriv navnet på kommunen."),
        hint=_l("Navnet uten ordet kommune, for eksempel Bergen."),
    )
    ground: Any = radio_field(
        _l("Hvorfor kan dere gi opplysningene videre?"),
        wording.ground_choices,
        required=_l("Velg hvorfor."),
    )
    reason: Any = text_field(
        _l("Begrunnelse"),
        most=2000,
        area=True,
        required=_l("Skriv hva deltakeren har sagt, eller hva opplysningene skal brukes til."),
        hint=_l("Skriv hva deltakeren har sagt, eller hva opplysningene skal brukes til."),
    )


class UploadForm(PortalForm):
    """A bundle from another municipality."""

    bundle: Any = FileField(
        _l("Saken fra den andre kommunen"),
        validators=[FileRequired(_l("Velg filen."))],
        description=_l("Filen slutter på .zip. Ikke pakk den ut."),
    )

    def content(self) -> bytes:
        """Return the bytes, and one more than there may be if there are too many."""
        with self.bundle.data.stream as stream:
            content: bytes = stream.read(MOST_PACKED + 1)
        return content


class TakeOverForm(PortalForm):
    """The word that the fingerprint is the sender's."""

    is_confirmed: Any = checkbox_field(
        _l("Jeg har ringt avsenderen, og fingeravtrykket er det samme hos oss begge.")
    )
