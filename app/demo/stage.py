"""Where the demo is made: a municipality, its staff, and the database session."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.models import LanguageForm
from app.accounts.service import actor_of, create_municipality, create_user
from app.config import DEMO_PASSWORD
from app.core.actor import Actor, MunicipalityScope, Role
from app.demo.calendar import DemoCalendar, clock_on
from app.demo.logins import STAFF, DemoMunicipality


@dataclass(frozen=True, slots=True)
class Stage:
    """One municipality with somebody in every role."""

    session: Session
    calendar: DemoCalendar
    place: DemoMunicipality
    scope: MunicipalityScope
    staff: dict[Role, Actor]

    @property
    def caseworker(self) -> Actor:
        """The one who does most of the work."""
        return self.staff[Role.CASEWORKER]

    @property
    def leader(self) -> Actor:
        """The one who approves."""
        return self.staff[Role.LEADER]

    @property
    def teacher(self) -> Actor:
        """The one who registers attendance."""
        return self.staff[Role.TEACHER]

    def create_participant_user(self, login: str, name: str, language: str) -> UUID:
        """Give a participant a sign-in."""
        user = create_user(
            self.session,
            clock_on(self.calendar.today),
            self.scope,
            username=f"{login}@{self.place.domain}",
            display_name=name,
            role=Role.PARTICIPANT,
            password=DEMO_PASSWORD,
            language=language,
            is_demo=True,
        )
        return user.id


def set_stage(
    session: Session, calendar: DemoCalendar, place: DemoMunicipality, *, is_second: bool
) -> Stage:
    """Create the municipality and its staff."""
    clock = clock_on(calendar.monday_before(60))
    municipality = create_municipality(
        session,
        clock,
        number=place.number,
        name=place.name,
        language_form=LanguageForm(place.form),
        contact=place.contact,
    )
    scope = MunicipalityScope(municipality.id)
    staff = {}
    for username, role, first_name, second_name in STAFF:
        user = create_user(
            session,
            clock,
            scope,
            username=f"{username}@{place.domain}",
            display_name=second_name if is_second else first_name,
            role=role,
            password=DEMO_PASSWORD,
            language=place.form,
            is_demo=True,
        )
        staff[role] = actor_of(user)
    return Stage(session, calendar, place, scope, staff)
