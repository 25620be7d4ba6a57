"""What the closed lists of plans are called, and why something is refused, in sentences."""

from typing import assert_never

from app.i18n.text import gettext as _
from app.plans.catalogue import entry_of
from app.plans.errors import ElementRefusal, FixRefusal, PlanRefusal
from app.plans.models import PlanStatus
from app.rules.plan import ElementKind
from app.rules.programme import EndGoalGround, ProgrammeDoubt


def end_goal_ground_text(ground: EndGoalGround) -> str:
    """Return why an end goal may be chosen, or not."""
    match ground:
        case EndGoalGround.ALLOWED:
            return _("Kan velges.")
        case EndGoalGround.ALLOWED_IF_COMPLETION_RULED_OUT:
            return _(
                "Deltakeren er under 25 år. Målet kan velges bare hvis det ikke er ønsket eller "
                "mulig å fullføre videregående i programmet."
            )
        case EndGoalGround.HAS_UPPER_SECONDARY:
            return _("Deltakeren har videregående opplæring fra før. Da er dette ikke et sluttmål.")
        case EndGoalGround.LACKS_UPPER_SECONDARY:
            return _("Deltakeren har ikke videregående opplæring. Målet er for dem som har det.")
        case EndGoalGround.OVER_FIFTY_FIVE:
            return _("Deltakeren er over 55 år. Da er arbeid det eneste sluttmålet.")
        case _:
            assert_never(ground)


def doubt_text(doubt: ProgrammeDoubt) -> str:
    """Return what somebody must find out about the programme."""
    match doubt:
        case ProgrammeDoubt.LENGTH_BEFORE_REFORM:
            return _(
                "Deltakeren fikk tilbud om oppstart før reglene om varighet ble endret. "
                "Kontroller varigheten mot loven slik den var da."
            )
        case ProgrammeDoubt.COMPLETION_RULED_OUT:
            return _(
                "Deltakeren er under 25 år og uten videregående. Kryss av for at fullføring ikke "
                "er ønsket eller mulig, eller velg fullført videregående som sluttmål."
            )
        case ProgrammeDoubt.GOAL_NOT_ALLOWED:
            return _("Sluttmålet er ikke tillatt for denne deltakeren.")
        case ProgrammeDoubt.CHAPTER_6_A_ENDS:
            return _(
                "De midlertidige reglene for kollektiv beskyttelse tar slutt mens programmet "
                "varer. Finn ut om samfunnskunnskap blir obligatorisk da."
            )
        case _:
            assert_never(doubt)


def status_text(status: PlanStatus) -> str:
    """Return the state of a version in a word."""
    match status:
        case PlanStatus.DRAFT:
            return _("Utkast")
        case PlanStatus.FIXED:
            return _("Gjelder nå")
        case PlanStatus.REPLACED:
            return _("Erstattet")
        case _:
            assert_never(status)


def status_tone(status: PlanStatus) -> str:
    """Return the colour of a version's state."""
    match status:
        case PlanStatus.DRAFT:
            return "warning"
        case PlanStatus.FIXED:
            return "success"
        case PlanStatus.REPLACED:
            return "neutral"
        case _:
            assert_never(status)


def element_name(kind: ElementKind, title: str = "", catalogue_id: str = "") -> str:
    """Return the municipality's own name of an element, or the catalogue's."""
    return title or str(entry_of(kind, catalogue_id).name)


def plan_refusal_text(reason: PlanRefusal) -> str:  # noqa: C901 (one sentence per reason)
    """Return why the draft was not saved."""
    match reason:
        case PlanRefusal.EDUCATION_NOT_MAPPED:
            return _("Registrer deltakerens utdanningsnivå i kartleggingen først.")
        case PlanRefusal.ALREADY_BEGUN:
            return _("Deltakeren har en plan eller et utkast fra før. Åpne planen på nytt.")
        case PlanRefusal.NO_FIXED_PLAN:
            return _("Det finnes ingen fastsatt plan å gå ut fra.")
        case PlanRefusal.GOAL_NOT_ALLOWED:
            return _("Sluttmålet er ikke tillatt for denne deltakeren. Velg et av de andre.")
        case PlanRefusal.OFFERED_BEFORE_BIRTH:
            return _("Deltakeren var ikke født denne dagen. Sjekk årstallet.")
        case PlanRefusal.OFFERED_AFTER_START:
            return _("Programmet kan ikke starte før deltakeren fikk tilbudet.")
        case PlanRefusal.DECIDED_IN_THE_FUTURE:
            return _("Vedtaket kan ikke ha en dato fram i tid.")
        case PlanRefusal.MADE_IN_THE_FUTURE:
            return _("Planen kan ikke være laget på en dag fram i tid.")
        case PlanRefusal.MADE_BEFORE_EARLIER_VERSION:
            return _("Planen kan ikke være laget før den versjonen som gjelder nå.")
        case PlanRefusal.REVIEW_BEFORE_MADE:
            return _("Planen må vurderes etter den dagen den er laget.")
        case _:
            assert_never(reason)


def plan_refusal_field(reason: PlanRefusal) -> str | None:
    """Return the name of the form field that a refusal concerns; None: the whole form."""
    match reason:
        case PlanRefusal.GOAL_NOT_ALLOWED:
            return "end_goal"
        case PlanRefusal.OFFERED_BEFORE_BIRTH:
            return "offered_start_on"
        case PlanRefusal.OFFERED_AFTER_START:
            return "starts_on"
        case PlanRefusal.DECIDED_IN_THE_FUTURE:
            return "decided_on"
        case PlanRefusal.MADE_IN_THE_FUTURE | PlanRefusal.MADE_BEFORE_EARLIER_VERSION:
            return "made_on"
        case PlanRefusal.REVIEW_BEFORE_MADE:
            return "review_due_on"
        case (
            PlanRefusal.EDUCATION_NOT_MAPPED | PlanRefusal.ALREADY_BEGUN | PlanRefusal.NO_FIXED_PLAN
        ):
            return None
        case _:
            assert_never(reason)


def element_refusal_text(reason: ElementRefusal) -> str:
    """Return why the element was not saved."""
    match reason:
        case ElementRefusal.LAST_DAY_BEFORE_FIRST:
            return _("Siste dag kan ikke være før første dag.")
        case ElementRefusal.OUTSIDE_PROGRAMME:
            return _("Elementet må ligge innenfor programtiden.")
        case ElementRefusal.NO_HOURS:
            return _("Elementet må ha noen timer i uka.")
        case _:
            assert_never(reason)


def element_refusal_field(reason: ElementRefusal) -> str:
    """Return the name of the form field that a refusal concerns."""
    match reason:
        case ElementRefusal.LAST_DAY_BEFORE_FIRST | ElementRefusal.OUTSIDE_PROGRAMME:
            return "last_day"
        case ElementRefusal.NO_HOURS:
            return "hours_per_week"
        case _:
            assert_never(reason)


def fix_refusal_text(reason: FixRefusal) -> str:
    """Return why the draft was not fixed."""
    match reason:
        case FixRefusal.INCOMPLETE:
            return _("Planen kan ikke fastsettes ennå. Se hva som mangler.")
        case FixRefusal.CHANGE_NOT_JUDGED:
            return _("Avgjør først om endringen er liten eller vesentlig.")
        case FixRefusal.NOT_APPROVED:
            return _("En leder må godkjenne utkastet slik det er nå, før du fastsetter planen.")
        case _:
            assert_never(reason)
