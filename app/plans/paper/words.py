"""The fixed words of the plan in one language, from `texts/<code>.toml`.

Headings, labels, the standard elements, goals and notes: what a sheet or a page says around the
texts that people have written. The Norwegian file says which words there are.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from app.i18n.bidi import isolate, isolated_text
from app.i18n.characters import has_odd_character, is_evenly_spaced
from app.i18n.locales import DEFAULT, Language, find_language
from app.i18n.placeholders import placeholders
from app.rules.plan import CefrLevel, ElementKind
from app.rules.programme import EndGoal

_TEXTS = Path(__file__).resolve().parent / "texts"
_OFFICE = "office."
"""Words under this key are only for those who file the sheet: Norwegian, never translated."""
_HEADER = {"language", "version", "checked_by", "checked_on"}


class PlanWordsError(Exception):
    """A file of words is missing, or does not hold together; says which, and at which key."""


@dataclass(frozen=True, slots=True)
class PlanWords:
    """Every fixed word of the plan in one language."""

    language: Language
    version: str
    """Of the Norwegian words that these are, or translate."""
    checked_by: str
    """The person who has compared them with the Norwegian; empty: they are a draft."""
    checked_on: date | None
    texts: Mapping[str, str]
    """By section and key, as `headings.title`."""

    @property
    def is_draft(self) -> bool:
        """Whether nobody has compared these words with the Norwegian ones."""
        return self.language != DEFAULT and not self.checked_by

    def text(self, key: str, **values: object) -> str:
        """Return a text for where no markup may stand, its values shielded from their neighbours.

        Raises:
            KeyError: there is no such text, or a value for it is missing.
        """
        shielded = {name: isolated_text(str(value)) for name, value in values.items()}
        return self.texts[key].format_map(shielded)

    def markup(self, key: str, **values: object) -> Markup:
        """Return a text for HTML, its values isolated.

        Raises:
            KeyError: there is no such text, or a value for it is missing.
        """
        isolated = {name: isolate(value) for name, value in values.items()}
        return escape(self.texts[key]).format_map(isolated)

    def end_goal(self, end_goal: EndGoal) -> str:
        """Return what an end goal is called."""
        return self.texts[f"end_goals.{end_goal.value}"]

    def level(self, level: CefrLevel) -> str:
        """Return in a sentence what somebody can do on this level."""
        return self.texts[f"levels.{level.value}"]

    def element_name(self, kind: ElementKind, catalogue_id: str = "") -> str:
        """Return what a standard element is called; a variant without words is called its kind."""
        return self._of_element(kind, catalogue_id, "name")

    def element_explanation(self, kind: ElementKind, catalogue_id: str = "") -> str:
        """Return in a sentence what the participant does there."""
        return self._of_element(kind, catalogue_id, "explanation")

    def _of_element(self, kind: ElementKind, catalogue_id: str, what: str) -> str:
        own = f"elements.{catalogue_id}.{what}"
        return self.texts[own] if own in self.texts else self.texts[f"elements.{kind.value}.{what}"]


@lru_cache(maxsize=32)
def plan_words(language: str) -> PlanWords:
    """Return the words in this language.

    Raises:
        PlanWordsError: there are none, or the file has other words or fields than the Norwegian.
    """
    path = _TEXTS / f"{language}.toml"
    if language not in word_languages():
        raise PlanWordsError(f"no words in {language!r}")
    if language == DEFAULT.code:
        return read_words(path, None)
    return read_words(path, plan_words(DEFAULT.code))


@lru_cache(maxsize=1)
def word_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have words, in alphabetical order."""
    return tuple(sorted(path.stem for path in _TEXTS.glob("*.toml")))


def load_all_words() -> None:
    """Read every file, so that a fault stops the start and not a caseworker.

    Raises:
        PlanWordsError: naming file and key.
    """
    for language in word_languages():
        plan_words(language)


def read_words(path: Path, norwegian: PlanWords | None) -> PlanWords:
    """Return the words of a file, compared with the Norwegian ones that they translate.

    Raises:
        PlanWordsError: naming file and key.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PlanWordsError(f"{path.name}: {error}") from error
    header = _header(path.name, content)
    texts = dict(_flat(path.name, content))
    for key, text in texts.items():
        _check_text(path.name, key, text)
    language = find_language(path.stem)
    if language is None or header.get("language") != path.stem:
        raise PlanWordsError(f"{path.name}: language is {header.get('language')!r}")
    version = str(header.get("version"))
    if norwegian is not None:
        _compare(path.name, texts, norwegian.texts)
        if version != norwegian.version:
            raise PlanWordsError(f"{path.name}: version {version}, not {norwegian.version}")
    return PlanWords(
        language, version, header.get("checked_by", ""), header.get("checked_on"), texts
    )


def _header(file: str, content: dict[str, Any]) -> dict[str, Any]:
    """Take what the file says of itself out of its content."""
    header = {name: content.pop(name) for name in _HEADER & content.keys()}
    if "checked_by" in header and not isinstance(header.get("checked_on"), date):
        raise PlanWordsError(f"{file}: checked_on is missing")
    return header


def _flat(file: str, table: Mapping[str, Any], place: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        key = f"{place}{name}"
        if isinstance(value, dict):
            yield from _flat(file, value, f"{key}.")
        elif isinstance(value, str):
            yield key, value
        else:
            raise PlanWordsError(f"{file}: {key} is no text")


def _check_text(file: str, key: str, text: str) -> None:
    if not is_evenly_spaced(text):
        raise PlanWordsError(f"{file}: {key} is empty or has spaces where none belong")
    if has_odd_character(text):
        raise PlanWordsError(f"{file}: {key} has a character that cannot be printed")
    try:
        placeholders(text)
    except ValueError:
        raise PlanWordsError(f"{file}: {key} has a brace that belongs to no field") from None


def _compare(file: str, texts: Mapping[str, str], norwegian: Mapping[str, str]) -> None:
    wanted = {key for key in norwegian if not key.startswith(_OFFICE)}
    if missing := sorted(key for key in wanted - texts.keys() if not _is_variant(key)):
        raise PlanWordsError(f"{file}: missing {', '.join(missing)}")
    if unknown := sorted(texts.keys() - wanted):
        raise PlanWordsError(f"{file}: unknown {', '.join(unknown)}")
    for key, text in texts.items():
        if sorted(placeholders(text)) != sorted(placeholders(norwegian[key])):
            raise PlanWordsError(f"{file}: {key} has other fields than the Norwegian")


def _is_variant(key: str) -> bool:
    """Tell whether a text is of a variant of a standard element, as `elements.<kind>.<id>.name`."""
    section, *parts = key.split(".")
    return section == "elements" and len(parts) > 2
