"""Fill an empty installation with two municipalities and a year of work."""

from dataclasses import replace

from flask import Flask

from app.accounts.queries import find_municipality_by_number
from app.config import Settings
from app.core.clock import Clock, today
from app.demo.answering import answer_plans
from app.demo.attending import attend
from app.demo.calendar import DemoCalendar
from app.demo.deciding import decide_plans, send_letters
from app.demo.enrolling import Enrolled, enrol_people
from app.demo.logins import DALHEIM, FJORDVIK, DemoMunicipality
from app.demo.papers import issue_papers, render_papers, sign_papers
from app.demo.paying import pay
from app.demo.people import DALHEIM as DALHEIM_PEOPLE
from app.demo.people import FJORDVIK as FJORDVIK_PEOPLE
from app.demo.people import DemoPerson
from app.demo.planning import make_plans
from app.demo.stage import Stage, set_stage
from app.demo.voices import raise_voices
from app.extensions import db

PLACES: tuple[tuple[DemoMunicipality, tuple[DemoPerson, ...]], ...] = (
    (FJORDVIK, FJORDVIK_PEOPLE),
    (DALHEIM, DALHEIM_PEOPLE),
)


def fill(app: Flask) -> bool:
    """Make the demo data through the services; return False if they were there already."""
    settings: Settings = app.extensions["introportalen.settings"]
    clock: Clock = app.extensions["introportalen.clock"]
    with app.app_context():
        if find_municipality_by_number(db.session, FJORDVIK.number) is not None:
            return False
        calendar = DemoCalendar(today(clock))
        made: list[tuple[Stage, list[Enrolled]]] = []
        for number, (place, people) in enumerate(PLACES):
            stage = set_stage(db.session, calendar, place, is_second=number == 1)
            planned = make_plans(stage, enrol_people(stage, people))
            answer_plans(stage, planned)
            raise_voices(stage, settings, planned)
            decide_plans(stage, settings, planned)
            issue_papers(stage, settings, planned)
            attend(stage, planned)
            pay(stage)
            made.append((stage, planned))
        db.session.commit()
    render_papers(app)
    with app.app_context():
        for earlier, planned in made:
            stage = replace(earlier, session=db.session)
            sign_papers(stage, planned)
            send_letters(stage, planned)
        db.session.commit()
    return True
