"""The list of what the portal is made of: blueprints, menu, jobs, tables. Data, no logic."""

from collections.abc import Iterable

from flask import Blueprint
from sqlalchemy import MetaData

from app.accounts import models as _accounts
from app.accounts import views as accounts_views
from app.attendance import models as _attendance
from app.attendance.balances import views as balances
from app.attendance.calendar import models as _calendar
from app.attendance.calendar import views as calendar
from app.attendance.certificates import models as _certificates
from app.attendance.certificates import views as certificates
from app.attendance.heatmap import views as heatmap
from app.attendance.leave_training import models as _leave_training
from app.attendance.leave_training import views as leave_training
from app.attendance.reconciliation import models as _reconciliation
from app.attendance.reconciliation import views as reconciliation
from app.attendance.registration import models as _registration
from app.attendance.registration import views as registration
from app.attendance.restrictions import models as _restrictions
from app.attendance.school_import import views as school_import
from app.attendance.school_links import link_views as school_link
from app.attendance.school_links import models as _school_links
from app.attendance.school_links import views as school_links
from app.attendance.service.permission import REGISTRARS
from app.attendance.statements import models as _statements
from app.attendance.statements import views as statements
from app.attendance.tablets import models as _tablets
from app.attendance.tablets import views as tablets
from app.attendance.timetable import models as _timetable
from app.attendance.timetable import views as timetable
from app.attendance.views import BLUEPRINTS as ATTENDANCE_BLUEPRINTS
from app.audit import models as _audit
from app.benefit import models as _benefit
from app.benefit import views as benefit_views
from app.benefit.deductions import models as _deductions
from app.benefit.deductions import views as deductions
from app.benefit.holds import models as _holds
from app.benefit.holds import views as holds
from app.benefit.jobs import compute_job
from app.benefit.outlook import views as outlook
from app.benefit.payroll import models as _payroll
from app.benefit.payroll import views as payroll
from app.benefit.policies import views as municipality_settings
from app.benefit.receipts import models as _receipts
from app.benefit.receipts import views as receipts
from app.benefit.warnings import models as _warnings
from app.benefit.warnings import views as warnings
from app.core.actor import CASE_STAFF, Role
from app.decisions import models as _decisions
from app.decisions import views as decisions
from app.decisions.complaints import models as _complaints
from app.decisions.complaints import views as complaints
from app.decisions.interventions import models as _interventions
from app.decisions.interventions import views as interventions
from app.decisions.leave import models as _leave
from app.decisions.leave import views as leave
from app.decisions.notices import models as _notices
from app.decisions.notices import views as notices
from app.decisions.participation import models as _participation
from app.decisions.participation import views as participation
from app.decisions.participation.rendering import render_certificate_job
from app.decisions.rendering import render_letter_job
from app.declarations import models as _declarations
from app.declarations import views as declarations_views
from app.declarations.archive import models as _archive
from app.declarations.archive import views as archive_views
from app.declarations.archive.jobs import pack_job
from app.declarations.batches import models as _batches
from app.declarations.batches import views as print_batches
from app.declarations.batches.issuing import issue_job
from app.declarations.explanations import models as _explanations
from app.declarations.explanations import views as explanations_views
from app.declarations.intake.queries import find_boxes, find_standings
from app.declarations.intake.views import bp as intake_bp
from app.declarations.outcomes import views as withdrawals
from app.declarations.reminders import views as paper_reminders
from app.declarations.rendering import render_job
from app.declarations.wordings import models as _wordings
from app.declarations.wordings.views import bp as texts_bp
from app.declarations.wordings.views.blueprint import TEXT_STAFF
from app.declarations.words import views as declaration_words
from app.enrolment import models as _enrolment
from app.enrolment import views as participants
from app.enrolment.mapping import models as _mapping
from app.enrolment.mapping import views as mapping
from app.handover import models as _handover
from app.handover import views as handover
from app.i18n.text import lazy_gettext as _l
from app.jobs import models as _jobs
from app.jobs.service import JobHandler
from app.mypage import own_pages as mypage
from app.mypage import tablet_views
from app.papers import models as _papers
from app.papers.intake import models as _intake
from app.papers.intake.jobs import read_job
from app.pdf.page_boxes import DocumentRenderer
from app.persistence import submissions as _submissions
from app.persistence.base import Base
from app.plans import element_views as plans
from app.plans import models as _plans
from app.plans.answers import models as _plan_answers
from app.plans.answers import views as plan_answers
from app.plans.confirmations import link_views as confirmation_link
from app.plans.confirmations import models as _confirmations
from app.plans.confirmations import views as plan_confirmations
from app.plans.meeting import views as plan_meeting
from app.plans.paper import views as plan_papers
from app.plans.paper.rendering import render_plan_job
from app.plans.proposals import models as _proposals
from app.plans.proposals import views as plan_proposals
from app.plans.reviews import models as _plan_reviews
from app.plans.reviews import views as plan_reviews
from app.plans.texts import models as _plan_texts
from app.plans.texts import views as plan_texts
from app.plans.versions import models as _plan_versions
from app.plans.versions import views as plan_versions
from app.reporting import start
from app.reporting.access_log import views as access_log
from app.reporting.overview import views as overview
from app.reporting.worklist import views as worklist
from app.web.context import installation_dates
from app.web.navigation import NavigationItem

