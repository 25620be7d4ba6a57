"""Every code of plans has a sentence, and every kind of element stands in the catalogue."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum

import pytest
from flask import Flask
from flask_babel import Babel

from app.core.period import Period
from app.enrolment.mapping.wording import end_goal_text
from app.plans import finding_texts, wording
from app.plans.catalogue import CATALOGUE
from app.plans.errors import ElementRefusal, PlanRefusal
from app.plans.forms import ElementForm, PlanForm
from app.plans.models import PlanStatus
from app.plans.reviews import wording as review_wording
from app.plans.reviews.errors import ReviewRefusal
from app.plans.reviews.forms import ReviewForm
from app.plans.reviews.kinds import LifeEventKind, ReviewOutcome
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.plan import ElementKind, Finding, FindingCode, Severity
from app.rules.programme import EndGoal, EndGoalGround, ProgrammeDoubt

NUMBERS = (
    ("hours", "25/2"),
    ("required_hours", "15"),
    ("average_hours", "11"),
    ("meetings", "3"),
    ("required_meetings", "8"),
    ("most_meetings", "12"),
)
PERIOD = Period(date(2026, 9, 14), date(2026, 12, 31))


@pytest.fixture(autouse=True)
def bokmal() -> Iterator[None]:
    app = Flask(__name__)
    Babel(app, default_locale="nb")
    with app.test_request_context():
        yield


@pytest.mark.parametrize(
    ("say", "kinds"),
    [
        (end_goal_text, EndGoal),
        (wording.end_goal_ground_text, EndGoalGround),
        (wording.doubt_text, ProgrammeDoubt),
        (wording.status_text, PlanStatus),
        (wording.status_tone, PlanStatus),
        (wording.plan_refusal_text, PlanRefusal),
        (wording.element_refusal_text, ElementRefusal),
        (review_wording.review_refusal_text, ReviewRefusal),
        (review_wording.event_text, LifeEventKind),
        (review_wording.outcome_text, ReviewOutcome),
        (wording.element_name, ElementKind),
        (finding_texts.severity_label, Severity),
        (finding_texts.severity_tone, Severity),
    ],
)
def test_every_member_has_its_own_words(
    say: Callable[[StrEnum], str], kinds: type[StrEnum]
) -> None:
    said = [say(kind) for kind in kinds]
    assert all(said)
    assert len(set(said)) == len(said)


def test_every_finding_has_its_own_sentence_without_holes() -> None:
    provision = INTEGRERINGSLOVEN.section("15", "(3)")
    said = [
        finding_texts.finding_sentence(Finding(code, provision, Severity.MISSING, PERIOD, NUMBERS))
        for code in FindingCode
    ]
    assert len(set(said)) == len(FindingCode)
    assert all(sentence.endswith(".") and "%(" not in sentence for sentence in said)
    assert "12,5 timer" in said[list(FindingCode).index(FindingCode.NOT_FULL_TIME)]
    assert "14.09.2026" in said[list(FindingCode).index(FindingCode.NOT_YEAR_ROUND)]


def test_every_finding_leads_to_a_field_the_elements_or_the_mapping() -> None:
    places = {finding_texts.field_of(code) for code in FindingCode}
    assert places - {None, "elements"} <= {name for name in dir(PlanForm) if name[0] != "_"}
    assert finding_texts.field_of(FindingCode.MAPPING_NOT_DONE_OR_EXPLAINED) is None
    assert finding_texts.field_of(FindingCode.ELEMENTS_MISSING) == "elements"


@pytest.mark.parametrize(
    ("field_of", "reasons", "form"),
    [
        (wording.plan_refusal_field, PlanRefusal, PlanForm),
        (wording.element_refusal_field, ElementRefusal, ElementForm),
        (review_wording.review_refusal_field, ReviewRefusal, ReviewForm),
    ],
)
def test_every_refusal_stands_at_a_field_that_exists(
    field_of: Callable[[StrEnum], str | None], reasons: type[StrEnum], form: type
) -> None:
    fields = {field_of(reason) for reason in reasons} - {None}
    assert fields
    assert all(hasattr(form, str(name)) for name in fields)


def test_the_catalogue_explains_every_kind_once() -> None:
    assert set(CATALOGUE) == set(ElementKind)
    assert all(entry.kind is kind for kind, entry in CATALOGUE.items())
    assert len({str(entry.name) for entry in CATALOGUE.values()}) == len(ElementKind)
    for entry in CATALOGUE.values():
        assert str(entry.explanation).endswith(".")
        assert 0 < entry.minutes_per_week <= 37 * 60
        assert entry.provision.link.startswith("https://lovdata.no/")


def test_the_municipalitys_own_name_wins() -> None:
    assert wording.element_name(ElementKind.OTHER, "Svømmekurs") == "Svømmekurs"
