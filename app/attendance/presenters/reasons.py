"""Reasons for absence, and what the rules say of it, in words. Used wherever absence is shown."""

from typing import assert_never

from app.i18n.text import gettext as _
from app.rules.absence import AbsenceDoubt, AbsenceGround, AbsenceReason, WelfareGround


def reason_text(reason: AbsenceReason) -> str:  # noqa: C901 (one name per reason, nothing more)
    """Return what a reason is called."""
    match reason:
        case AbsenceReason.NONE:
            return _("Ingen gyldig grunn")
        case AbsenceReason.OWN_ILLNESS:
            return _("Egen sykdom")
        case AbsenceReason.CHILD_ILLNESS:
            return _("Barns sykdom")
        case AbsenceReason.PREGNANCY_CHECK:
            return _("Svangerskapskontroll")
        case AbsenceReason.PREGNANCY:
            return _("Permisjon i svangerskapet")
        case AbsenceReason.BIRTH_MOTHER:
            return _("Permisjon for mor etter fødsel")
        case AbsenceReason.BIRTH_FATHER:
            return _("Permisjon for far ved fødsel")
        case AbsenceReason.BREASTFEEDING:
            return _("Ammefri")
        case AbsenceReason.WELFARE_LEAVE:
            return _("Velferdspermisjon")
        case AbsenceReason.PEACE_WORK:
            return _("Permisjon for fredsarbeid")
        case AbsenceReason.LONG_ILLNESS_UNPAID:
            return _("Permisjon ved lang sykdom, uten stønad")
        case AbsenceReason.PARENTAL_LEAVE:
            return _("Foreldrepermisjon, uten stønad")
        case AbsenceReason.RELIGIOUS_HOLIDAY:
            return _("Religiøs høytid")
        case AbsenceReason.HOLIDAY:
            return _("Ferie")
        case AbsenceReason.PERMISSION:
            return _("Avtalt fri av andre grunner")
        case _:
            assert_never(reason)


def reason_explanation(reason: AbsenceReason) -> str:  # noqa: C901 (one sentence per reason)
    """Return when a reason holds, and what must be shown."""
    match reason:
        case AbsenceReason.NONE:
            return _("Fraværet er ugyldig, og stønaden blir redusert.")
        case AbsenceReason.OWN_ILLNESS:
            return _(
                "Egenmelding i inntil tre kalenderdager når deltakeren har vært åtte uker i "
                "programmet. Ellers legeerklæring."
            )
        case AbsenceReason.CHILD_ILLNESS:
            return _(
                "Barnet eller den som passer barnet, er syk. Egenmelding eller legeerklæring. "
                "Gjelder til og med året barnet fyller 12 år."
            )
        case AbsenceReason.PREGNANCY_CHECK:
            return _("Timene som kontrollen tar, når den ikke kan legges utenom programmet.")
        case AbsenceReason.PREGNANCY:
            return _("Inntil ti virkedager i svangerskapet.")
        case AbsenceReason.BIRTH_MOTHER:
            return _("Inntil 20 virkedager etter fødselen.")
        case AbsenceReason.BIRTH_FATHER:
            return _(
                "Inntil sju virkedager i forbindelse med fødselen, for den som bor med moren og "
                "bruker tiden på familien. Andre som hjelper moren, kan få fri i stedet."
            )
        case AbsenceReason.BREASTFEEDING:
            return _("Tiden hun trenger. Én time om dagen er med stønad i barnets første leveår.")
        case AbsenceReason.WELFARE_LEAVE:
            return _("Kommunen kan gi inntil ti virkedager i kalenderåret etter søknad.")
        case AbsenceReason.PEACE_WORK:
            return _("Kommunen kan gi inntil ti virkedager i kalenderåret etter søknad.")
        case AbsenceReason.LONG_ILLNESS_UNPAID:
            return _("Inntil ett år etter søknad, med legeerklæring.")
        case AbsenceReason.PARENTAL_LEAVE:
            return _("Inntil ti måneder til sammen for foreldrene i barnets første leveår.")
        case AbsenceReason.RELIGIOUS_HOLIDAY:
            return _("To dager i kalenderåret. Deltakeren må si fra minst 14 dager før.")
        case AbsenceReason.HOLIDAY:
            return _("Inntil 25 virkedager. Kommunen bestemmer når.")
        case AbsenceReason.PERMISSION:
            return _("Kommunen har gitt tillatelse på forhånd etter søknad.")
        case _:
            assert_never(reason)


