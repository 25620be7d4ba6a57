"""Disagreements about attendance in words."""

from typing import assert_never

from app.attendance.reconciliation.errors import ObjectionRefusal, SettleRefusal
from app.attendance.reconciliation.kinds import DisputeKind, Outcome
from app.i18n.text import gettext as _
from app.i18n.text import ngettext


def kind_text(kind: DisputeKind) -> str:
    """Return what people disagree about."""
    match kind:
        case DisputeKind.OBJECTION:
            return _("Deltakeren sier at registreringen er feil")
        case DisputeKind.TOLD_AWAY:
            return _("Ført som til stede på en dag med registrert fravær")
        case _:
            assert_never(kind)


def missed_text(minutes_absent: int, minutes: int) -> str:
    """Return how much of a session of so many minutes somebody missed."""
    if not minutes_absent:
        return _("Til stede hele tiden")
    if minutes_absent >= minutes:
        return _("Borte hele tiden")
    return ngettext("Borte %(num)s minutt", "Borte %(num)s minutter", minutes_absent)


def outcome_choices() -> list[tuple[str, str]]:
    """Return what a caseworker can find."""
    return [(each.value, outcome_text(each)) for each in Outcome]


def outcome_text(outcome: Outcome) -> str:
    """Return what was found."""
    match outcome:
        case Outcome.MARK_STANDS:
            return _("Registreringen står")
        case Outcome.MARK_CHANGED:
            return _("Registreringen rettes")
        case _:
            assert_never(outcome)


def objection_refusal_text(refusal: ObjectionRefusal) -> str:
    """Return why the objection is not taken."""
    match refusal:
        case ObjectionRefusal.NOTHING_MISSED:
            return _("Du er ført som til stede nå. Du trenger ikke å si fra.")
        case ObjectionRefusal.NOT_LESS:
            return _("Skriv færre minutter enn det som er registrert.")
        case ObjectionRefusal.ALREADY_MADE:
            return _("Du har sagt fra om dette allerede.")
        case ObjectionRefusal.TOO_LATE:
            return _("Dagen er for lenge siden. Snakk med rådgiveren din.")
        case _:
            assert_never(refusal)


def settle_refusal_text(refusal: SettleRefusal) -> str:
    """Return why the disagreement is not settled."""
    match refusal:
        case SettleRefusal.NOT_OPEN:
            return _("Uenigheten er avklart allerede.")
        case SettleRefusal.LONGER_THAN_SESSION:
            return _("Fraværet kan ikke være lengre enn timen.")
        case SettleRefusal.SAME_AS_BEFORE:
            return _("Registreringen sier det samme allerede. Velg at den står.")
        case _:
            assert_never(refusal)
