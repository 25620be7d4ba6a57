"""Proposals as whole sentences, plain enough to stand in a plan that the caseworker edits."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from flask_babel import force_locale

from app.enrolment.mapping.wording import end_goal_text
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.plans.foundations.types import Question, Reason, ReasonCode
from app.rules.programme import EndGoal

MONTHS_A_YEAR = 12


def text_in(language: str, reasons: Iterable[Reason]) -> str:
    """Return the sentences as one text in the language of the municipality (`nb` or `nn`)."""
    with force_locale(language):
        return " ".join(reason_text(reason) for reason in reasons)


def reason_text(reason: Reason) -> str:  # noqa: C901 (one sentence per reason)
    """Return the sentence in the reader's language; what somebody wrote stands as written."""
    values = {name: " ".join(value.split()) for name, value in reason.values}
    match reason.code:
        case ReasonCode.MANDATORY:
            return _("Elementet er obligatorisk for alle i programmet.")
        case ReasonCode.HAS_CHILDREN:
            return _("Deltakeren har barn under 18 år.")
        case ReasonCode.DONE_BEFORE_SETTLEMENT:
            return _("Deltakeren har gjort noe av dette før bosettingen.")
        case ReasonCode.WORK_IN_COUNTRY:
            return _(
                "Deltakeren har arbeidet som %(occupation)s i %(country)s.",
                occupation=_inside(values["occupation"]),
                country=values["country"],
            )
        case ReasonCode.WORK:
            occupation = _inside(values["occupation"])
            return _("Deltakeren har arbeidet som %(occupation)s.", occupation=occupation)
        case ReasonCode.WORK_LENGTH:
            length = length_text(int(values["months"]))
            return _("Erfaringen er på %(length)s.", length=length)
        case ReasonCode.EDUCATION_FROM_COUNTRY:
            return _(
                "Deltakeren har utdanning fra %(country)s: %(subject)s.",
                country=values["country"],
                subject=_inside(values["subject"]),
            )
        case ReasonCode.EDUCATION:
            subject = _inside(values["subject"])
            return _("Deltakeren har utdanning: %(subject)s.", subject=subject)
        case ReasonCode.PRACTICAL_COMPETENCE:
            return _("Deltakeren har kompetanse som det ikke finnes papirer på.")
        case ReasonCode.NEEDS_RECOGNITION:
            return _("Utdanningen må godkjennes før den kan brukes i Norge.")
        case ReasonCode.NEEDS_AUTHORISATION:
            return _("Deltakeren trenger autorisasjon for å arbeide i yrket sitt.")
        case ReasonCode.NEEDS_SUPPLEMENTARY_EDUCATION:
            return _("Deltakeren trenger kompletterende utdanning.")
        case ReasonCode.NEEDS_COMPETENCE_VALIDATION:
            return _("En realkompetansevurdering kan vise hva deltakeren kan fra før.")
        case ReasonCode.WISH_FOR_WORK:
            return _("Deltakeren ønsker seg dette arbeidet: «%(wish)s».", wish=_quoted(values))
        case ReasonCode.WISH_FOR_EDUCATION:
            wish = _quoted(values)
            return _("Deltakeren ønsker seg denne utdanningen: «%(wish)s».", wish=wish)
        case ReasonCode.GOAL_RECOMMENDED:
            return _(
                "Karriereveiledningen anbefaler dette sluttmålet: %(goal)s.", goal=_goal(values)
            )
        case ReasonCode.SERVES_END_GOAL:
            return _("Elementet leder mot sluttmålet: %(goal)s.", goal=_goal(values))
        case ReasonCode.LACKS_LOWER_SECONDARY:
            return _("Deltakeren har ikke fullført grunnskole.")
        case ReasonCode.LACKS_DIGITAL_SKILLS:
            return _("Deltakeren trenger bedre digitale ferdigheter i skole og arbeid.")
        case ReasonCode.SPEAKS_NORWEGIAN:
            return _(
                "Deltakeren snakker norsk på nivå %(level)s nå, og målet er %(goal)s.",
                level=values["level"],
                goal=values["goal"],
            )
        case ReasonCode.ABOVE_GUIDING_LEVEL:
            return _("Deltakeren har alt nådd det veiledende nivået i minst én ferdighet.")
        case ReasonCode.NORWEGIAN_HOURS_BEFORE:
            hours = int(values["hours"])
            return ngettext(
                "Deltakeren hadde %(num)s time norsk i mottak.",
                "Deltakeren hadde %(num)s timer norsk i mottak.",
                hours,
            )
        case ReasonCode.SOCIAL_STUDIES_HOURS_BEFORE:
            return _(
                "Samfunnskunnskap fra mottaket er trukket fra: %(hours)s timer er gjennomført, og "
                "%(left)s gjenstår.",
                hours=values["hours"],
                left=values["left"],
            )
        case _:
            assert_never(reason.code)


def question_text(question: Question) -> str:
    """Return what the caseworker should find out."""
    match question:
        case Question.RECOMMENDED_GOAL_CLOSED:
            return _(
                "Karriereveiledningen anbefaler et sluttmål som deltakeren ikke kan ha etter "
                "loven. Snakk med fylkeskommunen."
            )
        case Question.WISHES_NEED_TRANSLATION:
            return _(
                "Deltakerens egne ord er ikke på norsk. Få dem oversatt før de brukes i "
                "begrunnelsen."
            )
        case Question.GUIDANCE_MISSING:
            return _("Karriereveiledning er ikke gitt. Den bør komme før planen.")
        case Question.HAS_OBSTACLES:
            return _("Det er registrert hindringer. Tilpass elementene til dem.")
        case Question.HAS_GAPS:
            return _("Noe kunne ikke kartlegges. Se om det går nå.")
        case Question.EARLIER_COURSES_COUNT:
            return _(
                "Deltakeren har hatt livsmestring eller foreldreveiledning før bosettingen. "
                "Finn ut hva som gjenstår."
            )
        case _:
            assert_never(question)


def length_text(months: int) -> str:
    """Return a length of time in years and months."""
    years, rest = divmod(months, MONTHS_A_YEAR)
    in_years = ngettext("%(num)s år", "%(num)s år", years)
    in_months = ngettext("%(num)s måned", "%(num)s måneder", rest)
    if not rest:
        return in_years
    if not years:
        return in_months
    return _("%(years)s og %(months)s", years=in_years, months=in_months)


def _inside(words: str) -> str:
    """Return words with the small first letter that they have inside a sentence."""
    is_plain = words[1:].islower() or len(words) == 1
    return words.lower() if is_plain else words


def _quoted(values: Mapping[str, str]) -> str:
    return values["wish"].rstrip(" .")


def _goal(values: Mapping[str, str]) -> str:
    return _inside(end_goal_text(EndGoal(values["goal"])))
