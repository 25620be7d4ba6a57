"""Reviews and life events in words, and why something was refused."""

from typing import assert_never

from app.i18n.text import gettext as _
from app.plans.reviews.errors import EventRefusal, ReviewRefusal
from app.plans.reviews.kinds import LifeEventKind, ReviewOutcome


def outcome_text(outcome: ReviewOutcome) -> str:
    """Return what a look at the plan led to."""
    match outcome:
        case ReviewOutcome.PLAN_STANDS:
            return _("Planen blir som den er")
        case ReviewOutcome.NEW_VERSION:
            return _("Planen skal endres")
        case _:
            assert_never(outcome)


def outcome_choices() -> list[tuple[str, str]]:
    """Return what a look at the plan can lead to."""
    return [
        (ReviewOutcome.PLAN_STANDS.value, _("Planen blir som den er")),
        (
            ReviewOutcome.NEW_VERSION.value,
            _("Planen skal endres. Det blir laget et utkast til ny versjon."),
        ),
    ]


def event_text(kind: LifeEventKind) -> str:
    """Return what happened."""
    match kind:
        case LifeEventKind.CHILD_EXPECTED:
            return _("Deltakeren venter barn")
        case LifeEventKind.FAMILY_CHANGED:
            return _("Familien har fått barn, eller husstanden er endret")
        case LifeEventKind.MOVED:
            return _("Deltakeren har flyttet")
        case LifeEventKind.PERMIT_CHANGED:
            return _("Oppholdstillatelsen er endret")
        case LifeEventKind.LONG_SICKNESS:
            return _("Deltakeren er syk lenge")
        case LifeEventKind.CARE_CHANGED:
            return _("Deltakeren er blitt alene om omsorgen, eller er det ikke lenger")
        case LifeEventKind.GOAL_REACHED:
            return _("Et mål er nådd før tiden")
        case LifeEventKind.WORK_FOUND:
            return _("Deltakeren har fått arbeid, eller arbeidet er endret")
        case LifeEventKind.OTHER:
            return _("Noe annet i livet har endret seg")
        case _:
            assert_never(kind)


def event_choices() -> list[tuple[str, str]]:
    """Return what can be registered."""
    return [(kind.value, event_text(kind)) for kind in LifeEventKind]


def review_refusal_text(reason: ReviewRefusal) -> str:
    """Return why the review was not saved."""
    match reason:
        case ReviewRefusal.NO_FIXED_PLAN:
            return _("Planen må være fastsatt før den kan vurderes.")
        case ReviewRefusal.IN_THE_FUTURE:
            return _("Vurderingen kan ikke ha en dato fram i tid.")
        case ReviewRefusal.BEFORE_PLAN:
            return _("Vurderingen kan ikke være gjort før planen ble laget.")
        case ReviewRefusal.NEXT_NOT_AFTER:
            return _("Neste vurdering må være etter denne.")
        case ReviewRefusal.NO_LANGUAGE:
            return _("Velg språket deltakerens ord er skrevet på.")
        case _:
            assert_never(reason)


def review_refusal_field(reason: ReviewRefusal) -> str | None:
    """Return the name of the form field that a refusal concerns; None: the whole form."""
    match reason:
        case ReviewRefusal.NO_FIXED_PLAN:
            return None
        case ReviewRefusal.IN_THE_FUTURE | ReviewRefusal.BEFORE_PLAN:
            return "explained_on"
        case ReviewRefusal.NEXT_NOT_AFTER:
            return "next_due_on"
        case ReviewRefusal.NO_LANGUAGE:
            return "words_language"
        case _:
            assert_never(reason)


def event_refusal(reason: EventRefusal) -> tuple[str | None, str]:
    """Return the form field that a refusal concerns (None: the whole form), and why."""
    match reason:
        case EventRefusal.IN_THE_FUTURE:
            return "happened_on", _("Bare et barn som ventes, kan ha en dato fram i tid.")
        case EventRefusal.NO_NOTE:
            return "note", _("Skriv hva som har endret seg.")
        case EventRefusal.NOT_OPEN:
            return None, _("Hendelsen er allerede vurdert. Se listen på nytt.")
        case EventRefusal.NO_REASON:
            return "reason", _("Skriv hvorfor.")
        case _:
            assert_never(reason)
