"""The fixed words of the plan: the same in every language, and printable."""

from datetime import date
from pathlib import Path

import pytest

from app.i18n.locales import document_languages
from app.pdf.printable import find_unprintable
from app.plans.catalogue import STANDARD_ELEMENTS
from app.plans.paper.words import (
    PlanWordsError,
    load_all_words,
    plan_words,
    read_words,
    word_languages,
)
from app.rules.plan import CefrLevel, ElementKind
from app.rules.programme import EndGoal
from tests.support.repository import ROOT

TEXTS = ROOT / "app/plans/paper/texts"
NORWEGIAN = plan_words("nb")
every_language = pytest.mark.parametrize("language", word_languages())


def test_every_file_holds_together_and_is_of_a_language_of_documents() -> None:
    load_all_words()
    assert set(word_languages()) <= {language.code for language in document_languages()}


@every_language
def test_every_closed_list_has_its_words(language: str) -> None:
    words = plan_words(language)
    for kind in ElementKind:
        assert words.element_name(kind) != words.element_explanation(kind)
    assert len({words.end_goal(goal) for goal in EndGoal}) == len(EndGoal)
    assert len({words.level(level) for level in CefrLevel}) == len(CefrLevel)


@every_language
def test_every_word_can_be_printed(language: str) -> None:
    found = {key: find_unprintable(text) for key, text in plan_words(language).texts.items()}
    assert {key for key, fault in found.items() if fault} == set()


def test_only_the_norwegian_words_need_nobody_to_check_them() -> None:
    assert not NORWEGIAN.is_draft
    assert NORWEGIAN.checked_by == ""


def test_words_of_the_office_are_norwegian_only() -> None:
    others = [plan_words(language) for language in word_languages() if language != "nb"]
    assert any(key.startswith("office.") for key in NORWEGIAN.texts)
    assert not any(key.startswith("office.") for words in others for key in words.texts)


def test_values_are_shielded_from_the_text_around_them() -> None:
    said = NORWEGIAN.text("reviews.due", date="01.02.2027")
    assert said == "Du og kommunen skal se på planen igjen senest \u206601.02.2027\u2069."
    marked = NORWEGIAN.markup("text_status.checked", name="<Ali>", date="01.02.2027")
    assert marked == (
        'Oversettelsen er kontrollert av <bdi dir="ltr">&lt;Ali&gt;</bdi> '
        '<bdi dir="ltr">01.02.2027</bdi>.'
    )
    with pytest.raises(KeyError):
        NORWEGIAN.text("reviews.due")


def test_a_catalogue_id_without_words_has_those_of_its_kind() -> None:
    assert NORWEGIAN.element_name(ElementKind.OTHER, "no_such_id") == "Annet element"


def test_every_standard_element_is_called_on_paper_what_it_is_called_on_the_page() -> None:
    for entry in STANDARD_ELEMENTS.values():
        names = (str(entry.name), str(entry.explanation))
        asked = (entry.kind, entry.variant_id)
        assert names == (
            NORWEGIAN.element_name(*asked),
            NORWEGIAN.element_explanation(*asked),
        )


@every_language
def test_an_element_has_name_and_explanation_of_the_same_variant(language: str) -> None:
    texts = plan_words(language).texts
    variants = {key.rpartition(".")[0] for key in texts if key.startswith("elements.")}
    assert [
        each for each in variants if not {f"{each}.name", f"{each}.explanation"} <= set(texts)
    ] == []


def test_a_language_without_words_is_said_to_have_none() -> None:
    with pytest.raises(PlanWordsError, match="no words in 'xx'"):
        plan_words("xx")


class TestReading:
    """What does not hold together is refused, and the message says where."""

    @pytest.fixture
    def english(self, tmp_path: Path) -> Path:
        source = (TEXTS / "nb.toml").read_text(encoding="utf-8")
        before, office = source.split("[office]\n")
        _office, after = office.split("\n\n", 1)
        file = tmp_path / "en.toml"
        file.write_text((before + after).replace('"nb"', '"en"', 1), encoding="utf-8")
        return file

    @staticmethod
    def edit(file: Path, old: str, new: str) -> None:
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def test_says_who_has_checked_it(self, english: Path) -> None:
        assert read_words(english, NORWEGIAN).is_draft
        self.edit(
            english,
            'language = "en"',
            'language = "en"\nchecked_by = "Ann Lee"\nchecked_on = 2026-11-20',
        )
        words = read_words(english, NORWEGIAN)
        assert not words.is_draft
        assert (words.checked_by, words.checked_on) == ("Ann Lee", date(2026, 11, 20))

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ('title = "Integreringsplan"\n', "", "missing headings.title"),
            ("[headings]\n", '[headings]\nspare = "Extra"\n', "unknown headings.spare"),
            ("senest {date}", "senest", "reviews.due has other fields"),
            ("senest {date}", "senest {date", "reviews.due has a brace"),
            ('"Lytte"', '"Lytte "', "skills.listening is empty or has spaces"),
            ('"Lytte"', '"Lyt\\u202Ete"', "skills.listening has a character"),
            ('"Lytte"', "7", "skills.listening is no text"),
            ('version = "2026-1"', 'version = "2025-1"', "version 2025-1, not 2026-1"),
            ('language = "en"', 'language = "uk"', "language is 'uk'"),
            ('language = "en"', "language = en", "en.toml: "),
            ('language = "en"', 'language = "en"\nchecked_by = "Ann"', "checked_on is missing"),
            ('language = "en"', 'language = "en"\n[office]\ncode = "Code"', "unknown office.code"),
        ],
    )
    def test_refuses(self, english: Path, old: str, new: str, said: str) -> None:
        self.edit(english, old, new)
        with pytest.raises(PlanWordsError, match=said):
            read_words(english, NORWEGIAN)
