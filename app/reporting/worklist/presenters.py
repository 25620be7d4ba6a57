"""The worklist in words: what must be done, by when, after which provision, and where."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from flask import url_for

from app.i18n.bidi import isolated_text
from app.i18n.format import month_name, short_date
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.reporting.worklist.tasks import Section, Task, TaskKind, Worklist
from app.rules.law import Provision
from app.rules.law.sources import (
    FORVALTNINGSLOVEN,
    INTEGRERINGSFORSKRIFTEN,
    INTEGRERINGSLOVEN,
)

SOON = 7
"""Days left from which a task stands out."""

_PROVISIONS = {
    TaskKind.DECIDE: INTEGRERINGSLOVEN.section("12"),
    TaskKind.FIX_PLAN: INTEGRERINGSLOVEN.section("15"),
    TaskKind.APPROVE_PLAN: INTEGRERINGSLOVEN.section("15"),
    TaskKind.ANSWER_PLAN: INTEGRERINGSLOVEN.section("15", "(2)"),
    TaskKind.ANSWER_PROPOSAL: INTEGRERINGSLOVEN.section("15", "(2)"),
    TaskKind.DECIDE_DISAGREEMENT: INTEGRERINGSLOVEN.section("15", "(5)"),
    TaskKind.REVIEW_PLAN: INTEGRERINGSLOVEN.section("15", "(6)"),
    TaskKind.LOOK_AT_PLAN: INTEGRERINGSLOVEN.section("15", "(6)"),
    TaskKind.WRITE_DECISION: INTEGRERINGSLOVEN.section("46", "(2)"),
    TaskKind.FINISH_DECISION: INTEGRERINGSLOVEN.section("46", "(2)"),
    TaskKind.APPROVE_DECISION: INTEGRERINGSLOVEN.section("46", "(2)"),
    TaskKind.SEND_LETTER: FORVALTNINGSLOVEN.section("27", "(1)"),
    TaskKind.CONFIRM_ARRIVAL: FORVALTNINGSLOVEN.section("29", "(1)"),
    TaskKind.AWAIT_APPEAL: FORVALTNINGSLOVEN.section("29", "(1)"),
    TaskKind.FINISH_NOTICE: FORVALTNINGSLOVEN.section("16", "(1)"),
    TaskKind.AWAIT_REPLY: FORVALTNINGSLOVEN.section("16", "(1)"),
    TaskKind.DECIDE_REDUCTION: INTEGRERINGSLOVEN.section("21"),
    TaskKind.DECIDE_INTERVENTION: FORVALTNINGSLOVEN.section("16", "(1)"),
    TaskKind.TAKE_IN_REPORT: INTEGRERINGSLOVEN.section("24"),
    TaskKind.GIVE_CERTIFICATE: INTEGRERINGSLOVEN.section("18 a"),
    TaskKind.OFFER_TRAINING: INTEGRERINGSFORSKRIFTEN.section("16", "(2)"),
    TaskKind.REVIEW_RESTRICTION: INTEGRERINGSFORSKRIFTEN.section("9", "(3)"),
    TaskKind.RESUME_PROGRAMME: INTEGRERINGSLOVEN.section("18"),
    TaskKind.TELL_SOCIAL_ASSISTANCE: INTEGRERINGSLOVEN.section("21"),
    TaskKind.CHECK_COMPLAINT: FORVALTNINGSLOVEN.section("32"),
    TaskKind.ANSWER_COMPLAINT: FORVALTNINGSLOVEN.section("33"),
    TaskKind.SEND_ANSWER: FORVALTNINGSLOVEN.section("27", "(1)"),
    TaskKind.AWAIT_GOVERNOR: FORVALTNINGSLOVEN.section("33"),
    TaskKind.DECIDE_LEAVE: INTEGRERINGSLOVEN.section("17"),
    TaskKind.ISSUE_PAPER: INTEGRERINGSLOVEN.section("16"),
    TaskKind.SIGN_PAPER: INTEGRERINGSLOVEN.section("16"),
    TaskKind.EXPLAIN_PAPER: INTEGRERINGSLOVEN.section("16"),
    TaskKind.EXPLAIN_ABSENCE: INTEGRERINGSLOVEN.section("21"),
    TaskKind.WARN_OF_DEDUCTION: FORVALTNINGSLOVEN.section("11"),
    TaskKind.TALK_ABOUT_ABSENCE: FORVALTNINGSLOVEN.section("11"),
    TaskKind.ANSWER_STATEMENT: INTEGRERINGSLOVEN.section("17"),
    TaskKind.SETTLE_DISPUTE: INTEGRERINGSLOVEN.section("21"),
    TaskKind.PREPARE_MONTH: INTEGRERINGSLOVEN.section("24"),
    TaskKind.CLARIFY_PAYMENT: INTEGRERINGSLOVEN.section("24"),
    TaskKind.APPROVE_MONTH: INTEGRERINGSLOVEN.section("24"),
    TaskKind.MAKE_FILE: INTEGRERINGSLOVEN.section("24"),
    TaskKind.SETTLE_STOPPED: INTEGRERINGSLOVEN.section("24"),
}


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task as the page shows it."""

    subject: str
    """The participant's name, or the month."""
    what: str
    url: str
    due_on: str
    """Empty: neither the law nor the municipality sets a day."""
    days_left: str
    tone: str
    provision_text: str
    provision_url: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """One part of the worklist."""

    id: str
    heading: str
    empty: str
    rows: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class WorklistView:
    """The whole page."""

    summary: str
    tone: str
    sections: tuple[SectionView, ...]


