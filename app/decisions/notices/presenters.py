"""What the pages about advance notices show, for staff and for the participant."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from flask import url_for

from app.core.clock import OSLO
from app.core.period import Period
from app.decisions import wording as decision_wording
from app.decisions.content import Letter
from app.decisions.interventions.letter import NOTICE_OF_KIND, day_values
from app.decisions.interventions.presenters import about_text
from app.decisions.interventions.wording import cause_text, days_text, kind_text
from app.decisions.letter_view import parts_of, summary_of, title_of
from app.decisions.notices import wording
from app.decisions.notices.errors import WriteRefusal
from app.decisions.notices.kinds import NoticeStage
from app.decisions.notices.queries import NoticeFile, ReducedPayment
from app.decisions.presenters import Fact, Happened, LetterOnPage
from app.decisions.states import OtherLetter
from app.decisions.words import LetterWords, languages_with_words, summary_words
from app.i18n.bidi import isolated_text
from app.i18n.format import month_name, ore_amount, short_date
from app.i18n.locales import DEFAULT
from app.i18n.spoken import language_name
from app.i18n.text import gettext as _
from app.papers.code import grouped
from app.papers.models import DocumentStatus

Names = Mapping[UUID, str]


@dataclass(frozen=True, slots=True)
class ReducedRow:
    """A month with a reduction, and what was done about it."""

    month: str
    amount: str
    why: str
    """Whether a decision is demanded."""
    stage: str
    """Of the newest notice; empty: none."""
    tone: str
    url: str
    """Of the notice, or of the form for a new one."""
    is_new: bool


@dataclass(frozen=True, slots=True)
class ReplyView:
    """What the participant said."""

    told: str
    language: str
    """BCP 47 code, for the page."""
    words: str


@dataclass(frozen=True, slots=True)
class NoticeSteps:
    """What can be done next."""

    may_edit: bool = False
    may_issue: bool = False
    may_send: bool = False
    may_arrive: bool = False
    may_reply: bool = False
    may_close: bool = False
    may_decide: bool = False
    may_try_again: bool = False


@dataclass(frozen=True, slots=True)
class NoticePage:
    """One notice."""

    title: str
    stage: str
    tone: str
    row_version: int
    facts: tuple[Fact, ...]
    missing: str
    """What must be done first; empty: nothing."""
    replies: tuple[ReplyView, ...]
    happened: tuple[Happened, ...]
    letter: LetterOnPage
    decision_url: str
    decide_url: str
    """Where the days of a decision are chosen; empty: the decision has those of the notice."""
    back_url: str
    is_draft: bool
    is_making: bool
    is_ready: bool
    steps: NoticeSteps


@dataclass(frozen=True, slots=True)
class OwnNotice:
    """A notice as the participant sees it, in the language that she reads."""

    language: str
    direction: str
    title: str
    sentences: tuple[str, ...]
    download_url: str
    reply_url: str
    """Empty: it is over."""
    replies: tuple[ReplyView, ...]


def reduced_rows(
    payments: Sequence[ReducedPayment], notices: Sequence[NoticeFile], who: UUID, on: date
) -> list[ReducedRow]:
    """Return the months with reductions, newest first, and notices whose month has none left."""
    return [*(_row(each, notices, who, on) for each in payments), *_left(payments, notices, on)]


def notice_page(
    file: NoticeFile,
    letter: Letter,
    names: Names,
    on: date,
    refusals: tuple[WriteRefusal | None, str],
) -> NoticePage:
    """Return one notice with its letter, and what can be done with it.

    `refusals`: why it cannot be issued, and why nothing can be decided after it; empty: it can.
    """
    to_issue, cannot_decide = refusals
    stage = file.stage(on)
    text, tone = wording.stage_text(stage)
    is_begun = file.decision is not None
    return NoticePage(
        title=_title(file),
        stage=text,
        tone=tone,
        row_version=file.notice.row_version,
        facts=tuple(_facts(file)),
        missing=_missing(file, to_issue, cannot_decide),
        replies=tuple(_replies(file)),
        happened=tuple(_happened(file, names)),
        letter=LetterOnPage(
            file.notice.form.value, title_of(letter), parts_of(letter), summary_of(letter)
        ),
        decision_url=_decision_url(file),
        decide_url=_decide_url(file),
        back_url=_back_url(file),
        is_draft=file.is_draft,
        is_making=file.status is DocumentStatus.WAITING,
        is_ready=file.status is DocumentStatus.READY,
        steps=NoticeSteps(
            may_edit=file.is_draft,
            may_issue=file.is_draft and to_issue is None,
            may_send=file.status is DocumentStatus.READY and not file.is_over and not is_begun,
            may_arrive=file.sent is not None and not file.is_over,
            may_reply=file.status is DocumentStatus.READY and not file.is_over,
            may_close=not file.is_draft and not file.is_over and not is_begun,
            may_decide=not cannot_decide,
            may_try_again=file.status is DocumentStatus.FAILED,
        ),
    )


def own_notices(files: Sequence[NoticeFile], language: str, on: date) -> list[OwnNotice]:
    """Return the notices that the participant can read, in her language."""
    return [own_notice(each, language, on) for each in files if is_readable(each)]


def is_readable(file: NoticeFile) -> bool:
    """Tell whether the participant can read the notice."""
    return file.status is DocumentStatus.READY


def own_notice(file: NoticeFile, language: str, on: date) -> OwnNotice:
    """Return a notice in the participant's language."""
    words = summary_words(language if language in languages_with_words() else DEFAULT.code)
    notice = file.notice
    by_day = words.text("reduction_notice.reply", reply_by=short_date(notice.reply_by))
    is_timely = not file.is_over and on <= notice.reply_by
    reply_url = url_for("mypage.answer_notice", notice_id=notice.id)
    return OwnNotice(
        language=words.language.code,
        direction=words.language.direction,
        title=words.texts[f"page.{_letter_kind(file).value}"],
        sentences=(*_considered(file, words), *((by_day,) if is_timely else ())),
        download_url=url_for(
            "notices.download", participant_id=notice.participant_id, notice_id=notice.id
        ),
        reply_url="" if file.is_over else reply_url,
        replies=tuple(_replies(file)),
    )


