"""What the fields of a plan are called, and how their values read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from app.enrolment.mapping.wording import end_goal_text
from app.i18n.bidi import isolated_text
from app.i18n.format import hours, joined, short_date
from app.i18n.locales import DEFAULT
from app.i18n.spoken import language_name
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.plans import wording
from app.rules.plan import NorwegianGoals

MINUTES_PER_HOUR = 60


class Group(StrEnum):
    """Where a field of a plan is shown."""

    GOALS = "goals"
    TRAINING = "training"
    REASONS = "reasons"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field in words."""

    label: Any
    """Lazy text."""
    show: Callable[[Any], str]
    group: Group = Group.FOLLOW_UP
    is_written: bool = False
    """Somebody's own text: shown whole, in the language it was written in."""
    is_amount: bool = False
    """More or less of it is said as such."""


def group_heading(group: Group) -> str:
    """Return the heading of a group."""
    match group:
        case Group.GOALS:
            return _("Mål")
        case Group.TRAINING:
            return _("Norsk og samfunnskunnskap")
        case Group.REASONS:
            return _("Begrunnelse og medvirkning")
        case Group.FOLLOW_UP:
            return _("Oppfølging")


def _day(value: date) -> str:
    return isolated_text(short_date(value))


def _number(value: int) -> str:
    return isolated_text(hours(Fraction(value)))


def _hours_a_week(minutes: int) -> str:
    return isolated_text(hours(Fraction(minutes, MINUTES_PER_HOUR)))


def _yes_no(value: object) -> str:
    return _("Ja") if value else _("Nei")


def _goals(goals: NorwegianGoals) -> str:
    return joined(
        f"{skill}: {isolated_text(level)}"
        for skill, level in (
            (_("Lytte"), goals.listening),
            (_("Lese"), goals.reading),
            (_("Skrive"), goals.writing),
            (_("Snakke"), goals.speaking),
        )
    )


def _language(code: str) -> str:
    return language_name(code or DEFAULT.code)


def _as_written(value: str) -> str:
    return value


PLAN_FIELDS: Mapping[str, FieldWords] = {
    "end_goal": FieldWords(_l("Sluttmål"), end_goal_text, Group.GOALS),
    "is_completion_ruled_out": FieldWords(
        _l("Fullført videregående er ikke ønsket eller mulig"), _yes_no, Group.GOALS
    ),
    "norwegian_goals": FieldWords(_l("Norskmål"), _goals, Group.GOALS),
    "norwegian_goals_reason": FieldWords(
        _l("Hvorfor norskmålet er et annet enn forslaget"),
        _as_written,
        Group.GOALS,
        is_written=True,
    ),
    "long_term_goals": FieldWords(_l("Langsiktige mål"), _as_written, Group.GOALS, is_written=True),
    "goals_language": FieldWords(
        _l("Språket de langsiktige målene er skrevet på"), _language, Group.GOALS
    ),
    "norwegian_hours": FieldWords(_l("Timer norsk i alt"), _number, Group.TRAINING, is_amount=True),
    "social_studies_hours": FieldWords(
        _l("Timer samfunnskunnskap i alt"), _number, Group.TRAINING, is_amount=True
    ),
    "reasons": FieldWords(
        _l("Hvorfor disse elementene"), _as_written, Group.REASONS, is_written=True
    ),
    "participation_note": FieldWords(
        _l("Hva deltakeren bidro med"), _as_written, Group.REASONS, is_written=True
    ),
    "is_appeal_information_given": FieldWords(_l("Opplyst om klage"), _yes_no),
    "is_competence_validation_guided": FieldWords(
        _l("Veiledet om realkompetansevurdering"), _yes_no
    ),
    "made_on": FieldWords(_l("Planen er laget"), _day),
    "review_due_on": FieldWords(_l("Neste vurdering"), _day),
}
"""The fields of `PlanDetails`, in the order in which they are shown."""

ELEMENT_FIELDS: Mapping[str, FieldWords] = {
    "kind": FieldWords(_l("Type"), wording.element_name),
    "catalogue_id": FieldWords(_l("Standardelement"), _as_written),
    "first_day": FieldWords(_l("Første dag"), _day),
    "last_day": FieldWords(_l("Siste dag"), _day),
    "minutes_per_week": FieldWords(_l("Timer i uka"), _hours_a_week, is_amount=True),
    "title": FieldWords(_l("Kommunens navn på elementet"), _as_written, is_written=True),
    "provider": FieldWords(_l("Arrangør"), _as_written, is_written=True),
    "place": FieldWords(_l("Sted"), _as_written, is_written=True),
    "responsible": FieldWords(_l("Ansvarlig"), _as_written, is_written=True),
    "reason": FieldWords(_l("Hvorfor dette elementet"), _as_written, is_written=True),
}
"""The fields of `ElementDetails`, in the order in which they are shown."""
SILENT = frozenset({"catalogue_id", "made_on"})
"""Fields that are not told as changes: every version is made on a day of its own."""