def worklist_view(worklist: Worklist) -> WorklistView:
    """Return the worklist in the reader's language."""
    overdue = sum(
        1
        for tasks in worklist.tasks.values()
        for task in tasks
        if task.due_on is not None and task.due_on < worklist.on
    )
    total = sum(len(tasks) for tasks in worklist.tasks.values())
    return WorklistView(
        summary=_summary(total, overdue),
        tone="warning" if overdue else "success" if not total else "info",
        sections=tuple(
            SectionView(
                id=section.value,
                heading=section_heading(section),
                empty=empty_text(section),
                rows=tuple(_row(task, worklist.on) for task in worklist.tasks.get(section, ())),
            )
            for section in Section
        ),
    )


def section_heading(section: Section) -> str:
    """Return what the part of the list is about."""
    match section:
        case Section.DECISIONS:
            return _("Vedtak og oppstart")
        case Section.PLANS:
            return _("Planer")
        case Section.PAPERS:
            return _("Erklæringer og kontrakter")
        case Section.ABSENCES:
            return _("Fravær uten grunn")
        case Section.PAYMENTS:
            return _("Utbetaling")
        case _:
            assert_never(section)


def empty_text(section: Section) -> str:
    """Return what is said where nothing waits."""
    match section:
        case Section.DECISIONS:
            return _("Ingenting haster her. Alle vedtak er gjort og sendt.")
        case Section.PLANS:
            return _("Ingenting haster her. Ingen planer venter på deg.")
        case Section.PAPERS:
            return _("Ingenting haster her. Alle papirer er registrert.")
        case Section.ABSENCES:
            return _("Ingenting haster her. Alt fravær har en grunn.")
        case Section.PAYMENTS:
            return _("Ingenting haster her. Alle måneder som er over, er ferdige.")
        case _:
            assert_never(section)


