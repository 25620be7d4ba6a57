"""What a check of the plan found, as sentences with provision and the way to the field."""

from fractions import Fraction
from typing import assert_never

from app.i18n.format import hours, short_date
from app.i18n.text import gettext as _
from app.rules.plan import Finding, FindingCode, Severity


def severity_label(severity: Severity) -> str:
    """Return how much a finding matters, in a word."""
    match severity:
        case Severity.MISSING:
            return _("Mangler")
        case Severity.WARNING:
            return _("Sjekk")
        case _:
            assert_never(severity)


def severity_tone(severity: Severity) -> str:
    """Return the colour of a finding."""
    match severity:
        case Severity.MISSING:
            return "danger"
        case Severity.WARNING:
            return "warning"
        case _:
            assert_never(severity)


def finding_sentence(finding: Finding) -> str:  # noqa: C901 (one sentence per code)
    """Return what was found, as one sentence."""
    numbers = {name: hours(Fraction(value)) for name, value in finding.numbers}
    first, last = _days(finding)
    match finding.code:
        case FindingCode.END_GOAL_MISSING:
            return _("Planen mangler sluttmål.")
        case FindingCode.END_GOAL_NOT_ALLOWED:
            return _("Sluttmålet passer ikke med deltakerens utdanningsnivå.")
        case FindingCode.NORWEGIAN_GOAL_MISSING:
            return _("Planen mangler norskmål.")
        case FindingCode.NORWEGIAN_GOAL_BELOW_GUIDING_LEVEL:
            return _("Norskmålet er lavere enn det veiledende nivået for utdanningen.")
        case FindingCode.LONG_TERM_GOALS_MISSING:
            return _("Planen mangler deltakerens langsiktige mål.")
        case FindingCode.NORWEGIAN_EXTENT_MISSING:
            return _("Planen mangler timetallet for norskopplæringen.")
        case FindingCode.SOCIAL_STUDIES_EXTENT_MISSING:
            return _("Planen mangler timetallet for samfunnskunnskap.")
        case FindingCode.SOCIAL_STUDIES_UNDER_75_HOURS:
            return _(
                "Samfunnskunnskap har %(hours)s timer. Opplæringen skal være på "
                "%(required_hours)s timer.",
                **numbers,
            )
        case FindingCode.REASONS_MISSING:
            return _("Planen mangler begrunnelse for valget av arbeid eller utdanning.")
        case FindingCode.APPEAL_INFORMATION_MISSING:
            return _("Deltakeren har ikke fått informasjon om hvordan det er mulig å klage.")
        case FindingCode.MAPPING_NOT_DONE_OR_EXPLAINED:
            return _("Kompetansen er ikke kartlagt, og det er ikke forklart hvorfor.")
        case FindingCode.GUIDANCE_NOT_DONE_OR_EXPLAINED:
            return _("Karriereveiledningen er ikke gjort, og det er ikke forklart hvorfor.")
        case FindingCode.COMPETENCE_VALIDATION_NOT_GUIDED:
            return _("Det er ikke veiledet om realkompetansevurdering.")
        case FindingCode.REVIEW_DATE_MISSING:
            return _("Planen mangler dato for neste vurdering.")
        case FindingCode.REVIEW_OVERDUE:
            return _("Planen skulle vært vurdert på nytt.")
        case FindingCode.ELEMENTS_MISSING:
            return _("Planen har ingen elementer.")
        case FindingCode.ELEMENT_OUTSIDE_PROGRAMME:
            return _(
                "Et element fra %(first)s til %(last)s ligger utenfor programtiden.",
                first=first,
                last=last,
            )
        case FindingCode.WORK_OR_EDUCATION_ELEMENT_MISSING:
            return _("Planen mangler et element som er rettet mot arbeid eller utdanning.")
        case FindingCode.NORWEGIAN_TRAINING_MISSING:
            return _("Planen mangler norsk.")
        case FindingCode.SOCIAL_STUDIES_MISSING:
            return _("Planen mangler samfunnskunnskap.")
        case FindingCode.LIFE_SKILLS_MIGRATION_HEALTH_MISSING:
            return _("Planen mangler livsmestring om migrasjon, helse og mangfold.")
        case FindingCode.LIFE_SKILLS_MIGRATION_HEALTH_TOO_SHORT:
            return _(
                "Livsmestring om migrasjon, helse og mangfold har %(hours)s timer. Kravet er "
                "%(required_hours)s.",
                **numbers,
            )
        case FindingCode.LIFE_SKILLS_CAREER_MISSING:
            return _("Planen mangler livsmestring om karrierekompetanse.")
        case FindingCode.LIFE_SKILLS_CAREER_TOO_SHORT:
            return _(
                "Livsmestring om karrierekompetanse har %(hours)s timer. Kravet er "
                "%(required_hours)s.",
                **numbers,
            )
        case FindingCode.PARENTAL_GUIDANCE_MISSING:
            return _("Deltakeren har barn, men planen mangler foreldreveiledning.")
        case FindingCode.WORK_ORIENTED_HOURS_TOO_FEW:
            return _(
                "Fra %(first)s har planen i snitt %(average_hours)s arbeidsrettede timer i uka. "
                "Kravet er %(required_hours)s.",
                first=first,
                **numbers,
            )
        case FindingCode.NOT_FULL_TIME:
            return _(
                "Fra %(first)s til %(last)s har planen %(hours)s timer i uka. Full tid er minst "
                "%(required_hours)s timer.",
                first=first,
                last=last,
                **numbers,
            )
        case FindingCode.FULL_TIME_NEEDS_OWN_ACTIVITY:
            return _(
                "Fra %(first)s til %(last)s har planen %(hours)s timer i uka og ingen "
                "egenaktivitet. Full tid er %(required_hours)s timer.",
                first=first,
                last=last,
                **numbers,
            )
        case FindingCode.NOT_YEAR_ROUND:
            return _(
                "Fra %(first)s til %(last)s har planen ikke noe innhold. Programmet skal vare hele "
                "året, med høyst fem uker fri.",
                first=first,
                last=last,
            )
        case FindingCode.ELEMENT_REASONS_MISSING:
            return _(
                "Et element mot arbeid eller utdanning, fra %(first)s til %(last)s, mangler "
                "begrunnelse.",
                first=first,
                last=last,
            )
        case FindingCode.SOCIAL_STUDIES_NOT_UNDERSTOOD:
            return _(
                "Bare %(hours)s av %(required_hours)s timer samfunnskunnskap er på et språk som "
                "deltakeren forstår.",
                **numbers,
            )
        case FindingCode.NORWEGIAN_TRAINING_TOO_LATE:
            return _(
                "Norsk fra %(first)s til %(last)s ligger etter siste dag for norskopplæringen.",
                first=first,
                last=last,
            )
        case FindingCode.SOCIAL_STUDIES_TOO_LATE:
            return _(
                "Samfunnskunnskap fra %(first)s til %(last)s ligger etter fristen på ett år.",
                first=first,
                last=last,
            )
        case FindingCode.PARENTAL_GUIDANCE_TOO_FEW_MEETINGS:
            return _(
                "Foreldreveiledningen har %(meetings)s møter eller samtaler. Kravet er minst "
                "%(required_meetings)s.",
                **numbers,
            )
        case FindingCode.PARENTAL_GUIDANCE_TOO_MANY_MEETINGS:
            return _(
                "Foreldreveiledningen har %(meetings)s møter eller samtaler. Den skal ha høyst "
                "%(most_meetings)s.",
                **numbers,
            )
        case FindingCode.BEFORE_REFORM:
            return _(
                "Programmet var ferdig før 2026. Kravene til innhold som kom da, er ikke målt."
            )
        case _:
            assert_never(finding.code)


