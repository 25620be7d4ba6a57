"""What the pages about decisions show, for staff and for the participant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import UUID

from flask import url_for

from app.core.actor import Role
from app.core.clock import OSLO
from app.decisions import wording
from app.decisions.content import Letter
from app.decisions.letter_view import PartView, SummaryView, parts_of, summary_of, title_of
from app.decisions.progress import deadline_of, stage_of
from app.decisions.queries import DecisionFile
from app.decisions.service.approving import may_issue, needs_approval
from app.decisions.service.issuing import refusal_to_issue
from app.decisions.service.reading import DecisionCase
from app.decisions.states import Stage
from app.decisions.words import languages_with_words, summary_words
from app.i18n.bidi import isolated_text
from app.i18n.format import short_date
from app.i18n.locales import DEFAULT
from app.i18n.text import gettext as _
from app.papers.code import grouped
from app.papers.models import DocumentStatus
from app.plans.answers.kinds import ApprovalOutcome
from app.plans.meeting.presenters import reading_sentence
from app.plans.readability import read
from app.web.law_views import ProvisionLink

Names = Mapping[UUID, str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and its value."""

    term: str
    value: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision in the list."""

    title: str
    stage: str
    tone: str
    facts: tuple[Fact, ...]
    url: str
    is_draft: bool


@dataclass(frozen=True, slots=True)
class MissingView:
    """The decision that is due."""

    title: str
    sentence: str
    kind: str
    draft_url: str
    """Empty: nobody has begun it."""


@dataclass(frozen=True, slots=True)
class ListView:
    """All decisions of a participant."""

    missing: MissingView | None
    rows: tuple[DecisionRow, ...]
    has_plan: bool


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that was done with a decision."""

    what: str
    signature: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class LetterOnPage:
    """The letter as the page shows it."""

    form: str
    title: str
    parts: tuple[PartView, ...]
    summary: SummaryView | None


@dataclass(frozen=True, slots=True)
class Steps:
    """What can be done next."""

    may_edit: bool = False
    may_ask: bool = False
    may_approve: bool = False
    may_issue: bool = False
    may_send: bool = False
    may_arrive: bool = False
    may_try_again: bool = False


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """One decision."""

    title: str
    stage: str
    tone: str
    row_version: int
    facts: tuple[Fact, ...]
    provisions: tuple[ProvisionLink, ...]
    happened: tuple[Happened, ...]
    letter: LetterOnPage
    reading: str
    """How heavy the caseworker's reasons are to read; empty: an issued decision."""
    missing: str
    """What must be done before it can be issued; empty: nothing."""
    sent_back: str
    """Why a leader sent it back."""
    own_download: str
    """When the participant took a copy; empty: she has not."""
    is_draft: bool
    is_making: bool
    is_ready: bool
    steps: Steps


@dataclass(frozen=True, slots=True)
class OwnDecision:
    """A decision as the participant sees it, in the language that she reads."""

    language: str
    direction: str
    title: str
    date_label: str
    decided_on: str
    sentences: tuple[str, ...]
    download_url: str


def list_view(case: DecisionCase, on: date) -> ListView:
    """Return the decisions of a participant."""
    who = case.plans.participant.id
    return ListView(
        missing=_missing(case),
        rows=tuple(_row(file, who, on) for file in case.files),
        has_plan=case.plans.current is not None,
    )


def decision_page(
    case: DecisionCase,
    file: DecisionFile,
    letter: Letter,
    names: Names,
    role: Role,
    on: date,
    opened_at: datetime | None,
) -> DecisionPage:
    """Return one decision with its letter, and what can be done with it."""
    stage = stage_of(file, on)
    text, tone = wording.stage_text(stage)
    refusal = refusal_to_issue(case, file) if file.is_draft else None
    approval = file.approval
    counted = read(file.decision.reasons) if file.is_draft else None
    status = file.letter.status if file.letter else None
    return DecisionPage(
        title=wording.kind_text(file.decision.kind),
        stage=text,
        tone=tone,
        row_version=file.decision.row_version,
        facts=tuple(_facts(file)),
        provisions=_provisions(file),
        happened=tuple(_happened(file, names)),
        letter=LetterOnPage(
            file.decision.form.value, title_of(letter), parts_of(letter), summary_of(letter)
        ),
        reading=reading_sentence(counted) if counted else "",
        missing=wording.missing_before_issue(refusal) if refusal else "",
        sent_back=approval.reason if approval and stage is Stage.SENT_BACK else "",
        own_download=short_date(opened_at.astimezone(OSLO).date()) if opened_at else "",
        is_draft=file.is_draft,
        is_making=status is DocumentStatus.WAITING,
        is_ready=status is DocumentStatus.READY,
        steps=_steps(case, file, stage, role),
    )


def own_decisions(files: tuple[DecisionFile, ...], language: str, on: date) -> list[OwnDecision]:
    """Return the decisions that the participant can read, in her language."""
    ready = [
        file
        for file in files
        if file.letter is not None and file.letter.status is DocumentStatus.READY
    ]
    return [_own(file, language, on) for file in ready]