def task_text(task: Task, on: date) -> str:  # noqa: C901 (one sentence per task, nothing more)
    """Return what must be done."""
    since = short_date(task.since) if task.since else ""
    match task.kind:
        case TaskKind.DECIDE:
            return _("Gjør vedtak, og start programmet")
        case TaskKind.FIX_PLAN:
            return _("Fastsett planen. Den er bare et utkast")
        case TaskKind.REVIEW_PLAN:
            return _("Vurder planen sammen med deltakeren")
        case TaskKind.LOOK_AT_PLAN:
            return ngettext(
                "Se på planen: livet endret seg %(day)s",
                "Se på planen: %(num)s hendelser siden %(day)s",
                task.count,
                day=since,
            )
        case TaskKind.ANSWER_PROPOSAL:
            return ngettext(
                "Svar på forslaget fra %(day)s",
                "Svar på %(num)s forslag, det første fra %(day)s",
                task.count,
                day=since,
            )
        case TaskKind.APPROVE_PLAN:
            return _("Godkjenn utkastet til plan, eller send det tilbake")
        case TaskKind.ANSWER_PLAN:
            return _("Spør hva deltakeren mener om planen fra %(day)s", day=since)
        case TaskKind.DECIDE_DISAGREEMENT:
            return _("Avgjør uenigheten om planen")
        case TaskKind.WRITE_DECISION:
            return _("Skriv vedtaket om planen fra %(day)s", day=since)
        case TaskKind.FINISH_DECISION:
            return _("Gjør ferdig vedtaket. Det er bare et utkast")
        case TaskKind.APPROVE_DECISION:
            return _("Godkjenn utkastet til vedtak, eller send det tilbake")
        case TaskKind.SEND_LETTER:
            return _("Send brevet om vedtaket fra %(day)s", day=since)
        case TaskKind.CONFIRM_ARRIVAL:
            return _("Finn ut når brevet som ble sendt %(day)s, kom fram", day=since)
        case TaskKind.AWAIT_APPEAL:
            return _("Kommet fram, klagefristen løper")
        case TaskKind.FINISH_NOTICE:
            return _("Gjør ferdig og send forhåndsvarselet")
        case TaskKind.AWAIT_REPLY:
            return _("Deltakeren kan svare på forhåndsvarselet")
        case TaskKind.DECIDE_REDUCTION:
            return _("Vurder trekket: skriv vedtaket, eller avslutt varselet")
        case TaskKind.DECIDE_INTERVENTION:
            return _("Vurder stans eller bortfall: skriv vedtaket, eller avslutt varselet")
        case TaskKind.REVIEW_RESTRICTION:
            return _("Vurder på nytt om retten til egenmelding skal være borte")
        case TaskKind.RESUME_PROGRAMME:
            return _("Stansen er snart over: gjør klart til at programmet fortsetter")
        case TaskKind.TELL_SOCIAL_ASSISTANCE:
            return _("Orienter deltakeren om sosialhjelp etter vedtaket om trekk")
        case TaskKind.CHECK_COMPLAINT:
            return _("Vurder form og frist for klagen fra %(day)s", day=since)
        case TaskKind.ANSWER_COMPLAINT:
            return _("Svar på klagen fra %(day)s", day=since)
        case TaskKind.SEND_ANSWER:
            return _("Send svaret på klagen fra %(day)s", day=since)
        case TaskKind.AWAIT_GOVERNOR:
            return _("Klagen er hos statsforvalteren siden %(day)s", day=since)
        case TaskKind.DECIDE_LEAVE:
            return _("Avgjør søknaden om permisjon fra %(day)s", day=since)
        case TaskKind.ISSUE_PAPER:
            return _("Lag papiret til planen fra %(day)s", day=since)
        case TaskKind.SIGN_PAPER:
            return _sign_text(task, on)
        case TaskKind.EXPLAIN_PAPER:
            return _("Registrer hvordan det underskrevne papiret ble forklart")
        case TaskKind.EXPLAIN_ABSENCE:
            return ngettext(
                "Finn grunnen til fraværet %(day)s",
                "Finn grunnen til fravær på %(num)s dager, fra %(day)s",
                task.count,
                day=since,
            )
        case TaskKind.WARN_OF_DEDUCTION:
            return ngettext(
                "Varsle om trekk for fraværet %(day)s",
                "Varsle om trekk for fravær på %(num)s dager, fra %(day)s",
                task.count,
                day=since,
            )
        case TaskKind.TALK_ABOUT_ABSENCE:
            return ngettext(
                "Snakk med deltakeren om fraværet %(day)s",
                "Snakk med deltakeren om fravær på %(num)s dager siden %(day)s",
                task.count,
                day=since,
            )
        case TaskKind.ANSWER_STATEMENT:
            return ngettext(
                "Svar på meldingen om fravær fra %(day)s",
                "Svar på %(num)s meldinger om fravær, den første fra %(day)s",
                task.count,
                day=since,
            )
        case TaskKind.TAKE_IN_REPORT:
            return _(
                "Se på fraværet skolen har meldt for %(group)s", group=isolated_text(task.name)
            )
        case TaskKind.GIVE_CERTIFICATE:
            return _("Gi deltakerbevis: programmet sluttet %(day)s", day=since)
        case TaskKind.OFFER_TRAINING:
            return _("Tilby norsk og oppfølging i omsorgspermisjonen")
        case TaskKind.SETTLE_DISPUTE:
            return ngettext(
                "Avklar uenighet om oppmøtet %(day)s",
                "Avklar uenighet om oppmøtet i %(num)s timer, fra %(day)s",
                task.count,
                day=since,
            )
        case TaskKind.PREPARE_MONTH:
            return _("Beregn måneden")
        case TaskKind.CLARIFY_PAYMENT:
            return _("Avklar utbetalingen for %(month)s", month=_month(task))
        case TaskKind.APPROVE_MONTH:
            return _approve_text(task.count)
        case TaskKind.MAKE_FILE:
            return _("Lag utbetalingsfilen")
        case TaskKind.SETTLE_STOPPED:
            return _(
                "Lønnssystemet avviste utbetalingen for %(month)s. Noter hva som er gjort",
                month=_month(task),
            )
        case _:
            assert_never(task.kind)


