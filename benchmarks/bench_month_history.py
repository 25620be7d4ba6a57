"""Closing a month with two years of history: time, memory, and whether it grows as it should.

The month is computed as the portal does it: in parts, each a job. It runs in a process of its own,
so that the memory is that of closing and not of filling the database.
"""

import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import perf_counter, process_time
from uuid import UUID

from sqlalchemy import func, insert, select, update

from app.accounts.models import User
from app.accounts.service import actor_of
from app.attendance.models import Absence, AttendanceMark, Group, GroupMembership, GroupSession
from app.benefit import service
from app.benefit.commands import PrepareRun
from app.benefit.models import Payment, PaymentCorrection, PaymentRun, RunStatus
from app.benefit.stamps import read_stamps
from app.core.actor import Actor, MunicipalityScope, Role
from app.core.clock import fixed_clock
from app.core.ids import new_id
from app.core.period import Period, add_months, month_period
from app.extensions import db
from app.jobs.worker import run_waiting
from app.rules.absence import AbsenceReason
from benchmarks.bench_month import IN_A_GROUP, MISSED_EVERY, NOW, enrol, portal, staff

SMALL, BIG = 300, 3_000
MONTHS = 24
FIRST = date(2024, 11, 1)
CLOSED = month_period(2026, 10)
ILL_EVERY = 2
"""Everybody was ill for a day in every second month."""
LATE_EVERY = 100
"""One of a hundred told of an absence after the month had been paid."""
MEGABYTE = 1024


def run() -> None:
    """Fill and close both municipalities, and print the figures."""
    seconds = {}
    with tempfile.TemporaryDirectory() as place:
        for size in (SMALL, BIG):
            seconds[size] = measure(Path(place) / str(size), size, MONTHS)
    growth = (seconds[BIG] / BIG) / (seconds[SMALL] / SMALL)
    print(f"month with history: work per participant, big over small: {growth:.2f}")


