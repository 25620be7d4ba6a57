"""What the pages of reviews and life events show."""

from dataclasses import dataclass

from app.core.clock import OSLO
from app.enrolment.interpreting.kinds import InterpreterUse
from app.enrolment.interpreting.wording import no_interpreter_text, use_text
from app.i18n.format import short_date
from app.i18n.spoken import language_name
from app.plans.models import PlanReview
from app.plans.reviews.kinds import ReviewOutcome
from app.plans.reviews.models import ReviewTalk
from app.plans.reviews.queries import HappeningState
from app.plans.reviews.service import Rhythm
from app.plans.reviews.wording import event_text, outcome_text


@dataclass(frozen=True, slots=True)
class TalkView:
    """What was said at a review."""

    outcome: str
    is_change: bool
    changes: str
    words: str
    words_language: str
    next_steps: str
    took_part: str
    language_name: str
    interpreting: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review that was held."""

    reviewed_on: str
    next_due_on: str
    note: str
    version: int
    newer_version: int | None
    """The version that came after the reviewed one; None: it still holds."""
    talk: TalkView | None


@dataclass(frozen=True, slots=True)
class HappeningRow:
    """An event and where it stands."""

    key: str
    text: str
    day: str
    note: str
    is_registered: bool
    is_open: bool
    outcome: str
    """Empty: nobody settled it by itself."""
    reason: str
    settled_on: str


def review_rows(rhythm: Rhythm) -> list[ReviewRow]:
    """Return the reviews, newest first."""
    versions = {plan.id: plan.version for plan in rhythm.case.versions}
    newest = max(versions.values(), default=0)
    return [
        _review_row(each, rhythm.talks.get(each.id), versions[each.plan_id], newest)
        for each in rhythm.case.reviews
    ]


def happening_rows(happenings: tuple[HappeningState, ...]) -> list[HappeningRow]:
    """Return the events in the order given."""
    return [_happening_row(each) for each in happenings]


def open_choices(rhythm: Rhythm) -> list[tuple[str, str]]:
    """Return the events that wait, as choices of a form."""
    rows = happening_rows(rhythm.open)
    return [(row.key, f"{row.text} ({row.day})") for row in rows]


def _review_row(
    review: PlanReview, talk: ReviewTalk | None, version: int, newest: int
) -> ReviewRow:
    return ReviewRow(
        reviewed_on=short_date(review.reviewed_on),
        next_due_on=short_date(review.next_due_on),
        note=review.note,
        version=version,
        newer_version=version + 1 if version < newest else None,
        talk=_talk_view(talk) if talk else None,
    )


def _talk_view(talk: ReviewTalk) -> TalkView:
    return TalkView(
        outcome=outcome_text(talk.outcome),
        is_change=talk.outcome is ReviewOutcome.NEW_VERSION,
        changes=talk.changes,
        words=talk.participant_words,
        words_language=talk.words_language,
        next_steps=talk.next_steps,
        took_part=talk.took_part,
        language_name=language_name(talk.language),
        interpreting=_interpreting(talk),
    )


def _interpreting(talk: ReviewTalk) -> str:
    if talk.interpreter_use is InterpreterUse.NONE and talk.no_interpreter_reason is not None:
        return no_interpreter_text(talk.no_interpreter_reason)
    named = talk.interpreter_name or talk.register_id
    return f"{use_text(talk.interpreter_use)}: {named}"


def _happening_row(state: HappeningState) -> HappeningRow:
    happening, settlement = state.happening, state.settlement
    return HappeningRow(
        key=happening.key,
        text=event_text(happening.kind),
        day=short_date(happening.happened_on),
        note=happening.note,
        is_registered=happening.is_registered,
        is_open=state.is_open,
        outcome=outcome_text(settlement.outcome) if settlement else "",
        reason=settlement.reason if settlement else "",
        settled_on=(
            short_date(settlement.settled_at.astimezone(OSLO).date()) if settlement else ""
        ),
    )
