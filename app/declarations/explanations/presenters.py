"""The stamp in words: how a paper was explained, and why it cannot be stamped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from app.core.clock import OSLO
from app.declarations.explanations.errors import ExplanationRefusal
from app.declarations.explanations.kinds import Kinship
from app.declarations.explanations.models import DocumentExplanation
from app.declarations.explanations.teach_back import QUESTIONS
from app.declarations.explanations.wording import (
    category_text,
    exemption_text,
    mode_text,
    no_interpreter_text,
    use_text,
)
from app.i18n.format import short_date
from app.i18n.spoken import language_name
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the stamp, or one question with what the person said in her own words."""

    term: str
    value: str


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
    yield Fact(_("Hvem tolket"), use_text(explanation.interpreter_use))
    if explanation.interpreter_name:
        yield Fact(_("Tolkens navn"), explanation.interpreter_name)
    if explanation.register_id:
        yield Fact(_("Nummer i tolkeregisteret"), explanation.register_id)
    if explanation.category is not None:
        yield Fact(_("Kategori"), category_text(explanation.category))
    if explanation.exemption is not None:
        yield Fact(_("Hvorfor ikke fra registeret"), exemption_text(explanation.exemption))
    if explanation.mode is not None:
        yield Fact(_("Hvor tolken var"), mode_text(explanation.mode))
        yield Fact(_("Tolken er 18 år eller eldre"), _("Ja"))
    if explanation.kinship is Kinship.RELATIVE:
        yield Fact(_("I familie med deltakeren"), _("Ja, voksen slektning"))
    if explanation.no_interpreter_reason is not None:
        yield Fact(_("Hvorfor ikke tolk"), no_interpreter_text(explanation.no_interpreter_reason))
    if explanation.note:
        yield Fact(_("Begrunnelse"), explanation.note)
    who = names.get(explanation.registered_by, "")
    day = short_date(explanation.registered_at.astimezone(OSLO).date())
    yield Fact(_("Registrert"), _("%(day)s av %(name)s", day=day, name=who) if who else day)


def explanation_refusal(  # noqa: C901 (one sentence per reason, nothing more)
    reason: ExplanationRefusal,
) -> tuple[str | None, str]:
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
        case ExplanationRefusal.NO_INTERPRETER_NAMED:
            return "interpreter_name", _("Skriv tolkens navn eller nummer i registeret.")
        case ExplanationRefusal.NO_REASON:
            return "no_interpreter_reason", _("Velg hvorfor det ikke var tolk.")
        case ExplanationRefusal.NO_EXEMPTION:
            return "exemption", _("Velg hvorfor dere ikke brukte en tolk fra registeret.")
        case ExplanationRefusal.TRANSITION_IS_OVER:
            return "exemption", _("Unntaket gjaldt til 31.12.2026. Velg en annen grunn.")
        case ExplanationRefusal.NO_NOTE:
            return "note", _("Skriv begrunnelsen.")
        case ExplanationRefusal.INTERPRETER_IS_CHILD:
            return "interpreter_use", _(
                "Et barn kan ikke tolke. Gå gjennom papiret på nytt med en voksen tolk."
            )
        case ExplanationRefusal.ADULT_NOT_CONFIRMED:
            return "is_adult", _("Bekreft at tolken er 18 år eller eldre.")
        case ExplanationRefusal.UNKNOWN_QUESTION:
            return None, _("Spørsmålet finnes ikke. Last siden på nytt.")
        case _:
            assert_never(reason)
