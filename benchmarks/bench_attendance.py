"""Registering and looking at attendance: a class saved, a big week, and a year as a picture.

Each page is asked for by somebody who is signed in, without a network between. The ratio is to a
page of the same portal that reads nothing (`/healthz`).
"""

import hashlib
import re
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from urllib.parse import urlencode
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert

from app.accounts.models import WebSession
from app.attendance.models import AttendanceMark, Group, GroupMembership, GroupSession
from app.core.actor import Actor
from app.core.ids import new_id
from app.extensions import db
from benchmarks.bench_month import NOW, enrol, portal, staff

CLASS, BIG_CLASS, A_DAY = 25, 30, 5
"""Five sessions on each of five days are the 25 columns of the week's grid."""
PEOPLE = 300
FIRST, LAST = date(2025, 11, 17), date(2026, 11, 20)
MISSED_EVERY = 20
REPEATS = 15
TOKEN = "only for measuring"
HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*>')
FIELD = re.compile(r'name="([^"]*)".*value="([^"]*)"')
PERSON = re.compile(r'name="p\.([0-9a-f-]{36})"')


def run() -> None:
    """Fill a municipality with a year of marks, and print how long its pages take."""
    with tempfile.TemporaryDirectory() as place:
        app = portal(Path(place), is_new=True)
        with app.app_context():
            actor = staff()
            people = [new_id() for _number in range(PEOPLE)]
            enrol(actor.scope, people, FIRST)
            classes = [
                _meet(actor, people[first : first + CLASS], 1) for first in range(0, PEOPLE, CLASS)
            ]
            big = _meet(actor, people[:BIG_CLASS], A_DAY)
            _sign_in(app, actor.user_id)
            unmarked = [_unmarked(classes[0], number) for number in range(REPEATS)]
            db.session.commit()
        _measure(app, classes[0], unmarked, big, people[0])
        app.extensions["introportalen.pdf"].close()


def _measure(app: Flask, group: UUID, unmarked: list[UUID], big: UUID, who: UUID) -> None:
    client = app.test_client()
    client.set_cookie("introportalen", TOKEN)
    nothing = _median(lambda: client.get("/healthz"))
    class_lists = [f"/grupper/{group}/okter/{meeting}/oppmote" for meeting in unmarked]
    pages = {
        f"week grid, {BIG_CLASS} x 25 (goal 250 ms)": f"/grupper/{big}/uke/2026/46",
        f"class list of {CLASS}": class_lists[0],
        f"16 weeks of a group of {CLASS}, a picture (goal 500 ms)": f"/grupper/{group}/oppmote",
        "a year of a participant, a picture (goal 500 ms)": f"/deltakere/{who}/fravaer/aar",
        f"overview of {PEOPLE} participants (goal 500 ms)": "/oversikt",
    }
    for name, path in pages.items():
        assert client.get(path).status_code == 200, path
        _tell(name, _median(lambda path=path: client.get(path)), nothing)
    _tell(f"saving {CLASS} new marks of a class (goal 150 ms)", _save(client, class_lists), nothing)


def _save(client: FlaskClient, paths: list[str]) -> float:
    """Save lists that nobody has marked, with another one away each time."""
    took = []
    for number, path in enumerate(paths):
        page = client.get(path).text.split("<main", 1)[1]
        fields = dict(pair for tag in HIDDEN.findall(page) for pair in FIELD.findall(tag))
        people = sorted(set(PERSON.findall(page)))
        assert len(people) == CLASS
        for place, who in enumerate(people):
            fields |= {f"p.{who}": "absent" if place == number else "present", f"m.{who}": "10"}
        body = urlencode(fields)
        started = perf_counter()
        answer = client.post(path, data=body, content_type="application/x-www-form-urlencoded")
        took.append(perf_counter() - started)
        assert answer.status_code == 303, answer.text[:500]
    return median(took)


def _median(work: Callable[[], object]) -> float:
    took = []
    for _number in range(REPEATS):
        started = perf_counter()
        work()
        took.append(perf_counter() - started)
    return median(took)


def _tell(name: str, seconds: float, nothing: float) -> None:
    print(f"attendance: {name}: {seconds * 1000:.0f} ms, {seconds / nothing:.0f} x /healthz")


def _meet(actor: Actor, people: list[UUID], a_day: int) -> UUID:
    """Let a group meet for a year, and everybody be marked until the week before the last."""
    group = Group(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        name=f"{people[0]}-{a_day}",
        teacher_id=actor.user_id,
    )
    db.session.add(group)
    db.session.flush()
    days = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days)]
    sessions = [
        {"id": new_id(), "group_id": group.id, "day": day, "starts_at": time(8 + number),
         "minutes": 45, "title": "Norsk"}
        for day in days if day.isoweekday() <= 5 for number in range(a_day)
    ]  # fmt: skip
    db.session.execute(
        insert(GroupMembership),
        [{"group_id": group.id, "participant_id": who, "first_day": FIRST} for who in people],
    )
    db.session.execute(insert(GroupSession), sessions)
    db.session.execute(
        insert(AttendanceMark),
        [
            {"session_id": each["id"], "participant_id": who, "day": each["day"],
             "marked_by": actor.user_id, "marked_at": datetime(2026, 11, 14, 14, tzinfo=UTC),
             "minutes_absent": 45 if (row + column) % MISSED_EVERY == 0 else 0}
            for row, each in enumerate(sessions)
            for column, who in enumerate(people)
        ],
    )  # fmt: skip
    return group.id


def _unmarked(group_id: UUID, number: int) -> UUID:
    """Return a session of today that nobody has marked."""
    meeting_id = new_id()
    row = {"id": meeting_id, "group_id": group_id, "day": NOW.date(), "starts_at": time(0, number),
           "minutes": 45, "title": "Norsk"}  # fmt: skip
    db.session.execute(insert(GroupSession), [row])
    return meeting_id


def _sign_in(app: Flask, user_id: UUID) -> None:
    now = app.extensions["introportalen.clock"]()
    db.session.add(
        WebSession(
            token_hash=hashlib.sha256(TOKEN.encode()).hexdigest(),
            user_id=user_id,
            data={"user_id": str(user_id)},
            created_at=now,
            last_seen_at=now,
        )
    )
