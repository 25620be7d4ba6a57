"""Reader for `notice`: an advance notice that was sent, and its deadline."""

from datetime import timedelta

from app.rules.decision import Deadline, response_deadline
from app.scenarios.errors import ScenarioError, ScenarioProblem
from app.scenarios.fields import Fields
from app.scenarios.people import holidays_around

_LONGEST = 366
"""Days; a longer deadline is a slip of the pen."""


def read_notice(fields: Fields) -> Deadline | None:
    """Read `notice`, and count the deadline: by days, or as the notice states it."""
    if not fields.has("notice"):
        return None
    notice = fields.fields("notice")
    sent_on, stated = notice.day("sent_on"), notice.day_or_none("stated_last_day")
    days = notice.whole("days") if stated is None or notice.has("days") else 0
    notice.close()
    if days > _LONGEST:
        message = f"A deadline has at most {_LONGEST} days."
        raise ScenarioError(ScenarioProblem.UNKNOWN_VALUE, message, notice.path("days"))
    holidays = holidays_around([sent_on, sent_on + timedelta(max(days, 0))])
    return response_deadline(sent_on, days, holidays, stated)
