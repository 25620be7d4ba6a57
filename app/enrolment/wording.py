"""What the closed lists of enrolment are called, for forms and pages alike."""

from typing import assert_never

from app.enrolment.kinds import AddressProtection, Literacy, Sex
from app.enrolment.queries import Status
from app.i18n.text import gettext as _
from app.i18n.text import pgettext
from app.rules.eligibility import PermitGround, TargetGroup
from app.rules.programme import EducationLevel


def sex_text(sex: Sex) -> str:
    """Return the registered sex in a word."""
    match sex:
        case Sex.FEMALE:
            return _("Kvinne")
        case Sex.MALE:
            return _("Mann")
        case Sex.UNKNOWN:
            return pgettext("kjønn", "Ikke registrert")
        case _:
            assert_never(sex)


def literacy_text(literacy: Literacy) -> str:
    """Return how well somebody reads in her reading language."""
    match literacy:
        case Literacy.NONE:
            return _("Leser ikke")
        case Literacy.SOME:
            return _("Leser litt")
        case Literacy.FLUENT:
            return _("Leser godt")
        case _:
            assert_never(literacy)


def protection_text(protection: AddressProtection) -> str:
    """Return the kind of address protection."""
    match protection:
        case AddressProtection.NONE:
            return _("Ingen adressesperre")
        case AddressProtection.CONFIDENTIAL:
            return _("Fortrolig adresse")
        case AddressProtection.STRICTLY_CONFIDENTIAL:
            return _("Strengt fortrolig adresse")
        case _:
            assert_never(protection)


def permit_text(ground: PermitGround) -> str:  # noqa: C901 (one name per ground, nothing more)
    """Return what a permit is called, with its section of utlendingsloven."""
    match ground:
        case PermitGround.ASYLUM:
            return _("Flyktning (asyl), § 28")
        case PermitGround.RESETTLEMENT:
            return _("Overføringsflyktning, § 35 tredje ledd")
        case PermitGround.HUMANITARIAN:
            return _("Sterke menneskelige hensyn eller særlig tilknytning, § 38 første ledd")
        case PermitGround.UNDOCUMENTED_IDENTITY_A:
            return _("Barnefamilie uten dokumentert identitet, § 38 femte ledd bokstav a")
        case PermitGround.UNDOCUMENTED_IDENTITY_B:
            return _("Barnefamilie uten dokumentert identitet, § 38 femte ledd bokstav b")
        case PermitGround.COLLECTIVE_PROTECTION:
            return _("Kollektiv beskyttelse, § 34")
        case PermitGround.FAMILY:
            return _("Familieinnvandring, kapittel 6")
        case PermitGround.OWN_GROUND_AFTER_RELATIONSHIP:
            return _("Selvstendig grunnlag etter mishandling, § 53 første ledd bokstav b")
        case PermitGround.OWN_GROUND_SECOND_PARAGRAPH:
            return _("Selvstendig grunnlag etter samlivsbrudd, § 53 andre ledd")
        case PermitGround.OWN_GROUND_THIRD_PARAGRAPH:
            return _("Selvstendig grunnlag etter oppløst ekteskap, § 53 tredje ledd")
        case PermitGround.OTHER:
            return _("En annen tillatelse")
        case _:
            assert_never(ground)


def education_text(level: EducationLevel) -> str:
    """Return the education level in words."""
    match level:
        case EducationLevel.UPPER_SECONDARY_OR_HIGHER:
            return _("Videregående opplæring eller høyere")
        case EducationLevel.LOWER_SECONDARY:
            return _("Fullført grunnskole")
        case EducationLevel.NONE:
            return _("Ikke fullført grunnskole")
        case _:
            assert_never(level)


def group_text(group: TargetGroup) -> str:
    """Return the target group in a few words."""
    match group:
        case TargetGroup.RIGHT_AND_DUTY:
            return _("Rett og plikt")
        case TargetGroup.MAY_BE_OFFERED:
            return _("Kan få tilbud")
        case TargetGroup.OUTSIDE:
            return _("Utenfor målgruppen")
        case _:
            assert_never(group)


def status_text(status: Status) -> str:
    """Return how far the enrolment has come."""
    match status:
        case Status.UNMAPPED:
            return _("Mangler kartlegging")
        case Status.UNDECIDED:
            return _("Mangler vedtak om program")
        case Status.DECIDED:
            return _("Har vedtak om program")
        case _:
            assert_never(status)
