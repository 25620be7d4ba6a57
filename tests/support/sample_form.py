"""A form with one field of each kind, for tests of components."""

from wtforms import (
    BooleanField,
    DateField,
    DecimalField,
    FileField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from app.web.forms import PortalForm

CHOICES = [SelectChoice("own", "Egen sykdom"), SelectChoice("child", "Barns sykdom")]
REQUIRED = [InputRequired("Fyll ut feltet.")]


class SampleForm(PortalForm):
    """One field of each kind; some must be filled in."""

    name = StringField("Navn", REQUIRED, description="Slik det står i passet.")
    note = TextAreaField("Merknad")
    goal = SelectField("Sluttmål", REQUIRED, choices=CHOICES)
    reason = RadioField("Grunn", REQUIRED, choices=CHOICES)
    elements = SelectMultipleField(
        "Elementer",
        choices=CHOICES,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    first_day = DateField("Første dag", REQUIRED)
    amount = DecimalField("Inntekt", [Optional()])
    certificate = FileField("Legeerklæring")
    password = PasswordField("Passord", REQUIRED)
    is_done = BooleanField("Tolk er tilbudt")
