"""Underretning: what a written decision and the notice of it must hold.

Provision: forvaltningsloven §§ 18, 23–25, 27, 36 and 42; eForvaltningsforskriften § 11.
In one sentence: rules, facts and main considerations; how, where and until when to appeal; the
documents; and that carrying out may be postponed, where it can hurt before an appeal is decided.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.rules.law.provision import Provision
from app.rules.law.sources import EFORVALTNINGSFORSKRIFTEN, FORVALTNINGSLOVEN


class NotificationItem(StrEnum):
    """Noe underretningen skal eller bør inneholde."""

    WRITTEN_FORM = "written_form"
    RULES = "rules"
    """The rules that the decision rests on, and what they say where that is needed."""
    FACTS = "facts"
    MAIN_CONSIDERATIONS = "main_considerations"
    """Hovedhensyn, where the law leaves a choice."""
    WHERE_REASONS_ARE = "where_reasons_are"
    """How to get the reasons, where they are not given at once."""
    RIGHT_OF_APPEAL = "right_of_appeal"
    APPEAL_DEADLINE = "appeal_deadline"
    APPEAL_BODY = "appeal_body"
    HOW_TO_APPEAL = "how_to_appeal"
    ACCESS_TO_DOCUMENTS = "access_to_documents"
    POSTPONEMENT = "postponement"
    """Utsatt iverksetting may be asked for."""
    GUIDANCE = "guidance"
    """The duty of guidance, free legal advice, and costs."""
    DIGITAL_APPEAL = "digital_appeal"
    """Whether an appeal is taken digitally, and at which address."""


class Weight(StrEnum):
    """How the law asks for it."""

    SHALL = "shall"
    SHOULD = "should"
    WHERE_CALLED_FOR = "where_called_for"
    """When the circumstances give reason to."""


@dataclass(frozen=True, slots=True)
class ContentItem:
    """One thing to write, how strongly it is asked for, and where."""

    item: NotificationItem
    weight: Weight
    provision: Provision


@dataclass(frozen=True, slots=True)
class NotificationContentFacts:
    """What the content turns on."""

    grants_application: bool = False
    """Gives what was applied for."""
    may_dissatisfy: bool = True
    """There is reason to think that a party will be dissatisfied."""
    uses_discretion: bool = True
    """Fritt skjønn: the law leaves a choice."""
    can_harm_before_appeal: bool = True
    """Can be carried out to the party's harm before an appeal is decided."""
    is_digital: bool = False

    @property
    def may_leave_out_reasons(self) -> bool:
        """Whether the reasons may wait until somebody asks for them (§ 24 second paragraph)."""
        return self.grants_application and not self.may_dissatisfy


def notification_contents(facts: NotificationContentFacts) -> tuple[ContentItem, ...]:
    """Return what to write, in the order of a letter."""
    return tuple(_contents(facts))


def _contents(facts: NotificationContentFacts) -> Iterator[ContentItem]:
    yield _shall(NotificationItem.WRITTEN_FORM, "23")
    if facts.may_leave_out_reasons:
        yield _shall(NotificationItem.WHERE_REASONS_ARE, "27", "(2)")
    else:
        yield _shall(NotificationItem.RULES, "25", "(1)")
        yield _shall(NotificationItem.FACTS, "25", "(2)")
        if facts.uses_discretion:
            section = FORVALTNINGSLOVEN.section("25", "(3)")
            yield ContentItem(NotificationItem.MAIN_CONSIDERATIONS, Weight.SHOULD, section)
    for item in (
        NotificationItem.RIGHT_OF_APPEAL,
        NotificationItem.APPEAL_DEADLINE,
        NotificationItem.APPEAL_BODY,
        NotificationItem.HOW_TO_APPEAL,
        NotificationItem.ACCESS_TO_DOCUMENTS,
    ):
        yield _shall(item, "27", "(3)")
    if facts.can_harm_before_appeal:
        yield _shall(NotificationItem.POSTPONEMENT, "27", "(3)")
    guidance = FORVALTNINGSLOVEN.section("27", "(4)")
    yield ContentItem(NotificationItem.GUIDANCE, Weight.WHERE_CALLED_FOR, guidance)
    if facts.is_digital:
        address = EFORVALTNINGSFORSKRIFTEN.section("11", "(1)")
        yield ContentItem(NotificationItem.DIGITAL_APPEAL, Weight.SHALL, address)


def _shall(item: NotificationItem, section: str, detail: str = "") -> ContentItem:
    return ContentItem(item, Weight.SHALL, FORVALTNINGSLOVEN.section(section, detail))