def ground_text(ground: AbsenceGround) -> str:  # noqa: C901 (one sentence per ground)
    """Return why a day is lawful or not, paid or not."""
    match ground:
        case AbsenceGround.NO_REASON:
            return _("Det er ikke oppgitt noen gyldig grunn.")
        case AbsenceGround.NO_PERMISSION:
            return _("Fraværet er ikke avtalt, og det er ikke sykdom eller annen tvingende grunn.")
        case AbsenceGround.MEDICAL_CERTIFICATE:
            return _("Det er lagt fram legeerklæring.")
        case AbsenceGround.SELF_CERTIFIED:
            return _("Det er levert egenmelding.")
        case AbsenceGround.NOT_DOCUMENTED:
            return _("Det mangler egenmelding eller legeerklæring.")
        case AbsenceGround.EIGHT_WEEKS_NOT_REACHED:
            return _("Deltakeren har vært mindre enn åtte uker i programmet.")
        case AbsenceGround.SELF_CERTIFICATION_WITHDRAWN:
            return _("Kommunen har vedtatt at deltakeren ikke kan bruke egenmelding.")
        case AbsenceGround.SELF_CERTIFIED_DAYS_USED:
            return _("De tre dagene med egenmelding er brukt, og det mangler legeerklæring.")
        case AbsenceGround.PREVENTED_FROM_SEEING_DOCTOR:
            return _("Deltakeren var forhindret fra å gå til lege, og sykdommen er godtgjort.")
        case AbsenceGround.CERTIFICATE_MISSING_FOR_ABSENCE:
            return _("Fraværet varte lenger enn egenmeldingen, og det mangler legeerklæring.")
        case AbsenceGround.LONG_ILLNESS_WITHOUT_BENEFIT:
            return _("Kommunen har vedtatt at stønaden stanser ved lang sykdom.")
        case AbsenceGround.NO_QUALIFYING_CHILD:
            return _("Det er ikke registrert noe barn som er ungt nok.")
        case AbsenceGround.WITHIN_QUOTA:
            return _("Det er flere dager igjen av kvoten.")
        case AbsenceGround.QUOTA_USED:
            return _("Alle dagene i kvoten er brukt.")
        case AbsenceGround.PREGNANCY_CHECK:
            return _("Svangerskapskontroll gir rett til fri.")
        case AbsenceGround.BEFORE_BIRTH:
            return _("Mors dager gjelder etter fødselen.")
        case AbsenceGround.LIVES_APART_FROM_MOTHER:
            return _(
                "Far må bo sammen med moren. Ellers kan en som hjelper henne, få fri i stedet."
            )
        case AbsenceGround.BREASTFEEDING_FIRST_HOUR:
            return _("Den første timen ammefri om dagen er med stønad.")
        case AbsenceGround.BREASTFEEDING_BEYOND_HOUR:
            return _("Ammefri utover én time om dagen er uten stønad.")
        case AbsenceGround.BREASTFEEDING_AFTER_FIRST_YEAR:
            return _("Ammefri etter barnets første leveår er uten stønad.")
        case AbsenceGround.GRANTED:
            return _("Kommunen har innvilget søknaden.")
        case AbsenceGround.NOT_GRANTED:
            return _("Kommunen har ikke innvilget noen søknad.")
        case AbsenceGround.TRAVEL_TO_FUNERAL:
            return _("Nødvendige reisedager ved dødsfall kommer i tillegg til permisjonen.")
        case AbsenceGround.LEAVE_WITHOUT_BENEFIT:
            return _("Denne permisjonen er uten stønad.")
        case AbsenceGround.LEAVE_INSTEAD_OF_PARENT:
            return _(
                "Deltakeren har omsorgen i stedet for en forelder. Permisjonen er uten stønad."
            )
        case AbsenceGround.CERTIFICATE_REQUIRED:
            return _("Permisjonen krever legeerklæring.")
        case AbsenceGround.OUTSIDE_FIRST_YEAR:
            return _("Foreldrepermisjon gjelder bare i barnets første leveår.")
        case AbsenceGround.BEFORE_ADOPTION:
            return _("Permisjon ved adopsjon begynner tidligst dagen barnet blir adoptert.")
        case AbsenceGround.ADOPTED_CHILD_TOO_OLD:
            return _("Ved adopsjon må barnet være under 15 år.")
        case AbsenceGround.RESERVED_FOR_OTHER_PARENT:
            return _("Resten av permisjonen er forbeholdt den andre forelderen.")
        case AbsenceGround.NOTICE_IN_TIME:
            return _("Deltakeren sa fra minst 14 dager før.")
        case AbsenceGround.NOTICE_TOO_LATE:
            return _("Deltakeren sa ikke fra minst 14 dager før.")
        case _:
            assert_never(ground)


def doubt_text(doubt: AbsenceDoubt) -> str:
    """Return what a person must settle."""
    match doubt:
        case AbsenceDoubt.MISSING_CERTIFICATE:
            return _(
                "Fraværet varte lenger enn egenmeldingen. Avgjør om dagene med egenmelding også "
                "er ugyldige."
            )
        case AbsenceDoubt.CHILD_NOT_KNOWN:
            return _("Permisjonen gjelder et barn som ikke er registrert på deltakeren.")
        case AbsenceDoubt.WELFARE_GROUND_LIMIT:
            return _(
                "Velferdspermisjonen er lengre enn forskriften nevner for denne grunnen. "
                "Kontroller vedtaket, eller registrer resten med en annen viktig velferdsgrunn."
            )
        case AbsenceDoubt.LONG_ILLNESS_LEAVE_USED:
            return _(
                "Året med permisjon ved lang sykdom er brukt, og sykdommen varer. Avgjør hva som "
                "gjelder videre."
            )
        case AbsenceDoubt.BEFORE_INTEGRERINGSLOVEN:
            return _(
                "Dager før 2021 følger introduksjonsloven. Reglene her er ikke kontrollert mot den."
            )
        case _:
            assert_never(doubt)


def welfare_ground_text(ground: WelfareGround) -> str:
    """Return what a ground for welfare leave is called."""
    match ground:
        case WelfareGround.KINDERGARTEN_START:
            return _("Tilvenning i barnehage")
        case WelfareGround.SCHOOL_START:
            return _("Barnets første skoledag")
        case WelfareGround.WEDDING:
            return _("Eget bryllup")
        case WelfareGround.DEATH:
            return _("Dødsfall i familien eller blant nære venner")
        case WelfareGround.APPOINTMENT:
            return _("Jobbintervju, opptak til skole, lege eller tannlege")
        case WelfareGround.CARE_OF_RELATIVE:
            return _("Pleie av nære pårørende")
        case WelfareGround.OTHER:
            return _("En annen viktig velferdsgrunn")
        case _:
            assert_never(ground)
