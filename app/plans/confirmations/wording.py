"""What the closed lists of confirmations are called, and why something is refused, in sentences."""

from typing import assert_never

from app.i18n.text import gettext as _
from app.plans.confirmations.errors import AskRefusal, ReplyRefusal
from app.plans.confirmations.kinds import LinkState, Verdict


def state_text(state: LinkState) -> str:
    """Return where a link stands, in few words."""
    match state:
        case LinkState.OPEN:
            return _("Venter på svar")
        case LinkState.ANSWERED:
            return _("Besvart")
        case LinkState.EXPIRED:
            return _("Utløpt")
        case LinkState.REVOKED:
            return _("Trukket tilbake")
        case LinkState.REPLACED:
            return _("Planen er endret")
        case _:
            assert_never(state)


def state_tone(state: LinkState) -> str:
    """Return the colour that repeats the state."""
    match state:
        case LinkState.OPEN:
            return "info"
        case LinkState.ANSWERED:
            return "success"
        case LinkState.EXPIRED:
            return "warning"
        case LinkState.REVOKED | LinkState.REPLACED:
            return "neutral"
        case _:
            assert_never(state)


def verdict_text(verdict: Verdict) -> str:
    """Return what was answered about a line, in few words."""
    match verdict:
        case Verdict.CONFIRMED:
            return _("Bekreftet")
        case Verdict.WITH_CHANGES:
            return _("Ja, men annerledes")
        case Verdict.REFUSED:
            return _("Nei")
        case _:
            assert_never(verdict)


def verdict_tone(verdict: Verdict) -> str:
    """Return the colour that repeats the answer."""
    match verdict:
        case Verdict.CONFIRMED:
            return "success"
        case Verdict.WITH_CHANGES:
            return "warning"
        case Verdict.REFUSED:
            return "danger"
        case _:
            assert_never(verdict)


def verdict_choice(verdict: Verdict) -> str:
    """Return the answer as the receiver chooses it."""
    match verdict:
        case Verdict.CONFIRMED:
            return _("Ja, dette stemmer")
        case Verdict.WITH_CHANGES:
            return _("Ja, men med andre datoer eller timer")
        case Verdict.REFUSED:
            return _("Nei, dette kan vi ikke tilby")
        case _:
            assert_never(verdict)


def ask_refusal(reason: AskRefusal, most_days: int) -> tuple[str | None, str]:
    """Return the field concerned, if one is, and why no link is made."""
    match reason:
        case AskRefusal.NO_FIXED_PLAN:
            return None, _("Deltakeren har ingen fastsatt plan.")
        case AskRefusal.NO_LINES:
            return "elements", _("Velg minst én linje.")
        case AskRefusal.NOT_IN_PLAN:
            return "elements", _("Planen er endret. Velg linjene på nytt.")
        case AskRefusal.DAYS_OUT_OF_RANGE:
            return "days", _("Skriv et tall fra 1 til %(most)s.", most=most_days)
        case AskRefusal.ADDRESS_PROTECTED:
            return "shows_name", _(
                "Deltakeren har adressesperre. Navnet og stedet kan ikke stå sammen i en lenke."
            )
        case _:
            assert_never(reason)


def reply_refusal(reason: ReplyRefusal) -> tuple[str | None, str]:
    """Return the field of the line concerned, if one is, and why the answer is not kept."""
    match reason:
        case ReplyRefusal.NOT_EVERY_LINE:
            return "verdict", _("Svar på hver linje.")
        case ReplyRefusal.NOTHING_DIFFERENT:
            return "first_day", _("Skriv datoene eller timene som er riktige.")
        case ReplyRefusal.LAST_DAY_BEFORE_FIRST:
            return "last_day", _("Skriv både første og siste dag, i riktig rekkefølge.")
        case ReplyRefusal.NO_HOURS:
            return "hours_per_week", _("Skriv et tall som er større enn null.")
        case ReplyRefusal.NO_REASON:
            return "note", _("Skriv kort hvorfor dere ikke kan tilby dette.")
        case _:
            assert_never(reason)
