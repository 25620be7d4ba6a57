"""The words of letters and summaries: the same in every language, and kept where they stand."""

import pytest

from app.accounts.models import LanguageForm
from app.decisions import wording
from app.decisions.errors import (
    ApprovalRefusal,
    CannotIssueDecision,
    DraftRefusal,
    IssueRefusal,
    RegistrationRefusal,
)
from app.decisions.forms import ApprovalForm, ArrivalForm, DraftForm, SendingForm
from app.decisions.freezing import freeze, thaw
from app.decisions.states import DecisionKind, Stage
from app.decisions.words import languages_with_words, letter_words, summary_words
from app.decisions.writing import grounds_of, items_said
from app.i18n.locales import document_languages
from app.rules.decision import NotificationContentFacts, notification_contents
from tests.support.letters import LETTER_CODE, make_letter
from tests.support.templates import template_app


def test_every_language_of_documents_has_a_summary() -> None:
    assert languages_with_words() == tuple(each.code for each in document_languages())


@pytest.mark.parametrize("language", languages_with_words())
def test_a_summary_says_as_much_as_the_norwegian(language: str) -> None:
    norwegian, words = summary_words("nb"), summary_words(language)
    assert words.texts.keys() == norwegian.texts.keys()
    assert words.is_draft is (language != "nb")


def test_both_forms_of_norwegian_have_the_same_sentences() -> None:
    bokmal, nynorsk = (letter_words(form) for form in LanguageForm)
    assert bokmal.texts.keys() == nynorsk.texts.keys()
    assert bokmal.texts["appeal.right"] != nynorsk.texts["appeal.right"]


def test_a_frozen_letter_is_the_same_letter() -> None:
    letter = make_letter("uk", LanguageForm.NN)
    frozen = freeze(letter.content, letter.words, letter.summary_words)
    assert thaw(frozen, LETTER_CODE, letter.made_on) == letter


def test_every_code_has_words_and_every_refusal_a_field_that_exists() -> None:
    with template_app().test_request_context():
        fields = {
            "draft": {field.name for field in DraftForm()},
            "approval": {field.name for field in ApprovalForm()},
            "notice": {field.name for form in (SendingForm(), ArrivalForm()) for field in form},
        }
        refused = [
            *(("draft", wording.draft_refusal(each)) for each in DraftRefusal),
            *(("approval", wording.approval_refusal(each)) for each in ApprovalRefusal),
            *(("notice", wording.registration_refusal(each)) for each in RegistrationRefusal),
        ]
        for form, (field, sentence) in refused:
            assert sentence.endswith(".")
            assert field is None or field in fields[form]
        for reason in IssueRefusal:
            assert wording.issue_refusal(CannotIssueDecision(reason, "U+0041")).endswith(".")
        assert len({wording.stage_text(each)[0] for each in Stage}) == len(Stage)
        for kind in DecisionKind:
            assert wording.kind_text(kind)
            assert wording.missing_text(kind).endswith(".")


def test_a_letter_has_a_place_for_all_that_a_notice_may_have_to_say() -> None:
    said = items_said()
    contents = notification_contents(NotificationContentFacts())
    assert {each.item for each in contents} <= said


def test_every_kind_of_decision_is_one_in_the_eyes_of_the_law() -> None:
    for kind in DecisionKind:
        grounds = grounds_of(kind)
        listed = ("integreringsloven § 46", "integreringsforskriften § 69")
        assert any(each["provision"].startswith(listed) for each in grounds)
        assert all(each["link"].startswith("https://lovdata.no/") for each in grounds)
