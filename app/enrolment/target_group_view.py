"""The target group in words: which, why, until when, and what somebody must settle first."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from app.enrolment.wording import group_text
from app.i18n import format as fmt
from app.i18n.text import gettext as _
from app.rules.eligibility import (
    TargetGroup,
    TargetGroupAssessment,
    TargetGroupDoubt,
    TargetGroupGround,
)
from app.rules.identity import IdentityNumberWarning, check_identity_number
from app.web.law_views import FindingView, ProvisionLink


@dataclass(frozen=True, slots=True)
class TargetGroupView:
    """The target group as the page shows it."""

    group: str
    tone: str
    meaning: str
    assessed_on: str
    deadline: str
    """Empty: no deadline."""
    deadline_passed: bool
    grounds: tuple[FindingView, ...]
    clarifications: tuple[FindingView, ...]


def target_group_view(assessment: TargetGroupAssessment, assessed_on: date) -> TargetGroupView:
    """Return an assessment in the reader's language.

    `assessed_on` is the day of the decision once there is one: it was in time, or it was not.
    """
    deadline = assessment.decision_and_start_deadline
    return TargetGroupView(
        group=group_text(assessment.group),
        tone=group_tone(assessment.group),
        meaning=_meaning(assessment.group),
        assessed_on=fmt.short_date(assessed_on),
        deadline=fmt.short_date(deadline) if deadline else "",
        deadline_passed=deadline is not None and deadline < assessed_on,
        grounds=tuple(
            FindingView(
                *_ground_tone(ground.code),
                ground_text(ground.code),
                (ProvisionLink.of(ground.provision),),
            )
            for ground in assessment.grounds
        ),
        clarifications=tuple(
            FindingView(
                "warning",
                _("Må avklares"),
                doubt_text(doubt.code),
                (ProvisionLink.of(doubt.provision),),
            )
            for doubt in assessment.clarifications
        ),
    )


def group_tone(group: TargetGroup) -> str:
    """Return the colour of a target group."""
    match group:
        case TargetGroup.RIGHT_AND_DUTY:
            return "success"
        case TargetGroup.MAY_BE_OFFERED:
            return "info"
        case TargetGroup.OUTSIDE:
            return "neutral"
        case _:
            assert_never(group)


def _meaning(group: TargetGroup) -> str:
    match group:
        case TargetGroup.RIGHT_AND_DUTY:
            return _("Personen har rett og plikt til å delta i introduksjonsprogrammet.")
        case TargetGroup.MAY_BE_OFFERED:
            return _("Kommunen kan tilby personen program, men må ikke.")
        case TargetGroup.OUTSIDE:
            return _("Personen har verken rett eller plikt til program, slik saken står nå.")
        case _:
            assert_never(group)


def _ground_tone(code: TargetGroupGround) -> tuple[str, str]:
    if code in _MET:
        return "success", _("Oppfylt")
    if code in _ENDS:
        return "danger", _("Stenger")
    return "warning", _("Ikke oppfylt")


_MET = frozenset(
    {
        TargetGroupGround.SECTION_9_PERMIT,
        TargetGroupGround.FAMILY_WITHIN_FIVE_YEARS,
        TargetGroupGround.AGE_WITHIN_LIMITS,
        TargetGroupGround.LESS_THAN_TWO_YEARS,
        TargetGroupGround.SETTLED_BY_AGREEMENT,
        TargetGroupGround.AGREEMENT_NOT_REQUIRED,
        TargetGroupGround.FAMILY_OF_PERMANENT_RESIDENT,
        TargetGroupGround.JOB_ENDED_IN_TIME,
        TargetGroupGround.RIGHT_TO_COMPLETE,
    }
)
_ENDS = frozenset(
    {
        TargetGroupGround.NOT_SECTION_9_PERMIT,
        TargetGroupGround.NO_PROTECTION_APPLICATION,
        TargetGroupGround.UNDER_EIGHTEEN,
        TargetGroupGround.TWO_YEARS_OR_MORE,
        TargetGroupGround.WORKS_THIRTY_HOURS,
        TargetGroupGround.EEA_OR_NORDIC,
        TargetGroupGround.BROKE_OFF_OR_DECLINED,
        TargetGroupGround.INTRODUKSJONSLOVEN_APPLIES,
        TargetGroupGround.NO_NEW_RIGHTS,
    }
)


def ground_text(code: TargetGroupGround) -> str:  # noqa: C901 (one sentence per ground)
    """Return why, in a sentence."""
    match code:
        case TargetGroupGround.SECTION_9_PERMIT:
            return _("Oppholdstillatelsen er en av dem som gir rett til program.")
        case TargetGroupGround.NOT_SECTION_9_PERMIT:
            return _("Oppholdstillatelsen er ikke en av dem som gir rett til program.")
        case TargetGroupGround.NO_PROTECTION_APPLICATION:
            return _(
                "Tillatelsen etter § 38 teller bare når personen har søkt om beskyttelse først."
            )
        case TargetGroupGround.FAMILY_WITHIN_FIVE_YEARS:
            return _(
                "Det ble søkt om familieinnvandring før referansepersonen hadde vært bosatt "
                "i fem år."
            )
        case TargetGroupGround.FAMILY_OF_OTHERS:
            return _("Referansepersonen har ikke en tillatelse som gir familien rett til program.")
        case TargetGroupGround.FAMILY_AFTER_FIVE_YEARS:
            return _(
                "Referansepersonen hadde vært bosatt i fem år eller mer da det ble søkt om "
                "familieinnvandring."
            )
        case TargetGroupGround.AGE_WITHIN_LIMITS:
            return _("Personen var innenfor aldersgrensene da tillatelsen ble gitt.")
        case TargetGroupGround.UNDER_EIGHTEEN:
            return _("Personen var under 18 år da tillatelsen ble gitt.")
        case TargetGroupGround.OVER_AGE_LIMIT:
            return _("Personen var over den øvre aldersgrensen da tillatelsen ble gitt.")
        case TargetGroupGround.LESS_THAN_TWO_YEARS:
            return _("Personen har bodd i en kommune med tillatelsen i mindre enn to år.")
        case TargetGroupGround.TWO_YEARS_OR_MORE:
            return _("Personen har bodd i en kommune med tillatelsen i to år eller mer.")
        case TargetGroupGround.SETTLED_BY_AGREEMENT:
            return _("Personen er bosatt etter avtale med integreringsmyndighetene.")
        case TargetGroupGround.AGREEMENT_NOT_REQUIRED:
            return _("For denne tillatelsen kreves ikke avtale om bosetting.")
        case TargetGroupGround.SETTLED_WITHOUT_AGREEMENT:
            return _("Personen er bosatt uten avtale med integreringsmyndighetene.")
        case TargetGroupGround.WORKS_THIRTY_HOURS:
            return _(
                "Personen har arbeid eller tilbud om arbeid 30 timer i uken eller mer. "
                "Retten og plikten kommer tilbake hvis arbeidet faller bort innen to år."
            )
        case TargetGroupGround.EEA_OR_NORDIC:
            return _("Borgere av Norden og EØS er ikke omfattet.")
        case TargetGroupGround.BROKE_OFF_OR_DECLINED:
            return _("Personen har avbrutt eller takket nei til program før.")
        case TargetGroupGround.INTRODUKSJONSLOVEN_APPLIES:
            return _(
                "Tillatelsen er gitt før 1. januar 2021. Da gjelder den tidligere "
                "introduksjonsloven."
            )
        case TargetGroupGround.FAMILY_OF_PERMANENT_RESIDENT:
            return _(
                "Referansepersonen har fått permanent opphold. Tillatelsen teller slik den var da "
                "den ble gitt første gang."
            )
        case TargetGroupGround.JOB_ENDED_IN_TIME:
            return _(
                "Personen hadde arbeid eller tilbud om arbeid 30 timer i uken eller mer, men det "
                "falt bort innen to år. Da gjelder retten og plikten igjen."
            )
        case TargetGroupGround.NO_NEW_RIGHTS:
            return _(
                "Personen hadde vedtak om program eller norskopplæring med kollektiv beskyttelse. "
                "En ny tillatelse gir da ingen nye rettigheter eller plikter."
            )
        case TargetGroupGround.RIGHT_TO_COMPLETE:
            return _(
                "Personen har begynt i programmet og har rett til å fullføre det, selv om "
                "tillatelsen eller statsborgerskapet er endret."
            )
        case _:
            assert_never(code)


def doubt_text(code: TargetGroupDoubt) -> str:  # noqa: C901 (one sentence per doubt)
    """Return what somebody must settle."""
    match code:
        case TargetGroupDoubt.REFERENCE_PERSON_UNKNOWN:
            return _(
                "Finn ut hvilken tillatelse referansepersonen har, dagen for bosettingen, og når "
                "det ble søkt om familieinnvandring."
            )
        case TargetGroupDoubt.REFERENCE_PROTECTION_APPLICATION:
            return _(
                "Finn ut om referansepersonen fikk tillatelsen etter en søknad om beskyttelse."
            )
        case TargetGroupDoubt.PREVIOUS_FAMILY_PERMIT:
            return _("Finn ut om den tidligere tillatelsen som familiemedlem ga rett til program.")
        case TargetGroupDoubt.ARRIVAL_DATE_UNKNOWN:
            return _("Skriv når personen kom til Norge: Det avgjør hvilken lov som gjelder.")
        case TargetGroupDoubt.AGE_WHEN_FAMILY_OF_OTHERS:
            return _(
                "Personen var under 18 år da tillatelsen ble gitt. Vurder om kommunen likevel "
                "kan tilby program."
            )
        case TargetGroupDoubt.AGE_RULE_TRANSITION:
            return _(
                "Personen var over 55 år da tillatelsen ble gitt, og tillatelsen er eldre enn den "
                "nye aldersgrensen på 60 år. Finn ut om den nye grensen gjelder."
            )
        case TargetGroupDoubt.COLLECTIVE_PROTECTION_LEFT:
            return _(
                "Personen hadde kollektiv beskyttelse før. Finn ut om det ble gjort vedtak om "
                "program eller norskopplæring da, og om den nye tillatelsen gir nye rettigheter."
            )
        case TargetGroupDoubt.DUTY_TO_COMPLETE:
            return _(
                "Personen har rett til å fullføre programmet. Vurder om plikten til å delta "
                "fortsatt gjelder."
            )
        case TargetGroupDoubt.DECISION_AFTER_TWO_YEARS:
            return _(
                "Arbeidet falt bort innen to år, men vedtaket kommer etter to år. Vurder om "
                "retten og plikten gjelder."
            )
        case TargetGroupDoubt.CLAIM_DATE_UNKNOWN:
            return _("Skriv når personen ba om program: Fristen regnes fra den dagen.")
        case TargetGroupDoubt.PERMIT_AFTER_DECISION:
            return _(
                "Tillatelsen er gitt etter vedtaket om program. Finn ut hvilken tillatelse "
                "vedtaket bygger på."
            )
        case _:
            assert_never(code)


def number_warnings(identity_number: str) -> tuple[str, ...]:
    """Return reasons to look twice at an identity number that is accepted."""
    warnings = check_identity_number(identity_number).warnings if identity_number else ()
    return tuple(_number_warning(warning) for warning in warnings)


def _number_warning(warning: IdentityNumberWarning) -> str:
    match warning:
        case IdentityNumberWarning.VALID_FROM_2032_ONLY:
            return _(
                "Nummeret følger reglene som gjelder fra 2032. Sjekk at det er skrevet riktig."
            )
        case IdentityNumberWarning.DUF_CHECK_DIGITS:
            return _(
                "Kontrollsifrene i DUF-nummeret ser ikke ut til å stemme. "
                "Sjekk at det er skrevet riktig."
            )
        case _:
            assert_never(warning)
