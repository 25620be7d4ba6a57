"""A shared tablet: a secret address, a code of her own, three screens, and nothing left behind."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app.attendance.statements.models import AbsenceStatement
from app.attendance.statements.words import report_words
from app.attendance.tablets import service
from app.attendance.tablets.errors import CannotUseTablet, UnknownCode
from app.attendance.tablets.models import ReportingCode, ReportingTablet
from app.attendance.tablets.secrets import Visit, code_hash, seal, unseal
from app.audit.actions import BY_TABLET, Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.clock import fixed_clock
from app.core.errors import NotFound, NotPermitted
from app.enrolment.models import Participant
from app.extensions import db
from tests.support.client import Browser, forms_in, words
from tests.support.own_case import OwnCase, build_own_case
from tests.support.world import DALHEIM, NOW, World

KEY = "a key of the installation"
BrowserFor = Callable[..., Browser]


@pytest.fixture
def own(world: World) -> OwnCase:
    with world.app.app_context():
        own = build_own_case(db.session, world, is_linked=False)
        db.session.get_one(Participant, own.participant_id).reading_language = "ti"
        db.session.commit()
        return own


def set_up(world: World, domain: str | None = None) -> tuple[ReportingTablet, str]:
    actor = world.actor(Role.CASEWORKER, domain) if domain else world.actor(Role.CASEWORKER)
    return service.set_up_tablet(db.session, world.clock, actor, "Kantina")


def give(world: World, own: OwnCase) -> str:
    actor = world.actor(Role.CASEWORKER)
    return service.give_code(db.session, world.clock, actor, own.participant_id, KEY)


def test_a_code_lets_her_in_and_nobody_else(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        tablet, _address = set_up(world)
        code = give(world, own)
        assert len(code) == 8
        visit = service.enter(db.session, world.clock, tablet, f"{code[:4]} {code[4:]}", KEY)
        who = service.visitor(db.session, world.clock, tablet, visit, KEY)
        assert who.id == own.participant_id
        for wrong in ("", "00", code[::-1] + "1", "' OR 1=1"):
            with pytest.raises(UnknownCode):
                service.enter(db.session, world.clock, tablet, wrong, KEY)


def test_neither_code_nor_address_is_kept(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        tablet, address = set_up(world)
        code = give(world, own)
        kept = db.session.scalars(select(ReportingCode)).one()
        assert code not in kept.code_hash
        assert address not in tablet.address_hash
        assert kept.code_hash == code_hash(code, tablet.municipality_id, KEY)
        assert kept.code_hash != code_hash(code, tablet.municipality_id, "another key")


def test_a_new_code_takes_the_place_of_the_old(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        tablet, _address = set_up(world)
        old, new = give(world, own), give(world, own)
        assert service.enter(db.session, world.clock, tablet, new, KEY)
        with pytest.raises(UnknownCode):
            service.enter(db.session, world.clock, tablet, old, KEY)


def test_another_municipality_knows_no_such_code(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        tablet, _address = set_up(world, DALHEIM)
        with pytest.raises(UnknownCode):
            service.enter(db.session, world.clock, tablet, give(world, own), KEY)
        stranger = world.actor(Role.CASEWORKER, DALHEIM)
        with pytest.raises(NotFound):
            service.give_code(db.session, world.clock, stranger, own.participant_id, KEY)
        here, _address = set_up(world)
        with pytest.raises(NotFound):
            service.close_tablet(db.session, world.clock, stranger, here.id)


def test_a_closed_tablet_opens_nothing(app: Flask, world: World) -> None:
    with app.app_context():
        tablet, address = set_up(world)
        assert service.open_tablet(db.session, address).id == tablet.id
        service.close_tablet(db.session, world.clock, world.actor(Role.LEADER), tablet.id)
        for closed in (address, address[:-1], ""):
            with pytest.raises(CannotUseTablet):
                service.open_tablet(db.session, closed)


def test_teachers_set_nothing_up(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        teacher = world.actor(Role.TEACHER)
        with pytest.raises(NotPermitted):
            service.set_up_tablet(db.session, world.clock, teacher, "Kantina")
        with pytest.raises(NotPermitted):
            service.give_code(db.session, world.clock, teacher, own.participant_id, KEY)


def test_a_visit_ends(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        tablet, _address = set_up(world)
        other, _other_address = set_up(world)
        visit = service.enter(db.session, world.clock, tablet, give(world, own), KEY)
        late = fixed_clock(NOW + service.VISIT + timedelta(seconds=1))
        forged = seal(Visit(tablet.id, own.participant_id, NOW), "another key")
        for clock, where, sealed in (
            (late, tablet, visit),
            (world.clock, other, visit),
            (world.clock, tablet, forged),
            (world.clock, tablet, "nonsense"),
        ):
            with pytest.raises(CannotUseTablet):
                service.visitor(db.session, clock, where, sealed, KEY)
        assert unseal(visit, KEY) == Visit(tablet.id, own.participant_id, NOW)


def test_from_a_code_to_a_statement_and_back(
    app: Flask, world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    staff = browser_for(Role.CASEWORKER)
    set_up = staff.submit("/oppmote/nettbrett", {"name": "Kantina"}, status=201)
    address = "/tavle/" + words(set_up).split("/tavle/")[1].split()[0]
    told = f"/deltakere/{own.participant_id}/fravaer/meldinger"
    giving = f"/deltakere/{own.participant_id}/fravaer/kode"
    page = staff.submit(told, action=giving, status=201)
    code = page.text.split('tablet-code figure" dir="ltr">')[1].split("<")[0]

    tablet, tigrinya = Browser(app.test_client()), report_words("ti")
    assert tigrinya.text("ask.code") in tablet.get(address).text
    wrong = tablet.submit(address, {"code": "00000000"}, status=200)
    assert "Koden er feil." in words(wrong)
    menu = tablet.submit(address, {"code": code}).location
    assert menu is not None
    shown = tablet.get(menu)
    assert shown.headers["Cache-Control"] == "no-store"
    assert tigrinya.text("menu.own_illness") in shown.text
    tablet.get(f"{menu}/nonsense", 404)
    url = f"{menu}/own_illness"
    meaning = tablet.submit(url, status=200)
    filled = next(fields for _action, fields in forms_in(meaning.text) if "seen" in fields)
    thanks = tablet.send(url, {**filled, "truth": "y"}).location
    assert thanks is not None
    assert tigrinya.text("send.sent") in tablet.get(thanks).text
    with app.app_context():
        said = db.session.scalars(select(AbsenceStatement)).one()
        assert (said.participant_id, said.made_by) == (own.participant_id, None)
        done = select(AuditEvent).where(
            AuditEvent.action.in_({Action.TABLET_ENTERED, Action.ABSENCE_STATED})
        )
        events = db.session.scalars(done).all()
        assert {each.action for each in events} == {Action.TABLET_ENTERED, Action.ABSENCE_STATED}
        for each in events:
            assert (each.participant_id, each.actor_id) == (own.participant_id, None)
            assert each.details["by"] == BY_TABLET
    assert tablet.get(url, 303).location == address, "the visit ended with what she said"
    assert "på nettbrett" in words(staff.get(told))
    closing = next(
        action for action, _fields in staff.forms("/oppmote/nettbrett") if action.endswith("/steng")
    )
    staff.submit("/oppmote/nettbrett", action=closing)
    tablet.get(address, 404)
