"""What the page of the meeting shows beside the form: check, texts, proposals and catalogue."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from app.i18n.format import hours, short_date
from app.i18n.text import gettext as _
from app.plans.catalogue import CatalogueEntry, entry_of
from app.plans.facts import norwegian_goals
from app.plans.foundations import (
    PlanProposals,
    ProposedElement,
    ReasonCode,
    question_text,
    reason_text,
)
from app.plans.meeting.texts import FreeText, free_texts
from app.plans.models import IntegrationPlan
from app.plans.presenters import CatalogueView, FindUrl, VersionView, catalogue_views, version_view
from app.plans.readability import Readability, ReadingLevel
from app.plans.reading import PlanCase, assess_version
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.web.law_views import FindingView, ProvisionLink

DIGITAL_SKILLS = "other.digital_skills"
_GOALS = INTEGRERINGSFORSKRIFTEN.section("28")


@dataclass(frozen=True, slots=True)
class TextView:
    """What is said beside a free text."""

    field: str
    reading: str
    """How heavy it is to read; empty: nothing to say."""
    is_heavy: bool
    is_reused: bool
    """The same words are in the plan of somebody else."""


@dataclass(frozen=True, slots=True)
class CheckView:
    """The live check of the draft."""

    version: VersionView
    texts: tuple[TextView, ...]
    programme: str
    """First and last day, and how far it can be extended."""


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposed element with its reasons."""

    code: str
    name: str
    sentences: tuple[str, ...]
    provision: ProvisionLink
    is_in_plan: bool


@dataclass(frozen=True, slots=True)
class OffersView:
    """What can be put into the draft."""

    catalogue: tuple[CatalogueView, ...]
    proposals: tuple[ProposalView, ...]
    questions: tuple[str, ...]
    norwegian_goals: str
    """The proposed level of each skill."""

    @property
    def has_news(self) -> bool:
        """Whether a proposed element is not in the draft yet."""
        return any(not each.is_in_plan for each in self.proposals)


def check_view(
    case: PlanCase,
    draft: IntegrationPlan,
    proposals: PlanProposals,
    reused: Collection[str],
    present_day: date,
    find_url: FindUrl,
) -> CheckView:
    """Return what the rules and the portal say of the draft."""
    version = version_view(case, draft, present_day, find_url)
    texts = tuple(_text_view(text, reused) for text in free_texts(draft))
    added = [*_goal_remarks(draft, proposals, find_url), *_reuse_remarks(texts, find_url)]
    return CheckView(
        version=replace(version, findings=(*version.findings, *added)),
        texts=texts,
        programme=_programme_sentence(case, draft, version),
    )


def _programme_sentence(case: PlanCase, draft: IntegrationPlan, version: VersionView) -> str:
    assessment = assess_version(case, draft)
    plan = version.plan
    if assessment is None or not assessment.extension_months:
        return _(
            "Programmet varer fra %(first)s til %(last)s.", first=plan.first_day, last=plan.last_day
        )
    assert assessment.last_day_with_extension is not None, "what can be extended has a length"
    return _(
        "Programmet varer fra %(first)s til %(last)s. Med tilleggstid kan det vare til "
        "%(longest)s.",
        first=plan.first_day,
        last=plan.last_day,
        longest=short_date(assessment.last_day_with_extension),
    )


def _goal_remarks(
    draft: IntegrationPlan, proposals: PlanProposals, find_url: FindUrl
) -> Iterable[FindingView]:
    if norwegian_goals(draft) == proposals.norwegian.goals or draft.norwegian_goals_reason:
        return
    yield FindingView(
        tone="warning",
        label=_("Sjekk"),
        sentence=_("Norskmålet er et annet enn forslaget. Skriv hvorfor."),
        provisions=(ProvisionLink.of(_GOALS),),
        action_text=_("Rett dette"),
        action_url=find_url("norwegian_goals_reason"),
    )


def _reuse_remarks(texts: Iterable[TextView], find_url: FindUrl) -> Iterable[FindingView]:
    for text in texts:
        if text.is_reused:
            yield FindingView(
                tone="warning",
                label=_("Sjekk"),
                sentence=_(
                    "En begrunnelse er helt lik den i planen til en annen deltaker. Skriv hva som "
                    "gjelder for denne deltakeren."
                ),
                provisions=(),
                action_text=_("Rett dette"),
                action_url=find_url(text.field),
            )


def _text_view(text: FreeText, reused: Collection[str]) -> TextView:
    counted = text.readability
    return TextView(
        field=text.field,
        reading=reading_sentence(counted) if counted else "",
        is_heavy=counted is not None and counted.level is ReadingLevel.HEAVY,
        is_reused=bool(text.digest) and text.digest in reused,
    )


def reading_sentence(counted: Readability) -> str:
    """Return how heavy a text is to read, with what was counted."""
    mean = hours(counted.mean_sentence)
    match counted.level:
        case ReadingLevel.EASY:
            return _(
                "Lett å lese. LIX %(lix)s, %(mean)s ord i hver setning i snitt.",
                lix=counted.lix,
                mean=mean,
            )
        case ReadingLevel.MIDDLING:
            return _(
                "Middels å lese. LIX %(lix)s, %(mean)s ord i hver setning i snitt.",
                lix=counted.lix,
                mean=mean,
            )
        case ReadingLevel.HEAVY:
            return _(
                "Tung å lese. LIX %(lix)s, %(mean)s ord i hver setning i snitt. Prøv kortere "
                "setninger og vanligere ord.",
                lix=counted.lix,
                mean=mean,
            )
        case _:
            assert_never(counted.level)


def offers_view(draft: IntegrationPlan, proposals: PlanProposals) -> OffersView:
    """Return what can be added to the draft."""
    kinds = {element.kind for element in draft.elements}
    goals = proposals.norwegian.goals
    return OffersView(
        catalogue=catalogue_views(),
        proposals=tuple(
            ProposalView(
                code=each.kind.value,
                name=str(entry_of_proposal(each).name),
                sentences=tuple(reason_text(reason) for reason in each.reasons),
                provision=ProvisionLink.of(each.provision),
                is_in_plan=each.kind in kinds,
            )
            for each in proposals.elements
        ),
        questions=tuple(question_text(question) for question in proposals.questions),
        norwegian_goals=_(
            "Forslaget er %(listening)s for å lytte, %(reading)s for å lese, %(writing)s for å "
            "skrive og %(speaking)s for å snakke.",
            listening=goals.listening.value,
            reading=goals.reading.value,
            writing=goals.writing.value,
            speaking=goals.speaking.value,
        ),
    )


def entry_of_proposal(proposed: ProposedElement) -> CatalogueEntry:
    """Return the standard element that serves what is proposed."""
    if any(reason.code is ReasonCode.LACKS_DIGITAL_SKILLS for reason in proposed.reasons):
        return entry_of(proposed.kind, DIGITAL_SKILLS)
    return entry_of(proposed.kind)


def wanted_proposals(
    draft: IntegrationPlan, proposals: PlanProposals, code: str
) -> tuple[ProposedElement, ...]:
    """Return the proposed elements that a button asks for: one kind, or `all` that are missing."""
    kinds = {element.kind for element in draft.elements}
    return tuple(
        each
        for each in proposals.elements
        if each.kind.value == code or (code == "all" and each.kind not in kinds)
    )
