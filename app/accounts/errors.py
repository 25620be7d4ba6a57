"""Why an account command is refused."""

from enum import StrEnum

from app.core.errors import Refusal


class SignInRefusal(StrEnum):
    """Why somebody is not let in: one reason only, so that no user name can be guessed."""

    UNKNOWN = "unknown_user_or_password"


class CannotSignIn(Refusal[SignInRefusal]):
    """User name and password do not belong together, or the user is closed."""

    code = "cannot_sign_in"


class UserRefusal(StrEnum):
    """Why a user cannot be created."""

    USERNAME_TAKEN = "username_taken"
    PASSWORD_TOO_SHORT = "password_too_short"  # noqa: S105 (a code, not a password)
    DEMO_PASSWORD = "demo_password"  # noqa: S105 (a code, not a password)


class CannotCreateUser(Refusal[UserRefusal]):
    """The user name is taken, or the password must not be used."""

    code = "cannot_create_user"
