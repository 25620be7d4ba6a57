"""A printed plan as plain values for a JSON column, and back.

The fixed words are frozen too: a file of words that is mended later changes no paper that is out.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from app.core.period import Period
from app.core.pii import IdentityNumber, Masked, PersonName
from app.i18n.locales import DEFAULT, find_language
from app.plans.paper.content import ElementContent, PlanContent, PlanSheet
from app.plans.paper.words import PlanWords
from app.plans.paper.written import TranslationState, Written, WrittenTranslation
from app.rules.plan import CefrLevel, ElementKind
from app.rules.programme import EndGoal


def freeze(content: PlanContent, words: tuple[PlanWords, ...]) -> dict[str, Any]:
    """Return what a sheet is made of as plain values."""
    return {"content": plain(content), "words": [words_model(each) for each in words]}


def thaw(model: Mapping[str, Any], code: str, issued_on: date) -> PlanSheet:
    """Return the sheet as it was frozen."""
    words = tuple(thaw_words(each) for each in model["words"])
    return PlanSheet(_content(model["content"]), words, code, issued_on)


def plain(value: Any) -> Any:
    """Return frozen dataclasses, and what they hold, as values of JSON; secrets are revealed."""
    match value:
        case Masked():
            return value.reveal()
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [plain(each) for each in value]
        case dict():
            return {name: plain(each) for name, each in value.items()}
        case _ if is_dataclass(value):
            return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            return value


def words_model(words: PlanWords) -> dict[str, Any]:
    """Return fixed words as plain values."""
    model: dict[str, Any] = plain(
        {
            "language": words.language.code,
            "version": words.version,
            "checked_by": words.checked_by,
            "checked_on": words.checked_on,
            "texts": dict(words.texts),
        }
    )
    return model


def thaw_words(model: Mapping[str, Any]) -> PlanWords:
    """Return fixed words as they were frozen."""
    return PlanWords(
        find_language(model["language"]) or DEFAULT,
        model["version"],
        model["checked_by"],
        _day(model["checked_on"]),
        model["texts"],
    )


def _content(model: Mapping[str, Any]) -> PlanContent:
    return PlanContent(
        participant_name=PersonName(model["participant_name"]),
        identity_number=IdentityNumber(model["identity_number"]),
        municipality=model["municipality"],
        version=model["version"],
        made_on=date.fromisoformat(model["made_on"]),
        decided_on=date.fromisoformat(model["decided_on"]),
        programme=_period(model["programme"]),
        months=model["months"],
        end_goal=EndGoal(model["end_goal"]),
        listening=CefrLevel(model["listening"]),
        reading=CefrLevel(model["reading"]),
        writing=CefrLevel(model["writing"]),
        speaking=CefrLevel(model["speaking"]),
        norwegian_goals_reason=_written(model["norwegian_goals_reason"]),
        long_term_goals=_written(model["long_term_goals"]),
        participation=_written(model["participation"]),
        reasons=_written(model["reasons"]),
        norwegian_hours=model["norwegian_hours"],
        social_studies_hours=model["social_studies_hours"],
        is_competence_validation_guided=model["is_competence_validation_guided"],
        review_due_on=date.fromisoformat(model["review_due_on"]),
        elements=tuple(_element(each) for each in model["elements"]),
    )


def _element(model: Mapping[str, Any]) -> ElementContent:
    return ElementContent(
        kind=ElementKind(model["kind"]),
        catalogue_id=model["catalogue_id"],
        title=_written(model["title"]),
        days=_period(model["days"]),
        minutes_per_week=model["minutes_per_week"],
        place=model["place"],
        provider=model["provider"],
        responsible=model["responsible"],
        reason=_written(model["reason"]),
    )


def _period(model: Mapping[str, str]) -> Period:
    first, last = model["first_day"], model["last_day"]
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def _written(model: Mapping[str, Any]) -> Written:
    translations = {
        code: WrittenTranslation(
            each["text"],
            TranslationState(each["state"]),
            each["by"],
            _day(each["on"]),
        )
        for code, each in model["translations"].items()
    }
    return Written(model["text"], model["language"], translations)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
