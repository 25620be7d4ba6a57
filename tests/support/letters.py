"""Printed letters of a made-up person, for tests of paper."""

from dataclasses import replace
from datetime import date
from typing import Any

from app.accounts.models import LanguageForm
from app.core.pii import PersonName
from app.decisions.citations import rules_of
from app.decisions.content import Letter, LetterContent, Part, Role, Statement
from app.decisions.states import DecisionKind
from app.decisions.words import letter_words, summary_words
from app.papers.code import new_code
from app.rules.law.sources import FORVALTNINGSLOVEN, INTEGRERINGSLOVEN

LETTER_CODE = new_code(bytes(range(48, 64)))
REASONS = (
    "Du har arbeidet tre år på sykehus og vil bruke det du kan. Praksisen på sykehjemmet gir deg "
    "norsk hver dag og kollegaer som kan anbefale deg.\n"
    "Vi har valgt to år, fordi du skal fullføre videregående opplæring."
)
_ELEMENTS = (
    ("Norsk", "14.09.2026", "13.09.2028", "15"),
    ("Samfunnskunnskap", "14.09.2026", "15.03.2027", "5"),
    ("Praksis på en arbeidsplass (Praksis i avdeling 2)", "15.03.2027", "13.09.2027", "15"),
    ("Videregående opplæring", "13.09.2027", "13.09.2028", "20"),
)
_RULES = rules_of(
    (
        INTEGRERINGSLOVEN.section("12", "(2)"),
        INTEGRERINGSLOVEN.section("15"),
        INTEGRERINGSLOVEN.section("8", "(1)"),
        INTEGRERINGSLOVEN.section("46", "(2) a"),
        INTEGRERINGSLOVEN.section("46", "(2) c"),
        INTEGRERINGSLOVEN.section("47"),
        FORVALTNINGSLOVEN.section("27", "(3)"),
        FORVALTNINGSLOVEN.section("29", "(1)"),
    )
)


def make_content(**changes: Any) -> LetterContent:
    """Return what a letter about programme and plan says."""
    content = LetterContent(
        kind=DecisionKind.PROGRAMME_AND_PLAN,
        participant_name=PersonName("Amina Al-Hassan Øverlid"),
        address="Strandgata 12\n9876 Fjordvik",
        born_on=date(1994, 3, 12),
        municipality="Fjordvik",
        decided_on=date(2026, 11, 20),
        decided_by="Kari Nordmann",
        approved_by="Ola Ledersen",
        plan_version=1,
        parts=_parts(),
        rules=_RULES,
        summary=_summary(),
    )
    return replace(content, **changes)


def make_letter(
    language: str = "ar", form: LanguageForm = LanguageForm.NB, **changes: Any
) -> Letter:
    """Return a letter with a summary in a language; in Norwegian it has none."""
    return Letter(
        content=make_content(**changes),
        words=letter_words(form),
        summary_words=None if language in {"nb", "nn"} else summary_words(language),
        code=LETTER_CODE,
        made_on=date(2026, 11, 23),
    )


def _parts() -> tuple[Part, ...]:
    programme = {"first_day": "14.09.2026", "last_day": "13.09.2028", "months": "24"}
    levels = {"listening": "B1", "reading": "B1", "writing": "A2", "speaking": "B1"}
    hours = {"norwegian_hours": "1200", "social_studies_hours": "75"}
    settled = {"municipality": "Fjordvik", "day": "01.09.2026"}
    return (
        Part(
            "decided",
            (
                Statement("programme_and_plan.programme", programme),
                Statement("programme_and_plan.full_time"),
                Statement("programme_and_plan.plan", {"version": "1"}),
                Statement("shared.end_goal", {"end_goal": "Fullført videregående opplæring"}),
                Statement("shared.norwegian_goals", levels),
                Statement("shared.training", hours),
                Statement("programme_and_plan.elements"),
                *map(_element, _ELEMENTS),
            ),
        ),
        Part(
            "facts",
            (
                Statement("facts.settled_by_agreement", settled),
                Statement("facts.permit", {"day": "01.03.2026"}),
                Statement("facts.mapped", {"day": "02.09.2026"}),
                Statement("facts.education_lower_secondary"),
                Statement("facts.guided", {"day": "03.09.2026"}),
                Statement("facts.agrees", {"day": "10.11.2026"}),
            ),
        ),
        Part(
            "reasons",
            (
                Statement("reasons.right_and_duty"),
                Statement("reasons.length"),
                Statement("reasons.content"),
                Statement("reasons.own", quote=REASONS),
            ),
        ),
        Part(
            "next",
            (
                Statement("next.started", {"day": "14.09.2026"}),
                Statement("next.follow"),
                Statement("next.review", {"day": "10.05.2027"}),
            ),
        ),
        Part(
            "appeal",
            (
                Statement("appeal.right"),
                Statement("appeal.deadline"),
                Statement("appeal.late"),
                Statement("appeal.body"),
                Statement("appeal.how", {"municipality": "Fjordvik"}),
                Statement("appeal.postponement"),
            ),
        ),
        Part(
            "help",
            (
                Statement("help.access"),
                Statement("help.guidance"),
                Statement("help.contact", {"contact": "Rådhuset, telefon 00 00 00 00"}),
            ),
        ),
    )


def _element(row: tuple[str, str, str, str]) -> Statement:
    name, first_day, last_day, hours = row
    values = {"name": name, "first_day": first_day, "last_day": last_day, "hours": hours}
    return Statement("shared.element", values, role=Role.ITEM)


def _summary() -> tuple[Statement, ...]:
    days = {"first_day": "14.09.2026", "last_day": "13.09.2028"}
    return (
        Statement("decided.programme_and_plan"),
        Statement("decided.programme_period", days),
        Statement("appeal.right"),
        Statement("appeal.deadline"),
        Statement("appeal.how", {"municipality": "Fjordvik"}),
        Statement("appeal.who_decides"),
        Statement("appeal.postponement"),
        Statement("appeal.access"),
        Statement("appeal.ask"),
    )
