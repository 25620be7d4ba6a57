"""How far a decision has come, and until when it can be appealed. Reads no database."""

from datetime import date
from typing import assert_never

from app.decisions.queries import DecisionFile
from app.decisions.states import Stage
from app.plans.answers.kinds import ApprovalOutcome
from app.rules.decision import AppealDeadline, Channel, NotificationFacts, appeal_deadline
from app.sources.public_holidays import public_holidays


def stage_of(file: DecisionFile, on: date) -> Stage:
    """Return how far a decision has come on a day."""
    if file.is_draft:
        return _stage_of_draft(file)
    deadline = deadline_of(file)
    if deadline is not None:
        return Stage.FINAL if deadline.last_day < on else Stage.REACHED
    return Stage.SENT if file.sendings else Stage.ISSUED


def is_approved(file: DecisionFile) -> bool:
    """Tell whether a leader approved the draft as it stands now."""
    return file.is_draft and _stage_of_draft(file) is Stage.APPROVED


def deadline_of(file: DecisionFile) -> AppealDeadline | None:
    """Return until when the decision can be appealed; None: it is not known to have arrived."""
    arrival = file.arrival
    if arrival is None:
        return None
    return deadline_after(arrival.arrived_on, arrival.source.channel, file.decision.decided_on)


def deadline_after(arrived_on: date, channel: Channel, decided_on: date | None) -> AppealDeadline:
    """Return until when what arrived on a day can be appealed."""
    is_digital = channel is Channel.DIGITAL
    facts = NotificationFacts(
        channel=channel,
        reached_on=None if is_digital else arrived_on,
        made_available_on=arrived_on if is_digital else None,
        alert_sent_on=arrived_on if is_digital else None,
        decided_on=decided_on,
    )
    return appeal_deadline(facts, public_holidays(arrived_on.year, arrived_on.year + 1))


def _stage_of_draft(file: DecisionFile) -> Stage:
    approval = file.approval
    if approval is None or approval.decision_row_version != file.decision.row_version:
        return Stage.DRAFT
    match approval.outcome:
        case None:
            return Stage.WAITING_FOR_LEADER
        case ApprovalOutcome.APPROVED:
            return Stage.APPROVED
        case ApprovalOutcome.SENT_BACK:
            return Stage.SENT_BACK
        case _:
            assert_never(approval.outcome)
