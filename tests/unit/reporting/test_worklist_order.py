"""What stands first in the worklist, and that every kind of task has words."""

import re
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.benefit.models import RunStatus
from app.benefit.queries import RunLine
from app.core.period import Period, month_period
from app.reporting.worklist.presenters import (
    days_left,
    empty_text,
    section_heading,
    task_provision,
    task_text,
    worklist_view,
)
from app.reporting.worklist.service import unpaid_since
from app.reporting.worklist.tasks import Person, Section, Task, TaskKind, Worklist, by_urgency
from tests.support.templates import template_app

ON = date(2026, 11, 20)
SOMEBODY = Person(UUID(int=1), "Layla Hassan")

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
tasks = st.builds(
    Task,
    kind=st.sampled_from(TaskKind),
    due_on=st.none() | days,
    person=st.none() | st.builds(Person, st.uuids(), st.text(max_size=5)),
    since=st.none() | days,
)


@given(st.lists(tasks))
def test_the_first_deadline_stands_first_and_none_last(found: list[Task]) -> None:
    ordered = by_urgency(found)
    dues = [task.due_on or date.max for task in ordered]
    assert dues == sorted(dues)
    assert len(ordered) == len(found)
    assert by_urgency(reversed(ordered)) == ordered or len(set(ordered)) < len(ordered)


@pytest.mark.parametrize(
    ("left", "text", "tone"),
    [
        (-1, "1 dag over fristen", "danger"),
        (-12, "12 dager over fristen", "danger"),
        (0, "I dag", "warning"),
        (1, "1 dag igjen", "warning"),
        (7, "7 dager igjen", "warning"),
        (8, "8 dager igjen", "neutral"),
    ],
)
def test_days_left_in_words(left: int, text: str, tone: str) -> None:
    with template_app().test_request_context():
        assert days_left(ON + timedelta(days=left), ON) == (text, tone)


def test_everything_has_words_and_a_provision() -> None:
    with template_app().test_request_context():
        for section in Section:
            assert section_heading(section)
            assert empty_text(section).startswith("Ingenting haster her.")
        texts = set()
        for kind in TaskKind:
            task = Task(kind, since=ON, count=1, month=month_period(2026, 10))
            texts.add(task_text(task, ON))
            citation = task_provision(kind).full_citation
            assert re.match(r"\w+(loven|forskriften) § \d", citation)
    assert len(texts) == len(TaskKind)


def test_a_paper_that_is_late_or_explained_is_told_apart() -> None:
    with template_app().test_request_context():
        said = {
            task_text(Task(TaskKind.SIGN_PAPER, due_on, since=ON, is_explained=is_explained), ON)
            for due_on in (ON, ON - timedelta(days=1))
            for is_explained in (False, True)
        }
    assert len(said) == 4
    assert sum("tilbake" in each for each in said) == 2


def test_an_empty_list_says_so() -> None:
    with template_app().test_request_context():
        page = worklist_view(Worklist(ON))
    assert page.tone == "success"
    assert [section.rows for section in page.sections] == [()] * len(Section)


def test_each_participant_is_named_once() -> None:
    twice = (Task(TaskKind.SIGN_PAPER, person=SOMEBODY), Task(TaskKind.MAKE_FILE))
    worklist = Worklist(ON, {Section.PAPERS: twice, Section.PAYMENTS: twice})
    assert worklist.participant_ids() == [SOMEBODY.participant_id]


def line(month: Period, status: RunStatus) -> RunLine:
    return RunLine(uuid4(), month, status, 1, 0, 0)


SEPTEMBER, OCTOBER = month_period(2026, 9), month_period(2026, 10)


@pytest.mark.parametrize(
    ("runs", "first_day"),
    [
        ([], date(2026, 10, 1)),
        ([line(OCTOBER, RunStatus.SENT)], date(2026, 11, 1)),
        ([line(SEPTEMBER, RunStatus.APPROVED)], date(2026, 10, 1)),
        ([line(OCTOBER, RunStatus.PREPARED)], date(2026, 10, 1)),
        (
            [line(OCTOBER, RunStatus.SENT), line(SEPTEMBER, RunStatus.PREPARED)],
            date(2026, 9, 1),
        ),
    ],
)
def test_what_can_still_change_begins_after_what_is_approved(
    runs: list[RunLine], first_day: date
) -> None:
    assert unpaid_since(runs, ON) == first_day
