"""The list, its days, and what else is known of them."""

from typing import Any
from uuid import UUID

from flask_wtf.file import FileField
from wtforms import StringField

from app.attendance.school_import.commands import TakeIn
from app.attendance.school_import.workbook import is_workbook, text_of_workbook
from app.core.period import Period
from app.core.sheets import MOST_BYTES, MOST_PASTED, text_of
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.web.fields import checkbox_field, day_field
from app.web.forms import PortalForm, text_field

REGISTER = "register"


class SchoolListForm(PortalForm):
    """A school's list of absence for one group."""

    file: Any = FileField(
        _l("Fil fra skolen (CSV eller Excel)"),
        render_kw={"accept": ".csv,.txt,.xlsx,text/csv"},
    )
    rows: Any = text_field(
        _l("Eller lim inn listen"),
        most=MOST_PASTED,
        area=True,
        hint=_l(
            "Første rad er overskrifter: Identitetsnummer (eller Fornavn, Etternavn og "
            "Fødselsdato), Dato og Timer. Tomt felt for timer betyr hele dagen."
        ),
    )
    first_day: Any = day_field(
        _l("Listen gjelder fra og med"), required=_l("Velg den første dagen.")
    )
    last_day: Any = day_field(_l("Til og med"), required=_l("Velg den siste dagen."))
    others_were_there: Any = checkbox_field(
        _l("De som ikke står i listen, var til stede"),
        hint=_l("Kryss av når skolen har meldt alt fravær for disse dagene."),
    )
    reason: Any = text_field(
        _l("Hvorfor rettes oppmøtet?"),
        most=500,
        hint=_l("Bare når fristen for å føre oppmøte er ute."),
    )
    step = StringField("")
    """Which button was pressed."""

    def read_file(self) -> None:
        """Put what the file says into the field that is shown and sent again.

        Raises:
            UnreadableSheet, UnreadableWorkbook: it cannot be read.
        """
        if not self.file.data:
            return
        with self.file.data.stream as stream:
            content: bytes = stream.read(MOST_BYTES + 1)
        if content:
            text = text_of_workbook(content) if is_workbook(content) else text_of(content)
            self.rows.data = text

    def is_in_order(self) -> bool:
        """Tell whether the days are in order; otherwise say it."""
        if self.last_day.data < self.first_day.data:
            self.refuse(_("Den siste dagen er før den første."), "last_day")
            return False
        return True

    def to_command(self, group_id: UUID) -> TakeIn:
        """Return what was filled in."""
        return TakeIn(
            group_id,
            Period(self.first_day.data, self.last_day.data),
            self.rows.data or "",
            bool(self.others_were_there.data),
            self.reason.data or "",
        )
