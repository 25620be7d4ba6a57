"""Writing the letter of an advance notice: what is considered, why, and how to reply."""

from dataclasses import dataclass
from datetime import date

from app.core.pii import PersonName
from app.decisions.citations import rules_of
from app.decisions.content import LetterContent, Part, Rule, Statement
from app.decisions.kinds.benefit_reduction import day_items, period_values
from app.decisions.reductions import Reduction
from app.decisions.states import OtherLetter
from app.enrolment.kinds import AddressProtection
from app.enrolment.models import Participant
from app.i18n.format import ore_amount, short_date
from app.plans.paper.printable import for_paper
from app.rules.law.sources import FORVALTNINGSLOVEN, INTEGRERINGSLOVEN

_RULES = (
    INTEGRERINGSLOVEN.section("20", "(2)"),
    INTEGRERINGSLOVEN.section("21"),
    FORVALTNINGSLOVEN.section("16", "(1)"),
)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who answers for a letter."""

    municipality: str
    contact: str
    written_by: str
    written_on: date


def write_notice(
    person: Participant, reduction: Reduction, reply_by: date, reasons: str, sender: Sender
) -> LetterContent:
    """Return everything that the notice says."""
    values = period_values(reduction)
    gross = {"gross": ore_amount(reduction.gross_ore)}
    own = (Statement("reduction_notice.own", quote=for_paper(reasons)),) if reasons else ()
    reply = {"reply_by": short_date(reply_by)}
    parts = (
        Part(
            "considered",
            (
                Statement("reduction_notice.considered", values),
                Statement("reduction_notice.not_decided"),
                Statement("benefit_reduction.days"),
                *day_items(reduction),
                Statement("benefit_reduction.gross", gross),
                Statement("reduction_notice.rule"),
                *own,
            ),
        ),
        Part(
            "reply",
            (
                Statement("reduction_notice.reply", reply),
                Statement("reduction_notice.how"),
                Statement("reduction_notice.after"),
            ),
        ),
        Part("help", help_of(sender.contact)),
    )
    return letter_of(
        OtherLetter.REDUCTION_NOTICE,
        person,
        sender,
        parts=parts,
        rules=rules_of(_RULES),
        summary=(
            Statement("reduction_notice.considered", values),
            Statement("benefit_reduction.reason"),
            Statement("reduction_notice.reply", reply),
            Statement("appeal.ask"),
        ),
    )


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
