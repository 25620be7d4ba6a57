"""What became of a paper in words, and why something was not registered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from app.core.clock import OSLO
from app.declarations.errors import SigningRefusal, WithdrawalRefusal
from app.declarations.models import Declaration, SigningStatus
from app.declarations.outcomes.wording import ground_text
from app.i18n.format import short_date
from app.i18n.text import gettext as _
from app.papers.errors import ScanRefusal
from app.papers.models import DocumentStatus


@dataclass(frozen=True, slots=True)
class Outcome:
    """One fact about what became of the paper."""

    term: str
    value: str


def signing_status(
    signing: SigningStatus, document: DocumentStatus, *, is_explained: bool
) -> tuple[str, str]:
    """Return where the paper stands, and the colour that repeats it."""
    if signing is SigningStatus.WITHDRAWN:
        return _("Trukket tilbake"), "danger"
    if document is DocumentStatus.WAITING:
        return _("Lages nå"), "info"
    if document is DocumentStatus.FAILED:
        return _("Kunne ikke lages"), "danger"
    match signing:
        case SigningStatus.ISSUED:
            if is_explained:
                return _("Forklart, venter på underskrift"), "warning"
            return _("Venter på underskrift"), "warning"
        case SigningStatus.SIGNED:
            return _("Underskrevet"), "success"
        case SigningStatus.NOT_SIGNED:
            return _("Ikke underskrevet"), "neutral"
        case SigningStatus.REPLACED:
            return _("Erstattet av et nyere ark"), "neutral"
        case _:
            assert_never(signing)


def outcome(declaration: Declaration, names: Mapping[UUID, str] | None) -> list[Outcome]:
    """Return what was registered; `names` are those of the staff, None for the participant."""
    return [*_signed(declaration), *_not_signed(declaration), *_withdrawn(declaration, names)]


def _signed(declaration: Declaration) -> Iterator[Outcome]:
    if declaration.signed_on is None:
        return
    yield Outcome(_("Underskrevet"), short_date(declaration.signed_on))
    yield Outcome(_("Sted"), declaration.signed_at_place)
    if declaration.interpreter:
        yield Outcome(_("Tolk"), declaration.interpreter)


def _not_signed(declaration: Declaration) -> Iterator[Outcome]:
    if not declaration.not_signed_reason:
        return
    if declaration.not_signed_on is not None:
        yield Outcome(_("Dato for samtalen"), short_date(declaration.not_signed_on))
    yield Outcome(_("Hvorfor papiret ikke er underskrevet"), declaration.not_signed_reason)
    if declaration.guidance_given:
        yield Outcome(_("Veiledning som ble gitt"), declaration.guidance_given)


def _withdrawn(declaration: Declaration, names: Mapping[UUID, str] | None) -> Iterator[Outcome]:
    if declaration.withdrawn_at is None or declaration.withdrawal_ground is None:
        return
    yield Outcome(
        _("Trukket tilbake"), short_date(declaration.withdrawn_at.astimezone(OSLO).date())
    )
    yield Outcome(_("Hva som var feil"), ground_text(declaration.withdrawal_ground))
    if names is None or declaration.withdrawn_by is None:
        return
    yield Outcome(_("Begrunnelse"), declaration.withdrawal_reason)
    yield Outcome(_("Trukket tilbake av"), names.get(declaration.withdrawn_by, _("ukjent")))


def signing_refusal(reason: SigningRefusal) -> tuple[str | None, str]:
    """Return the field concerned, if one is, and why the signature was not registered."""
    match reason:
        case SigningRefusal.NOT_OPEN:
            return None, _(
                "Dette arket er allerede registrert, trukket tilbake eller erstattet av et nyere "
                "ark."
            )
        case SigningRefusal.NOT_READY:
            return None, _("Arket er ikke ferdig laget ennå. Vent litt og prøv igjen.")
        case SigningRefusal.SIGNED_BEFORE_ISSUE:
            return "signed_on", _("Arket kan ikke være underskrevet før det ble laget.")
        case SigningRefusal.SIGNED_IN_FUTURE:
            return "signed_on", _("Arket kan ikke være underskrevet etter i dag.")
        case SigningRefusal.NOT_EXPLAINED:
            return None, _("Registrer først hvordan papiret ble forklart.")
        case SigningRefusal.NOT_ITS_SCAN:
            return None, _("Det skannede papiret hører til et annet ark.")
        case SigningRefusal.REFUSED_BEFORE_ISSUE:
            return "not_signed_on", _("Samtalen kan ikke ha vært før arket ble laget.")
        case SigningRefusal.REFUSED_IN_FUTURE:
            return "not_signed_on", _("Samtalen kan ikke ha vært etter i dag.")
        case SigningRefusal.NO_WORDS:
            return None, _("Skriv både grunnen og veiledningen.")
        case _:
            assert_never(reason)


def withdrawal_refusal(reason: WithdrawalRefusal) -> tuple[str | None, str]:
    """Return the field concerned, if one is, and why the sheet was not withdrawn."""
    match reason:
        case WithdrawalRefusal.WITHDRAWN_ALREADY:
            return None, _("Arket er allerede trukket tilbake.")
        case WithdrawalRefusal.NO_REASON:
            return "reason", _("Skriv hvorfor arket trekkes tilbake.")
        case _:
            assert_never(reason)


def scan_refusal(reason: ScanRefusal) -> str:
    """Return what is wrong with the uploaded file."""
    match reason:
        case ScanRefusal.EMPTY:
            return _("Filen er tom. Velg en annen fil.")
        case ScanRefusal.UNKNOWN_KIND:
            return _("Filen er verken PDF, PNG eller JPEG. Skann papiret på nytt.")
        case ScanRefusal.UNREADABLE:
            return _("Filen er skadet og kan ikke leses. Skann papiret på nytt.")
        case ScanRefusal.TOO_MANY_PAGES:
            return _("Filen har for mange sider. Skann bare det underskrevne arket.")
        case ScanRefusal.TOO_LARGE_PICTURE:
            return _("Bildet er for stort. Skann papiret med lavere oppløsning.")
        case _:
            assert_never(reason)
