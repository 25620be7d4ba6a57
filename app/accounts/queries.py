"""Reading municipalities and users."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounts.models import Municipality, User
from app.core.actor import MunicipalityScope, Role
from app.core.errors import NotFound


def find_user_by_username(session: Session, username: str) -> User | None:
    """Return the user with this user name, in any municipality: sign-in comes before the scope."""
    return session.scalar(select(User).where(User.username == username.strip().lower()))


def get_user(session: Session, scope: MunicipalityScope, user_id: UUID) -> User:
    """Return a user of the municipality.

    Raises:
        NotFound: there is no such user there.
    """
    user = session.get(User, user_id)
    if user is None or user.municipality_id != scope.municipality_id:
        raise NotFound
    return user


def list_users_with_role(session: Session, scope: MunicipalityScope, *roles: Role) -> list[User]:
    """Return the active users of the municipality with one of the roles, by name."""
    users = select(User).where(
        User.municipality_id == scope.municipality_id, User.role.in_(roles), User.is_active
    )
    return list(session.scalars(users.order_by(User.display_name, User.id)))


def get_municipality(session: Session, scope: MunicipalityScope) -> Municipality:
    """Return the municipality of the scope.

    Raises:
        NotFound: it has been removed.
    """
    municipality = session.get(Municipality, scope.municipality_id)
    if municipality is None:
        raise NotFound
    return municipality


def list_demo_users(session: Session) -> list[User]:
    """Return every demo user of the installation."""
    return list(session.scalars(select(User).where(User.is_demo).order_by(User.username)))


def get_session_user_id(value: str | None) -> UUID | None:
    """Return the user id that a web session holds, as an id."""
    return UUID(value) if value else None


def find_active_user(session: Session, user_id: UUID) -> User | None:
    """Return the signed-in user if she may still use the portal: sign-in sets the scope."""
    user = session.get(User, user_id)
    return user if user is not None and user.is_active else None


def find_municipality_by_number(session: Session, number: str) -> Municipality | None:
    """Return the municipality of the installation with this four-digit number, or None."""
    return session.scalar(select(Municipality).where(Municipality.number == number))


def user_names(session: Session, scope: MunicipalityScope) -> dict[UUID, str]:
    """Return the names of the municipality's users by id."""
    users = select(User.id, User.display_name).where(User.municipality_id == scope.municipality_id)
    return {row.id: row.display_name for row in session.execute(users)}
