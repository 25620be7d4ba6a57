"""How a participant lives, and has lived, in words."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.enrolment.facts import children_in_care
from app.enrolment.models import Child, HouseholdPeriod, Participant
from app.i18n import format as fmt
from app.i18n.text import gettext as _
from app.i18n.text import ngettext


@dataclass(frozen=True, slots=True)
class PeriodView:
    """From when to when, and how."""

    first_day: str
    last_day: str
    """Empty: it goes on."""
    sentence: str


@dataclass(frozen=True, slots=True)
class ChildView:
    """One child."""

    born_on: str
    age: str
    note: str
    """What else there is to say, or empty."""


@dataclass(frozen=True, slots=True)
class HouseholdView:
    """Everything about the household."""

    periods: tuple[PeriodView, ...]
    """Newest first."""
    children: tuple[ChildView, ...]
    sole_carer: str
    """Empty if there are no children."""


def household_view(participant: Participant, present_day: date) -> HouseholdView:
    """Return the household in words. Needs Part.HOUSEHOLD and Part.CHILDREN."""
    periods = participant.household
    ends: list[date | None] = [later.first_day - timedelta(days=1) for later in periods[1:]]
    shown = [_period(period, end) for period, end in zip(periods, [*ends, None], strict=True)]
    children = children_in_care(participant)
    return HouseholdView(
        periods=tuple(reversed(shown)),
        children=tuple(_child(child, present_day) for child in children),
        sole_carer=_sole_carer(participant) if children else "",
    )


def _period(period: HouseholdPeriod, end: date | None) -> PeriodView:
    return PeriodView(
        fmt.short_date(period.first_day), fmt.short_date(end) if end else "", living_text(period)
    )


def living_text(period: HouseholdPeriod) -> str:
    """Return how she lives in a period, in one sentence."""
    if period.lives_with_parents and period.has_partner:
        return _("Bor sammen med foreldrene sine og en partner.")
    if period.lives_with_parents:
        return _("Bor sammen med foreldrene sine.")
    if period.has_partner and period.is_partner_in_programme:
        return _("Bor sammen med en partner som også deltar i programmet.")
    if period.has_partner:
        return _("Bor sammen med en partner som ikke deltar i programmet.")
    return _("Bor uten partner og foreldre.")


def _child(child: Child, present_day: date) -> ChildView:
    notes = []
    if child.is_chronically_ill:
        notes.append(_("Kronisk sykdom eller funksjonsnedsettelse."))
    if child.cared_for_until:
        last_day = fmt.short_date(child.cared_for_until)
        notes.append(_("Deltakeren hadde omsorgen til og med %(last_day)s.", last_day=last_day))
    birthday_passed = (present_day.month, present_day.day) >= (
        child.born_on.month,
        child.born_on.day,
    )
    age = present_day.year - child.born_on.year - (0 if birthday_passed else 1)
    return ChildView(
        born_on=fmt.short_date(child.born_on),
        age=ngettext("%(num)s år gammel", "%(num)s år gammel", max(age, 0)),
        note=" ".join(notes),
    )


def _sole_carer(participant: Participant) -> str:
    if participant.is_sole_carer:
        return _("Deltakeren har omsorgen for barna alene.")
    return _("Deltakeren deler omsorgen for barna med andre.")


def household_data(participant: Participant) -> dict[str, object]:
    """Return what is saved, as the values of the form; the day is the caseworker's to write."""
    newest = participant.household[-1] if participant.household else None
    return {
        "row_version": participant.row_version,
        "lives_with_parents": newest is not None and newest.lives_with_parents,
        "has_partner": newest is not None and newest.has_partner,
        "is_partner_in_programme": newest is not None and newest.is_partner_in_programme,
        "is_sole_carer": participant.is_sole_carer,
        "children": [
            {
                "child_id": str(child.id),
                "born_on": child.born_on,
                "is_chronically_ill": child.is_chronically_ill,
                "cared_for_until": child.cared_for_until,
            }
            for child in children_in_care(participant)
        ],
    }
