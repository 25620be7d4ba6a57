"""Months as lists and as pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from flask import url_for

from app.benefit.models import RunStatus
from app.benefit.presenters.amounts import kr, minus_kr
from app.benefit.presenters.corrections import CorrectionRow, correction_rows
from app.benefit.presenters.doubts import DoubtRow, doubt_row
from app.benefit.presenters.payment import period_text, unmarked_sentence
from app.benefit.presenters.refusals import approve_refusal
from app.benefit.queries import PaymentLine, RunLine
from app.benefit.service import OpenedRun
from app.benefit.snapshot import Snapshot
from app.benefit.stored import from_json
from app.core.actor import Actor, Role
from app.core.period import Period
from app.i18n import format as fmt
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.rules.benefit.section_46_g import SECTION_46_G
from app.web.law_views import ProvisionLink


@dataclass(frozen=True, slots=True)
class RunRow:
    """A month in the list."""

    url: str
    month: str
    status: str
    tone: str
    payments: int
    payout: str
    open_count: int


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to notice about a payment, in a few words."""

    text: str
    tone: str
    provision: ProvisionLink | None = None


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A participant in the month."""

    name: str
    url: str
    gross: str
    absence_reduction: str
    other_reductions: str
    payout: str
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A participant with something to settle, or with attendance that nobody registered."""

    name: str
    doubts: tuple[DoubtRow, ...]
    unmarked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberlessRow:
    """A participant without a number in the payroll system, and where to mend it."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of the month."""

    number: int
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class ProgressView:
    """How far the computing has come."""

    settled: int
    total: int
    text: str
    is_finished: bool


@dataclass(frozen=True, slots=True)
class RunPage:
    """A month with everyone in it."""

    run_id: UUID
    month: str
    status: str
    tone: str
    prepared: str
    approved: str
    """Empty: not approved."""
    sent: str
    """Empty: there is no file."""
    payout: str
    closes: str
    """The last day of registering attendance."""
    rows: tuple[PaymentRow, ...]
    corrections: tuple[CorrectionRow, ...]
    after_payment: str
    overpaid: str
    to_settle: tuple[OpenRow, ...]
    unregistered: tuple[OpenRow, ...]
    numberless: tuple[NumberlessRow, ...]
    numberless_text: str
    """How many lack a number; empty: nobody, or the file needs none."""
    count: int
    """Participants in all, whichever page is shown."""
    pages: tuple[PageLink, ...]
    """Empty: there is one."""
    previous_url: str | None
    next_url: str | None
    digest: str
    is_prepared: bool
    has_failed: bool
    progress: ProgressView | None
    """None: nothing is being computed."""
    may_approve: bool
    why_not: str
    """Why she may not approve; empty where she may, or where nothing waits for approval."""
    may_create_file: bool
    has_file: bool


def run_rows(runs: Sequence[RunLine]) -> list[RunRow]:
    """Return the months as the list shows them."""
    return [
        RunRow(
            url=url_for("payments.show_run", run_id=run.id),
            month=period_text(run.period),
            status=status_text(run.status),
            tone=status_tone(run.status),
            payments=run.payment_count,
            payout=kr(run.payout_ore),
            open_count=run.open_count,
        )
        for run in runs
    ]


