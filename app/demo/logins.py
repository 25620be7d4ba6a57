"""The demo users. Their password is public, so the portal refuses them outside demo mode."""

from dataclasses import dataclass

from app.core.actor import Role


@dataclass(frozen=True, slots=True)
class DemoMunicipality:
    """A made-up municipality; the number belongs to none."""

    number: str
    name: str
    form: str
    domain: str
    contact: str


FJORDVIK = DemoMunicipality(
    "9901", "Fjordvik", "nb", "fjordvik.example", "Flyktningtjenesten i Fjordvik, tlf. 55 50 00 00"
)
DALHEIM = DemoMunicipality(
    "9902", "Dalheim", "nn", "dalheim.example", "Flyktningtenesta i Dalheim, tlf. 55 50 00 01"
)

STAFF = (
    ("saksbehandler", Role.CASEWORKER, "Kari Nordmann", "Gro Dalen"),
    ("leder", Role.LEADER, "Ola Berg", "Nils Haugen"),
    ("laerer", Role.TEACHER, "Ingrid Lie", "Solveig Moen"),
    ("admin", Role.ADMINISTRATOR, "Per Strand", "Anne Vik"),
    ("personvern", Role.PRIVACY_OFFICER, "Liv Aas", "Tor Eide"),
)

PARTICIPANT_LANGUAGES = ("ar", "ti", "uk", "fa-AF", "so", "nb")


def participant_login(language: str) -> str:
    """Return the user name of the demo participant who reads this language."""
    return f"deltaker.{language.lower()}"


def login_names() -> list[str]:
    """Return every demo login, as people type them."""
    staff = [f"{name}@{place.domain}" for place in (FJORDVIK, DALHEIM) for name, *_rest in STAFF]
    return staff + [f"deltaker.{language}" for language in PARTICIPANT_LANGUAGES]
