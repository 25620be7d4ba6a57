"""The warning in every language: complete, marked as a draft, with its figures."""

from datetime import date
from uuid import UUID

import pytest

from app.benefit.warnings.warning import Pending, warning_text
from app.benefit.warnings.words import languages_with_words, warning_words
from app.core.period import month_period
from app.i18n.locales import document_languages

PENDING = Pending(
    UUID(int=1),
    "Layla Hassan",
    month_period(2026, 10),
    (date(2026, 10, 6), date(2026, 10, 7)),
    1_234_567_89,
    date(2026, 11, 5),
    None,
)


def test_every_language_of_documents_has_a_warning() -> None:
    assert languages_with_words() == {each.code for each in document_languages()}


@pytest.mark.parametrize("language", sorted(languages_with_words()))
def test_a_warning_says_days_last_day_and_amount(language: str) -> None:
    found = warning_text(PENDING, language)
    assert found.language == language
    assert found.is_draft is (language != "nb")
    for figure in ("06.10.2026, 07.10.2026", "05.11.2026", "1 234 567,89"):
        assert figure in found.whole.replace("\N{NO-BREAK SPACE}", " ")


def test_a_language_without_words_gets_the_norwegian() -> None:
    assert warning_text(PENDING, "rhg") == warning_text(PENDING, "nb")
    assert warning_words("nb").text("warning.title") == warning_text(PENDING, "nb").title