def about(file: NoticeFile) -> str:
    """Return what a notice is about, for a heading."""
    if file.intervention is None:
        return _month(file.reduction.period)
    return about_text(file.intervention)


def _letter_kind(file: NoticeFile) -> OtherLetter:
    if file.intervention is None:
        return OtherLetter.REDUCTION_NOTICE
    return NOTICE_OF_KIND[file.intervention.kind]


def _considered(file: NoticeFile, words: LetterWords) -> Iterator[str]:
    """Yield what is considered, in the participant's language."""
    row = file.intervention
    if row is not None:
        yield words.text(f"considered.{row.kind.value}", **day_values(row.first_day, row.last_day))
        return
    reduction = file.reduction
    yield words.text(
        "reduction_notice.considered",
        first_day=short_date(reduction.period.first_day),
        last_day=short_date(reduction.period.last_day),
        amount=ore_amount(reduction.amount_ore),
    )
    yield words.texts["benefit_reduction.reason"]


def _row(payment: ReducedPayment, notices: Sequence[NoticeFile], who: UUID, on: date) -> ReducedRow:
    period = payment.reduction.period
    if payment.reduction.meets_46_g:
        why = _("Skal skrives som vedtak: trekket når grensene i § 46 bokstav g.")
    elif payment.is_decision_required:
        why = _("Skal skrives som vedtak: kommunen har valgt det.")
    else:
        why = _("Varsles, men trenger ikke eget vedtak.")
    file = next((each for each in notices if each.reduction.period == period), None)
    if file is None or file.stage(on) is NoticeStage.CLOSED:
        new = url_for("notices.write", participant_id=who, run_id=payment.run_id)
        amount = ore_amount(payment.reduction.amount_ore)
        stage, tone = wording.stage_text(file.stage(on)) if file else ("", "neutral")
        return ReducedRow(_month(period), amount, why, stage, tone, new, is_new=True)
    return _notified(file, ore_amount(payment.reduction.amount_ore), why, on)


def _left(
    payments: Sequence[ReducedPayment], notices: Sequence[NoticeFile], on: date
) -> Iterator[ReducedRow]:
    """Yield what would be forgotten: notices about months that are reduced no more."""
    periods = {each.reduction.period for each in payments}
    for file in notices:
        if file.reduction.period not in periods:
            why = _("Måneden har ikke lenger noe trekk for fravær.")
            yield _notified(file, ore_amount(0), why, on)


