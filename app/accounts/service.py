"""Signing in and out, and creating municipalities and users."""

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.accounts.errors import CannotCreateUser, CannotSignIn, SignInRefusal, UserRefusal
from app.accounts.models import LanguageForm, Municipality, User, WebSession
from app.accounts.passwords import hash_password, is_password
from app.accounts.queries import find_user_by_username
from app.audit import service as audit
from app.audit.actions import Action
from app.config import DEMO_PASSWORD
from app.core.actor import Actor, MunicipalityScope, Role
from app.core.clock import Clock
from app.core.ids import new_id

SHORTEST_PASSWORD = 12


def sign_in(session: Session, clock: Clock, username: str, password: str) -> User:
    """Return the user who may sign in with these words.

    Raises:
        CannotSignIn: without telling which of the two was wrong.
    """
    user = find_user_by_username(session, username)
    matches = is_password(user.password_hash if user else None, password)
    if user is None or not matches or not user.is_active:
        raise CannotSignIn(SignInRefusal.UNKNOWN)
    audit.record(session, clock, actor_of(user), Action.SIGNED_IN, ("user", user.id))
    return user


def note_failed_sign_in(session: Session, clock: Clock, username: str) -> None:
    """Record that somebody tried; the typed name is kept only if it is a user's."""
    user = find_user_by_username(session, username)
    audit.record(
        session,
        clock,
        None,
        Action.SIGN_IN_FAILED,
        ("user", user.id if user else None),
        municipality_id=user.municipality_id if user else None,
    )


def sign_out(session: Session, clock: Clock, actor: Actor) -> None:
    """Record the sign-out; the web session itself is ended by the session interface."""
    audit.record(session, clock, actor, Action.SIGNED_OUT, ("user", actor.user_id))


def end_sessions(session: Session, user_id: UUID) -> None:
    """End every session of a user at once: password, role or municipality has changed."""
    session.execute(delete(WebSession).where(WebSession.user_id == user_id))


def actor_of(user: User) -> Actor:
    """Return the user as the one who acts."""
    return Actor(user.id, user.role, MunicipalityScope(user.municipality_id))


def create_municipality(
    session: Session,
    clock: Clock,
    *,
    number: str,
    name: str,
    language_form: LanguageForm,
    contact: str = "",
) -> Municipality:
    """Take a municipality into the installation, with the default policies."""
    municipality = Municipality(
        id=new_id(),
        number=number,
        name=name,
        language_form=language_form,
        contact=contact,
        policies={},
        created_at=clock(),
    )
    session.add(municipality)
    session.flush()
    audit.record(
        session,
        clock,
        None,
        Action.MUNICIPALITY_CREATED,
        ("municipality", municipality.id),
        municipality_id=municipality.id,
    )
    return municipality


def create_user(
    session: Session,
    clock: Clock,
    scope: MunicipalityScope,
    *,
    username: str,
    display_name: str,
    role: Role,
    password: str,
    language: str | None = None,
    is_demo: bool = False,
) -> User:
    """Create a user of the municipality.

    Raises:
        CannotCreateUser: the name is taken, or the password is short or the public demo one.
    """
    username = username.strip().lower()
    if len(password) < SHORTEST_PASSWORD:
        raise CannotCreateUser(UserRefusal.PASSWORD_TOO_SHORT)
    if password == DEMO_PASSWORD and not is_demo:
        raise CannotCreateUser(UserRefusal.DEMO_PASSWORD)
    if session.scalar(select(User.id).where(User.username == username)) is not None:
        raise CannotCreateUser(UserRefusal.USERNAME_TAKEN)
    user = User(
        id=new_id(),
        municipality_id=scope.municipality_id,
        username=username,
        display_name=display_name,
        role=role,
        password_hash=hash_password(password),
        language=language,
        is_demo=is_demo,
        created_at=clock(),
    )
    session.add(user)
    session.flush()
    audit.record(
        session,
        clock,
        None,
        Action.USER_CREATED,
        ("user", user.id),
        municipality_id=scope.municipality_id,
        details={"role": role.value},
    )
    return user
