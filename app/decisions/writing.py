"""Writing a letter: the parts of its kind, and what every letter must say (forvaltningsloven § 27).

What must stand in a notice, and in which order, comes from the rules.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.pii import PersonName
from app.decisions.citations import rules_of
from app.decisions.content import LetterContent, Part, Statement
from app.decisions.kinds import KINDS, Background, KindOfDecision
from app.decisions.kinds.shared import own_reasons
from app.decisions.kinds.types import PlanMatter
from app.decisions.states import DecisionKind
from app.plans.paper.printable import for_paper
from app.rules.decision import (
    ContentItem,
    NotificationContentFacts,
    NotificationItem,
    classify_act,
    notification_contents,
)
from app.rules.law import Provision
from app.rules.law.sources import FORVALTNINGSLOVEN

_SAID_BY: Mapping[NotificationItem, tuple[str, ...]] = {
    NotificationItem.RIGHT_OF_APPEAL: ("appeal.right",),
    NotificationItem.APPEAL_DEADLINE: ("appeal.deadline", "appeal.late"),
    NotificationItem.APPEAL_BODY: ("appeal.body",),
    NotificationItem.HOW_TO_APPEAL: ("appeal.how",),
    NotificationItem.ACCESS_TO_DOCUMENTS: ("help.access",),
    NotificationItem.POSTPONEMENT: ("appeal.postponement",),
    NotificationItem.GUIDANCE: ("help.guidance",),
}
"""What stands in the parts on appeal and help; the other items are parts of their own."""
_PARTS: Mapping[NotificationItem, str] = {
    NotificationItem.RULES: "rules",
    NotificationItem.FACTS: "facts",
    NotificationItem.MAIN_CONSIDERATIONS: "reasons",
}
_DEADLINE = FORVALTNINGSLOVEN.section("29", "(1)")


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who answers for a letter, and where it goes."""

    decided_by: str
    approved_by: str
    address: str
    decided_on: date


def write_letter(
    kind: DecisionKind, background: Background, signatures: Signatures
) -> LetterContent:
    """Return everything that the letter says."""
    written = KINDS[kind]
    person = background.case.participant
    return LetterContent(
        kind=kind,
        participant_name=PersonName(for_paper(person.full_name)),
        address=for_paper(signatures.address),
        born_on=person.born_on,
        municipality=for_paper(background.municipality),
        decided_on=signatures.decided_on,
        decided_by=for_paper(signatures.decided_by),
        approved_by=for_paper(signatures.approved_by),
        plan_version=_plan_version(background),
        parts=tuple(part for part in _parts(written, background) if part.statements),
        rules=rules_of(_provisions(written, background)),
        summary=(*written.summary(background), *_summary_of_appeal(background)),
    )


def grounds_of(kind: DecisionKind) -> list[dict[str, Any]]:
    """Return what the rules say of each act of the decision, as plain values to keep."""
    return [
        {"code": act.act.value, "provision": provision.full_citation, "link": provision.link}
        for act in KINDS[kind].acts
        for provision in _of_act(act)
    ]


def items_said() -> frozenset[NotificationItem]:
    """Return which items of a notice a letter has a place for."""
    return frozenset({*_SAID_BY, *_PARTS, NotificationItem.WRITTEN_FORM})


def _parts(written: KindOfDecision, background: Background) -> Iterator[Part]:
    yield Part("decided", tuple(written.decided(background)))
    yield Part("facts", tuple(written.facts(background)))
    yield Part("reasons", (*written.reasons(background), *own_reasons(background)))
    yield Part("next", tuple(written.next_steps(background)))
    notice = [
        Statement(key, _values(key, background))
        for each in _contents()
        for key in _SAID_BY.get(each.item, ())
    ]
    yield Part("appeal", tuple(each for each in notice if each.key.startswith("appeal.")))
    contact = for_paper(background.contact)
    known = (Statement("help.contact", {"contact": contact}),) if contact else ()
    yield Part("help", (*(each for each in notice if each.key.startswith("help.")), *known))


def _contents() -> tuple[ContentItem, ...]:
    return notification_contents(NotificationContentFacts())


def _values(key: str, background: Background) -> dict[str, str]:
    return {"municipality": for_paper(background.municipality)} if key == "appeal.how" else {}


def _summary_of_appeal(background: Background) -> Iterator[Statement]:
    municipality = {"municipality": for_paper(background.municipality)}
    yield Statement("appeal.right")
    yield Statement("appeal.deadline")
    yield Statement("appeal.how", municipality)
    yield Statement("appeal.who_decides")
    yield Statement("appeal.postponement")
    yield Statement("appeal.access")
    yield Statement("appeal.ask")


def _provisions(written: KindOfDecision, background: Background) -> Iterator[Provision]:
    for act in written.acts:
        assessed = classify_act(act)
        if assessed.basis is not None:
            yield assessed.basis
    yield from written.provisions(background)
    for act in written.acts:
        assessed = classify_act(act)
        yield from (ground.provision for ground in assessed.grounds)
        if assessed.appeal_provision is not None:
            yield assessed.appeal_provision
    yield from (each.provision for each in _contents())
    yield _DEADLINE


def _of_act(act: Any) -> Iterator[Provision]:
    assessed = classify_act(act)
    if assessed.basis is not None:
        yield assessed.basis
    yield from (ground.provision for ground in assessed.grounds)


def _plan_version(background: Background) -> int | None:
    matter = background.matter
    return matter.plan.version if isinstance(matter, PlanMatter) else None
