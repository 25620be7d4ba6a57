"""One of everything that a path can name, in each municipality, with names that betray a leak."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

import pikepdf
from PIL import Image
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.attendance import service as attendance
from app.attendance.certificates.models import AbsenceCertificate
from app.attendance.commands import (
    AbsenceContent,
    AddMember,
    AddSlot,
    ChangeGroup,
    CreateGroup,
    RegisterAbsence,
)
from app.attendance.models import (
    Absence,
    AttendanceMark,
    Group,
    GroupMembership,
    GroupSession,
    TimetableSlot,
)
from app.attendance.reconciliation.commands import ObjectToMark
from app.attendance.reconciliation.models import AttendanceObjection
from app.attendance.reconciliation.service import object_to_mark
from app.attendance.restrictions.models import Restriction
from app.attendance.school_links.models import SchoolLink, SchoolReport
from app.attendance.statements.commands import AnswerStatement
from app.attendance.statements.kinds import Answer, AwayGround
from app.attendance.statements.models import AbsenceStatement
from app.attendance.statements.service import answer_statement
from app.attendance.tablets.models import ReportingTablet
from app.attendance.tablets.service import give_code, set_up_tablet
from app.attendance.timetable.commands import AddClosedDay, SaveRoom
from app.attendance.timetable.kinds import ClosedKind
from app.attendance.timetable.models import ClosedDay, Room
from app.attendance.timetable.service.closed_days import add_closed_day
from app.attendance.timetable.service.rooms import save_room
from app.benefit import service as benefit
from app.benefit.commands import CreateFile
from app.benefit.deductions.commands import RegisterDeduction
from app.benefit.deductions.kinds import DeductionKind
from app.benefit.deductions.models import BenefitDeduction
from app.benefit.deductions.service import register_deduction
from app.benefit.holds.kinds import HoldKind
from app.benefit.holds.models import ReductionHold
from app.benefit.holds.service import PlaceHold, place_hold
from app.benefit.receipts.models import PaymentReceiptLine
from app.benefit.receipts.service import keep_receipt
from app.core.actor import Actor, MunicipalityScope, Role
from app.core.clock import fixed_clock
from app.decisions.complaints.models import Complaint
from app.decisions.leave.models import LeaveApplication
from app.decisions.models import AdministrativeDecision
from app.decisions.notices.models import AdvanceNotice
from app.decisions.participation.models import ParticipationCertificate
from app.decisions.states import DecisionKind, DecisionState
from app.declarations.archive.service import request_package, store_package
from app.declarations.batches.models import PrintBatch
from app.declarations.bundles.catalogue import load_bundle
from app.declarations.bundles.types import BundleKind
from app.declarations.bundles.xliff_writing import write_xliff
from app.declarations.commands import RegisterSigning
from app.declarations.intake.queries import find_standings
from app.declarations.models import Declaration
from app.declarations.outcomes.service import register_signing
from app.declarations.queries import get_declaration
from app.declarations.service import issue_declaration
from app.declarations.wordings.commands import Place, UploadTranslation
from app.declarations.wordings.models import ImportedText, TranslationFile
from app.declarations.wordings.service.exchange import upload_file
from app.declarations.wordings.service.importing import import_text
from app.enrolment.models import Participant
from app.handover.models import HandoverMade, HandoverReceived, KnownSender
from app.papers import service as papers
from app.papers.code import PageMark
from app.papers.intake.kinds import FileStatus
from app.papers.intake.models import ScanFile, ScanPage, ScanStack
from app.papers.intake.service.placing import close_file, place_pages, store_pages
from app.papers.intake.service.receiving import receive_stack
from app.papers.models import DocumentKind, IssuedDocument
from app.papers.reading.types import ReadPage
from app.pdf.page_boxes import Typeset
from app.plans.confirmations.models import PlanConfirmation
from app.plans.models import PlanElement
from app.plans.proposals.models import PlanProposal
from app.plans.queries import find_current_plan, get_draft
from app.plans.reviews.commands import RegisterEvent
from app.plans.reviews.kinds import LifeEventKind
from app.plans.reviews.service import register_event
from app.plans.service import start_new_version
from app.rules.absence import AbsenceReason
from app.rules.law.installation import InstallationDates
from tests.support.builders import enrol, fix_plan
from tests.support.certificates import send
from tests.support.complaints import complain, forward
from tests.support.decisions import begin, change_essentially, issue
from tests.support.explained import interpreted
from tests.support.handed_over import hand_over
from tests.support.interventions import consider, withdraw_self_certification
from tests.support.leaves import apply
from tests.support.notices import issue_notice, write_notice
from tests.support.own_case import ILL, MISSED_IN_NOVEMBER, build_own_case
from tests.support.participation import give_certificate
from tests.support.plan_papers import print_plan
from tests.support.printed_group import print_group
from tests.support.school_links import make_link, tell
from tests.support.statements import away, say
from tests.support.text_files import two_parts
from tests.support.voices import raise_voices
from tests.support.world import DALHEIM, FJORDVIK, NOW, RANDOM_ID, World


def _blank_page() -> Typeset:
    content = io.BytesIO()
    made = pikepdf.new()
    made.add_blank_page()
    made.save(content)
    return Typeset(content.getvalue(), 1, ())


NOT_READ = _blank_page()
WAITING_HOLIDAY = date(2026, 12, 15)
CANARIES = {FJORDVIK: "Fjordkanari", DALHEIM: "Dalkanari"}
"""In the names, addresses and groups of each municipality, and nowhere else."""

NOVEMBER = date(2026, 11, 16)
"""A day of the week that a school tells about."""


@dataclass(frozen=True)
class FullCase:
    """What the arguments of a path stand for, by their names; the ids belong to each other."""

    ids: Mapping[str, UUID]


def build_full_case(session: Session, world: World, domain: str) -> FullCase:
    """Make the linked participant: a draft beside her plan, a signed paper, a sent October."""
    actor = world.actor(Role.CASEWORKER, domain)
    own = build_own_case(session, world, domain=domain, **_betraying(CANARIES[domain]))
    declaration = session.scalars(
        select(Declaration).where(Declaration.participant_id == own.participant_id)
    ).one()
    papers.store_content(session, world.clock, declaration.document_id, NOT_READ)
    signing = RegisterSigning(
        date(2026, 11, 20), "Her", interpreted(), _png(), declaration.row_version
    )
    register_signing(session, world.clock, actor, own.participant_id, declaration.id, signing)
    issued = get_declaration(session, actor.scope, own.participant_id, declaration.id)
    package = request_package(session, world.clock, actor, issued)
    store_package(session, world.clock, package.id, b"PK not opened")
    print_plan(session, world, actor, own.participant_id)
    raise_voices(session, world, own.participant_id, domain)
    notice = write_notice(session, world.clock, actor, own.participant_id, own.run_id)
    consider(session, world.clock, actor, own.participant_id)
    withdraw_self_certification(session, world.clock, actor, own.participant_id)
    give_certificate(session, world.clock, actor, own.participant_id)
    issue_notice(session, world.clock, actor, notice)
    benefit.create_file(session, world.clock, actor, CreateFile(own.run_id))
    answered = f"Referanse;Beløp;Status\n{own.participant_id};1,00;Avvist\n"
    keep_receipt(session, world.clock, actor, own.run_id, answered)
    group = session.scalars(
        select(Group)
        .join(GroupMembership)
        .where(GroupMembership.participant_id == own.participant_id)
    ).one()
    teacher_id = world.user(Role.TEACHER, domain).id
    named = ChangeGroup(group.id, f"Gruppe {CANARIES[domain]}", teacher_id, True, group.row_version)
    attendance.change_group(session, world.clock, actor, named)
    save_room(session, world.clock, actor, SaveRoom(f"Rom {CANARIES[domain]}"))
    christmas = date(2026, 12, 24)
    closed = AddClosedDay(christmas, christmas, f"Jul {CANARIES[domain]}", ClosedKind.CLOSED)
    add_closed_day(session, world.clock, actor, closed)
    _receive_texts(session, world, domain)
    print_group(session, world.clock, actor, group.id)
    tell(session, world.clock, make_link(session, world.clock, actor, group.id)[1], NOVEMBER)
    _object(session, world, domain, own.participant_id)
    _decide(session, world, actor, own.participant_id)
    _deduct(session, world, actor, own.participant_id)
    _complain(session, world, actor, own.participant_id)
    apply(session, world.clock, actor, own.participant_id)
    _say(session, world, domain, own.participant_id)
    _certify(session, world, domain, own.participant_id)
    start_new_version(session, world.clock, actor, own.participant_id)
    _find_work(session, actor, own.participant_id)
    _receive_scan(session, world, domain, declaration.document_id)
    hand_over(session, world, domain, own.participant_id, CANARIES[domain])
    session.commit()
    return _collect(session, own.participant_id, group.id, own.run_id)


def build_neighbour(session: Session, world: World, domain: str = FJORDVIK) -> FullCase:
    """Make somebody else's case in the municipality, in a group that is not the teacher's.

    She came after October was sent, and has no payment.
    """
    clock, actor = world.clock, world.actor(Role.CASEWORKER, domain)
    participant = enrol(session, clock, actor, given_name="Naboperson", family_name="Nabokanari")
    fix_plan(session, clock, actor, participant)
    issued = issue_declaration(session, clock, actor, InstallationDates(), participant.id, "nb")
    papers.store_content(session, clock, issued.document_id, NOT_READ)
    print_plan(session, world, actor, participant.id)
    raise_voices(session, world, participant.id, domain)
    group_id = _open_group(session, world, actor, participant.id)
    absence = AbsenceContent(ILL, ILL, AbsenceReason.OWN_ILLNESS, is_self_certified=True)
    attendance.register_absence(session, clock, actor, RegisterAbsence(participant.id, absence))
    print_group(session, clock, actor, group_id)
    _decide(session, world, actor, participant.id)
    _deduct(session, world, actor, participant.id)
    start_new_version(session, clock, actor, participant.id)
    session.commit()
    return _collect(session, participant.id, group_id, RANDOM_ID)


def _decide(session: Session, world: World, actor: Actor, participant_id: UUID) -> None:
    """Decide the plan, change it essentially, and begin the decision about that."""
    issue(session, world, actor, begin(session, world, actor, participant_id))
    change_essentially(session, world, actor, participant_id)
    begin(session, world, actor, participant_id, DecisionKind.ESSENTIAL_CHANGE)


def _deduct(session: Session, world: World, actor: Actor, participant_id: UUID) -> None:
    """Register a benefit and a hold that come after the months that are paid."""
    command = RegisterDeduction(
        participant_id,
        DeductionKind.DISABILITY_BENEFIT,
        date(2026, 11, 1),
        None,
        100_000,
        None,
        None,
        "Vedtak fra Nav 1. november 2026",
    )
    register_deduction(session, world.clock, actor, command)
    day = date(2026, 11, 12)
    hold = PlaceHold(participant_id, HoldKind.CONTESTED, day, day, "Sier at hun var der")
    place_hold(session, world.clock, actor, hold)


def _object(session: Session, world: World, domain: str, participant_id: UUID) -> None:
    """Let the participant say that she was there on a day when she is registered as away."""
    mark = session.scalars(
        select(AttendanceMark).where(
            AttendanceMark.participant_id == participant_id,
            AttendanceMark.day == MISSED_IN_NOVEMBER,
        )
    ).one()
    words = f"{CANARIES[domain]} var der"
    command = ObjectToMark(mark.session_id, mark.version, 0, words, "nb")
    participant = session.get_one(Participant, participant_id)
    actor = world.actor(Role.PARTICIPANT, domain)
    object_to_mark(session, world.clock, actor, participant, command)


def _say(session: Session, world: World, domain: str, participant_id: UUID) -> None:
    """Say twice that she takes holiday: one has an answer, the other waits."""
    hers = world.actor(Role.PARTICIPANT, domain)
    granted, _waiting = (
        say(session, world.clock, hers, participant_id, away(day, day, AwayGround.HOLIDAY))
        for day in (date(2026, 12, 14), WAITING_HOLIDAY)
    )
    command = AnswerStatement(participant_id, granted.id, Answer.GRANTED)
    answer_statement(session, world.clock, world.actor(Role.CASEWORKER, domain), command)


def _certify(session: Session, world: World, domain: str, participant_id: UUID) -> None:
    """Send a certificate that nobody has answered, and give out a code for a tablet."""
    hers = world.actor(Role.PARTICIPANT, domain)
    send(session, world.clock, hers, participant_id, (date(2026, 12, 16), date(2026, 12, 17)))
    staff = world.actor(Role.CASEWORKER, domain)
    set_up_tablet(session, world.clock, staff, f"Kantina {CANARIES[domain]}")
    give_code(session, world.clock, staff, participant_id, "no installation has this key")


def _complain(session: Session, world: World, actor: Actor, participant_id: UUID) -> None:
    """Complain about the first decision; the municipality has judged and forwarded it."""
    decided = select(AdministrativeDecision).where(
        AdministrativeDecision.participant_id == participant_id,
        AdministrativeDecision.state == DecisionState.ISSUED,
    )
    decision = session.scalars(decided.order_by(AdministrativeDecision.id)).first()
    assert decision is not None
    forward(session, world.clock, actor, complain(session, world.clock, actor, decision))


def _find_work(session: Session, actor: Actor, participant_id: UUID) -> None:
    """Register something after the plan was fixed, so that somebody has to look at the plan."""
    command = RegisterEvent(participant_id, LifeEventKind.WORK_FOUND, date(2026, 11, 20))
    register_event(session, fixed_clock(NOW + timedelta(minutes=1)), actor, command)


def _betraying(canary: str) -> dict[str, object]:
    return {
        "given_name": f"Person {canary}",
        "family_name": f"Slekt {canary}",
        "email": f"{canary.lower()}@example.no",
        "address": f"{canary} vei 1",
    }


def _png() -> bytes:
    content = io.BytesIO()
    Image.new("L", (60, 80), 255).save(content, "PNG")
    return content.getvalue()


def _jpeg() -> bytes:
    content = io.BytesIO()
    Image.new("L", (60, 80), 255).save(content, "JPEG")
    return content.getvalue()


def _open_group(session: Session, world: World, actor: Actor, participant_id: UUID) -> UUID:
    begins = date(2026, 9, 14)
    group = attendance.create_group(
        session, world.clock, actor, CreateGroup("Gruppe Nabokanari", None)
    )
    slot = AddSlot(group.id, 1, time(9), time(12), "Norsk", begins, date(2026, 12, 18))
    attendance.add_slot(session, world.clock, actor, slot)
    attendance.add_member(session, world.clock, actor, AddMember(group.id, participant_id, begins))
    return group.id


def _receive_texts(session: Session, world: World, domain: str) -> None:
    """Import a text that nobody has approved, and a file from a translator."""
    canary = CANARIES[domain]
    admin = world.actor(Role.ADMINISTRATOR, domain)
    import_text(session, world.clock, admin, f"{canary}.toml", two_parts())
    place = Place(BundleKind.INTEGRATION_CONTRACT, "2026-1", "ar")
    content = write_xliff(load_bundle(place.kind, place.version), place.language)
    command = UploadTranslation(place, f"{canary}.xlf", content, f"Oversetter {canary}")
    upload_file(session, world.clock, admin, command)


def _receive_scan(session: Session, world: World, domain: str, document_id: UUID) -> None:
    """Scan the signed paper once more: it lies in the tray, because it is registered already."""
    stack = receive_stack(session, world.clock, world.actor(Role.LEADER, domain), [_png()])
    file = session.scalars(select(ScanFile).where(ScanFile.stack_id == stack.id)).one()
    code = session.get_one(IssuedDocument, document_id).code
    page = ReadPage(1, 1, PageMark(code, 1), _jpeg(), False, "0" * 64, False, None)
    store_pages(session, world.clock, file, [page])
    place_pages(session, world.clock, file, find_standings, {})
    close_file(file, FileStatus.DONE)


def _collect(session: Session, participant_id: UUID, group_id: UUID, run_id: UUID) -> FullCase:
    scope = _scope_of(session, group_id)
    here = scope.municipality_id
    draft_id = get_draft(session, scope, participant_id).id
    current = find_current_plan(session, scope, participant_id)
    fixed_id = current.id if current else RANDOM_ID

    def first(found: InstrumentedAttribute[UUID], condition: ColumnElement[bool]) -> UUID:
        return session.scalars(select(found).where(condition).order_by(found)).first() or RANDOM_ID

    decided = AdministrativeDecision.participant_id == participant_id
    is_issued = AdministrativeDecision.state == DecisionState.ISSUED
    hers = AttendanceObjection.participant_id == participant_id
    contested = first(AttendanceObjection.session_id, hers)
    return FullCase(
        {
            "participant_id": participant_id,
            "group_id": group_id,
            "run_id": run_id,
            "line_id": first(
                PaymentReceiptLine.id, PaymentReceiptLine.participant_id == participant_id
            ),
            "text_id": first(ImportedText.id, ImportedText.municipality_id == here),
            "stack_id": first(ScanStack.id, ScanStack.municipality_id == here),
            "page_id": first(ScanPage.id, ScanPage.municipality_id == here),
            "file_id": first(TranslationFile.id, TranslationFile.municipality_id == here),
            "batch_id": first(PrintBatch.id, PrintBatch.group_id == group_id),
            "decision_id": first(AdministrativeDecision.id, decided & is_issued),
            "draft_id": first(AdministrativeDecision.id, decided & ~is_issued),
            "complaint_id": first(Complaint.id, Complaint.participant_id == participant_id),
            "application_id": first(
                LeaveApplication.id, LeaveApplication.participant_id == participant_id
            ),
            "statement_id": first(
                AbsenceStatement.id,
                (AbsenceStatement.participant_id == participant_id)
                & (AbsenceStatement.first_day == WAITING_HOLIDAY),
            ),
            "certificate_id": first(
                AbsenceCertificate.id, AbsenceCertificate.participant_id == participant_id
            ),
            "participation_id": first(
                ParticipationCertificate.id,
                ParticipationCertificate.participant_id == participant_id,
            ),
            "tablet_id": first(ReportingTablet.id, ReportingTablet.municipality_id == here),
            "notice_id": first(
                AdvanceNotice.id,
                (AdvanceNotice.participant_id == participant_id)
                & AdvanceNotice.reduction.is_not(None),
            ),
            "intervention_id": first(
                AdvanceNotice.id,
                (AdvanceNotice.participant_id == participant_id)
                & AdvanceNotice.reduction.is_(None),
            ),
            "restriction_id": first(Restriction.id, Restriction.participant_id == participant_id),
            "declaration_id": first(Declaration.id, Declaration.participant_id == participant_id),
            "document_id": first(
                IssuedDocument.id,
                (IssuedDocument.participant_id == participant_id)
                & (IssuedDocument.kind == DocumentKind.INTEGRATION_PLAN),
            ),
            "absence_id": first(Absence.id, Absence.participant_id == participant_id),
            "deduction_id": first(
                BenefitDeduction.id, BenefitDeduction.participant_id == participant_id
            ),
            "hold_id": first(ReductionHold.id, ReductionHold.participant_id == participant_id),
            "proposal_id": first(PlanProposal.id, PlanProposal.participant_id == participant_id),
            "confirmation_id": first(
                PlanConfirmation.id, PlanConfirmation.participant_id == participant_id
            ),
            "handover_id": first(HandoverMade.id, HandoverMade.participant_id == participant_id),
            "received_id": first(HandoverReceived.id, HandoverReceived.municipality_id == here),
            "sender_id": first(KnownSender.id, KnownSender.municipality_id == here),
            "element_id": first(PlanElement.id, PlanElement.plan_id == draft_id),
            "membership_id": first(GroupMembership.id, GroupMembership.group_id == group_id),
            "session_id": contested
            if contested != RANDOM_ID
            else first(GroupSession.id, GroupSession.group_id == group_id),
            "room_id": first(Room.id, Room.municipality_id == here),
            "closed_day_id": first(ClosedDay.id, ClosedDay.municipality_id == here),
            "plan_element_id": first(PlanElement.id, PlanElement.plan_id == fixed_id),
            "school_link_id": first(SchoolLink.id, SchoolLink.group_id == group_id),
            "report_id": first(
                SchoolReport.id,
                SchoolReport.link_id.in_(
                    select(SchoolLink.id).where(SchoolLink.group_id == group_id)
                ),
            ),
            "slot_id": first(TimetableSlot.id, TimetableSlot.group_id == group_id),
        }
    )


def _scope_of(session: Session, group_id: UUID) -> MunicipalityScope:
    return MunicipalityScope(session.get_one(Group, group_id).municipality_id)
