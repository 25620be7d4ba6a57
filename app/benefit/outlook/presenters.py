"""The answer in words: what the rules say, what it costs, and when the programme ends."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from app.attendance.presenters.absences import preview
from app.attendance.presenters.verdicts import Verdict
from app.benefit.outlook.asking import Way
from app.benefit.outlook.service import Outlook
from app.benefit.presenters.amounts import kr
from app.i18n import format as fmt
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class Answer:
    """What one way of doing it would mean."""

    title: str
    verdicts: tuple[Verdict, ...]
    sentences: tuple[str, ...]


def answers(ways: Iterable[tuple[Way, Outlook]]) -> list[Answer]:
    """Return what each way would mean."""
    return [_answer(way, outlook) for way, outlook in ways]


def _answer(way: Way, outlook: Outlook) -> Answer:
    return Answer(
        title=way_text(way),
        verdicts=preview(outlook.assessment, outlook.content).verdicts,
        sentences=(_cost(outlook), _end(outlook)),
    )


def way_text(way: Way) -> str:
    """Return how the days would be documented."""
    match way:
        case Way.SELF_CERTIFIED:
            return _("Med egenmelding")
        case Way.CERTIFIED:
            return _("Med legeerklæring")
        case Way.GRANTED:
            return _("Når kommunen har sagt ja")
        case Way.TOLD:
            return _("Når det blir sagt fra i dag")
        case Way.NOTHING:
            return _("Uten noe av dette")
        case _:
            assert_never(way)


def _cost(outlook: Outlook) -> str:
    if not outlook.months:
        return _("Hva det gjør med stønaden, kan ikke regnes ut for disse dagene.")
    if outlook.cost_ore > 0:
        return _("Stønaden blir %(amount)s lavere.", amount=kr(outlook.cost_ore))
    return _("Stønaden blir den samme.")


def _end(outlook: Outlook) -> str:
    last_day = fmt.short_date(outlook.ends_on_after)
    if outlook.ends_on_after > outlook.ends_on_before:
        return _("Programmet slutter senere: %(day)s.", day=last_day)
    return _("Programmet slutter fortsatt %(day)s.", day=last_day)
