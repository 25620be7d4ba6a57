"""What is not registered of a month, by teacher, with the day on which registration closes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from flask import url_for

from app.benefit.closing import UnregisteredGroup
from app.benefit.presenters.payment import period_text
from app.core.period import Period, add_months
from app.i18n import format as fmt
from app.i18n.text import gettext as _
from app.i18n.text import ngettext


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group with something missing."""

    name: str
    url: str
    oldest: str
    sessions: str
    marks: int


@dataclass(frozen=True, slots=True)
class TeacherRow:
    """A teacher with the groups that wait for her."""

    name: str
    groups: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True)
class ClosingPage:
    """The month before it closes."""

    month: str
    deadline: str
    is_closed: bool
    teachers: tuple[TeacherRow, ...]
    previous_url: str
    next_url: str
    """Empty: the month has not begun."""


def closing_page(
    period: Period, closes_on: date, present_day: date, missing: Sequence[UnregisteredGroup]
) -> ClosingPage:
    """Return the page of a month. `missing`: by teacher."""
    following = add_months(period.first_day, 1)
    return ClosingPage(
        month=period_text(period),
        deadline=_("Siste dag for å føre oppmøte er %(day)s.", day=fmt.long_date(closes_on)),
        is_closed=closes_on < present_day,
        teachers=tuple(
            TeacherRow(
                name=teacher or _("Grupper uten lærer"),
                groups=tuple(_group(each) for each in groups),
            )
            for teacher, groups in groupby(missing, key=lambda each: each.teacher)
        ),
        previous_url=_url(add_months(period.first_day, -1)),
        next_url=_url(following) if following <= present_day else "",
    )


def _group(group: UnregisteredGroup) -> GroupRow:
    return GroupRow(
        name=group.group,
        url=url_for("groups.show", group_id=group.group_id),
        oldest=fmt.short_date(group.oldest),
        sessions=ngettext("%(num)s time", "%(num)s timer", group.session_count),
        marks=group.missing_marks,
    )


def _url(first_day: date) -> str:
    return url_for("payments.show_closing", maned=f"{first_day:%Y-%m}")
