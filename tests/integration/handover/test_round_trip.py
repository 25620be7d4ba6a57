"""A case leaves one installation and comes into another: the same case, and the same bytes."""

import io
import re
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import pytest
from flask import Flask
from sqlalchemy import select

from app import create_app
from app.accounts.models import User
from app.benefit.queries import list_payments_of_participant
from app.core.actor import Role
from app.enrolment.kinds import AddressProtection
from app.enrolment.queries import get_participant
from app.extensions import db
from app.handover import service
from app.handover.bundle import read_bundle
from app.handover.collecting import FROM_ELSEWHERE
from app.handover.commands import MakeBundle
from app.handover.errors import CannotHandOver, CannotReceive, ReceiveRefusal, SendRefusal
from app.handover.kinds import HandoverGround
from app.handover.models import HandoverMade, HandoverReceived
from app.handover.months import read_months
from app.handover.tables import LEFT_OUT, travelling
from app.persistence.base import Base
from app.plans.queries import find_current_plan
from tests.conftest import settings_for
from tests.support.databases import PostgresqlTemplate, SqliteTemplate
from tests.support.lively_case import build_lively_case
from tests.support.world import DALHEIM, FJORDVIK, World

SECRET = "a secret of an installation, only for tests"
NOT_IN_THE_CASE = {"decision_approval", "plan_approval"}
"""Tables that travel and of which the case of these tests has no row."""
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def numbered(value: Any) -> str:
    """Return plain values as text, with each id replaced by the order of its first mention."""
    seen: dict[str, str] = {}
    return _UUID.sub(lambda found: seen.setdefault(found[0], f"#{len(seen)}"), repr(value))


def make(world: World, who: UUID, domain: str = FJORDVIK, recipient: str = "Dalheim") -> bytes:
    command = MakeBundle(who, recipient, HandoverGround.CONSENT, "Hun har sagt ja.")
    actor = world.actor(Role.CASEWORKER, domain)
    return service.make_bundle(db.session, world.clock, actor, SECRET, command).content


def take_in(world: World, content: bytes, domain: str) -> UUID:
    actor = world.actor(Role.CASEWORKER, domain)
    received = service.receive(db.session, world.clock, actor, content)
    return service.take_over(db.session, world.clock, actor, received.id, is_confirmed=True)


def finish_papers() -> None:
    """Let no paper wait for its PDF: what is made of it is another test's matter."""
    table = Base.metadata.tables["issued_document"]
    db.session.execute(table.update().where(table.c.status == "waiting").values(status="failed"))


