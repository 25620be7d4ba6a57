"""Training during parental leave: due from the fourth month, offered, and kept."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from app.attendance import service as attendance
from app.attendance.commands import AbsenceContent, RegisterAbsence
from app.attendance.leave_training.models import LeaveTrainingOffer, OfferTouched
from app.attendance.leave_training.queries import list_leaves, list_without_offer
from app.core.actor import Role
from app.core.period import Period
from app.extensions import db
from app.rules.absence import AbsenceReason, training_due_on
from tests.support.client import Browser
from tests.support.own_case import OwnCase, build_own_case
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
AHEAD = timedelta(days=14)


@pytest.fixture
def own(world: World) -> OwnCase:
    with world.app.app_context():
        return build_own_case(db.session, world)


def be_on_leave(world: World, own: OwnCase, first_day: date, last_day: date) -> None:
    content = AbsenceContent(first_day, last_day, AbsenceReason.PARENTAL_LEAVE, is_granted=True)
    command = RegisterAbsence(own.participant_id, content)
    actor = world.actor(Role.CASEWORKER)
    attendance.register_absence(db.session, world.clock, actor, command)
    db.session.commit()


@pytest.mark.parametrize(
    ("last_day", "due_on"),
    [(date(2027, 2, 28), None), (date(2027, 3, 1), date(2027, 3, 1))],
)
def test_training_is_due_from_the_first_day_of_the_fourth_month(
    last_day: date, due_on: date | None
) -> None:
    assert training_due_on(Period(date(2026, 12, 1), last_day)) == due_on


def test_parts_of_one_leave_are_counted_from_its_first_day(world: World, own: OwnCase) -> None:
    with world.app.app_context():
        be_on_leave(world, own, date(2026, 12, 1), date(2027, 1, 15))
        be_on_leave(world, own, date(2027, 2, 1), date(2027, 4, 30))
        scope = world.actor(Role.CASEWORKER).scope
        (leave,) = list_leaves(db.session, scope)
        assert leave.days == Period(date(2026, 12, 1), date(2027, 4, 30))
        assert leave.due_on == date(2027, 3, 1)
        assert list_without_offer(db.session, scope, date(2027, 2, 14), ahead=AHEAD) == []
        assert list_without_offer(db.session, scope, date(2027, 2, 15), ahead=AHEAD) == [leave]
        assert list_without_offer(db.session, scope, date(2027, 5, 1), ahead=AHEAD) == []
        stranger = world.actor(Role.CASEWORKER, DALHEIM).scope
        assert list_leaves(db.session, stranger) == []


def test_an_offer_is_registered_and_nothing_is_due(
    world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    caseworker = browser_for(Role.CASEWORKER)
    page = f"/deltakere/{own.participant_id}/fravaer/norsktilbud"
    typed = {
        "offered_on": "20.11.2026",
        "offer": "norwegian",
        "follow_up": "Samtale hver måned. Digital norskgruppe når barnet sover.",
        "answer": "yes",
    }
    refused = caseworker.submit(page, typed, status=200).text
    assert "ikke omsorgspermisjon" in refused
    assert "når barnet sover" in refused
    with world.app.app_context():
        be_on_leave(world, own, date(2026, 11, 18), date(2027, 2, 28))
        scope, later = world.actor(Role.CASEWORKER).scope, date(2027, 2, 10)
        assert len(list_without_offer(db.session, scope, later, ahead=AHEAD)) == 1
    assert "Tilbudet skal gis fra 18.02.2027" in _plain(caseworker.get(page).text)
    caseworker.submit(page, typed)
    assert "Ja takk" in caseworker.get(page).text
    with world.app.app_context():
        assert list_without_offer(db.session, scope, later, ahead=AHEAD) == []
        offer = db.session.query(LeaveTrainingOffer).one()
        offer.follow_up = "Noe annet."
        with pytest.raises(OfferTouched):
            db.session.flush()
        db.session.rollback()
    browser_for(Role.CASEWORKER, DALHEIM).get(page, status=404)


def _plain(text: str) -> str:
    """Return the text without the marks that keep directions apart."""
    return text.replace("\u2066", "").replace("\u2069", "")
