"""The day that the quotas are shown for; it stands in the address."""

from datetime import date, timedelta
from typing import Any

from wtforms import Form, ValidationError

from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.web.fields import day_field

_FIRST = date(2021, 1, 1)
_AHEAD = timedelta(days=5 * 366)
"""No programme reaches further."""


class DayForm(Form):
    """An empty day, or one that cannot be meant, counts as today."""

    dag: Any = day_field(_l("Vis kvotene på denne dagen"))

    def __init__(self, sent: Any, today: date) -> None:
        super().__init__(sent)
        self._today = today
        self.validate()

    def validate_dag(self, field: Any) -> None:
        """Refuse days that no programme reaches."""
        if field.data is not None and not _FIRST <= field.data <= self._today + _AHEAD:
            raise ValidationError(_("Velg en dag mellom 2021 og fem år fram i tid."))

    def day(self) -> date:
        """Return the chosen day, or today."""
        chosen: date | None = self.dag.data
        return self._today if chosen is None or self.dag.errors else chosen
