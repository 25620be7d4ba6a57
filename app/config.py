"""Settings: read once, from `INTROPORTAL_*` environment variables only, with safe defaults.

`Settings.from_environment` is the only reader of the environment in the whole application.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEMO_PASSWORD = "demo-passord-2026"  # noqa: S105 (public by contract; refused outside demo mode)


class SettingsError(Exception):
    """The environment asks for something unsafe or unreadable; the message names the variable."""


class Environment(StrEnum):
    """How the portal runs. Only demo and test relax anything."""

    PRODUCTION = "production"
    DEMO = "demo"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that differs between installations."""

    environment: Environment
    data_directory: Path
    database_url: str
    secret_key: str
    host: str = "127.0.0.1"
    port: int = 5000
    trusted_hosts: tuple[str, ...] = ()
    login_domain: str = ""
    """Appended to a user name without @, so that one municipality's staff can leave it out."""
    session_idle: timedelta = timedelta(minutes=60)
    session_absolute: timedelta = timedelta(hours=12)
    max_upload_bytes: int = 20 * 1024 * 1024
    declaration_in_force_from: date | None = None
    """First day of the new integreringsloven § 16 (LOV-2026-06-12-23); None: not yet fixed."""
    age_sixty_in_force_from: date | None = None
    """First day of the raised age limit in § 8 (LOV-2025-06-20-35); None: not yet fixed."""
    fixed_now: datetime | None = None
    """Stops the clock, in demo and test only."""

    @property
    def is_demo(self) -> bool:
        """Whether demo users may exist here."""
        return self.environment is not Environment.PRODUCTION

    @property
    def has_secure_cookies(self) -> bool:
        """Whether the portal is reached by HTTPS only; the local demo is not."""
        return self.environment is Environment.PRODUCTION

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "Settings":
        """Read the settings.

        Raises:
            SettingsError: for a value that cannot be read or must not be used.
        """
        read = _Reader(environ)
        environment = read.choice("ENV", Environment, Environment.PRODUCTION)
        data_directory = Path(environ.get("INTROPORTAL_DATA") or ROOT / "var").resolve()
        data_directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        fixed_now = read.moment("FIXED_NOW")
        if environment is Environment.PRODUCTION and fixed_now is not None:
            raise SettingsError("INTROPORTAL_FIXED_NOW is for demo and test only")
        trusted_hosts = read.words("TRUSTED_HOSTS")
        if environment is Environment.PRODUCTION and not trusted_hosts:
            raise SettingsError("INTROPORTAL_TRUSTED_HOSTS must name the host names of the portal")
        return cls(
            environment=environment,
            data_directory=data_directory,
            database_url=environ.get("INTROPORTAL_DATABASE_URL")
            or f"sqlite:///{data_directory / 'introportal.sqlite3'}",
            secret_key=_secret_key(environ, environment, data_directory),
            host=environ.get("HOST") or "127.0.0.1",
            port=read.whole_number("PORT", 5000, prefix=""),
            trusted_hosts=trusted_hosts,
            login_domain=environ.get("INTROPORTAL_LOGIN_DOMAIN")
            or ("fjordvik.example" if environment is not Environment.PRODUCTION else ""),
            session_idle=timedelta(minutes=read.whole_number("SESSION_IDLE_MINUTES", 60)),
            session_absolute=timedelta(hours=read.whole_number("SESSION_HOURS", 12)),
            declaration_in_force_from=read.day("DECLARATION_IN_FORCE_FROM"),
            age_sixty_in_force_from=read.day("AGE_SIXTY_IN_FORCE_FROM"),
            fixed_now=fixed_now,
        )


def _secret_key(environ: Mapping[str, str], environment: Environment, directory: Path) -> str:
    """Return the signing key: given in production, made once and kept elsewhere."""
    given = environ.get("INTROPORTAL_SECRET_KEY", "")
    if given:
        if len(given) < 32:
            raise SettingsError("INTROPORTAL_SECRET_KEY must have at least 32 characters")
        return given
    if environment is Environment.PRODUCTION:
        raise SettingsError("INTROPORTAL_SECRET_KEY must be set")
    kept = directory / "secret-key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return kept.read_text(encoding="ascii")


class _Reader:
    """Reads typed values and names the variable that cannot be read."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ

    def choice(self, name: str, kinds: type[Environment], default: Environment) -> Environment:
        value = self._environ.get(f"INTROPORTAL_{name}", "")
        try:
            return kinds(value) if value else default
        except ValueError:
            known = ", ".join(kinds)
            raise SettingsError(f"INTROPORTAL_{name} must be one of: {known}") from None

    def whole_number(self, name: str, default: int, *, prefix: str = "INTROPORTAL_") -> int:
        value = self._environ.get(prefix + name, "")
        if not value:
            return default
        if not value.isascii() or not value.isdigit():
            raise SettingsError(f"{prefix}{name} must be a whole number")
        return int(value)

    def day(self, name: str) -> date | None:
        value = self._environ.get(f"INTROPORTAL_{name}", "")
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise SettingsError(f"INTROPORTAL_{name} must be a date: YYYY-MM-DD") from None

    def moment(self, name: str) -> datetime | None:
        value = self._environ.get(f"INTROPORTAL_{name}", "")
        try:
            moment = datetime.fromisoformat(value) if value else None
        except ValueError:
            moment = datetime.min  # noqa: DTZ901 (naive on purpose: refused just below)
        if moment is not None and moment.tzinfo is None:
            raise SettingsError(f"INTROPORTAL_{name} must be a moment with an offset from UTC")
        return moment

    def words(self, name: str) -> tuple[str, ...]:
        value = self._environ.get(f"INTROPORTAL_{name}", "")
        return tuple(word.strip() for word in value.split(",") if word.strip())