def measure(directory: Path, size: int, months: int) -> float:
    """Fill and close a municipality of a size; print the figures, and return seconds of work."""
    directory.mkdir()
    fill(directory, size, months)
    command = [sys.executable, "-m", "benchmarks.bench_month_history", str(directory)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    took, work, memory, before, corrections = answer.stdout.split()
    print(
        f"month with {months} months of history: {size:>5} participants, "
        f"{float(took):.1f} s ({float(work):.1f} s of work), "
        f"{memory} MB at most ({before} before it began), "
        f"{corrections} months computed again"
    )
    return float(work)


def close(directory: Path) -> None:
    """Close the month of a municipality that is filled; print seconds, work and megabytes."""
    app = portal(directory)
    clock = fixed_clock(NOW)
    before = _megabytes()
    started, worked = perf_counter(), process_time()
    with app.app_context():
        user = db.session.scalars(select(User).where(User.role == Role.CASEWORKER)).one()
        actor = actor_of(user)
        service.start_run(db.session, clock, actor, PrepareRun(2026, 10))
        db.session.commit()
    run_waiting(app, app.extensions["introportalen.jobs"], clock)
    took, work = perf_counter() - started, process_time() - worked
    with app.app_context():
        statuses = db.session.scalars(
            select(PaymentRun.status).where(PaymentRun.first_day == CLOSED.first_day)
        )
        assert list(statuses) == [RunStatus.PREPARED]
        again = db.session.scalar(select(func.count()).select_from(PaymentCorrection))
        db.engine.dispose()
    app.extensions["introportalen.pdf"].close()
    print(f"{took:.2f} {work:.2f} {_megabytes():.0f} {before:.0f} {again}")


def fill(directory: Path, size: int, months_of_history: int) -> None:
    """Make a municipality whose months were all paid, but for the last one."""
    app = portal(directory, is_new=True)
    with app.app_context():
        actor = staff()
        people = [new_id() for _number in range(size)]
        months = [_month(number) for number in range(MONTHS - months_of_history, MONTHS)]
        enrol(actor.scope, people, months[0].first_day)
        for first in range(0, size, IN_A_GROUP):
            _meet(actor, people[first : first + IN_A_GROUP], months)
        _be_ill(actor, people, months)
        db.session.commit()
        _pay(actor, people, months[:-1])
        _tell_late(actor, people, months[min(2 * len(months) // 3, len(months) - 2)])
        db.session.commit()
        db.engine.dispose()
    app.extensions["introportalen.pdf"].close()


def _month(number: int) -> Period:
    first = add_months(FIRST, number)
    return month_period(first.year, first.month)


def _meet(actor: Actor, people: list[UUID], months: list[Period]) -> None:
    """Let a group meet every Monday to Thursday, with everybody's marks made the same day."""
    group = Group(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        name=f"{people[0]}",
        teacher_id=actor.user_id,
    )
    db.session.add(group)
    db.session.flush()
    days = [day for month in months for day in month.days() if day.isoweekday() <= 4]
    sessions = [(new_id(), day) for day in days]
    db.session.execute(
        insert(GroupMembership),
        [
            {"group_id": group.id, "participant_id": who, "first_day": months[0].first_day}
            for who in people
        ],
    )
    db.session.execute(
        insert(GroupSession),
        [
            {"id": one, "group_id": group.id, "day": day, "starts_at": time(9), "minutes": 180,
             "title": "Norsk"}
            for one, day in sessions
        ],
    )  # fmt: skip
    db.session.execute(
        insert(AttendanceMark),
        [
            {"session_id": one, "participant_id": who, "day": day, "marked_by": actor.user_id,
             "marked_at": datetime(day.year, day.month, day.day, 14, tzinfo=UTC),
             "minutes_absent": 180 if (row + column) % MISSED_EVERY == 0 else 0}
            for row, (one, day) in enumerate(sessions)
            for column, who in enumerate(people)
        ],
    )  # fmt: skip


def _be_ill(actor: Actor, people: list[UUID], months: list[Period]) -> None:
    days = [month.first_day + timedelta(days=7) for month in months[::ILL_EVERY]]
    db.session.execute(
        insert(Absence), [_absence(actor, who, day, day) for who in people for day in days]
    )


def _tell_late(actor: Actor, people: list[UUID], month: Period) -> None:
    day = month.first_day + timedelta(days=2)
    late = [_absence(actor, who, day, NOW.date()) for who in people[::LATE_EVERY]]
    db.session.execute(insert(Absence), late)


def _absence(actor: Actor, who: UUID, day: date, told_on: date) -> dict[str, object]:
    return {
        "participant_id": who, "first_day": day, "last_day": day, "is_self_certified": True,
        "reason": AbsenceReason.OWN_ILLNESS, "registered_by": actor.user_id, "row_version": 1,
        "registered_at": datetime(told_on.year, told_on.month, told_on.day, 15, tzinfo=UTC),
    }  # fmt: skip


def _pay(actor: Actor, people: list[UUID], months: list[Period]) -> None:
    """Prepare the first month, and let the others look as it did."""
    first = months[0]
    run = service.prepare_run(
        db.session,
        fixed_clock(_computed_at(first)),
        actor,
        PrepareRun(first.first_day.year, first.first_day.month),
    )
    db.session.commit()
    columns = [
        column.name for column in Payment.__table__.columns if column.name not in {"id", "run_id"}
    ]
    rows = select(*(getattr(Payment, name) for name in columns)).where(Payment.run_id == run.id)
    kept = {row.participant_id: row._asdict() for row in db.session.execute(rows)}
    for part in range(0, len(people), 250):
        stamps = read_stamps(db.session, actor.scope, people[part : part + 250], months)
        for (who, period), stamp in stamps.items():
            kept[who].setdefault("stamps", {})[period] = stamp
    for month in months[1:]:
        _copy(actor.scope, actor.user_id, month, kept)
    db.session.execute(update(PaymentRun).values(status=RunStatus.SENT))
    db.session.commit()


def _copy(
    scope: MunicipalityScope, user_id: UUID, month: Period, kept: dict[UUID, dict[str, object]]
) -> None:
    run_id = new_id()
    db.session.execute(
        insert(PaymentRun),
        [
            {"id": run_id, "municipality_id": scope.municipality_id, "first_day": month.first_day,
             "last_day": month.last_day, "status": RunStatus.SENT, "digest": "",
             "prepared_by": user_id, "prepared_at": _computed_at(month), "row_version": 1}
        ],
    )  # fmt: skip
    db.session.execute(
        insert(Payment),
        [
            {
                **{name: value for name, value in row.items() if name != "stamps"},
                "id": new_id(),
                "run_id": run_id,
                "stamp": row["stamps"][month],  # type: ignore[index]
            }
            for row in kept.values()
        ],
    )


def _computed_at(month: Period) -> datetime:
    day = month.last_day + timedelta(days=3)
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


def _megabytes() -> float:
    """Return the most that this process has held; what its parent held is not counted."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    line = next(line for line in lines if line.startswith("VmHWM:"))
    return int(line.split()[1]) / MEGABYTE


if __name__ == "__main__":
    close(Path(sys.argv[1]))
