"""Interventions in words."""

from datetime import date
from typing import assert_never

from app.attendance.restrictions.errors import RestrictionRefusal
from app.attendance.restrictions.kinds import RestrictionKind
from app.decisions.interventions.errors import ConsiderRefusal, ImposeRefusal
from app.decisions.interventions.kinds import Cause
from app.i18n.bidi import isolated_text
from app.i18n.format import short_date
from app.i18n.text import gettext as _
from app.rules.decision import StopDoubt

Refused = tuple[str | None, str]
"""The field concerned, if one is, and the sentence."""


def kind_text(kind: RestrictionKind) -> str:
    """Return what is taken."""
    match kind:
        case RestrictionKind.NO_SELF_CERTIFICATION:
            return _("Bortfall av retten til egenmelding")
        case RestrictionKind.NO_ILLNESS_BENEFIT:
            return _("Ingen stønad ved langvarig sykdom")
        case RestrictionKind.SUSPENSION:
            return _("Midlertidig stans av programmet")
        case RestrictionKind.TERMINATION:
            return _("Varig stans av programmet")
        case _:
            assert_never(kind)


def kind_choices() -> list[tuple[str, str]]:
    """Return what can be considered."""
    return [(kind.value, kind_text(kind)) for kind in RestrictionKind]


def cause_text(cause: Cause) -> str:
    """Return what an intervention rests on."""
    match cause:
        case Cause.OFTEN:
            return _("Minst fire egenmeldinger på 12 måneder (bortfall av egenmelding)")
        case Cause.DOUBT:
            return _("Grunn til å tro at fraværet ikke var sykdom (bortfall av egenmelding)")
        case Cause.LONG_ILLNESS:
            return _("Langvarig fravær på grunn av sykdom eller skade (ingen stønad ved sykdom)")
        case Cause.LARGE_ABSENCE:
            return _("Mye fravær (stans)")
        case Cause.CONDUCT:
            return _("Oppførsel som kan skade muligheten til å gjennomføre (stans)")
        case Cause.ILLNESS:
            return _("Alvorlig eller langvarig sykdom (stans)")
        case Cause.COVERED_FACE:
            return _("Plagg som dekker ansiktet, etter skriftlig advarsel (midlertidig stans)")
        case Cause.OTHER:
            return _("Noe annet i deltakerens egen situasjon (stans)")
        case _:
            assert_never(cause)


def cause_choices() -> list[tuple[str, str]]:
    """Return what an intervention can rest on."""
    return [(cause.value, cause_text(cause)) for cause in Cause]


def days_text(kind: RestrictionKind, first_day: date, last_day: date | None) -> str:
    """Return from when to when, in a sentence part."""
    first = isolated_text(short_date(first_day))
    if last_day is not None:
        last = isolated_text(short_date(last_day))
        return _("fra og med %(first)s til og med %(last)s", first=first, last=last)
    if kind is RestrictionKind.TERMINATION:
        return _("for godt fra og med %(first)s", first=first)
    return _("fra og med %(first)s", first=first)


def doubt_text(doubt: StopDoubt) -> str:
    """Return what a person must weigh."""
    match doubt:
        case StopDoubt.HOW_MUCH_IS_LARGE:
            return _("Er fraværet så stort at det er omfattende? Loven har ingen grense.")
        case StopDoubt.LEAVE_INSTEAD:
            return _(
                "Skulle deltakeren heller ha permisjon? Langvarig sykdom med legeerklæring gir "
                "rett til permisjon i opptil ett år."
            )
        case StopDoubt.SOMETHING_MILDER:
            return _("Er noe mildere prøvd, eller nok?")
        case StopDoubt.IS_IT_OBJECTIVE:
            return _("Er grunnen saklig, og ligger den i deltakerens egen situasjon?")
        case StopDoubt.HOW_LONG:
            return _("Hvor lenge er stansen nødvendig? Loven sier ikke hvor lenge den kan vare.")
        case _:
            assert_never(doubt)


