"""Printed plans of a made-up person, for tests of paper."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.core.period import Period
from app.core.pii import IdentityNumber, PersonName
from app.papers.code import new_code
from app.plans.paper.content import ElementContent, PlanContent, PlanSheet
from app.plans.paper.words import plan_words
from app.plans.paper.written import TranslationState, Written, WrittenTranslation
from app.rules.plan import CefrLevel, ElementKind
from app.rules.programme import EndGoal

PLAN_CODE = new_code(bytes(range(16, 32)))
PROGRAMME = Period(date(2026, 9, 14), date(2028, 9, 13))
NOTHING = Written("", "nb")

GOALS = {
    "nb": "Jeg vil bli helsefagarbeider. På sikt vil jeg studere sykepleie og bo i Fjordvik.",
    "en": "I want to become a healthcare worker. Later I want to study nursing and stay here.",
    "ar": "أريد أن أصبح عاملة في الرعاية الصحية. وأريد لاحقا أن أدرس التمريض وأن أبقى هنا.",
    "uk": "Я хочу стати медичною працівницею. Згодом хочу вивчати сестринську справу.",
    "ti": "ሰራሕተኛ ጥዕና ክኸውን እደሊ። ድሒረ ትምህርቲ ነርስ ክመሃር እደሊ።",
    "my": "ကျွန်မသည် ကျန်းမာရေးလုပ်သား ဖြစ်ချင်ပါသည်။",
}
REASONS = (
    "Amina har arbeidet tre år på sykehus og vil bruke erfaringen. Praksis på sykehjemmet gir "
    "henne norsk i arbeid og kollegaer som kan anbefale henne. Norskkurset om dagen bygger på det "
    "hun leser og skriver fra før, og fører mot B1 muntlig, som sykehjemmet krever."
)
_HALF_YEAR = timedelta(days=182)


def make_element(kind: ElementKind = ElementKind.WORK_PRACTICE, **changes: Any) -> ElementContent:
    """Return an element with everything filled in."""
    element = ElementContent(
        kind=kind,
        catalogue_id="",
        title=NOTHING,
        days=Period(date(2027, 3, 15), date(2027, 9, 13)),
        minutes_per_week=15 * 60,
        place="Solsiden sykehjem, Fjordvik",
        provider="Fjordvik kommune",
        responsible="Kari Nordmann",
        reason=NOTHING,
    )
    return replace(element, **changes)


def _elements() -> tuple[ElementContent, ...]:
    first = PROGRAMME.first_day
    school = "Fjordvik voksenopplæring"
    whole = PROGRAMME
    begins = Period(first, first + _HALF_YEAR)
    return (
        make_element(
            ElementKind.NORWEGIAN_TRAINING, days=whole, minutes_per_week=900, place=school
        ),
        make_element(ElementKind.SOCIAL_STUDIES, days=begins, minutes_per_week=300, place=school),
        make_element(
            ElementKind.LIFE_SKILLS_MIGRATION_HEALTH,
            days=begins,
            minutes_per_week=120,
            place=school,
        ),
        make_element(
            ElementKind.LIFE_SKILLS_CAREER, days=begins, minutes_per_week=180, place=school
        ),
        make_element(
            ElementKind.PARENTAL_GUIDANCE, days=begins, minutes_per_week=120, place="Helsestasjonen"
        ),
        make_element(
            title=Written("Praksis i avdeling 2", "nb"),
            reason=Written(
                "Du får bruke det du kan om pleie, og du snakker norsk hver dag.",
                "nb",
                {
                    "ar": WrittenTranslation(
                        "ستستخدمين معرفتك بالرعاية وتتحدثين النرويجية كل يوم.",
                        TranslationState.CHECKED,
                        "Layla Haddad",
                        date(2026, 11, 18),
                    )
                },
            ),
        ),
        make_element(
            ElementKind.UPPER_SECONDARY,
            days=Period(first + 2 * _HALF_YEAR, PROGRAMME.last_day),
            minutes_per_week=1200,
            place="Fjordvik videregående skole",
            responsible="",
        ),
        make_element(ElementKind.OWN_ACTIVITY, days=whole, minutes_per_week=300, place=""),
    )


def make_content(language: str = "ar", **changes: Any) -> PlanContent:
    """Return the content of a plan whose goals were written in a language."""
    written_in = language if language in GOALS else "en"
    content = PlanContent(
        participant_name=PersonName("Amina Al-Hassan Øverlid"),
        identity_number=IdentityNumber("41819012345"),
        municipality="Fjordvik",
        version=2,
        made_on=date(2026, 11, 10),
        decided_on=date(2026, 9, 1),
        programme=PROGRAMME,
        months=24,
        end_goal=EndGoal.UPPER_SECONDARY_COMPLETED,
        listening=CefrLevel.B1,
        reading=CefrLevel.B1,
        writing=CefrLevel.A2,
        speaking=CefrLevel.B1,
        norwegian_goals_reason=NOTHING,
        long_term_goals=Written(
            GOALS[written_in],
            written_in,
            {"nb": WrittenTranslation(GOALS["nb"], TranslationState.MACHINE_DRAFT)},
        ),
        participation=NOTHING,
        reasons=Written(REASONS, "nb"),
        norwegian_hours=1200,
        social_studies_hours=75,
        is_competence_validation_guided=True,
        review_due_on=date(2027, 5, 10),
        elements=_elements(),
    )
    return replace(content, **changes)


def make_plan_sheet(language: str = "ar", **changes: Any) -> PlanSheet:
    """Return a printed plan; the identity number is of the synthetic kind."""
    codes = ("nb",) if language == "nb" else ("nb", language)
    return PlanSheet(
        content=make_content(language, **changes),
        words=tuple(plan_words(code) for code in codes),
        code=PLAN_CODE,
        issued_on=date(2026, 11, 23),
    )
