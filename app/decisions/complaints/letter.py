"""Writing the answer to a complaint: what was done with it, why, and what comes next."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.decisions.citations import rules_of
from app.decisions.complaints.commands import AnswerComplaint
from app.decisions.complaints.kinds import AnswerKind, Timeliness
from app.decisions.complaints.queries import ComplaintFile
from app.decisions.complaints.timeliness import is_late
from app.decisions.content import LetterContent, Part, Statement
from app.decisions.other_letters import Sender, help_of, letter_of
from app.decisions.reductions import Reduction
from app.decisions.states import OtherLetter
from app.decisions.words import LetterWords
from app.enrolment.models import Participant
from app.i18n.format import ore_amount, short_date
from app.plans.paper.printable import for_paper
from app.rules.law import Provision
from app.rules.law.sources import FORVALTNINGSLOVEN, INTEGRERINGSLOVEN


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer is written from."""

    file: ComplaintFile
    found: Timeliness
    command: AnswerComplaint
    reduction: Reduction | None
    """What the decision takes; None: it takes nothing."""
    words: LetterWords


def write_answer(person: Participant, answered: Answered, sender: Sender) -> LetterContent:
    """Return everything that the letter says."""
    municipality = for_paper(sender.municipality)
    own = Statement("complaint_answer.own", quote=for_paper(answered.command.reasons))
    parts = (
        Part("answered", (*_done(answered), own)),
        Part("next", tuple(_next(answered, municipality))),
        Part("help", help_of(sender.contact)),
    )
    return letter_of(
        OtherLetter.COMPLAINT_ANSWER,
        person,
        sender,
        parts=tuple(part for part in parts if part.statements),
        rules=rules_of(_provisions(answered)),
        summary=(Statement(_summary_key(answered.command.kind)), Statement("appeal.ask")),
    )


def _done(answered: Answered) -> Iterator[Statement]:
    file, command = answered.file, answered.command
    decided_on = file.decision.decided_on
    assert decided_on is not None, "only issued decisions are complained about"
    received = {
        "day": short_date(file.complaint.received_on),
        "title": answered.words.texts[f"titles.{file.decision.kind.value}"],
        "decided_on": short_date(decided_on),
    }
    yield Statement("complaint_answer.received", received)
    if command.kind is AnswerKind.DISMISSED:
        yield Statement("complaint_answer.dismissed")
        return
    key = "late_taken_up" if is_late(answered.found) else "in_time"
    yield Statement(f"complaint_answer.{key}")
    reduction = answered.reduction
    if command.kind is AnswerKind.CHANGED and reduction is not None:
        assert command.amount_ore is not None, "a changed reduction has an amount"
        values = {
            "first_day": short_date(reduction.period.first_day),
            "last_day": short_date(reduction.period.last_day),
            "amount": ore_amount(command.amount_ore),
            "before": ore_amount(reduction.amount_ore),
        }
        yield Statement("complaint_answer.changed", values)
    elif command.kind is AnswerKind.CHANGED:
        yield Statement("complaint_answer.changed_otherwise")
    else:
        yield Statement(f"complaint_answer.{command.kind.value}")


def _next(answered: Answered, municipality: str) -> Iterator[Statement]:
    kind = answered.command.kind
    if kind is AnswerKind.FORWARDED:
        key = "suspended" if answered.file.is_suspended else "not_suspended"
        yield Statement(f"complaint_answer.{key}")
        yield Statement("complaint_answer.comment")
    else:
        yield Statement("complaint_answer.may_appeal", {"municipality": municipality})


def _provisions(answered: Answered) -> Iterator[Provision]:
    kind = answered.command.kind
    yield FORVALTNINGSLOVEN.section("29", "(1)")
    if is_late(answered.found):
        yield FORVALTNINGSLOVEN.section("31")
    if kind is AnswerKind.DISMISSED:
        yield FORVALTNINGSLOVEN.section("28")
        yield FORVALTNINGSLOVEN.section("32")
    yield FORVALTNINGSLOVEN.section("33")
    if kind is AnswerKind.FORWARDED:
        yield FORVALTNINGSLOVEN.section("42")
    yield INTEGRERINGSLOVEN.section("47")


def _summary_key(kind: AnswerKind) -> str:
    changed = {AnswerKind.CHANGED, AnswerKind.ANNULLED}
    return f"complaint_answer.{'changed' if kind in changed else kind.value}"