def run_page(opened: OpenedRun, names: Mapping[UUID, str], reader: Actor) -> RunPage:
    """Return the page of a month. `names`: of the municipality's users."""
    run, lines = opened.run, opened.lines
    read = [(line, from_json(line.payment.assessment)) for line in lines]
    to_settle = [_open_row(line, from_json(line.payment.assessment)) for line in opened.open_lines]
    unregistered = [_open_row(line, snapshot) for line, snapshot in read if snapshot.unmarked]
    is_prepared = run.status is RunStatus.PREPARED
    refusal = opened.refusal
    sums = opened.sums

    def page_url(number: int) -> str:
        return url_for("payments.show_run", run_id=run.id, side=number)

    is_preparing = run.status is RunStatus.PREPARING
    return RunPage(
        run_id=run.id,
        month=period_text(Period(run.first_day, run.last_day)),
        status=status_text(run.status),
        tone=status_tone(run.status),
        prepared=_done(names, run.prepared_by, fmt.moment(run.prepared_at)),
        approved=_done(names, run.approved_by, fmt.moment(run.approved_at))
        if run.approved_by and run.approved_at
        else "",
        sent=_done(names, opened.file.created_by, fmt.moment(opened.file.created_at))
        if opened.file
        else "",
        payout=kr(sums.payout_ore + sums.after_payment_ore),
        closes=fmt.short_date(opened.closes_on),
        rows=tuple(_payment_row(run.id, line, snapshot) for line, snapshot in read),
        corrections=correction_rows(run.id, opened.corrections),
        after_payment=kr(sums.after_payment_ore),
        overpaid=kr(sums.overpaid_ore),
        to_settle=tuple(to_settle),
        unregistered=tuple(unregistered),
        numberless=tuple(
            NumberlessRow(
                f"{each.family_name}, {each.given_name}",
                url_for("employee_numbers.show_number", participant_id=each.participant_id),
            )
            for each in opened.numberless
        ),
        numberless_text=ngettext(
            "%(num)s deltaker mangler lønnsnummer, og kan ikke stå i utbetalingsfilen.",
            "%(num)s deltakere mangler lønnsnummer, og kan ikke stå i utbetalingsfilen.",
            opened.numberless_count,
        )
        if opened.numberless_count
        else "",
        count=sums.payments,
        pages=tuple(
            PageLink(number, page_url(number), number == opened.page)
            for number in range(1, opened.page_count + 1)
        )
        if opened.page_count > 1
        else (),
        previous_url=page_url(opened.page - 1) if opened.page > 1 else None,
        next_url=page_url(opened.page + 1) if opened.page < opened.page_count else None,
        digest=run.digest,
        is_prepared=is_prepared,
        has_failed=run.status is RunStatus.FAILED,
        progress=progress_view(run.status, *opened.progress) if is_preparing else None,
        may_approve=is_prepared and refusal is None and reader.role is Role.LEADER,
        why_not=approve_refusal(refusal) if refusal and reader.role is Role.LEADER else "",
        may_create_file=run.status is RunStatus.APPROVED,
        has_file=opened.file is not None,
    )


def progress_view(status: RunStatus, done: int, total: int) -> ProgressView:
    """Return how many participants are computed."""
    return ProgressView(
        settled=done,
        total=total,
        text=_("%(done)s av %(total)s deltakere er beregnet.", done=done, total=total),
        is_finished=status is not RunStatus.PREPARING,
    )


def status_text(status: RunStatus) -> str:
    """Return how far the month has come."""
    match status:
        case RunStatus.PREPARING:
            return _("Beregnes nå")
        case RunStatus.FAILED:
            return _("Ikke beregnet")
        case RunStatus.PREPARED:
            return _("Beregnet")
        case RunStatus.APPROVED:
            return _("Godkjent")
        case RunStatus.SENT:
            return _("Fil laget")
        case _:
            assert_never(status)


def status_tone(status: RunStatus) -> str:
    """Return the colour that repeats the word."""
    match status:
        case RunStatus.PREPARING:
            return "neutral"
        case RunStatus.FAILED:
            return "danger"
        case RunStatus.PREPARED:
            return "warning"
        case RunStatus.APPROVED:
            return "info"
        case RunStatus.SENT:
            return "success"
        case _:
            assert_never(status)


def list_name(line: PaymentLine) -> str:
    """Return a name as lists sort it: family name first."""
    return f"{line.family_name}, {line.given_name}"


def _done(names: Mapping[UUID, str], who: UUID, at: str) -> str:
    return f"{names.get(who, '')} {at}"


def _payment_row(run_id: UUID, line: PaymentLine, snapshot: Snapshot) -> PaymentRow:
    payment = line.payment
    others = payment.unpaid_leave_reduction_ore + payment.other_reductions_ore
    return PaymentRow(
        name=list_name(line),
        url=url_for("payments.show_payment", run_id=run_id, participant_id=payment.participant_id),
        gross=kr(payment.gross_ore),
        absence_reduction=minus_kr(payment.absence_reduction_ore),
        other_reductions=minus_kr(others),
        payout=kr(payment.payout_ore),
        flags=tuple(_flags(snapshot)),
    )


def _flags(snapshot: Snapshot) -> list[Flag]:
    flags = []
    if snapshot.doubts:
        flags.append(Flag(_("Må avklares"), "danger"))
    if snapshot.is_decision_required_by_46_g:
        source = ProvisionLink.of(SECTION_46_G)
        flags.append(Flag(_("Må være enkeltvedtak"), "warning", source))
    elif snapshot.is_decision_required:
        flags.append(Flag(_("Vedtak etter kommunens valg"), "info"))
    if snapshot.unmarked:
        flags.append(Flag(_("Oppmøte ikke ført"), "warning"))
    if any(not line.is_explained for line in snapshot.absences):
        flags.append(Flag(_("Mangler grunn"), "warning"))
    return flags


def _open_row(line: PaymentLine, snapshot: Snapshot) -> OpenRow:
    who = line.payment.participant_id
    return OpenRow(
        name=list_name(line),
        doubts=tuple(doubt_row(doubt, who, for_staff=True) for doubt in snapshot.doubts),
        unmarked=tuple(unmarked_sentence(day, minutes) for day, minutes in snapshot.unmarked),
    )
