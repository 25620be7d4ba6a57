"""The forms of the month."""

import re
from datetime import date
from typing import Any
from uuid import UUID

from wtforms import HiddenField

from app.benefit.commands import ApproveRun, PrepareRun
from app.core.period import Period, add_months, month_period
from app.i18n.format import month_name
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.web.context import current_day
from app.web.fields import select_field
from app.web.forms import PortalForm

MONTHS_OFFERED = 12
_MONTH = re.compile(r"(20[0-9]{2}|21[0-9]{2})-(0[1-9]|1[0-2])")


class PrepareForm(PortalForm):
    """Which month to compute: those that have ended, and the present one as it stands."""

    month: Any = select_field(
        _l("Måned"), lambda: months_to_compute(current_day()), required=_l("Velg en måned.")
    )

    def to_command(self) -> PrepareRun:
        """Return the month as a command."""
        period = read_month(self.month.data)
        assert period is not None  # one of the choices
        return PrepareRun(period.first_day.year, period.first_day.month)


class ApproveForm(PortalForm):
    """Approval of what was shown."""

    digest = HiddenField()

    def to_command(self, run_id: UUID) -> ApproveRun:
        """Return the approval as a command."""
        return ApproveRun(run_id, self.digest.data or "")


def months_to_compute(present_day: date) -> list[tuple[str, str]]:
    """Return the newest months that have ended, by code and name, and the present one last."""
    this_month = present_day.replace(day=1)
    firsts = [add_months(this_month, -back) for back in range(1, MONTHS_OFFERED + 1)]
    ended = [(month_code(first), month_name(first)) for first in firsts]
    return [
        *ended,
        (month_code(this_month), _("%(month)s, foreløpig", month=month_name(present_day))),
    ]


def month_code(day: date) -> str:
    """Return the month as `2026-10`."""
    return f"{day:%Y-%m}"


def read_month(code: str | None) -> Period | None:
    """Return the month of a code, or None."""
    found = _MONTH.fullmatch(code or "")
    return month_period(int(found[1]), int(found[2])) if found else None