def task_provision(kind: TaskKind) -> Provision:
    """Return the provision that asks for it."""
    return _PROVISIONS[kind]


def days_left(due_on: date, on: date) -> tuple[str, str]:
    """Return how long is left in words, and the colour that repeats them."""
    left = (due_on - on).days
    if left < 0:
        return ngettext("%(num)s dag over fristen", "%(num)s dager over fristen", -left), "danger"
    if left == 0:
        return _("I dag"), "warning"
    text = ngettext("%(num)s dag igjen", "%(num)s dager igjen", left)
    return text, "warning" if left <= SOON else "neutral"


def _summary(total: int, overdue: int) -> str:
    if not total:
        return _("Alt er gjort. Ingenting venter på deg.")
    waiting = ngettext("%(num)s oppgave venter.", "%(num)s oppgaver venter.", total)
    late = (
        ngettext("%(num)s er over fristen.", "%(num)s er over fristen.", overdue)
        if overdue
        else _("Ingen er over fristen.")
    )
    return f"{waiting} {late}"


def _row(task: Task, on: date) -> TaskRow:
    left, tone = days_left(task.due_on, on) if task.due_on else ("", "neutral")
    provision = task_provision(task.kind)
    return TaskRow(
        subject=task.person.full_name if task.person else _month(task),
        what=task_text(task, on),
        url=_url(task),
        due_on=short_date(task.due_on) if task.due_on else "",
        days_left=left,
        tone=tone,
        provision_text=provision.full_citation,
        provision_url=provision.link,
    )


def _month(task: Task) -> str:
    return month_name(task.month.first_day) if task.month else ""


def _sign_text(task: Task, on: date) -> str:
    since = short_date(task.since) if task.since else ""
    is_late = task.due_on is not None and task.due_on < on
    if task.is_explained:
        if is_late:
            return _("Papiret fra %(day)s er forklart, men ikke kommet tilbake", day=since)
        return _("Papiret fra %(day)s er forklart. Registrer underskriften", day=since)
    if is_late:
        return _("Papiret fra %(day)s er verken forklart eller kommet tilbake", day=since)
    return _("Registrer underskriften på papiret fra %(day)s", day=since)


def _approve_text(open_count: int) -> str:
    if not open_count:
        return _("Godkjenn utbetalingen")
    return ngettext(
        "Godkjenn utbetalingen når %(num)s avklaring er gjort",
        "Godkjenn utbetalingen når %(num)s avklaringer er gjort",
        open_count,
    )


