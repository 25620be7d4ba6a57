"""The municipality's own layout of the payment file, and numbers of employees."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.actions import Action
from app.benefit.errors import CannotCreateFile, FileRefusal
from app.benefit.models import PaymentFile
from app.benefit.payroll import service
from app.benefit.payroll.commands import ChooseLayout, RegisterNumber
from app.benefit.payroll.errors import CannotRegisterNumber, LayoutChanged, NumberRefusal
from app.benefit.payroll.layout import ColumnKind, Layout, LineKind
from app.benefit.payroll.models import EmployeeNumber
from app.benefit.payroll.presets import PORTAL_LAYOUT, VISMA_LAYOUT
from app.benefit.payroll.queries import current_layout, list_layouts
from app.core.actor import Role
from app.core.errors import NotFound, NotPermitted
from app.core.pii import IdentityNumber
from app.enrolment.models import Participant
from app.extensions import db
from tests.integration.benefit.conftest import Month
from tests.support.client import Browser
from tests.support.world import DALHEIM

LAYOUT, IMPORT = "/innstillinger/lonnsfil", "/utbetaling/lonnsnummer"
VISMA = replace(VISMA_LAYOUT, wage_types={kind: str(5000 + at) for at, kind in enumerate(LineKind)})


def choose(month: Month, layout: Layout, seen: int = 0) -> None:
    admin = month.world.actor(Role.ADMINISTRATOR, month.domain)
    command = ChooseLayout(layout, seen)
    assert service.choose_layout(db.session, month.world.clock, admin, command)
    db.session.commit()


def number(month: Month, member: int, code: str, seen: str = "") -> None:
    command = RegisterNumber(month.school.member_ids[member], code, seen)
    service.register_number(db.session, month.world.clock, month.caseworker, command)
    db.session.commit()


def numbers(month: Month) -> list[str]:
    rows = select(EmployeeNumber.number).where(
        EmployeeNumber.municipality_id == month.caseworker.scope.municipality_id
    )
    return sorted(db.session.scalars(rows))


def test_the_file_is_written_as_chosen_and_never_anew(app: Flask, month: Month) -> None:
    with app.app_context():
        choose(month, VISMA)
        for member in range(3):
            number(month, member, f"00{member}")
        run = month.prepare()
        month.approve(run.id)
        content = month.send(run.id)
        lines = content.decode("iso-8859-1").splitlines()
        assert sorted(lines) == [f"00{at};5000;30,00;758,61;22758,17" for at in range(3)]
        choose(month, PORTAL_LAYOUT, seen=1)
        number(month, 0, "999", seen="000")
        assert month.send(run.id) == content
        file = db.session.scalars(select(PaymentFile)).one()
        assert Layout.from_json(file.layout or {}) == VISMA
        assert set((file.employee_numbers or {}).values()) == {"000", "001", "002"}
        assert len(month.events(Action.PAYROLL_LAYOUT_CHOSEN)) == 2


def test_without_a_number_there_is_no_file(
    app: Flask, month: Month, browser_for: Callable[..., Browser]
) -> None:
    with app.app_context():
        choose(month, VISMA)
        number(month, 0, "1")
        number(month, 1, "2")
        run_id = month.prepare().id
    who = month.school.member_ids[2]
    browser = browser_for(Role.CASEWORKER)
    page = browser.get(f"/utbetaling/{run_id}").text
    assert "1 deltaker mangler lønnsnummer" in page
    assert f"/deltakere/{who}/lonnsnummer" in page
    with app.app_context():
        month.approve(run_id)
        with pytest.raises(CannotCreateFile) as refusal:
            month.send(run_id)
        assert refusal.value.reason is FileRefusal.NUMBERS_MISSING
        db.session.rollback()
    number_page = f"/deltakere/{who}/lonnsnummer"
    browser.submit(number_page, {"number": " 3 "})
    assert "mangler lønnsnummer" not in browser.get(f"/utbetaling/{run_id}").text
    with app.app_context():
        assert month.send(run_id)


def test_numbers_are_each_ones_own(app: Flask, month: Month, foreign: Month) -> None:
    with app.app_context():
        number(month, 0, "12")
        number(foreign, 0, "12")
        for code, seen, reason in (
            ("12", "", NumberRefusal.TAKEN),
            ("=1", "", NumberRefusal.ODD),
            ("13", "11", NumberRefusal.CHANGED),
        ):
            with pytest.raises(CannotRegisterNumber) as refusal:
                number(month, 1, code, seen)
            assert refusal.value.reason is reason
        number(month, 0, "", seen="12")
        number(month, 1, "12")
        assert numbers(month) == ["12"]
        command = RegisterNumber(foreign.school.member_ids[0], "5", "12")
        with pytest.raises(NotFound):
            service.register_number(db.session, month.world.clock, month.caseworker, command)


def test_only_the_administrator_chooses_and_nobody_by_accident(app: Flask, month: Month) -> None:
    with app.app_context():
        with pytest.raises(NotPermitted):
            service.choose_layout(
                db.session, month.world.clock, month.leader, ChooseLayout(VISMA, 0)
            )
        choose(month, VISMA)
        with pytest.raises(LayoutChanged):
            choose(month, PORTAL_LAYOUT, seen=0)
        admin = month.world.actor(Role.ADMINISTRATOR)
        again = ChooseLayout(VISMA, 1)
        assert service.choose_layout(db.session, month.world.clock, admin, again) is None
        assert len(list_layouts(db.session, admin.scope)) == 1
        other = month.world.actor(Role.ADMINISTRATOR, DALHEIM)
        assert current_layout(db.session, other.scope) == PORTAL_LAYOUT


def test_choosing_a_preset_on_the_page(
    app: Flask, month: Month, browser_for: Callable[..., Browser]
) -> None:
    browser = browser_for(Role.ADMINISTRATOR)
    browser.submit(f"{LAYOUT}?forslag=visma", {"benefit": "5100"})
    with app.app_context():
        layout = current_layout(db.session, month.caseworker.scope)
        assert layout.wage_types[LineKind.BENEFIT] == "5100"
        assert [each.kind for each in layout.columns] == [
            ColumnKind.EMPLOYEE_NUMBER,
            ColumnKind.WAGE_TYPE,
            ColumnKind.QUANTITY,
            ColumnKind.RATE,
            ColumnKind.AMOUNT,
        ]
    page = browser.get(LAYOUT).text
    assert "Visma Lønn" in page
    assert "Administrator Fjordvik" in page
    refused = browser.submit(LAYOUT, {"columns-0-kind": "", "benefit": "=1"}, status=200)
    assert "En kolonne må si hvem linjen gjelder" in refused.text
    assert "Et regneark ville regnet" in refused.text
    assert 'value="=1"' in refused.text


def test_a_list_is_shown_before_anything_is_saved(
    app: Flask, month: Month, foreign: Month, browser_for: Callable[..., Browser]
) -> None:
    one, two, three = month.school.member_ids
    identity = "01019012345"
    with app.app_context():
        number(month, 2, "30")
        participant = db.session.get_one(Participant, two)
        participant.identity_number = IdentityNumber(identity)
        db.session.commit()
    text = (
        f"Referanse\tLønnsnummer\n{one}\t10\n{identity}\t20\n{three}\t30\n"
        f"{foreign.school.member_ids[0]}\t40\n\t50\n"
    )
    browser = browser_for(Role.CASEWORKER)
    shown = browser.submit(IMPORT, {"rows": text}, status=200)
    for said in (
        "Nytt nummer",
        "Er registrert fra før",
        "Ingen deltaker i kommunen",
        "mangler hvem",
    ):
        assert said in shown.text
    with app.app_context():
        assert numbers(month) == ["30"]
    browser.submit(IMPORT, {"rows": text, "step": "register"})
    with app.app_context():
        assert numbers(month) == ["10", "20", "30"]
        assert numbers(foreign) == []
        assert len(month.events(Action.EMPLOYEE_NUMBER_REGISTERED)) == 3


def test_a_list_with_odd_rows(app: Flask, month: Month) -> None:
    one, two, three = month.school.member_ids
    with app.app_context():
        number(month, 2, "30")
        text = f"{one};30\n{two};=2\n{two};7"
        rows = service.preview_numbers(db.session, month.world.clock, month.caseworker, text)
        assert [row.problem.value if row.problem else "" for row in rows] == [
            "taken",
            "odd",
            "twice",
        ]
        assert service.import_numbers(db.session, month.world.clock, month.caseworker, text) == 0
        swapped = f"{one};31\n{three};31"
        assert service.import_numbers(db.session, month.world.clock, month.caseworker, swapped) == 0


def test_nobody_opens_what_is_anothers(foreign: Month, browser_for: Callable[..., Browser]) -> None:
    browser = browser_for(Role.CASEWORKER)
    who = foreign.school.member_ids[0]
    assert browser.client.get(f"/deltakere/{who}/lonnsnummer").status_code == 404
