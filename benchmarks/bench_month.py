"""How fast a month is computed, kept and sent, and whether it grows with the municipality.

The ratio is what to watch: time per participant in a big municipality over that in a small one.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from time import perf_counter
from typing import TypeVar
from uuid import UUID

from flask import Flask
from sqlalchemy import insert

from app import create_app
from app.accounts.models import LanguageForm, User
from app.accounts.service import create_municipality, create_user
from app.attendance.models import AttendanceMark, Group, GroupMembership, GroupSession
from app.benefit import service
from app.benefit.commands import PrepareRun
from app.benefit.payment_file import Payee, payroll_lines, render_file
from app.config import Environment, Settings
from app.core.actor import Actor, MunicipalityScope, Role
from app.core.clock import fixed_clock
from app.core.ids import new_id
from app.core.period import month_period
from app.core.pii import PersonName
from app.enrolment.kinds import Literacy, Sex
from app.enrolment.models import HouseholdPeriod, Participant
from app.extensions import db
from app.persistence.schema import upgrade
from app.plans.models import Programme

Answer = TypeVar("Answer")

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
STARTS_ON = date(2026, 9, 14)
OCTOBER = month_period(2026, 10)
SMALL, BIG = 50, 1_000
IN_A_GROUP = 25
MISSED_EVERY = 20
"""One mark of twenty says that somebody was away."""


@dataclass(frozen=True)
class Measured:
    """Seconds for one municipality."""

    participants: int
    assess: float
    prepare: float
    file: float


def run() -> None:
    """Measure both municipalities and print the figures."""
    with tempfile.TemporaryDirectory() as directory:
        small, big = (measure(Path(directory) / str(size), size) for size in (SMALL, BIG))
    for each in (small, big):
        print(
            f"month: {each.participants:>5} participants, "
            f"assess {each.participants / each.assess:,.0f}/s, "
            f"prepare {each.participants / each.prepare:,.0f}/s, "
            f"file {each.participants / each.file:,.0f}/s"
        )
    growth = (big.prepare / big.participants) / (small.prepare / small.participants)
    print(f"month: time per participant, big over small: {growth:.2f}")


def measure(directory: Path, participants: int) -> Measured:
    """Fill a municipality and time what is done with its month."""
    directory.mkdir()
    app = portal(directory, is_new=True)
    with app.app_context():
        actor = _fill(participants)
        clock = fixed_clock(NOW)
        assess, snapshots = _timed(
            lambda: service.assess_month(db.session, actor.scope, OCTOBER, NOW.date())
        )
        db.session.rollback()
        prepare, _run = _timed(
            lambda: service.prepare_run(db.session, clock, actor, PrepareRun(2026, 10))
        )
        db.session.commit()
        file, _bytes = _timed(
            lambda: render_file(
                (Payee(who, PersonName("Navn"), None), payroll_lines(kept))
                for who, kept in snapshots
            )
        )
        db.engine.dispose()
    return Measured(participants, assess, prepare, file)


def _timed(work: Callable[[], Answer]) -> tuple[float, Answer]:
    started = perf_counter()
    answer = work()
    return perf_counter() - started, answer


def portal(directory: Path, *, is_new: bool = False) -> Flask:
    """Return the portal on the database of the directory; a new one gets its tables."""
    app = create_app(
        Settings(
            environment=Environment.TEST,
            data_directory=directory,
            database_url=f"sqlite:///{directory / 'bench.sqlite3'}",
            secret_key="only for measuring",
            fixed_now=NOW,
        )
    )
    if is_new:
        with app.app_context():
            upgrade(db.engine)
    return app


def staff() -> Actor:
    """Make the municipality, and return its caseworker."""
    clock = fixed_clock(NOW)
    municipality = create_municipality(
        db.session, clock, number="4299", name="Fjordvik", language_form=LanguageForm.NB
    )
    scope = MunicipalityScope(municipality.id)
    user: User = create_user(
        db.session, clock, scope, username="m@fjordvik.example", display_name="M",
        role=Role.CASEWORKER, password="et langt passord for test",
    )  # fmt: skip
    return Actor(user.id, Role.CASEWORKER, scope)


def enrol(scope: MunicipalityScope, people: list[UUID], starts_on: date) -> None:
    """Let these people take part in the programme from a day on."""
    common = {
        "municipality_id": scope.municipality_id, "born_on": date(1990, 4, 12),
        "sex": Sex.FEMALE, "first_language": "ar", "reading_language": "ar",
        "literacy": Literacy.FLUENT, "settled_on": starts_on, "is_settled_by_agreement": True,
        "first_lived_with_permit_on": starts_on, "created_at": NOW, "changed_at": NOW,
        "row_version": 1,
    }  # fmt: skip
    programme = {
        "offered_start_on": starts_on, "starts_on": starts_on, "ends_on": date(2027, 9, 13),
        "decided_on": starts_on, "row_version": 1,
    }  # fmt: skip
    db.session.execute(
        insert(Participant),
        [
            {**common, "id": who, "given_name": "Layla", "family_name": f"Hassan {number}"}
            for number, who in enumerate(people)
        ],
    )
    db.session.execute(
        insert(HouseholdPeriod), [{"participant_id": who, "first_day": starts_on} for who in people]
    )
    db.session.execute(insert(Programme), [{**programme, "participant_id": who} for who in people])


def _fill(participants: int) -> Actor:
    actor = staff()
    people = [new_id() for _number in range(participants)]
    enrol(actor.scope, people, STARTS_ON)
    for first in range(0, participants, IN_A_GROUP):
        _meet(actor.scope, actor.user_id, people[first : first + IN_A_GROUP], first)
    db.session.commit()
    return actor


def _meet(scope: MunicipalityScope, teacher: UUID, people: list[UUID], number: int) -> None:
    """Let a group meet every Monday to Thursday of the month, with everybody's marks."""
    group = Group(
        id=new_id(), municipality_id=scope.municipality_id, name=f"{number}", teacher_id=teacher
    )
    db.session.add(group)
    db.session.flush()
    days = [day for day in OCTOBER.days() if day.isoweekday() <= 4]
    sessions = [(new_id(), day) for day in days]
    db.session.execute(
        insert(GroupMembership),
        [{"group_id": group.id, "participant_id": who, "first_day": STARTS_ON} for who in people],
    )
    db.session.execute(
        insert(GroupSession),
        [
            {"id": one, "group_id": group.id, "day": day, "starts_at": time(9), "minutes": 180,
             "title": "Norsk"}
            for one, day in sessions
        ],
    )  # fmt: skip
    marks = [
        {"session_id": one, "participant_id": who, "day": day, "marked_by": teacher,
         "marked_at": NOW, "minutes_absent": 180 if (row + column) % MISSED_EVERY == 0 else 0}
        for row, (one, day) in enumerate(sessions)
        for column, who in enumerate(people)
    ]  # fmt: skip
    db.session.execute(insert(AttendanceMark), marks)


if __name__ == "__main__":
    run()
