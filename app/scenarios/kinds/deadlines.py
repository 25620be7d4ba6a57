"""The kind `deadlines`."""

from collections.abc import Iterator
from datetime import date

from app.rules.decision import (
    Deadline,
    DigitalNotice,
    DigitalNoticeFacts,
    PlanReview,
    PlanReviewFacts,
    complaint_about_test_deadline,
    decision_and_start_deadline,
    digital_notice,
    plan_review,
    registration_deadline,
    self_certification_review_deadline,
    training_offer_deadline,
)
from app.scenarios.fields import Fields
from app.scenarios.notice import read_notice
from app.scenarios.output import Answer, answer, grounds, iso, steps
from app.scenarios.people import holidays_around


def answer_deadlines(fields: Fields, known_on: date | None) -> Answer:
    """Return each deadline whose first day is given; `known_on` makes no difference."""
    del known_on
    found = list(_deadlines(fields))
    digital = _read_digital(fields) if fields.has("digital_notice") else None
    review = _read_review(fields) if fields.has("plan") else None
    fields.close()
    if digital and digital.second_alert:
        found.append(digital.second_alert)
    reasons = (*(digital.grounds if digital else ()), *(review.grounds if review else ()))
    return answer(
        {
            "deadlines": [_deadline(row) for row in found],
            "digital_notice": _digital(digital) if digital else None,
            "plan_review": _review(review) if review else None,
        },
        provisions=(
            *(step.provision for row in found for step in row.steps),
            *(row.provision for row in reasons),
        ),
        clarifications=review.clarifications if review else (),
    )


def _deadlines(fields: Fields) -> Iterator[Deadline]:
    if day := fields.day_or_none("programme_from"):
        yield decision_and_start_deadline(day)
    if day := fields.day_or_none("training_from"):
        yield training_offer_deadline(day)
    if day := fields.day_or_none("information_exists_on"):
        by_county = fields.flag("registered_by_county", default=False)
        yield registration_deadline(day, by_county=by_county)
    if day := fields.day_or_none("self_certification_withdrawn_on"):
        yield self_certification_review_deadline(day)
    if day := fields.day_or_none("test_held_on"):
        yield complaint_about_test_deadline(day, holidays_around([day]))
    if response := read_notice(fields):
        yield response


def _read_digital(fields: Fields) -> DigitalNotice:
    row = fields.fields("digital_notice")
    facts = DigitalNoticeFacts(
        has_reserved=row.flag("reserved", default=False),
        made_available_on=row.day_or_none("made_available_on"),
        alert_sent_on=row.day_or_none("alert_sent_on"),
        opened_on=row.day_or_none("opened_on"),
    )
    row.close()
    return digital_notice(facts)


def _read_review(fields: Fields) -> PlanReview:
    row = fields.fields("plan")
    facts = PlanReviewFacts(
        assessed_on=row.day("assessed_on"),
        made_or_reviewed_on=row.day("made_or_reviewed_on"),
        next_review_on=row.day_or_none("next_review_on"),
        life_changed_on=row.day_or_none("life_changed_on"),
    )
    row.close()
    return plan_review(facts)


def _deadline(deadline: Deadline) -> Answer:
    return {
        "deadline": deadline.kind.value,
        "last_day": deadline.last_day.isoformat(),
        "provision": deadline.provision.citation,
        "steps": steps(deadline.steps),
    }


def _digital(notice: DigitalNotice) -> Answer:
    second = notice.second_alert
    return {
        "channel": notice.channel.value,
        "second_alert_on": iso(second.last_day if second else None),
        "grounds": grounds(notice.grounds),
    }


def _review(review: PlanReview) -> Answer:
    return {
        "due": review.is_due,
        "deadline": iso(review.deadline),
        "grounds": grounds(review.grounds),
    }
