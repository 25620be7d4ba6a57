"""Two municipalities with a user in every role: what most integration tests begin with."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from flask import Flask

from app.accounts.models import LanguageForm, User
from app.accounts.queries import find_municipality_by_number, find_user_by_username
from app.accounts.service import actor_of, create_municipality, create_user
from app.core.actor import Actor, MunicipalityScope, Role
from app.core.clock import Clock, fixed_clock
from app.extensions import db

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PASSWORD = "et langt passord for test"
USERNAMES = {
    Role.CASEWORKER: "saksbehandler",
    Role.LEADER: "leder",
    Role.TEACHER: "laerer",
    Role.ADMINISTRATOR: "admin",
    Role.PRIVACY_OFFICER: "personvern",
    Role.PARTICIPANT: "deltaker",
}
FJORDVIK, DALHEIM = "fjordvik.example", "dalheim.example"
CHOSEN: dict[str, object] = {"marks_lock": "never"}
"""What the municipalities have chosen: tests register attendance of whole years."""


@dataclass(frozen=True)
class World:
    """Where a test finds its people. Opens its own sessions through the app context."""

    app: Flask

    @property
    def clock(self) -> Clock:
        return fixed_clock(NOW)

    def user(self, role: Role, domain: str = FJORDVIK) -> User:
        user = find_user_by_username(db.session, f"{USERNAMES[role]}@{domain}")
        assert user is not None
        return user

    def actor(self, role: Role, domain: str = FJORDVIK) -> Actor:
        return actor_of(self.user(role, domain))

    def scope(self, number: str = "4299") -> MunicipalityScope:
        municipality = find_municipality_by_number(db.session, number)
        assert municipality is not None
        return MunicipalityScope(municipality.id)


def fill(app: Flask) -> None:
    """Create the two municipalities and their users."""
    with app.app_context():
        for number, name, form, domain in (
            ("4299", "Fjordvik", LanguageForm.NB, FJORDVIK),
            ("4699", "Dalheim", LanguageForm.NN, DALHEIM),
        ):
            clock = fixed_clock(NOW)
            municipality = create_municipality(
                db.session, clock, number=number, name=name, language_form=form
            )
            # Tests look back and forth over months; those of the lock set it themselves.
            municipality.policies = dict(CHOSEN)
            for role, username in USERNAMES.items():
                create_user(
                    db.session,
                    clock,
                    MunicipalityScope(municipality.id),
                    username=f"{username}@{domain}",
                    display_name=f"{role.value.title()} {name}",
                    role=role,
                    password=PASSWORD,
                )
        db.session.commit()


RANDOM_ID = UUID("5f0c8a0e-3c1d-4a53-9d0b-0d6f6c1d7a11")
"""An id that nothing has."""
