"""Letters that are no decision on their own: who answers for them, and what they all have."""

from dataclasses import dataclass
from datetime import date

from app.core.pii import PersonName
from app.decisions.content import LetterContent, Part, Rule, Statement
from app.decisions.states import OtherLetter
from app.enrolment.kinds import AddressProtection
from app.enrolment.models import Participant
from app.plans.paper.printable import for_paper


@dataclass(frozen=True, slots=True)
class Sender:
    """Who answers for a letter."""

    municipality: str
    contact: str
    written_by: str
    written_on: date


def help_of(contact: str) -> tuple[Statement, ...]:
    """Return how to see the papers of the case, and whom to ask."""
    shown = for_paper(contact)
    known = (Statement("help.contact", {"contact": shown}),) if shown else ()
    return (Statement("help.access"), *known)


def letter_of(
    kind: OtherLetter,
    person: Participant,
    sender: Sender,
    *,
    parts: tuple[Part, ...],
    rules: tuple[Rule, ...],
    summary: tuple[Statement, ...],
) -> LetterContent:
    """Return a letter to the participant that is no decision on its own."""
    is_protected = person.address_protection is not AddressProtection.NONE
    return LetterContent(
        kind=kind,
        participant_name=PersonName(for_paper(person.full_name)),
        address="" if is_protected else for_paper(person.address),
        born_on=person.born_on,
        municipality=for_paper(sender.municipality),
        decided_on=sender.written_on,
        decided_by=for_paper(sender.written_by),
        approved_by="",
        plan_version=None,
        parts=parts,
        rules=rules,
        summary=summary,
    )
