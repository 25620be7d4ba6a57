"""The words of applications for leave: every code has them, and every refusal a field."""

from app.accounts.models import LanguageForm
from app.decisions.leave import wording
from app.decisions.leave.errors import ApplicationRefusal, DecideLeaveRefusal
from app.decisions.leave.forms import ApplicationForm, CloseForm, DecideForm
from app.decisions.leave.kinds import KIND_OF_REASON, LeaveOutcome, LeaveStage, LeaveWay
from app.decisions.words import letter_words
from tests.support.templates import template_app


def test_every_code_has_words_and_every_refusal_a_field_that_exists() -> None:
    with template_app().test_request_context():
        fields = {field.name for form in (DecideForm(), CloseForm()) for field in form}
        applying = {field.name for field in ApplicationForm()}
        for refusal in ApplicationRefusal:
            field, sentence = wording.application_refusal(refusal)
            assert sentence.endswith(".")
            assert field is None or field in applying
        for reason in DecideLeaveRefusal:
            field, sentence = wording.decide_refusal(reason)
            assert sentence.endswith(".")
            assert field is None or field in fields
        assert len({wording.stage_text(each)[0] for each in LeaveStage}) == len(LeaveStage)
        assert len({wording.outcome_text(each) for each in LeaveOutcome}) == len(LeaveOutcome)
        assert all(wording.way_text(each) for each in LeaveWay)


def test_letters_have_a_sentence_and_a_rule_for_everything_that_can_be_applied_for() -> None:
    texts = letter_words(LanguageForm.NB).texts
    for reason in KIND_OF_REASON:
        assert f"leave_reason.{reason.value}" in texts
        assert f"leave_rule.{reason.value}" in texts
