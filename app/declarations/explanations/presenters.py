"""The stamp in words: how a paper was explained, and why it cannot be stamped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from app.core.clock import OSLO
from app.declarations.explanations.errors import ExplanationRefusal
from app.declarations.explanations.models import DocumentExplanation
from app.declarations.explanations.teach_back import QUESTIONS
from app.enrolment.interpreting.errors import InterpretingRefusal
from app.enrolment.interpreting.presenters import Fact, interpreting_facts, interpreting_refusal
from app.i18n.format import short_date
from app.i18n.spoken import language_name
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class Stamp:
    """One talk in which the paper was explained."""

    headline: str
    facts: tuple[Fact, ...]
    answers: tuple[Fact, ...]


def stamp(explanation: DocumentExplanation, names: Mapping[UUID, str]) -> Stamp:
    """Return the stamp in words; `names` are those of the staff."""
    return Stamp(
        headline=headline(explanation),
        facts=tuple(_facts(explanation, names)),
        answers=tuple(
            Fact(str(QUESTIONS[each["question"]]), each["answer"])
            for each in explanation.teach_back
        ),
    )


def headline(explanation: DocumentExplanation) -> str:
    """Return when the paper was explained, and in which language."""
    return _(
        "Forklart %(day)s. Språk: %(language)s.",
        day=short_date(explanation.explained_on),
        language=language_name(explanation.language),
    )


def _facts(explanation: DocumentExplanation, names: Mapping[UUID, str]) -> Iterator[Fact]:
    yield from interpreting_facts(explanation)
    who = names.get(explanation.registered_by, "")
    day = short_date(explanation.registered_at.astimezone(OSLO).date())
    yield Fact(_("Registrert"), _("%(day)s av %(name)s", day=day, name=who) if who else day)


def explanation_refusal(reason: ExplanationRefusal) -> tuple[str | None, str]:
    """Return the field concerned, if one is, and why the paper is not stamped."""
    match reason:
        case ExplanationRefusal.NOT_CURRENT:
            return None, _("Arket er erstattet eller trukket tilbake.")
        case ExplanationRefusal.NOT_READY:
            return None, _("Arket er ikke ferdig laget ennå. Vent litt og prøv igjen.")
        case ExplanationRefusal.BEFORE_ISSUE:
            return "explained_on", _("Papiret kan ikke være forklart før det ble laget.")
        case ExplanationRefusal.IN_FUTURE:
            return "explained_on", _("Papiret kan ikke være forklart etter i dag.")
        case ExplanationRefusal.NO_LANGUAGE:
            return "language", _("Velg språket.")
        case ExplanationRefusal.UNKNOWN_QUESTION:
            return None, _("Spørsmålet finnes ikke. Last siden på nytt.")
        case (
            ExplanationRefusal.NO_INTERPRETER_NAMED
            | ExplanationRefusal.NO_REASON
            | ExplanationRefusal.NO_EXEMPTION
            | ExplanationRefusal.TRANSITION_IS_OVER
            | ExplanationRefusal.NO_NOTE
            | ExplanationRefusal.INTERPRETER_IS_CHILD
            | ExplanationRefusal.ADULT_NOT_CONFIRMED
        ):
            return interpreting_refusal(InterpretingRefusal(reason.value))
        case _:
            assert_never(reason)