def field_of(code: FindingCode) -> str | None:  # noqa: C901 (one place per code)
    """Return the anchor on the edit page where a finding is mended.

    `elements` is the list of elements; None: the mapping of the participant.
    """
    match code:
        case FindingCode.END_GOAL_MISSING | FindingCode.END_GOAL_NOT_ALLOWED:
            return "end_goal"
        case FindingCode.NORWEGIAN_GOAL_MISSING | FindingCode.NORWEGIAN_GOAL_BELOW_GUIDING_LEVEL:
            return "listening"
        case FindingCode.LONG_TERM_GOALS_MISSING:
            return "long_term_goals"
        case FindingCode.NORWEGIAN_EXTENT_MISSING:
            return "norwegian_hours"
        case (
            FindingCode.SOCIAL_STUDIES_EXTENT_MISSING
            | FindingCode.SOCIAL_STUDIES_UNDER_75_HOURS
            | FindingCode.SOCIAL_STUDIES_NOT_UNDERSTOOD
        ):
            return "social_studies_hours"
        case FindingCode.REASONS_MISSING:
            return "reasons"
        case FindingCode.APPEAL_INFORMATION_MISSING:
            return "is_appeal_information_given"
        case FindingCode.COMPETENCE_VALIDATION_NOT_GUIDED:
            return "is_competence_validation_guided"
        case FindingCode.REVIEW_DATE_MISSING | FindingCode.REVIEW_OVERDUE:
            return "review_due_on"
        case FindingCode.MAPPING_NOT_DONE_OR_EXPLAINED | FindingCode.GUIDANCE_NOT_DONE_OR_EXPLAINED:
            return None
        case (
            FindingCode.ELEMENTS_MISSING
            | FindingCode.ELEMENT_OUTSIDE_PROGRAMME
            | FindingCode.WORK_OR_EDUCATION_ELEMENT_MISSING
            | FindingCode.NORWEGIAN_TRAINING_MISSING
            | FindingCode.SOCIAL_STUDIES_MISSING
            | FindingCode.LIFE_SKILLS_MIGRATION_HEALTH_MISSING
            | FindingCode.LIFE_SKILLS_MIGRATION_HEALTH_TOO_SHORT
            | FindingCode.LIFE_SKILLS_CAREER_MISSING
            | FindingCode.LIFE_SKILLS_CAREER_TOO_SHORT
            | FindingCode.PARENTAL_GUIDANCE_MISSING
            | FindingCode.WORK_ORIENTED_HOURS_TOO_FEW
            | FindingCode.NOT_FULL_TIME
            | FindingCode.FULL_TIME_NEEDS_OWN_ACTIVITY
            | FindingCode.NOT_YEAR_ROUND
            | FindingCode.ELEMENT_REASONS_MISSING
            | FindingCode.NORWEGIAN_TRAINING_TOO_LATE
            | FindingCode.SOCIAL_STUDIES_TOO_LATE
            | FindingCode.PARENTAL_GUIDANCE_TOO_FEW_MEETINGS
            | FindingCode.PARENTAL_GUIDANCE_TOO_MANY_MEETINGS
            | FindingCode.BEFORE_REFORM
        ):
            return "elements"
        case _:
            assert_never(code)


def _days(finding: Finding) -> tuple[str, str]:
    if finding.period is None:
        return "", ""
    return short_date(finding.period.first_day), short_date(finding.period.last_day)