def _missing(case: DecisionCase) -> MissingView | None:
    if case.missing is None:
        return None
    begun = case.draft_of_missing
    who = case.plans.participant.id
    return MissingView(
        title=wording.kind_text(case.missing),
        sentence=wording.missing_text(case.missing),
        kind=case.missing.value,
        draft_url=_url("show", who, begun) if begun else "",
    )


def _row(file: DecisionFile, participant_id: UUID, on: date) -> DecisionRow:
    text, tone = wording.stage_text(stage_of(file, on))
    return DecisionRow(
        title=wording.kind_text(file.decision.kind),
        stage=text,
        tone=tone,
        facts=tuple(_facts(file)),
        url=_url("show", participant_id, file),
        is_draft=file.is_draft,
    )


def _facts(file: DecisionFile) -> Iterator[Fact]:
    decision = file.decision
    if file.version is not None:
        yield Fact(_("Plan, versjon"), str(file.version))
    if decision.decided_on is not None:
        yield Fact(_("Vedtaksdato"), short_date(decision.decided_on))
    if file.sendings:
        yield Fact(_("Sendt"), short_date(file.sendings[0].sent_on))
    if file.arrival is not None:
        yield Fact(_("Kom fram"), short_date(file.arrival.arrived_on))
    deadline = deadline_of(file)
    if deadline is not None:
        yield Fact(_("Siste dag for å klage"), short_date(deadline.last_day))
    if file.letter is not None:
        yield Fact(_("Kode på brevet"), grouped(file.letter.code))


def _provisions(file: DecisionFile) -> tuple[ProvisionLink, ...]:
    """Return what the decision rests on, as it was kept when it was issued."""
    kept = file.decision.grounds or ()
    return tuple(dict.fromkeys(ProvisionLink(each["provision"], each["link"]) for each in kept))


def _happened(file: DecisionFile, names: Names) -> Iterator[Happened]:
    sign = partial(_signature, names=names)
    decision, approval = file.decision, file.approval
    yield Happened(_("Begynt"), sign(decision.created_at, decision.created_by))
    if approval is not None:
        yield Happened(_("Sendt til leder"), sign(approval.asked_at, approval.asked_by))
        if approval.decided_at is not None and approval.decided_by is not None:
            is_back = approval.outcome is ApprovalOutcome.SENT_BACK
            answered = _("Sendt tilbake fra leder") if is_back else _("Godkjent av leder")
            signature = sign(approval.decided_at, approval.decided_by)
            yield Happened(answered, signature, approval.reason)
    if decision.issued_at is not None and decision.issued_by is not None:
        yield Happened(_("Vedtaket er gjort"), sign(decision.issued_at, decision.issued_by))
    for sending in reversed(file.sendings):
        what = f"{wording.way_text(sending.way)} {isolated_text(short_date(sending.sent_on))}"
        yield Happened(what, sign(sending.registered_at, sending.registered_by), sending.note)
    arrival = file.arrival
    if arrival is not None:
        day = isolated_text(short_date(arrival.arrived_on))
        what = _("Kom fram %(day)s: %(how)s", day=day, how=wording.source_text(arrival.source))
        yield Happened(what, sign(arrival.registered_at, arrival.registered_by), arrival.note)


def _steps(case: DecisionCase, file: DecisionFile, stage: Stage, role: Role) -> Steps:
    if not file.is_draft:
        status = file.letter.status if file.letter else None
        return Steps(
            may_send=status is DocumentStatus.READY,
            may_arrive=bool(file.sendings),
            may_try_again=status is DocumentStatus.FAILED,
        )
    waits = stage is Stage.WAITING_FOR_LEADER
    is_whole = bool(file.decision.reasons)
    return Steps(
        may_edit=True,
        may_ask=needs_approval(case) and is_whole and stage in {Stage.DRAFT, Stage.SENT_BACK},
        may_approve=waits and role is Role.LEADER,
        may_issue=refusal_to_issue(case, file) is None and may_issue(case, file),
    )


def _own(file: DecisionFile, language: str, on: date) -> OwnDecision:
    words = summary_words(language if language in languages_with_words() else DEFAULT.code)
    decision = file.decision
    deadline = deadline_of(file)
    sentences = [words.texts["page.ready"]]
    if deadline is not None:
        key = "page.appeal_until" if deadline.last_day >= on else "page.appeal_over"
        sentences.append(words.text(key, day=short_date(deadline.last_day)))
    assert decision.decided_on is not None, "the database demands it"
    return OwnDecision(
        language=words.language.code,
        direction=words.language.direction,
        title=words.texts[f"page.{decision.kind.value}"],
        date_label=words.texts["page.decided_on"],
        decided_on=short_date(decision.decided_on),
        sentences=tuple(sentences),
        download_url=_url("download", decision.participant_id, file),
    )


def _url(what: str, participant_id: UUID, file: DecisionFile) -> str:
    return url_for(f"decisions.{what}", participant_id=participant_id, decision_id=file.decision.id)


def _signature(at: datetime, who: UUID, names: Names) -> str:
    return _(
        "%(day)s av %(name)s",
        day=isolated_text(short_date(at.astimezone(OSLO).date())),
        name=isolated_text(names.get(who, _("ukjent"))),
    )
