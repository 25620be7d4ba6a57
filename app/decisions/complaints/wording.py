"""Complaints in words: ways, stages, answers, outcomes, and why something was refused."""

from typing import assert_never

from app.decisions.complaints.errors import ComplaintRefusal
from app.decisions.complaints.kinds import (
    AnswerKind,
    ComplaintStage,
    ComplaintWay,
    Excuse,
    GovernorOutcome,
    Timeliness,
)
from app.i18n.text import gettext as _

Refused = tuple[str | None, str]
"""The field concerned, if one is, and the sentence."""


def way_text(way: ComplaintWay) -> str:
    """Return how a complaint came."""
    match way:
        case ComplaintWay.LETTER:
            return _("I brev")
        case ComplaintWay.DIGITAL:
            return _("Digitalt")
        case ComplaintWay.TALK:
            return _("Muntlig, kommunen skrev den ned")
        case _:
            assert_never(way)


def way_choices() -> list[tuple[str, str]]:
    """Return how a complaint can come."""
    return [(way.value, way_text(way)) for way in ComplaintWay]


def timeliness_text(found: Timeliness) -> tuple[str, str]:
    """Return whether a complaint came in time, and the colour that repeats it."""
    match found:
        case Timeliness.IN_TIME:
            return _("Klagen kom i tide"), "success"
        case Timeliness.LATE:
            return _("Klagen kom etter fristen"), "warning"
        case Timeliness.TOO_LATE:
            return _("Klagen kom mer enn ett år etter vedtaket"), "danger"
        case Timeliness.ARRIVAL_UNKNOWN:
            return _("Det er ikke kjent når vedtaket kom fram, så klagen regnes som i tide"), "info"
        case _:
            assert_never(found)


def stage_text(stage: ComplaintStage) -> tuple[str, str]:
    """Return how far a complaint has come, and the colour that repeats it."""
    match stage:
        case ComplaintStage.RECEIVED:
            return _("Mottatt, ikke vurdert"), "warning"
        case ComplaintStage.TO_MEND:
            return _("Noe mangler i klagen"), "warning"
        case ComplaintStage.CHECKED:
            return _("Klar til svar"), "info"
        case ComplaintStage.FORWARDED:
            return _("Sendt til statsforvalteren"), "info"
        case ComplaintStage.SETTLED:
            return _("Avgjort"), "neutral"
        case _:
            assert_never(stage)


def excuse_text(excuse: Excuse) -> str:
    """Return why a late complaint is taken up."""
    match excuse:
        case Excuse.NONE:
            return _("Ingen unnskyldning")
        case Excuse.NO_BLAME:
            return _("Deltakeren kan ikke lastes for at klagen kom sent")
        case Excuse.SPECIAL_REASONS:
            return _("Særlige grunner gjør det rimelig å prøve klagen")
        case _:
            assert_never(excuse)


def excuse_choices() -> list[tuple[str, str]]:
    """Return why a late complaint can be taken up."""
    return [(excuse.value, excuse_text(excuse)) for excuse in Excuse]


def answer_text(kind: AnswerKind) -> str:
    """Return what the municipality does with a complaint."""
    match kind:
        case AnswerKind.FORWARDED:
            return _("Vedtaket står, og klagen sendes til statsforvalteren")
        case AnswerKind.CHANGED:
            return _("Vedtaket endres")
        case AnswerKind.ANNULLED:
            return _("Vedtaket oppheves")
        case AnswerKind.DISMISSED:
            return _("Klagen avvises")
        case _:
            assert_never(kind)


def answer_choices() -> list[tuple[str, str]]:
    """Return what the municipality can do with a complaint."""
    return [(kind.value, answer_text(kind)) for kind in AnswerKind]


def outcome_text(outcome: GovernorOutcome) -> str:
    """Return what the county governor decided."""
    match outcome:
        case GovernorOutcome.UPHELD:
            return _("Vedtaket står")
        case GovernorOutcome.CHANGED:
            return _("Vedtaket er endret")
        case GovernorOutcome.ANNULLED:
            return _("Vedtaket er opphevet")
        case GovernorOutcome.SENT_BACK:
            return _("Vedtaket er opphevet, og kommunen skal behandle saken på nytt")
        case GovernorOutcome.DISMISSED:
            return _("Klagen er avvist")
        case _:
            assert_never(outcome)


