"""The kind `appeal_deadline`."""

from datetime import date

from app.rules.decision import Channel, NotificationFacts, appeal_deadline
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, answer, steps
from app.scenarios.people import holidays_around


def answer_appeal_deadline(fields: Fields, known_on: date | None) -> Answer:
    """Return the last day of an appeal and the outer limit; `known_on` makes no difference."""
    del known_on
    facts = NotificationFacts(
        channel=fields.choice("channel", Channel),
        reached_on=fields.day_or_none("reached_on"),
        made_available_on=fields.day_or_none("made_available_on"),
        alert_sent_on=fields.day_or_none("alert_sent_on"),
        decided_on=fields.day_or_none("decided_on"),
        reasons_reached_on=fields.day_or_none("reasons_reached_on"),
    )
    fields.close()
    given = (
        facts.reached_on,
        facts.made_available_on,
        facts.alert_sent_on,
        facts.reasons_reached_on,
    )
    days = [day for day in given if day is not None]
    deadline = appeal_deadline(facts, holidays_around(days) if days else frozenset())
    return answer(
        {
            "last_day": deadline.last_day.isoformat(),
            "latest_possible": deadline.latest_possible.isoformat(),
            "steps": steps(deadline.steps),
        },
        provisions=deadline.provisions,
    )
