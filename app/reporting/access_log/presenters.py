"""The audit log in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from app.audit import actions
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.i18n import format as fmt
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class EventRow:
    """One line of the log."""

    number: int
    at: str
    who: str
    what: str
    participant_id: UUID | None


def event_rows(events: list[AuditEvent], names: Mapping[UUID, str]) -> list[EventRow]:
    """Return the events as lines, with the names of the users who acted."""
    return [
        EventRow(
            number=event.id,
            at=fmt.moment(event.at),
            who=_who(event, names),
            what=action_text(event.action),
            participant_id=event.participant_id,
        )
        for event in events
    ]


def _who(event: AuditEvent, names: Mapping[UUID, str]) -> str:
    if event.actor_id:
        return names.get(event.actor_id, "")
    match event.details.get("by"):
        case actions.BY_LINK:
            return _("Noen med en lenke")
        case actions.BY_TABLET:
            return _("Deltakeren, på nettbrett")
        case _:
            return _("Systemet")


def action_text(action: Action) -> str:  # noqa: C901 (one sentence per action, nothing more)
    """Return what happened, in the reader's language."""
    match action:
        case Action.SIGNED_IN:
            return _("Logget inn")
        case Action.SIGN_IN_FAILED:
            return _("Mislykket innlogging")
        case Action.SIGNED_OUT:
            return _("Logget ut")
        case Action.USER_CREATED:
            return _("Opprettet en bruker")
        case Action.MUNICIPALITY_CREATED:
            return _("Opprettet kommunen")
        case Action.POLICIES_CHANGED:
            return _("Endret kommunens valg")
        case Action.WORKLIST_VIEWED:
            return _("Så arbeidslisten")
        case Action.ACCESS_LOG_VIEWED:
            return _("Så innsynsloggen")
        case Action.PARTICIPANTS_LISTED:
            return _("Så listen over deltakere")
        case Action.PARTICIPANT_VIEWED:
            return _("Så på en deltaker")
        case Action.PARTICIPANT_ENROLLED:
            return _("Registrerte en deltaker")
        case Action.PARTICIPANT_CHANGED:
            return _("Endret opplysninger om en deltaker")
        case Action.PARTICIPANT_USER_LINKED:
            return _("Ga en deltaker innlogging")
        case Action.PLAN_VIEWED:
            return _("Så på en integreringsplan")
        case Action.PLAN_CREATED:
            return _("Begynte på en integreringsplan")
        case Action.PLAN_CHANGED:
            return _("Endret et utkast til integreringsplan")
        case Action.PLAN_FIXED:
            return _("Fastsatte en integreringsplan")
        case Action.PLAN_REVIEWED:
            return _("Vurderte en integreringsplan")
        case Action.PLAN_PROPOSALS_VIEWED:
            return _("Så forslag fra en deltaker")
        case Action.PLAN_PROPOSAL_MADE:
            return _("Foreslo noe i sin egen plan")
        case Action.PLAN_PROPOSAL_TAKEN:
            return _("Tok et forslag inn i planen")
        case Action.PLAN_PROPOSAL_NOT_TAKEN:
            return _("Sa nei til et forslag")
        case Action.PLAN_CONFIRMATIONS_VIEWED:
            return _("Så bekreftelser av en plan")
        case Action.PLAN_CONFIRMATION_ASKED:
            return _("Laget en lenke for å bekrefte linjer i en plan")
        case Action.PLAN_CONFIRMATION_REVOKED:
            return _("Trakk tilbake en lenke")
        case Action.PLAN_CONFIRMATION_LINK_VIEWED:
            return _("Åpnet en lenke og så linjer i en plan")
        case Action.PLAN_CONFIRMATION_ANSWERED:
            return _("Svarte gjennom en lenke på linjer i en plan")
        case Action.PLAN_PAPER_ISSUED:
            return _("Skrev ut en integreringsplan")
        case Action.PLAN_PAPERS_VIEWED:
            return _("Så hvilke planer som er skrevet ut")
        case Action.DECLARATION_VIEWED:
            return _("Så på erklæring eller kontrakt")
        case Action.DECLARATION_ISSUED:
            return _("Utstedte erklæring eller kontrakt")
        case Action.DECLARATION_SIGNED:
            return _("Registrerte underskrift")
        case Action.DECLARATION_NOT_SIGNED:
            return _("Registrerte at papiret ikke ble underskrevet")
        case Action.DOCUMENT_RENDERED:
            return _("Laget et dokument")
        case Action.DOCUMENT_DOWNLOADED:
            return _("Lastet ned et dokument")
        case Action.SCAN_STORED:
            return _("Lagret et skannet papir")
        case Action.SCAN_VIEWED:
            return _("Så på et skannet papir")
        case Action.GROUP_CREATED:
            return _("Opprettet en gruppe")
        case Action.GROUP_CHANGED:
            return _("Endret en gruppe")
        case Action.GROUP_MEMBERS_CHANGED:
            return _("Endret hvem som er i en gruppe")
        case Action.ATTENDANCE_VIEWED:
            return _("Så på oppmøte")
        case Action.ATTENDANCE_MARKED:
            return _("Førte oppmøte")
        case Action.ABSENCES_VIEWED:
            return _("Så på fravær")
        case Action.ABSENCE_REGISTERED:
            return _("Registrerte fravær")
        case Action.ABSENCE_CHANGED:
            return _("Endret fravær")
        case Action.ABSENCE_WITHDRAWN:
            return _("Trakk tilbake fravær")
        case Action.SCHOOL_LINK_MADE:
            return _("Laget en lenke til en skole")
        case Action.SCHOOL_LINK_CLOSED:
            return _("Stengte en lenke til en skole")
        case Action.SCHOOL_LINK_OPENED:
            return _("Skolen åpnet lenken og så navnene i gruppen")
        case Action.SCHOOL_REPORT_SENT:
            return _("Skolen meldte fravær")
        case Action.SCHOOL_REPORT_ANSWERED:
            return _("Behandlet fravær som skolen meldte")
        case Action.PARTICIPATION_CERTIFICATES_VIEWED:
            return _("Så på deltakerbevis")
        case Action.PARTICIPATION_CERTIFICATE_ISSUED:
            return _("Ga deltakerbevis")
        case Action.LEAVE_TRAINING_OFFERED:
            return _("Registrerte tilbud om norsk i permisjonen")
        case Action.RESTRICTION_LAID_DOWN:
            return _("Satte stans eller bortfall i kraft")
        case Action.RESTRICTION_LIFTED:
            return _("Opphevet stans eller bortfall")
        case Action.RESTRICTION_REVIEWED:
            return _("Vurderte stans eller bortfall på nytt")
        case Action.RESTRICTIONS_VIEWED:
            return _("Så på stans og bortfall")
        case Action.PAYMENTS_VIEWED:
            return _("Så på utbetaling")
        case Action.PAYMENT_RUN_STARTED:
            return _("Begynte å beregne en måned")
        case Action.PAYMENT_RUN_PREPARED:
            return _("Beregnet en måned")
        case Action.PAYMENT_RUN_FAILED:
            return _("En måned kunne ikke beregnes")
        case Action.DEDUCTIONS_VIEWED:
            return _("Så på andre ytelser og arbeid")
        case Action.DEDUCTION_REGISTERED:
            return _("Registrerte en ytelse eller arbeid")
        case Action.DEDUCTION_WITHDRAWN:
            return _("Trakk tilbake en ytelse eller arbeid")
        case Action.OVERPAYMENT_SETTLED:
            return _("Avgjorde en feilutbetaling")
        case Action.HOLDS_VIEWED:
            return _("Så på utsatte trekk")
        case Action.REDUCTION_HELD:
            return _("Utsatte et trekk")
        case Action.REDUCTION_RELEASED:
            return _("Opphevet utsettelsen av et trekk")
        case Action.PAYMENT_RUN_APPROVED:
            return _("Godkjente en utbetaling")
        case Action.PAYMENT_FILE_CREATED:
            return _("Laget utbetalingsfilen")
        case Action.PAYMENT_FILE_DOWNLOADED:
            return _("Lastet ned utbetalingsfilen")
        case Action.PAYROLL_LAYOUT_CHOSEN:
            return _("Valgte formatet på utbetalingsfilen")
        case Action.EMPLOYEE_NUMBERS_VIEWED:
            return _("Så på lønnsnummer")
        case Action.EMPLOYEE_NUMBER_REGISTERED:
            return _("Registrerte et lønnsnummer")
        case Action.PAYMENT_RECEIPT_READ:
            return _("Leste inn en kvittering fra lønnssystemet")
        case Action.PAYMENT_RECEIPT_LINE_SETTLED:
            return _("Noterte hva som ble gjort med en utbetaling som ble stoppet")
        case Action.OWN_PAGES_VIEWED:
            return _("Deltakeren så på sine egne sider")
        case Action.TEXT_IMPORTED:
            return _("Importerte en tekst")
        case Action.TEXT_APPROVED:
            return _("Godkjente en importert tekst")
        case Action.TEXT_REJECTED:
            return _("Avviste en importert tekst")
        case Action.TEXT_WITHDRAWN:
            return _("Trakk tilbake en importert tekst")
        case Action.TRANSLATION_WRITTEN:
            return _("Endret en oversettelse")
        case Action.TRANSLATION_REVIEWED:
            return _("Registrerte at en oversettelse er gjennomgått")
        case Action.TRANSLATION_APPROVED:
            return _("Godkjente en oversettelse")
        case Action.TRANSLATION_COMMENTED:
            return _("Kommenterte en oversettelse")
        case Action.TRANSLATION_EXPORTED:
            return _("Hentet en fil til oversetteren")
        case Action.TRANSLATION_FILE_UPLOADED:
            return _("Lastet opp en fil fra oversetteren")
        case Action.TRANSLATION_FILE_TAKEN_IN:
            return _("Tok inn oversettelser fra en fil")
        case Action.PRINT_CANDIDATES_LISTED:
            return _("Så hvem det kan skrives ut ark for")
        case Action.PRINT_BATCH_CREATED:
            return _("Startet en utskrift for flere")
        case Action.PRINT_BATCH_CANCELLED:
            return _("Avbrøt en utskrift for flere")
        case Action.PRINT_BATCH_VIEWED:
            return _("Så på en utskrift for flere")
        case Action.DOCUMENT_EXPLAINED:
            return _("Registrerte at et papir er forklart")
        case Action.DECLARATION_WITHDRAWN:
            return _("Trakk tilbake et ark")
        case Action.ARCHIVE_PACKAGE_REQUESTED:
            return _("Ba om en arkivpakke")
        case Action.ARCHIVE_PACKAGE_MADE:
            return _("Laget en arkivpakke")
        case Action.ARCHIVE_PACKAGE_DOWNLOADED:
            return _("Lastet ned en arkivpakke")
        case Action.SCAN_STACK_RECEIVED:
            return _("Lastet opp skannede papirer")
        case Action.SCAN_STACK_VIEWED:
            return _("Så på skannede papirer")
        case Action.SCAN_PAGE_FILED:
            return _("En skannet side ble lagt i saken")
        case Action.SCAN_PAGE_REPLACED:
            return _("Byttet ut en skannet side med en annen")
        case Action.SCAN_PAGE_SET_ASIDE:
            return _("La bort en skannet side")
        case Action.SCAN_PAGE_VIEWED:
            return _("Så på bildet av en skannet side")
        case Action.SCAN_TRAY_VIEWED:
            return _("Så på skuffen med skannede sider")
        case Action.MAPPING_VIEWED:
            return _("Så på kartleggingen av en deltaker")
        case Action.MAPPING_SAVED:
            return _("Lagret en del av kartleggingen")
        case Action.PLAN_CHANGE_JUDGED:
            return _("Avgjorde om en endring av planen er vesentlig")
        case Action.PLAN_APPROVAL_ASKED:
            return _("Sendte en plan til godkjenning")
        case Action.PLAN_APPROVED:
            return _("Godkjente en plan")
        case Action.PLAN_SENT_BACK:
            return _("Sendte en plan tilbake")
        case Action.PLAN_ANSWERED:
            return _("Svarte på en plan, eller registrerte svaret")
        case Action.PLAN_DISAGREEMENT_DECIDED:
            return _("Avgjorde uenighet om en plan")
        case Action.PLAN_TEXT_TRANSLATED:
            return _("Oversatte en tekst i en plan")
        case Action.PLAN_TEXTS_EXPORTED:
            return _("Hentet tekstene i en plan til oversetteren")
        case Action.PLAN_TEXTS_TAKEN_IN:
            return _("Tok inn oversettelser av en plan")
        case Action.PLAN_REVIEWS_VIEWED:
            return _("Så på vurderinger og hendelser i en plan")
        case Action.LIFE_EVENT_REGISTERED:
            return _("Registrerte en hendelse i livet til en deltaker")
        case Action.LIFE_EVENT_SETTLED:
            return _("Vurderte planen etter en hendelse")
        case Action.CALENDAR_VIEWED:
            return _("Så på ukeplanen til en deltaker")
        case Action.CALENDAR_LINK_MADE:
            return _("Laget lenke til kalenderen til en deltaker")
        case Action.CALENDAR_LINK_REVOKED:
            return _("Stengte lenken til kalenderen til en deltaker")
        case Action.DECISIONS_VIEWED:
            return _("Så på vedtakene til en deltaker")
        case Action.DECISION_VIEWED:
            return _("Så på et vedtak")
        case Action.DECISION_DRAFTED:
            return _("Begynte på et vedtak")
        case Action.DECISION_CHANGED:
            return _("Endret et utkast til vedtak")
        case Action.DECISION_DISCARDED:
            return _("Forkastet et utkast til vedtak")
        case Action.DECISION_APPROVAL_ASKED:
            return _("Sendte et vedtak til godkjenning")
        case Action.DECISION_APPROVED:
            return _("Godkjente et vedtak")
        case Action.DECISION_SENT_BACK:
            return _("Sendte et vedtak tilbake")
        case Action.DECISION_ISSUED:
            return _("Gjorde et vedtak")
        case Action.DECISION_LETTER_MADE_AGAIN:
            return _("Laget brevet med et vedtak på nytt")
        case Action.DECISION_SENT:
            return _("Registrerte at et vedtak er sendt")
        case Action.DECISION_ARRIVED:
            return _("Registrerte når et vedtak kom fram")
        case Action.LEAVE_VIEWED:
            return _("Så på søknader om permisjon fra en deltaker")
        case Action.LEAVE_APPLICATION_REGISTERED:
            return _("Registrerte en søknad om permisjon")
        case Action.LEAVE_APPLICATION_CLOSED:
            return _("Avsluttet en søknad om permisjon uten vedtak")
        case Action.HANDOVERS_VIEWED:
            return _("Så på overleveringer av saker")
        case Action.HANDOVER_VIEWED:
            return _("Så på en sak fra en annen kommune")
        case Action.HANDOVER_MADE:
            return _("Pakket en sak for en annen kommune")
        case Action.HANDOVER_DOWNLOADED:
            return _("Lastet ned en sak for en annen kommune")
        case Action.HANDOVER_RECEIVED:
            return _("Lastet opp en sak fra en annen kommune")
        case Action.HANDOVER_TAKEN_IN:
            return _("Tok inn en sak fra en annen kommune")
        case Action.HANDOVER_DISCARDED:
            return _("Forkastet en sak fra en annen kommune")
        case Action.HANDOVER_SENDER_FORGOTTEN:
            return _("Sluttet å kjenne en kommune som sender saker")
        case Action.ROOM_SAVED:
            return _("Lagret et rom")
        case Action.CLOSED_DAY_ADDED:
            return _("La til dager uten program")
        case Action.CLOSED_DAY_REMOVED:
            return _("Tok bort dager uten program")
        case Action.TIMETABLE_VIEWED:
            return _("Så på en timeplan")
        case Action.TIMETABLE_COPIED:
            return _("Kopierte en timeplan")
        case Action.ABSENCE_CONTACTS_VIEWED:
            return _("Så på varsler og samtaler om fravær")
        case Action.ABSENCE_CONTACT_REGISTERED:
            return _("Registrerte et varsel eller en samtale om fravær")
        case Action.ABSENCE_STATED:
            return _("Sa fra om fravær")
        case Action.ABSENCE_STATEMENT_ANSWERED:
            return _("Svarte på en melding om fravær")
        case Action.ABSENCE_STATEMENT_WITHDRAWN:
            return _("Trakk tilbake en melding om fravær")
        case Action.SCHOOL_LIST_TAKEN_IN:
            return _("Førte fravær fra en liste fra skolen")
        case Action.TABLET_SET_UP:
            return _("Satte opp et nettbrett")
        case Action.TABLET_CLOSED:
            return _("Stengte et nettbrett")
        case Action.TABLET_CODE_GIVEN:
            return _("Ga deltakeren en kode til nettbrett")
        case Action.TABLET_ENTERED:
            return _("Skrev koden på et nettbrett")
        case Action.CERTIFICATE_SENT:
            return _("Sendte en legeerklæring")
        case Action.CERTIFICATE_VIEWED:
            return _("Så på en legeerklæring")
        case Action.CERTIFICATE_ANSWERED:
            return _("Svarte på en legeerklæring")
        case Action.DISPUTES_VIEWED:
            return _("Så på uenighet om oppmøte")
        case Action.DISPUTE_SETTLED:
            return _("Avklarte uenighet om oppmøte")
        case Action.ATTENDANCE_OBJECTED:
            return _("Sa fra at en registrering av oppmøte er feil")
        case Action.NOTICES_VIEWED:
            return _("Så på varsler om trekk")
        case Action.NOTICE_VIEWED:
            return _("Så på et varsel om trekk")
        case Action.NOTICE_WRITTEN:
            return _("Begynte på et varsel om trekk")
        case Action.NOTICE_CHANGED:
            return _("Endret et utkast til varsel om trekk")
        case Action.NOTICE_DISCARDED:
            return _("Forkastet et utkast til varsel om trekk")
        case Action.NOTICE_ISSUED:
            return _("Gjorde ferdig et varsel om trekk")
        case Action.NOTICE_LETTER_MADE_AGAIN:
            return _("Laget brevet med et varsel om trekk på nytt")
        case Action.NOTICE_SENT:
            return _("Registrerte at et varsel om trekk er sendt")
        case Action.NOTICE_ARRIVED:
            return _("Registrerte når et varsel om trekk kom fram")
        case Action.NOTICE_ANSWERED:
            return _("Registrerte svar på et varsel om trekk")
        case Action.NOTICE_CLOSED:
            return _("Avsluttet et varsel uten trekk")
        case Action.COMPLAINT_VIEWED:
            return _("Så på en klage")
        case Action.COMPLAINT_RECEIVED:
            return _("Registrerte en klage")
        case Action.COMPLAINT_CHECKED:
            return _("Vurderte formen og fristen til en klage")
        case Action.SOCIAL_ASSISTANCE_TOLD:
            return _("Registrerte at deltakeren er orientert om sosialhjelp")
        case Action.COMPLAINT_SUSPENSION_DECIDED:
            return _("Bestemte om et vedtak skal vente på klagen")
        case Action.COMPLAINT_ANSWERED:
            return _("Svarte på en klage")
        case Action.COMPLAINT_ANSWER_SENT:
            return _("Registrerte at et svar på en klage er sendt")
        case Action.COMPLAINT_ANSWER_ARRIVED:
            return _("Registrerte når et svar på en klage kom fram")
        case Action.COMPLAINT_SETTLED:
            return _("Registrerte hva statsforvalteren bestemte")
        case _:
            assert_never(action)