@pytest.fixture(params=["sqlite", "postgresql"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Another installation, with a database of its own."""
    template: SqliteTemplate | PostgresqlTemplate = request.getfixturevalue(
        f"{request.param}_template"
    )
    with template.copy() as url:
        folder = tmp_path / "elsewhere"
        folder.mkdir()
        app = create_app(settings_for(url, folder))
        yield app
        app.extensions["introportalen.pdf"].close()
        with app.app_context():
            db.engine.dispose()


def test_a_case_is_the_same_in_the_next_installation(
    app: Flask, world: World, elsewhere: Flask
) -> None:
    with app.app_context():
        who = build_lively_case(db.session, world)
        finish_papers()
        sent = make(world, who)
        db.session.commit()
    first = read_bundle(sent)
    empty = {name for name, rows in first.case["tables"].items() if not rows}
    assert empty == NOT_IN_THE_CASE
    there = World(elsewhere)
    with elsewhere.app_context():
        here = take_in(there, sent, DALHEIM)
        db.session.commit()
        again = read_bundle(make(there, here, DALHEIM, "Fjordvik"))
        db.session.commit()
        plan = find_current_plan(db.session, there.actor(Role.CASEWORKER, DALHEIM).scope, here)
        assert plan is not None
        assert plan.version == 2
    assert numbered([first.case["tables"], first.case["people"], first.case["texts"]]) == numbered(
        [again.case["tables"], again.case["people"], again.case["texts"]]
    )
    assert sorted(first.files.values()) == sorted(again.files.values())
    assert sorted(first.case["codes"].values()) == sorted(again.case["codes"].values())


def test_two_municipalities_of_one_installation(app: Flask, world: World) -> None:
    with app.app_context():
        who = build_lively_case(db.session, world)
        finish_papers()
        content = make(world, who)
        here = take_in(world, content, DALHEIM)
        db.session.commit()
        scope = world.actor(Role.CASEWORKER, DALHEIM).scope
        assert get_participant(db.session, scope, here).adviser_id is None
        strangers = db.session.scalars(
            select(User).where(User.username.startswith(FROM_ELSEWHERE))
        ).all()
        assert strangers
        assert not any(user.is_active for user in strangers)
        assert all(user.municipality_id == scope.municipality_id for user in strangers)
        staff = [user for user in strangers if user.role is not Role.PARTICIPANT]
        assert 0 < len(staff) < len(strangers)
        assert all(user.display_name.endswith(", Fjordvik kommune") for user in staff)
        assert not any("kommune" in user.display_name for user in set(strangers) - set(staff))
        again = read_bundle(make(world, here, DALHEIM, "Bygda"))
    first = read_bundle(content)
    assert numbered(first.case["tables"]) == numbered(again.case["tables"])


def test_a_case_is_taken_in_once(app: Flask, world: World) -> None:
    with app.app_context():
        who = build_lively_case(db.session, world)
        finish_papers()
        content = make(world, who)
        take_in(world, content, DALHEIM)
        db.session.commit()
        actor = world.actor(Role.CASEWORKER, DALHEIM)
        with pytest.raises(CannotReceive) as refused:
            service.receive(db.session, world.clock, actor, content)
        assert refused.value.reason is ReceiveRefusal.RECEIVED_BEFORE
        received = db.session.scalars(
            select(HandoverReceived).where(HandoverReceived.participant_id.is_not(None))
        ).one()
        with pytest.raises(CannotReceive) as refused:
            service.take_over(db.session, world.clock, actor, received.id, is_confirmed=True)
        assert refused.value.reason is ReceiveRefusal.DONE_ALREADY
        with pytest.raises(CannotReceive) as refused:
            service.discard(db.session, world.clock, actor, received.id)
        once_more = make(world, who, recipient="Dalheim ")
        second = service.receive(db.session, world.clock, actor, once_more)
        with pytest.raises(CannotReceive) as refused:
            service.take_over(db.session, world.clock, actor, second.id, is_confirmed=True)
        assert refused.value.reason is ReceiveRefusal.CASE_IS_HERE
        with pytest.raises(CannotReceive) as refused:
            take_in(world, make(world, who, recipient="Fjordvika"), FJORDVIK)
        assert refused.value.reason is ReceiveRefusal.PERSON_IS_HERE


def test_the_same_content_is_received_once_however_it_is_packed(app: Flask, world: World) -> None:
    with app.app_context():
        who = build_lively_case(db.session, world)
        finish_papers()
        content = make(world, who)
        actor = world.actor(Role.CASEWORKER, DALHEIM)
        service.receive(db.session, world.clock, actor, content)
        target = io.BytesIO()
        with ZipFile(io.BytesIO(content)) as old, ZipFile(target, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name))
        assert target.getvalue() != content
        with pytest.raises(CannotReceive) as refused:
            service.receive(db.session, world.clock, actor, target.getvalue())
        assert refused.value.reason is ReceiveRefusal.RECEIVED_BEFORE


def test_a_protected_address_leaves_with_adviser_or_leader(app: Flask, world: World) -> None:
    with app.app_context():
        who = build_lively_case(db.session, world)
        finish_papers()
        made_before = make(world, who)
        participant = get_participant(db.session, world.actor(Role.CASEWORKER).scope, who)
        participant.address_protection = AddressProtection.CONFIDENTIAL
        participant.adviser_id = world.user(Role.LEADER).id
        db.session.flush()
        with pytest.raises(CannotHandOver) as refused:
            make(world, who)
        assert refused.value.reason is SendRefusal.ADDRESS_PROTECTED
        made = db.session.scalars(
            select(HandoverMade).where(HandoverMade.sha256 == sha256(made_before).hexdigest())
        ).one()
        caseworker, leader = world.actor(Role.CASEWORKER), world.actor(Role.LEADER)
        with pytest.raises(CannotHandOver):
            service.download_bundle(db.session, world.clock, caseworker, who, made.id)
        found = service.download_bundle(db.session, world.clock, leader, who, made.id)
        assert found.content == made_before


def test_earlier_months_travel_on(app: Flask, world: World) -> None:
    with app.app_context():
        who = build_lively_case(db.session, world)
        finish_papers()
        content = make(world, who)
        first = read_months(read_bundle(content).case["months"])
        assert {month.municipality for month in first} == {"Fjordvik"}
        october = next(month for month in first if month.first_day == "2026-10-01")
        paid = list_payments_of_participant(db.session, world.actor(Role.LEADER).scope, who)
        assert (october.gross_ore, october.payout_ore) == (
            paid[0].payment.gross_ore,
            paid[0].payment.payout_ore,
        )
        assert october.scheduled_minutes > october.missed_minutes > 0
        here = take_in(world, content, DALHEIM)
        again = read_months(read_bundle(make(world, here, DALHEIM, "Bygda")).case["months"])
        assert again == first


def test_an_unknown_sender_is_confirmed_once(app: Flask, world: World) -> None:
    with app.app_context():
        who = build_lively_case(db.session, world)
        finish_papers()
        actor = world.actor(Role.CASEWORKER, DALHEIM)
        received = service.receive(db.session, world.clock, actor, make(world, who))
        with pytest.raises(CannotReceive) as refused:
            service.take_over(db.session, world.clock, actor, received.id, is_confirmed=False)
        assert refused.value.reason is ReceiveRefusal.NOT_CONFIRMED
        assert not service.look_into(db.session, world.clock, actor, received.id).is_known
        service.take_over(db.session, world.clock, actor, received.id, is_confirmed=True)
        assert service.look_into(db.session, world.clock, actor, received.id).is_known


def test_a_bundle_is_not_made_for_ourselves_or_without_a_paper(app: Flask, world: World) -> None:
    with app.app_context():
        who = build_lively_case(db.session, world)
        table = Base.metadata.tables["issued_document"]
        db.session.execute(
            table.update().where(table.c.kind == "integration_plan").values(status="waiting")
        )
        with pytest.raises(CannotHandOver) as refused:
            make(world, who)
        assert refused.value.reason is SendRefusal.PAPERS_IN_THE_MAKING
        with pytest.raises(CannotHandOver) as refused:
            make(world, who, recipient="FJORDVIK")
        assert refused.value.reason is SendRefusal.SAME_MUNICIPALITY


def test_every_table_of_a_case_travels_or_stays_for_a_reason() -> None:
    names = [table.name for table in travelling()]
    assert "participant" in names
    assert not set(names) & set(LEFT_OUT)
    assert set(LEFT_OUT) <= set(Base.metadata.tables)
    assert all(LEFT_OUT.values())