TABLES = (
    _accounts,
    _archive,
    _attendance,
    _audit,
    _batches,
    _benefit,
    _calendar,
    _complaints,
    _decisions,
    _declarations,
    _deductions,
    _holds,
    _enrolment,
    _explanations,
    _handover,
    _intake,
    _jobs,
    _leave,
    _leave_training,
    _mapping,
    _notices,
    _papers,
    _participation,
    _payroll,
    _confirmations,
    _proposals,
    _interventions,
    _receipts,
    _reconciliation,
    _restrictions,
    _school_links,
    _registration,
    _plan_answers,
    _plan_reviews,
    _plan_texts,
    _plan_versions,
    _plans,
    _statements,
    _tablets,
    _certificates,
    _submissions,
    _timetable,
    _warnings,
    _wordings,
)
METADATA: MetaData = Base.metadata

BLUEPRINTS: tuple[Blueprint, ...] = (
    start.bp,
    accounts_views.bp,
    access_log.bp,
    worklist.bp,
    overview.bp,
    mypage.bp,
    participants.bp,
    mapping.bp,
    plans.bp,
    plan_meeting.bp,
    plan_papers.bp,
    plan_reviews.bp,
    plan_proposals.bp,
    plan_confirmations.bp,
    confirmation_link.bp,
    plan_answers.bp,
    plan_versions.bp,
    plan_texts.bp,
    decisions.bp,
    handover.bp,
    handover.takeovers_bp,
    notices.bp,
    complaints.bp,
    leave.bp,
    interventions.bp,
    participation.bp,
    declarations_views.bp,
    declaration_words.bp,
    explanations_views.bp,
    withdrawals.bp,
    archive_views.bp,
    print_batches.bp,
    intake_bp,
    texts_bp,
    benefit_views.bp,
    deductions.bp,
    holds.bp,
    municipality_settings.bp,
    payroll.bp,
    payroll.numbers_bp,
    receipts.bp,
    paper_reminders.bp,
    *ATTENDANCE_BLUEPRINTS,
    timetable.bp,
    calendar.bp,
    balances.bp,
    heatmap.bp,
    outlook.bp,
    reconciliation.bp,
    registration.bp,
    statements.bp,
    tablets.bp,
    school_import.bp,
    school_links.bp,
    school_link.bp,
    tablet_views.bp,
    certificates.bp,
    leave_training.bp,
    warnings.bp,
    calendar.feed_bp,
)

NAVIGATION: tuple[NavigationItem, ...] = (
    NavigationItem(_l("Arbeidsliste"), "worklist.show", CASE_STAFF),
    NavigationItem(_l("Deltakere"), "participants.list_participants", CASE_STAFF),
    NavigationItem(_l("Grupper"), "groups.list_groups", REGISTRARS),
    NavigationItem(_l("Timeplan"), "timetable.show", CASE_STAFF),
    NavigationItem(_l("Utbetaling"), "payments.list_runs", CASE_STAFF),
    NavigationItem(_l("Papirer"), "intake.overview", CASE_STAFF),
    NavigationItem(_l("Oversikt"), "overview.show", CASE_STAFF),
    NavigationItem(_l("Tekster"), "texts.list_all", TEXT_STAFF),
    NavigationItem(
        _l("Kommunens valg"), "municipality_settings.show", frozenset({Role.ADMINISTRATOR})
    ),
    NavigationItem(_l("Innsynslogg"), "access_log.show", frozenset({Role.PRIVACY_OFFICER})),
)

PARTICIPANT_TABS: tuple[NavigationItem, ...] = (
    NavigationItem(_l("Oversikt"), "participants.show", CASE_STAFF),
    NavigationItem(_l("Kartlegging"), "mapping.show", CASE_STAFF),
    NavigationItem(_l("Plan"), "plans.show", CASE_STAFF),
    NavigationItem(_l("Timeplan"), "timetable.show_participant", CASE_STAFF),
    NavigationItem(_l("Vedtak"), "decisions.list_decisions", CASE_STAFF),
    NavigationItem(_l("Erklæring"), "declarations.show", CASE_STAFF),
    NavigationItem(_l("Fravær"), "absences.list_absences", CASE_STAFF),
    NavigationItem(_l("Utbetaling"), "payments.show_participant", CASE_STAFF),
)
"""The parts of a participant's case, shown on each of its pages."""


def job_handlers(renderer: DocumentRenderer) -> Iterable[JobHandler]:
    """Return who does which kind of job."""
    return (
        issue_job(installation_dates),
        compute_job(),
        render_job(renderer),
        pack_job(renderer),
        render_plan_job(renderer),
        render_letter_job(renderer),
        render_certificate_job(renderer),
        read_job(find_standings, find_boxes),
    )