def consider_refusal(reason: ConsiderRefusal) -> Refused:  # noqa: C901 (one sentence each)
    """Return why an intervention cannot be considered like this."""
    match reason:
        case ConsiderRefusal.LAST_DAY_BEFORE_FIRST:
            return "last_day", _("Den siste dagen kan ikke komme før den første.")
        case ConsiderRefusal.LAST_DAY_MISSING:
            return "last_day", _("Skriv den siste dagen stansen skal vare.")
        case ConsiderRefusal.LAST_DAY_TOO_MANY:
            return "last_day", _("Bare en midlertidig stans har en siste dag. La feltet stå tomt.")
        case ConsiderRefusal.BEFORE_REPLY:
            return "first_day", _(
                "Den første dagen må komme etter siste dag for å svare. Vedtaket kan ikke virke "
                "bakover."
            )
        case ConsiderRefusal.WRONG_CAUSE:
            return "cause", _("Denne grunnen hører til en annen type vedtak.")
        case ConsiderRefusal.NOT_OFTEN:
            return "cause", _(
                "Portalen teller færre enn fire fravær med egenmelding de siste 12 månedene."
            )
        case ConsiderRefusal.NOT_WARNED:
            return "warned_on", _(
                "Deltakeren må ha fått en skriftlig advarsel før stansen. Skriv dagen den ble gitt."
            )
        case ConsiderRefusal.ONLY_FOR_A_TIME:
            return "kind", _("Plagg som dekker ansiktet, kan bare gi midlertidig stans.")
        case ConsiderRefusal.NO_PROGRAMME:
            return "first_day", _("Deltakeren har ikke et program som er i gang denne dagen.")
        case ConsiderRefusal.IN_FORCE:
            return "first_day", _("Det samme gjelder allerede noen av disse dagene.")
        case ConsiderRefusal.ALREADY_NOTIFIED:
            return "kind", _("Det finnes et åpent varsel om det samme. Gjør det ferdig først.")
        case _:
            assert_never(reason)


def impose_refusal(reason: ImposeRefusal) -> Refused:
    """Return why no decision can follow the notice like this."""
    match reason:
        case ImposeRefusal.OVER:
            return None, _("Saken om dette varselet er avsluttet.")
        case ImposeRefusal.NOT_SENT:
            return None, _("Send varselet først. Deltakeren skal få si sin mening før vedtaket.")
        case ImposeRefusal.REPLY_DAY_AHEAD:
            return None, _(
                "Deltakeren kan fortsatt svare. Vent til fristen er ute, eller til svaret kommer."
            )
        case ImposeRefusal.TOO_SOON:
            return "first_day", _("Vedtaket kan tidligst virke fra i morgen.")
        case ImposeRefusal.BEFORE_NOTIFIED:
            return "first_day", _("Varselet sa at det tidligst skulle gjelde fra en senere dag.")
        case ImposeRefusal.LONGER_THAN_NOTIFIED:
            return "last_day", _("Det kan ikke vare lenger enn varselet sa. Skriv et nytt varsel.")
        case ImposeRefusal.LAST_DAY_BEFORE_FIRST:
            return "last_day", _("Den siste dagen kan ikke komme før den første.")
        case ImposeRefusal.NO_PROGRAMME:
            return "first_day", _("Deltakeren har ikke et program som er i gang denne dagen.")
        case ImposeRefusal.IN_FORCE:
            return "first_day", _("Det samme gjelder allerede noen av disse dagene.")
        case _:
            assert_never(reason)


def restriction_refusal(reason: RestrictionRefusal) -> Refused:
    """Return why something cannot be lifted, or let stand."""
    match reason:
        case RestrictionRefusal.NO_PROGRAMME:
            return None, _("Deltakeren har ikke et program som er i gang denne dagen.")
        case RestrictionRefusal.IN_FORCE:
            return None, _("Det samme gjelder allerede noen av disse dagene.")
        case RestrictionRefusal.OVER:
            return None, _("Dette gjelder ikke lenger.")
        case RestrictionRefusal.BEFORE_FIRST_DAY:
            return "free_from", _("Dagen kan ikke komme før det begynte å gjelde.")
        case RestrictionRefusal.AFTER_LAST_DAY:
            return "free_from", _("Dagen kommer etter at det er slutt.")
        case RestrictionRefusal.NO_REASON:
            return "reason", _("Skriv hvorfor.")
        case _:
            assert_never(reason)
