"""What the pages about complaints show, for staff and for the participant."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import url_for

from app.core.clock import OSLO
from app.decisions import wording as decision_wording
from app.decisions.complaints import wording
from app.decisions.complaints.kinds import AnswerKind, ComplaintStage, Excuse, Timeliness
from app.decisions.complaints.queries import ComplaintFile
from app.decisions.notices.presenters import OwnNotice
from app.decisions.presenters import Fact, Happened
from app.decisions.progress import deadline_after
from app.decisions.states import SendingWay
from app.decisions.words import languages_with_words, summary_words
from app.i18n.bidi import isolated_text
from app.i18n.format import ore_amount, short_date
from app.i18n.locales import DEFAULT
from app.i18n.spoken import language_name
from app.i18n.text import gettext as _
from app.papers.models import DocumentStatus
from app.rules.decision import Channel

Names = Mapping[UUID, str]
APPEALABLE = frozenset({AnswerKind.CHANGED, AnswerKind.ANNULLED, AnswerKind.DISMISSED})
"""Answers that are decisions of their own (forvaltningsloven §§ 2 third paragraph and 28)."""


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    """A complaint beside its decision."""

    title: str
    stage: str
    tone: str
    url: str


@dataclass(frozen=True, slots=True)
class ComplaintSteps:
    """What can be done next."""

    may_check: bool
    may_suspend: bool
    may_answer: bool
    may_settle: bool
    may_try_again: bool
    may_send: bool
    must_send: bool
    """The answer is ready, and nobody has sent it."""
    may_confirm_arrival: bool


@dataclass(frozen=True, slots=True)
class ComplaintPage:
    """One complaint."""

    title: str
    """Of the decision."""
    decision_url: str
    stage: str
    tone: str
    facts: tuple[Fact, ...]
    timely: str
    timely_tone: str
    words: str
    language: str
    asks_postponement: bool
    missing: tuple[str, ...]
    """What the complaint lacks, as it was judged."""
    answer_reasons: str
    is_making: bool
    is_ready: bool
    happened: tuple[Happened, ...]
    steps: ComplaintSteps


def rows_of(files: Sequence[ComplaintFile], decision_id: UUID) -> list[ComplaintRow]:
    """Return the complaints about a decision, newest first."""
    return [_row(each) for each in files if each.complaint.decision_id == decision_id]


def complaint_page(file: ComplaintFile, found: Timeliness, names: Names) -> ComplaintPage:
    """Return one complaint with what was done, and what can be done."""
    complaint, decision = file.complaint, file.decision
    stage, tone = wording.stage_text(file.stage)
    timely, timely_tone = wording.timeliness_text(found)
    is_answered = file.answer is not None
    is_ready = file.letter_status is DocumentStatus.READY
    return ComplaintPage(
        title=decision_wording.kind_text(decision.kind),
        decision_url=url_for(
            "decisions.show", participant_id=complaint.participant_id, decision_id=decision.id
        ),
        stage=stage,
        tone=tone,
        facts=tuple(_facts(file)),
        timely=timely,
        timely_tone=timely_tone,
        words=complaint.words,
        language=complaint.language,
        asks_postponement=complaint.asks_postponement,
        missing=tuple(_lacks(file)),
        answer_reasons=file.answer.reasons if file.answer else "",
        is_making=file.letter_status is DocumentStatus.WAITING,
        is_ready=is_ready,
        happened=tuple(_happened(file, names)),
        steps=ComplaintSteps(
            may_check=not is_answered,
            may_suspend=file.stage is not ComplaintStage.SETTLED,
            may_answer=not is_answered and file.check is not None,
            may_settle=file.stage is ComplaintStage.FORWARDED,
            may_try_again=file.letter_status is DocumentStatus.FAILED,
            may_send=is_ready,
            must_send=is_ready and file.sent is None,
            may_confirm_arrival=file.sent is not None,
        ),
    )


def own_answers(files: Sequence[ComplaintFile], language: str) -> list[OwnNotice]:
    """Return the answers that the participant can read, in her language."""
    ready = [each for each in files if each.letter_status is DocumentStatus.READY]
    return [_own(each, language) for each in ready]


def _own(file: ComplaintFile, language: str) -> OwnNotice:
    words = summary_words(language if language in languages_with_words() else DEFAULT.code)
    assert file.answer is not None, "only answers have letters"
    kind = file.answer.kind
    key = AnswerKind.CHANGED if kind is AnswerKind.ANNULLED else kind
    return OwnNotice(
        language=words.language.code,
        direction=words.language.direction,
        title=words.texts["complaint_answer.title"],
        sentences=(words.texts[f"complaint_answer.{key.value}"],),
        download_url=url_for(
            "complaints.download",
            participant_id=file.complaint.participant_id,
            complaint_id=file.complaint.id,
        ),
        reply_url="",
        replies=(),
    )


def _row(file: ComplaintFile) -> ComplaintRow:
    stage, tone = wording.stage_text(file.stage)
    complaint = file.complaint
    return ComplaintRow(
        _("Klage mottatt %(day)s", day=isolated_text(short_date(complaint.received_on))),
        stage,
        tone,
        url_for(
            "complaints.show", participant_id=complaint.participant_id, complaint_id=complaint.id
        ),
    )


def _facts(file: ComplaintFile) -> Iterator[Fact]:
    complaint = file.complaint
    yield Fact(_("Kom"), wording.way_text(complaint.way))
    yield Fact(_("Sendt eller levert"), short_date(complaint.handed_in_on))
    yield Fact(_("Mottatt"), short_date(complaint.received_on))
    yield Fact(_("Språk"), language_name(complaint.language))
    if file.amount_ore is not None:
        yield Fact(_("Trekk i vedtaket"), _("%(amount)s kr", amount=ore_amount(file.amount_ore)))
    waits = _("Ja, vedtaket virker ikke nå") if file.is_suspended else _("Nei")
    yield Fact(_("Venter vedtaket på klagen?"), waits)
    if file.check is not None and file.check.mend_by is not None:
        yield Fact(_("Frist til å rette det som mangler"), short_date(file.check.mend_by))
    if file.answer is not None and file.answer.amount_ore is not None:
        amount = _("%(amount)s kr", amount=ore_amount(file.answer.amount_ore))
        yield Fact(_("Nytt trekk"), amount)
    yield from _facts_of_letter(file)
    if file.outcome is not None and file.outcome.amount_ore is not None:
        amount = _("%(amount)s kr", amount=ore_amount(file.outcome.amount_ore))
        yield Fact(_("Nytt trekk fra statsforvalteren"), amount)


def _facts_of_letter(file: ComplaintFile) -> Iterator[Fact]:
    if file.sent is not None:
        yield Fact(_("Svaret er sendt"), short_date(file.sent.day))
    if file.arrived is None or file.answer is None:
        return
    yield Fact(_("Svaret kom fram"), short_date(file.arrived.day))
    if file.answer.kind in APPEALABLE:
        is_digital = file.sent is not None and file.sent.way is SendingWay.DIGITAL
        channel = Channel.DIGITAL if is_digital else Channel.PAPER
        deadline = deadline_after(file.arrived.day, channel, file.answer.answered_on)
        yield Fact(_("Siste dag for å klage på svaret"), short_date(deadline.last_day))


def _lacks(file: ComplaintFile) -> Iterator[str]:
    check = file.check
    if check is None:
        return
    if not check.is_by_party:
        yield _("Klagen er ikke fra deltakeren eller en som handler for deltakeren.")
    if not check.is_signed:
        yield _("Klagen er ikke underskrevet.")
    if not check.names_decision:
        yield _("Klagen sier ikke hvilket vedtak den gjelder.")
    if not check.names_change:
        yield _("Klagen sier ikke hva som ønskes endret.")


def _happened(file: ComplaintFile, names: Names) -> Iterator[Happened]:
    complaint = file.complaint
    signature = _signature(complaint.registered_at, complaint.registered_by, names)
    yield Happened(_("Klagen er registrert"), signature)
    if file.check is not None:
        check = file.check
        signature = _signature(check.registered_at, check.registered_by, names)
        is_excused = check.excuse is not Excuse.NONE
        what = wording.excuse_text(check.excuse) if is_excused else _("Form og frist er vurdert")
        yield Happened(what, signature, check.reason)
    if file.suspension is not None:
        wait = file.suspension
        what = _("Vedtaket venter på klagen") if wait.is_suspended else _("Vedtaket virker")
        signature = _signature(wait.registered_at, wait.registered_by, names)
        yield Happened(what, signature, wait.reason)
    if file.answer is not None:
        answer = file.answer
        signature = _signature(answer.answered_at, answer.answered_by, names)
        yield Happened(wording.answer_text(answer.kind), signature)
    if file.sent is not None and file.sent.way is not None:
        signature = _signature(file.sent.registered_at, file.sent.registered_by, names)
        what = _("Svaret er sendt: %(way)s", way=decision_wording.way_text(file.sent.way))
        yield Happened(what, signature, file.sent.note)
    if file.arrived is not None:
        signature = _signature(file.arrived.registered_at, file.arrived.registered_by, names)
        day = isolated_text(short_date(file.arrived.day))
        yield Happened(_("Svaret kom fram %(day)s", day=day), signature, file.arrived.note)
    if file.outcome is not None:
        outcome = file.outcome
        day = isolated_text(short_date(outcome.decided_on))
        what = _(
            "Statsforvalteren %(day)s: %(outcome)s",
            day=day,
            outcome=wording.outcome_text(outcome.outcome),
        )
        signature = _signature(outcome.registered_at, outcome.registered_by, names)
        yield Happened(what, signature, outcome.note)


def _signature(at: datetime, who: UUID, names: Names) -> str:
    return _(
        "%(day)s av %(name)s",
        day=isolated_text(short_date(at.astimezone(OSLO).date())),
        name=isolated_text(names.get(who, _("ukjent"))),
    )
