"""Who is warned before a month closes, what she is told, and who is asked to a conversation."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from flask import Flask

from app.accounts.models import Municipality
from app.audit.actions import Action
from app.benefit.warnings import service
from app.benefit.warnings.commands import RegisterTalk, RegisterWarning
from app.benefit.warnings.errors import CannotRegisterContact, ContactRefusal
from app.benefit.warnings.kinds import ContactKind, ContactWay
from app.benefit.warnings.models import AbsenceContact, ContactTouched
from app.benefit.warnings.queries import list_talks_due
from app.benefit.warnings.warning import warning_text
from app.core.actor import Role
from app.core.clock import fixed_clock
from app.core.errors import NotFound
from app.core.period import month_period
from app.enrolment.models import Participant
from app.extensions import db
from app.reporting.worklist.service import open_worklist
from app.reporting.worklist.tasks import Section, TaskKind
from app.rules.law.installation import InstallationDates
from tests.integration.benefit.conftest import OCTOBER, Month
from tests.support.client import Browser, words

MISSED = date(2026, 10, 6)
ALSO = date(2026, 10, 7)
FIRST_OF_NOVEMBER = date(2026, 11, 1)
BrowserFor = Callable[..., Browser]


def pending(month: Month, on: date = FIRST_OF_NOVEMBER) -> list[tuple[date, ...]]:
    scope = month.caseworker.scope
    return [each.days for each in service.list_pending(db.session, scope, on)]


def warn(month: Month, member: int = 0, day: date = FIRST_OF_NOVEMBER) -> AbsenceContact:
    clock = fixed_clock(datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
    who = month.school.member_ids[member]
    command = RegisterWarning(who, OCTOBER, ContactWay.PHONE)
    return service.register_warning(db.session, clock, month.caseworker, command)


def talk(month: Month, held_on: date) -> AbsenceContact:
    command = RegisterTalk(
        month.school.member_ids[0], held_on, ContactWay.IN_PERSON, "Hun ringer når hun er syk."
    )
    return service.register_talk(db.session, month.world.clock, month.caseworker, command)


def talks(month: Month, on: date) -> list[tuple[date, int]]:
    due = list_talks_due(db.session, month.caseworker.scope, on)
    return [(each.first_day, each.count) for each in due]


def test_a_warning_names_exactly_what_the_month_would_take(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED, ALSO)
        month.explain(0, ALSO, ALSO, is_self_certified=False, has_medical_certificate=True)
        scope = month.caseworker.scope
        (found,) = service.list_pending(db.session, scope, FIRST_OF_NOVEMBER)
        assert found.days == (MISSED,)
        assert found.closes_on == date(2026, 10, 31)
        run = month.prepare()
        assert month.payment(run.id).absence_reduction_ore == found.amount_ore > 0


def test_what_has_a_reason_or_is_paid_is_not_warned_of(app: Flask, month: Month) -> None:
    with app.app_context():
        assert pending(month) == []
        month.miss(0, MISSED)
        assert pending(month) == [(MISSED,)]
        month.approve(month.prepare().id)
        assert pending(month) == []


def test_she_is_told_in_her_own_language_and_it_is_kept(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        db.session.get_one(Participant, month.school.member_ids[0]).reading_language = "ti"
        kept = warn(month)
        assert (kept.kind, kept.language, kept.month) == (
            ContactKind.WARNING,
            "ti",
            OCTOBER.first_day,
        )
        assert "06.10.2026" in kept.words
        assert "introduksjonsstønad" in kept.words
        scope = month.caseworker.scope
        (found,) = service.list_pending(db.session, scope, FIRST_OF_NOVEMBER)
        assert found.warned_on == FIRST_OF_NOVEMBER
        (event,) = month.events(Action.ABSENCE_CONTACT_REGISTERED)
        assert event.participant_id == month.school.member_ids[0]
        kept.words = "Noe annet"
        with pytest.raises(ContactTouched):
            db.session.flush()


def test_nothing_to_warn_of_is_refused(app: Flask, month: Month) -> None:
    with app.app_context():
        with pytest.raises(CannotRegisterContact) as refused:
            warn(month)
        assert refused.value.reason is ContactRefusal.NOTHING_TO_WARN_OF


def test_a_conversation_is_due_after_three_days_and_not_twice(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED, ALSO)
        on = date(2026, 10, 20)
        assert talks(month, on) == []
        month.miss(0, date(2026, 10, 8))
        assert talks(month, on) == [(MISSED, 3)]
        assert talks(month, date(2026, 11, 20)) == []
        talk(month, date(2026, 10, 9))
        assert talks(month, on) == []
        month.miss(0, date(2026, 10, 12), date(2026, 10, 13), date(2026, 10, 14))
        assert talks(month, on) == [(date(2026, 10, 12), 3)]


def test_the_municipality_says_how_many_days(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED, ALSO)
        municipality = db.session.get_one(Municipality, month.caseworker.scope.municipality_id)
        for choice, found in (("0", []), ("2", [(MISSED, 2)]), ("5", [])):
            municipality.policies = {**municipality.policies, "absence_talk": choice}
            db.session.flush()
            assert talks(month, date(2026, 10, 20)) == found


def test_a_conversation_has_been_held(app: Flask, month: Month) -> None:
    with app.app_context():
        with pytest.raises(CannotRegisterContact) as refused:
            talk(month, date(2026, 11, 21))
        assert refused.value.reason is ContactRefusal.IN_THE_FUTURE


def test_it_stands_in_the_worklist(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        clock = fixed_clock(datetime(2026, 11, 1, 9, tzinfo=UTC))
        dates = InstallationDates()

        def kinds() -> list[TaskKind]:
            found = open_worklist(db.session, clock, month.caseworker, dates)
            return [task.kind for task in found.tasks[Section.ABSENCES]]

        assert TaskKind.WARN_OF_DEDUCTION in kinds()
        warn(month)
        assert TaskKind.WARN_OF_DEDUCTION not in kinds()


def test_others_are_not_found(app: Flask, month: Month, foreign: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        assert pending(foreign) == []
        who = month.school.member_ids[0]
        command = RegisterTalk(who, MISSED, ContactWay.PHONE, "Hei")
        with pytest.raises(NotFound):
            service.register_talk(db.session, month.world.clock, foreign.caseworker, command)


def test_the_pages(app: Flask, month: Month, browser_for: BrowserFor) -> None:
    november = month_period(2026, 11)
    staff, stranger = browser_for(Role.CASEWORKER), browser_for(Role.CASEWORKER, month.domain)
    with app.app_context():
        month.miss(0, MISSED)
        who = month.school.member_ids[0]
        db.session.get_one(Participant, who).reading_language = "ar"
        db.session.commit()
        told = warning_text(
            service.list_pending(db.session, month.caseworker.scope, date(2026, 11, 20))[0], "ar"
        )
    page = staff.get("/utbetaling/varsler")
    url = f"/deltakere/{who}/fravaer/varsel/2026-10"
    assert url in page.text
    assert told.title in staff.get(url).text
    assert "Velg hvordan" in words(staff.submit(url, {}, status=200))
    staff.submit(url, {"way": "text_message"})
    assert "20.11.2026" in words(staff.get("/utbetaling/varsler"))
    contacts = f"/deltakere/{who}/fravaer/samtaler"
    assert told.title in staff.get(contacts).text
    staff.submit(contacts, {"held_on": "2026-11-19", "way": "phone", "words": "Ringer neste gang."})
    assert "Ringer neste gang." in words(stranger.get(contacts))
    staff.get(f"/deltakere/{who}/fravaer/varsel/{november.first_day:%Y-%m}", 303)
    staff.get(f"/deltakere/{who}/fravaer/varsel/2026-13", 404)