def _notified(file: NoticeFile, amount: str, why: str, on: date) -> ReducedRow:
    stage, tone = wording.stage_text(file.stage(on))
    url = url_for(
        "notices.show", participant_id=file.notice.participant_id, notice_id=file.notice.id
    )
    return ReducedRow(_month(file.reduction.period), amount, why, stage, tone, url, is_new=False)


def _facts(file: NoticeFile) -> Iterator[Fact]:
    if file.intervention is None:
        amount = ore_amount(file.reduction.amount_ore)
        yield Fact(_("Trekk i varselet"), _("%(amount)s kr", amount=amount))
    else:
        considered = file.intervention
        days = days_text(considered.kind, considered.first_day, considered.last_day)
        yield Fact(_("Skal gjelde"), days)
        yield Fact(_("Bygger på"), cause_text(considered.cause))
    yield Fact(_("Siste dag for å svare"), short_date(file.notice.reply_by))
    if file.sent is not None:
        yield Fact(_("Sendt"), short_date(file.sent.day))
    if file.arrived is not None:
        yield Fact(_("Kom fram"), short_date(file.arrived.day))
    if file.code:
        yield Fact(_("Kode på brevet"), grouped(file.code))


def _missing(file: NoticeFile, to_issue: WriteRefusal | None, cannot_decide: str) -> str:
    if file.is_draft:
        return wording.write_refusal(to_issue)[1] if to_issue else ""
    if file.is_over or file.decision is not None:
        return ""
    return cannot_decide


def _replies(file: NoticeFile) -> Iterator[ReplyView]:
    for each in file.replies:
        told = _(
            "%(day)s, %(way)s, %(language)s",
            day=isolated_text(short_date(each.told_on)),
            way=wording.reply_way_text(each.way),
            language=isolated_text(language_name(each.language)),
        )
        yield ReplyView(told, each.language, each.words)


def _happened(file: NoticeFile, names: Names) -> Iterator[Happened]:
    notice = file.notice
    yield Happened(_("Begynt"), _signature(notice.created_at, notice.created_by, names))
    if notice.issued_at is not None and notice.issued_by is not None:
        yield Happened(
            _("Varselet er ferdig"), _signature(notice.issued_at, notice.issued_by, names)
        )
    if file.sent is not None and file.sent.way is not None:
        day = isolated_text(short_date(file.sent.day))
        what = f"{decision_wording.way_text(file.sent.way)} {day}"
        signature = _signature(file.sent.registered_at, file.sent.registered_by, names)
        yield Happened(what, signature, file.sent.note)
    if file.arrived is not None:
        what = _("Kom fram %(day)s", day=isolated_text(short_date(file.arrived.day)))
        signature = _signature(file.arrived.registered_at, file.arrived.registered_by, names)
        yield Happened(what, signature, file.arrived.note)
    if file.closing is not None:
        closing = file.closing
        signature = _signature(closing.closed_at, closing.closed_by, names)
        yield Happened(_("Avsluttet uten vedtak"), signature, closing.reason)


def _title(file: NoticeFile) -> str:
    if file.intervention is None:
        return _("Varsel om trekk: %(month)s", month=about(file))
    return _("Varsel: %(what)s", what=kind_text(file.intervention.kind))


def _decide_url(file: NoticeFile) -> str:
    if file.intervention is None:
        return ""
    who, notice_id = file.notice.participant_id, file.notice.id
    return url_for("interventions.decide", participant_id=who, intervention_id=notice_id)


def _back_url(file: NoticeFile) -> str:
    page = "notices.overview" if file.intervention is None else "interventions.overview"
    return url_for(page, participant_id=file.notice.participant_id)


def _decision_url(file: NoticeFile) -> str:
    decision = file.decision
    if decision is None:
        return ""
    return url_for(
        "decisions.show", participant_id=decision.participant_id, decision_id=decision.id
    )


def _month(period: Period) -> str:
    return month_name(period.first_day)


def _signature(at: datetime, who: UUID, names: Names) -> str:
    return _(
        "%(day)s av %(name)s",
        day=isolated_text(short_date(at.astimezone(OSLO).date())),
        name=isolated_text(names.get(who, _("ukjent"))),
    )