def outcome_choices() -> list[tuple[str, str]]:
    """Return what the county governor can decide."""
    return [(outcome.value, outcome_text(outcome)) for outcome in GovernorOutcome]


def refusal_text(reason: ComplaintRefusal) -> Refused:  # noqa: C901 (one sentence per reason)
    """Return why a complaint was not registered, judged or answered."""
    match reason:
        case ComplaintRefusal.NOT_ISSUED:
            return None, _("Det er ikke gjort noe vedtak å klage på ennå.")
        case ComplaintRefusal.BEFORE_DECISION:
            return None, _("Datoen kan ikke være før det den gjelder.")
        case ComplaintRefusal.IN_THE_FUTURE:
            return "received_on", _("Dagen kan ikke være fram i tid.")
        case ComplaintRefusal.RECEIVED_BEFORE_HANDED_IN:
            return "received_on", _("Dere kan ikke ha fått den før den ble sendt eller bestemt.")
        case ComplaintRefusal.NO_WORDS:
            return "words", _("Skriv hva deltakeren klager på.")
        case ComplaintRefusal.ALREADY_ANSWERED:
            return None, _("Klagen er allerede besvart.")
        case ComplaintRefusal.NOT_CHECKED:
            return None, _("Vurder først om klagen kom i tide, og om noe mangler i den.")
        case ComplaintRefusal.NOT_LATE:
            return "excuse", _("Klagen er ikke for sen, og trenger ingen unnskyldning.")
        case ComplaintRefusal.TOO_LATE:
            return "excuse", _("Det er gått mer enn ett år. Klagen kan ikke behandles.")
        case ComplaintRefusal.MEND_DAY_NEEDED:
            return "mend_by", _("Noe mangler. Gi deltakeren en kort frist til å rette det.")
        case ComplaintRefusal.MEND_DAY_PASSED:
            return "mend_by", _("Fristen til å rette kan ikke være passert.")
        case ComplaintRefusal.STILL_TIME_TO_MEND:
            return None, _(
                "Deltakeren kan fortsatt rette det som mangler. Vent til fristen er ute."
            )
        case ComplaintRefusal.NOT_TO_BE_TREATED:
            return "kind", _("Klagen mangler noe, eller kom for sent. Da kan den bare avvises.")
        case ComplaintRefusal.NOT_TO_BE_DISMISSED:
            return "kind", _("Klagen er i orden og kan ikke avvises.")
        case ComplaintRefusal.NO_REASON:
            return "reason", _("Skriv begrunnelsen.")
        case ComplaintRefusal.AMOUNT_NEEDED:
            return "kroner", _("Skriv det nye trekket. Det må være mindre enn før.")
        case ComplaintRefusal.NO_AMOUNT:
            return "kroner", _("Et beløp hører bare til når et trekk endres.")
        case ComplaintRefusal.UNKNOWN_LANGUAGE:
            return "summary_language", _("Sammendraget finnes ikke på dette språket.")
        case ComplaintRefusal.UNPRINTABLE:
            return "reason", _("En tekst har et tegn som ikke kan skrives ut på papir.")
        case ComplaintRefusal.NOT_FORWARDED:
            return None, _("Klagen er ikke sendt til statsforvalteren.")
        case ComplaintRefusal.LETTER_NOT_READY:
            return None, _("Brevet er ikke ferdig. Det kan ikke være sendt.")
        case ComplaintRefusal.DAY_IN_THE_FUTURE:
            return "day", _("Dagen kan ikke være fram i tid.")
        case ComplaintRefusal.SENT_BEFORE_ANSWER:
            return "day", _("Svaret kan ikke være sendt før det ble skrevet.")
        case ComplaintRefusal.ANSWER_NOT_SENT:
            return None, _("Registrer først at brevet er sendt.")
        case ComplaintRefusal.ARRIVED_BEFORE_SENDING:
            return "day", _("Brevet kan ikke ha kommet fram før det ble sendt.")
        case _:
            assert_never(reason)
