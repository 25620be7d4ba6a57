"""Everything that is recorded: a closed list, so that a report can name each of them."""

from enum import StrEnum

BY_LINK = "link"
BY_TABLET = "tablet"
"""In the details, under `by`: somebody without a user did it, who held a secret address."""


class Action(StrEnum):
    """What happened, as `<thing>_<past participle>`. Looks end in `_viewed`."""

    @property
    def is_look(self) -> bool:
        """Whether something was only seen: recorded even when the rest of a request fails."""
        return self.value.endswith(("_viewed", "_listed"))

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    USER_CREATED = "user_created"
    MUNICIPALITY_CREATED = "municipality_created"

    POLICIES_CHANGED = "policies_changed"
    ACCESS_LOG_VIEWED = "access_log_viewed"
    WORKLIST_VIEWED = "worklist_viewed"
    PARTICIPANTS_LISTED = "participants_listed"
    PARTICIPANT_VIEWED = "participant_viewed"
    PARTICIPANT_ENROLLED = "participant_enrolled"
    PARTICIPANT_CHANGED = "participant_changed"
    PARTICIPANT_USER_LINKED = "participant_user_linked"

    PLAN_VIEWED = "plan_viewed"
    PLAN_CREATED = "plan_created"
    PLAN_CHANGED = "plan_changed"
    PLAN_FIXED = "plan_fixed"
    PLAN_REVIEWED = "plan_reviewed"

    # What participants and others say of a plan
    PLAN_PROPOSALS_VIEWED = "plan_proposals_viewed"
    PLAN_PROPOSAL_MADE = "plan_proposal_made"
    PLAN_PROPOSAL_TAKEN = "plan_proposal_taken"
    PLAN_PROPOSAL_NOT_TAKEN = "plan_proposal_not_taken"
    PLAN_CONFIRMATIONS_VIEWED = "plan_confirmations_viewed"
    PLAN_CONFIRMATION_ASKED = "plan_confirmation_asked"
    PLAN_CONFIRMATION_REVOKED = "plan_confirmation_revoked"
    PLAN_CONFIRMATION_LINK_VIEWED = "plan_confirmation_link_viewed"
    PLAN_CONFIRMATION_ANSWERED = "plan_confirmation_answered"

    DECLARATION_VIEWED = "declaration_viewed"
    DECLARATION_ISSUED = "declaration_issued"
    DECLARATION_SIGNED = "declaration_signed"
    DECLARATION_NOT_SIGNED = "declaration_not_signed"
    DOCUMENT_RENDERED = "document_rendered"
    DOCUMENT_DOWNLOADED = "document_downloaded"
    SCAN_STORED = "scan_stored"
    SCAN_VIEWED = "scan_viewed"

    GROUP_CREATED = "group_created"
    GROUP_CHANGED = "group_changed"
    GROUP_MEMBERS_CHANGED = "group_members_changed"
    ATTENDANCE_VIEWED = "attendance_viewed"
    ATTENDANCE_MARKED = "attendance_marked"
    ABSENCES_VIEWED = "absences_viewed"
    ABSENCE_REGISTERED = "absence_registered"
    ABSENCE_CHANGED = "absence_changed"
    ABSENCE_WITHDRAWN = "absence_withdrawn"
    LEAVE_TRAINING_OFFERED = "leave_training_offered"
    RESTRICTION_LAID_DOWN = "restriction_laid_down"
    RESTRICTION_LIFTED = "restriction_lifted"
    RESTRICTION_REVIEWED = "restriction_reviewed"
    RESTRICTIONS_VIEWED = "restrictions_viewed"

    PAYMENTS_VIEWED = "payments_viewed"
    PAYMENT_RUN_STARTED = "payment_run_started"
    PAYMENT_RUN_PREPARED = "payment_run_prepared"
    PAYMENT_RUN_FAILED = "payment_run_failed"
    DEDUCTIONS_VIEWED = "deductions_viewed"
    DEDUCTION_REGISTERED = "deduction_registered"
    DEDUCTION_WITHDRAWN = "deduction_withdrawn"
    OVERPAYMENT_SETTLED = "overpayment_settled"
    HOLDS_VIEWED = "holds_viewed"
    REDUCTION_HELD = "reduction_held"
    REDUCTION_RELEASED = "reduction_released"
    PAYMENT_RUN_APPROVED = "payment_run_approved"
    PAYMENT_FILE_CREATED = "payment_file_created"
    PAYMENT_FILE_DOWNLOADED = "payment_file_downloaded"
    PAYROLL_LAYOUT_CHOSEN = "payroll_layout_chosen"
    EMPLOYEE_NUMBERS_VIEWED = "employee_numbers_viewed"
    EMPLOYEE_NUMBER_REGISTERED = "employee_number_registered"
    PAYMENT_RECEIPT_READ = "payment_receipt_read"
    PAYMENT_RECEIPT_LINE_SETTLED = "payment_receipt_line_settled"

    OWN_PAGES_VIEWED = "own_pages_viewed"

    # Texts for signing
    TEXT_IMPORTED = "text_imported"
    TEXT_APPROVED = "text_approved"
    TEXT_REJECTED = "text_rejected"
    TEXT_WITHDRAWN = "text_withdrawn"
    TRANSLATION_WRITTEN = "translation_written"
    TRANSLATION_REVIEWED = "translation_reviewed"
    TRANSLATION_APPROVED = "translation_approved"
    TRANSLATION_COMMENTED = "translation_commented"
    TRANSLATION_EXPORTED = "translation_exported"
    TRANSLATION_FILE_UPLOADED = "translation_file_uploaded"
    TRANSLATION_FILE_TAKEN_IN = "translation_file_taken_in"

    # Printing for many
    PRINT_CANDIDATES_LISTED = "print_candidates_listed"
    PRINT_BATCH_CREATED = "print_batch_created"
    PRINT_BATCH_CANCELLED = "print_batch_cancelled"
    PRINT_BATCH_VIEWED = "print_batch_viewed"

    # What becomes of a paper
    DOCUMENT_EXPLAINED = "document_explained"
    DECLARATION_WITHDRAWN = "declaration_withdrawn"
    ARCHIVE_PACKAGE_REQUESTED = "archive_package_requested"
    ARCHIVE_PACKAGE_MADE = "archive_package_made"
    ARCHIVE_PACKAGE_DOWNLOADED = "archive_package_downloaded"

    # Stacks of scanned paper
    SCAN_STACK_RECEIVED = "scan_stack_received"
    SCAN_STACK_VIEWED = "scan_stack_viewed"
    SCAN_PAGE_FILED = "scan_page_filed"
    SCAN_PAGE_REPLACED = "scan_page_replaced"
    SCAN_PAGE_SET_ASIDE = "scan_page_set_aside"
    SCAN_PAGE_VIEWED = "scan_page_viewed"
    SCAN_TRAY_VIEWED = "scan_tray_viewed"

    # Competence mapping
    MAPPING_VIEWED = "mapping_viewed"
    MAPPING_SAVED = "mapping_saved"

    # Changes of a plan, approvals and answers
    PLAN_CHANGE_JUDGED = "plan_change_judged"
    PLAN_APPROVAL_ASKED = "plan_approval_asked"
    PLAN_APPROVED = "plan_approved"
    PLAN_SENT_BACK = "plan_sent_back"
    PLAN_ANSWERED = "plan_answered"
    PLAN_DISAGREEMENT_DECIDED = "plan_disagreement_decided"

    # What a plan says in the participant's language
    PLAN_TEXT_TRANSLATED = "plan_text_translated"
    PLAN_TEXTS_EXPORTED = "plan_texts_exported"
    PLAN_TEXTS_TAKEN_IN = "plan_texts_taken_in"

    # The plan on paper
    PLAN_PAPER_ISSUED = "plan_paper_issued"
    PLAN_PAPERS_VIEWED = "plan_papers_viewed"

    # Reviews, life events and calendars
    PLAN_REVIEWS_VIEWED = "plan_reviews_viewed"
    LIFE_EVENT_REGISTERED = "life_event_registered"
    LIFE_EVENT_SETTLED = "life_event_settled"
    CALENDAR_VIEWED = "calendar_viewed"
    CALENDAR_LINK_MADE = "calendar_link_made"
    CALENDAR_LINK_REVOKED = "calendar_link_revoked"

    # Administrative decisions and their letters
    DECISIONS_VIEWED = "decisions_viewed"
    DECISION_VIEWED = "decision_viewed"
    DECISION_DRAFTED = "decision_drafted"
    DECISION_CHANGED = "decision_changed"
    DECISION_DISCARDED = "decision_discarded"
    DECISION_APPROVAL_ASKED = "decision_approval_asked"
    DECISION_APPROVED = "decision_approved"
    DECISION_SENT_BACK = "decision_sent_back"
    DECISION_ISSUED = "decision_issued"
    DECISION_LETTER_MADE_AGAIN = "decision_letter_made_again"
    DECISION_SENT = "decision_sent"
    DECISION_ARRIVED = "decision_arrived"

    # Cases that are handed over to the next municipality
    HANDOVERS_VIEWED = "handovers_viewed"
    HANDOVER_VIEWED = "handover_viewed"
    HANDOVER_MADE = "handover_made"
    HANDOVER_DOWNLOADED = "handover_downloaded"
    HANDOVER_RECEIVED = "handover_received"
    HANDOVER_TAKEN_IN = "handover_taken_in"
    HANDOVER_DISCARDED = "handover_discarded"
    HANDOVER_SENDER_FORGOTTEN = "handover_sender_forgotten"

    # Rooms, closed days and the timetable
    ROOM_SAVED = "room_saved"
    CLOSED_DAY_ADDED = "closed_day_added"
    CLOSED_DAY_REMOVED = "closed_day_removed"
    TIMETABLE_VIEWED = "timetable_viewed"
    TIMETABLE_COPIED = "timetable_copied"

    # Warnings and conversations about absence
    ABSENCE_CONTACTS_VIEWED = "absence_contacts_viewed"
    ABSENCE_CONTACT_REGISTERED = "absence_contact_registered"

    # What participants say of their own absence
    ABSENCE_STATED = "absence_stated"
    ABSENCE_STATEMENT_ANSWERED = "absence_statement_answered"
    ABSENCE_STATEMENT_WITHDRAWN = "absence_statement_withdrawn"
    SCHOOL_LIST_TAKEN_IN = "school_list_taken_in"
    TABLET_SET_UP = "tablet_set_up"
    TABLET_CLOSED = "tablet_closed"
    TABLET_CODE_GIVEN = "tablet_code_given"
    TABLET_ENTERED = "tablet_entered"
    CERTIFICATE_SENT = "certificate_sent"
    CERTIFICATE_VIEWED = "certificate_viewed"
    CERTIFICATE_ANSWERED = "certificate_answered"

    # Disagreements about attendance
    DISPUTES_VIEWED = "disputes_viewed"
    DISPUTE_SETTLED = "dispute_settled"
    ATTENDANCE_OBJECTED = "attendance_objected"

    # Advance notices of reductions, and complaints
    NOTICES_VIEWED = "notices_viewed"
    NOTICE_VIEWED = "notice_viewed"
    NOTICE_WRITTEN = "notice_written"
    NOTICE_CHANGED = "notice_changed"
    NOTICE_DISCARDED = "notice_discarded"
    NOTICE_ISSUED = "notice_issued"
    NOTICE_LETTER_MADE_AGAIN = "notice_letter_made_again"
    NOTICE_SENT = "notice_sent"
    NOTICE_ARRIVED = "notice_arrived"
    NOTICE_ANSWERED = "notice_answered"
    NOTICE_CLOSED = "notice_closed"
    COMPLAINT_VIEWED = "complaint_viewed"
    COMPLAINT_RECEIVED = "complaint_received"
    COMPLAINT_CHECKED = "complaint_checked"
    COMPLAINT_SUSPENSION_DECIDED = "complaint_suspension_decided"
    COMPLAINT_ANSWERED = "complaint_answered"
    COMPLAINT_ANSWER_SENT = "complaint_answer_sent"
    COMPLAINT_ANSWER_ARRIVED = "complaint_answer_arrived"
    COMPLAINT_SETTLED = "complaint_settled"
    SOCIAL_ASSISTANCE_TOLD = "social_assistance_told"

    # Links for schools
    SCHOOL_LINK_MADE = "school_link_made"
    SCHOOL_LINK_CLOSED = "school_link_closed"
    SCHOOL_LINK_OPENED = "school_link_opened"
    SCHOOL_REPORT_SENT = "school_report_sent"
    SCHOOL_REPORT_ANSWERED = "school_report_answered"

    # Participation certificates
    PARTICIPATION_CERTIFICATES_VIEWED = "participation_certificates_viewed"
    PARTICIPATION_CERTIFICATE_ISSUED = "participation_certificate_issued"

    # Applications for leave
    LEAVE_VIEWED = "leave_viewed"
    LEAVE_APPLICATION_REGISTERED = "leave_application_registered"
    LEAVE_APPLICATION_CLOSED = "leave_application_closed"
