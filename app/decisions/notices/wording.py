"""Advance notices in words: stages, ways of replying, and why something was refused."""

from typing import assert_never

from app.decisions.notices.errors import DecideRefusal, FollowRefusal, WriteRefusal
from app.decisions.notices.kinds import NoticeStage, ReplyWay
from app.i18n.text import gettext as _

Refused = tuple[str | None, str]
"""The field concerned, if one is, and the sentence."""


def stage_text(stage: NoticeStage) -> tuple[str, str]:
    """Return how far a notice has come, and the colour that repeats it."""
    match stage:
        case NoticeStage.DRAFT:
            return _("Utkast"), "warning"
        case NoticeStage.ISSUED:
            return _("Ferdig, ikke sendt"), "warning"
        case NoticeStage.WAITING:
            return _("Sendt, svarfristen løper"), "info"
        case NoticeStage.ANSWERED:
            return _("Deltakeren har svart"), "warning"
        case NoticeStage.READY:
            return _("Svarfristen er ute"), "warning"
        case NoticeStage.DECISION_BEGUN:
            return _("Vedtaket er begynt"), "info"
        case NoticeStage.DECIDED:
            return _("Vedtaket er gjort"), "neutral"
        case NoticeStage.CLOSED:
            return _("Avsluttet uten vedtak"), "neutral"
        case _:
            assert_never(stage)


def reply_way_text(way: ReplyWay) -> str:
    """Return how the participant replied."""
    match way:
        case ReplyWay.OWN_PAGE:
            return _("På siden sin")
        case ReplyWay.LETTER:
            return _("I brev")
        case ReplyWay.TALK:
            return _("I samtale")
        case _:
            assert_never(way)


def reply_way_choices() -> list[tuple[str, str]]:
    """Return how a reply that a caseworker registers can have come."""
    return [(way.value, reply_way_text(way)) for way in (ReplyWay.TALK, ReplyWay.LETTER)]


def write_refusal(reason: WriteRefusal) -> Refused:
    """Return why a notice was not begun, saved or issued."""
    match reason:
        case WriteRefusal.NOTHING_REDUCED:
            return None, _("Måneden har ikke lenger noe trekk for fravær.")
        case WriteRefusal.ALREADY_NOTIFIED:
            return None, _("Det finnes et varsel om denne måneden. Gjør det ferdig først.")
        case WriteRefusal.UNKNOWN_LANGUAGE:
            return "summary_language", _("Sammendraget finnes ikke på dette språket.")
        case WriteRefusal.REPLY_TOO_SOON:
            return "reply_by", _("Gi deltakeren minst tre dager til å svare.")
        case WriteRefusal.NO_REASONS:
            return "reasons", _("Skriv hva dere vurderer, og hvorfor.")
        case WriteRefusal.PAYMENT_CHANGED:
            return None, _(
                "Måneden er beregnet på nytt, og trekket er et annet. Lagre varselet på nytt, og "
                "les brevet."
            )
        case WriteRefusal.NOT_POSSIBLE:
            return None, _(
                "Det dere vurderer, er ikke mulig slik det står nå. Åpne utkastet, og rett det."
            )
        case WriteRefusal.UNPRINTABLE:
            return None, _("En tekst har et tegn som ikke kan skrives ut på papir.")
        case _:
            assert_never(reason)


def follow_refusal(reason: FollowRefusal) -> Refused:
    """Return why what became of a notice was not registered."""
    match reason:
        case FollowRefusal.NOT_ISSUED:
            return None, _("Brevet er ikke ferdig ennå.")
        case FollowRefusal.NOT_SENT:
            return None, _("Registrer først at brevet er sendt.")
        case FollowRefusal.OVER:
            return None, _("Saken om dette varselet er avsluttet.")
        case FollowRefusal.IN_THE_FUTURE:
            return "day", _("Dagen kan ikke være fram i tid.")
        case FollowRefusal.BEFORE_ISSUED:
            return "day", _("Brevet kan ikke være sendt før varselet ble ferdig.")
        case FollowRefusal.BEFORE_SENDING:
            return "day", _("Brevet kan ikke ha kommet fram før det ble sendt.")
        case FollowRefusal.REPLY_DAY_PASSED:
            return "day", _(
                "Svarfristen i brevet er ute denne dagen. Avslutt varselet, og skriv et nytt."
            )
        case FollowRefusal.NO_WORDS:
            return "words", _("Skriv hva deltakeren svarte.")
        case FollowRefusal.NO_REASON:
            return "reason", _("Skriv hvorfor dere ikke går videre.")
        case _:
            assert_never(reason)


def decide_refusal(reason: DecideRefusal) -> str:
    """Return why no decision can follow the notice now."""
    match reason:
        case DecideRefusal.NOT_SENT:
            return _("Send varselet først. Deltakeren skal få si sin mening før vedtaket.")
        case DecideRefusal.REPLY_DAY_AHEAD:
            return _(
                "Deltakeren kan fortsatt svare. Vent til fristen er ute, eller til svaret kommer."
            )
        case DecideRefusal.NOT_REQUIRED:
            return _(
                "Trekket er under grensene i § 46 bokstav g, og kommunen har valgt å ikke skrive "
                "vedtak da. Trekket står i utbetalingen med begrunnelse."
            )
        case DecideRefusal.LARGER_THAN_NOTIFIED:
            return _(
                "Trekket er større nå enn det varselet sa. Avslutt dette varselet, og skriv et "
                "nytt."
            )
        case DecideRefusal.NOTHING_REDUCED:
            return _("Måneden har ikke lenger noe trekk. Avslutt varselet uten trekk.")
        case DecideRefusal.OVER:
            return _("Saken om dette varselet er avsluttet.")
        case _:
            assert_never(reason)