def _url(task: Task) -> str:  # noqa: C901 (one address per task, nothing more)
    who = task.person.participant_id if task.person else None
    match task.kind:
        case TaskKind.DECIDE | TaskKind.FIX_PLAN:
            return url_for("plans.show", participant_id=who)
        case TaskKind.REVIEW_PLAN:
            return url_for("plan_reviews.review", participant_id=who)
        case TaskKind.LOOK_AT_PLAN:
            return url_for("plan_reviews.show", participant_id=who)
        case TaskKind.ANSWER_PROPOSAL:
            return url_for("plan_proposals.show", participant_id=who)
        case TaskKind.APPROVE_PLAN:
            return url_for("plans.show", participant_id=who)
        case TaskKind.ANSWER_PLAN:
            return url_for("plan_answers.answer", participant_id=who)
        case TaskKind.DECIDE_DISAGREEMENT:
            return url_for("plan_answers.decide", participant_id=who)
        case TaskKind.WRITE_DECISION:
            return url_for("decisions.list_decisions", participant_id=who)
        case (
            TaskKind.FINISH_DECISION
            | TaskKind.APPROVE_DECISION
            | TaskKind.SEND_LETTER
            | TaskKind.CONFIRM_ARRIVAL
            | TaskKind.AWAIT_APPEAL
            | TaskKind.TELL_SOCIAL_ASSISTANCE
        ):
            return url_for("decisions.show", participant_id=who, decision_id=task.decision_id)
        case TaskKind.TAKE_IN_REPORT:
            return url_for(
                "school_links.show_report", group_id=task.group_id, report_id=task.report_id
            )
        case TaskKind.GIVE_CERTIFICATE:
            return url_for("participation.overview", participant_id=who)
        case TaskKind.OFFER_TRAINING:
            return url_for("leave_training.show", participant_id=who)
        case TaskKind.REVIEW_RESTRICTION | TaskKind.RESUME_PROGRAMME:
            return url_for("interventions.overview", participant_id=who)
        case (
            TaskKind.FINISH_NOTICE
            | TaskKind.AWAIT_REPLY
            | TaskKind.DECIDE_REDUCTION
            | TaskKind.DECIDE_INTERVENTION
        ):
            return url_for("notices.show", participant_id=who, notice_id=task.notice_id)
        case (
            TaskKind.CHECK_COMPLAINT
            | TaskKind.ANSWER_COMPLAINT
            | TaskKind.SEND_ANSWER
            | TaskKind.AWAIT_GOVERNOR
        ):
            return url_for("complaints.show", participant_id=who, complaint_id=task.complaint_id)
        case TaskKind.DECIDE_LEAVE:
            return url_for("leave.show", participant_id=who, application_id=task.application_id)
        case TaskKind.ISSUE_PAPER:
            return url_for("declarations.show", participant_id=who)
        case TaskKind.SIGN_PAPER:
            if task.declaration_id is None:
                return url_for("declarations.show", participant_id=who)
            return url_for(
                "declarations.sign", participant_id=who, declaration_id=task.declaration_id
            )
        case TaskKind.EXPLAIN_PAPER:
            return url_for(
                "explanations.explain", participant_id=who, declaration_id=task.declaration_id
            )
        case TaskKind.EXPLAIN_ABSENCE:
            return url_for("absences.list_absences", participant_id=who, _anchor="mangler-grunn")
        case TaskKind.WARN_OF_DEDUCTION:
            return url_for("warnings.show")
        case TaskKind.TALK_ABOUT_ABSENCE:
            return url_for("warnings.show_contacts", participant_id=who)
        case TaskKind.ANSWER_STATEMENT:
            return url_for("statements.show", participant_id=who)
        case TaskKind.SETTLE_DISPUTE:
            return url_for("reconciliation.show")
        case TaskKind.CLARIFY_PAYMENT:
            return url_for("payments.show_payment", run_id=task.run_id, participant_id=who)
        case TaskKind.SETTLE_STOPPED:
            return url_for("receipts.show", run_id=task.run_id)
        case TaskKind.PREPARE_MONTH:
            return url_for("payments.list_runs")
        case TaskKind.APPROVE_MONTH | TaskKind.MAKE_FILE:
            return url_for("payments.show_run", run_id=task.run_id)
        case _:
            assert_never(task.kind)
