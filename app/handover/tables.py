"""Which tables of a case travel, which stay and why, and how their rows hang together."""

import hashlib
from collections.abc import Iterable
from functools import cache

from sqlalchemy import Column, String, Table
from sqlalchemy.types import LargeBinary

from app.persistence.base import Base

_SETTLED_HERE = "is settled by the municipality that decided; its letters travel"
_HEALTH = "tells of health; that an absence is documented travels with the absence"
LEFT_OUT = {
    "complaint": _SETTLED_HERE,
    "complaint_answer": _SETTLED_HERE,
    "complaint_answer_step": _SETTLED_HERE,
    "complaint_check": _SETTLED_HERE,
    "complaint_outcome": _SETTLED_HERE,
    "complaint_suspension": _SETTLED_HERE,
    "decided_intervention": _SETTLED_HERE,
    "decided_leave": _SETTLED_HERE,
    "decided_reduction": _SETTLED_HERE,
    "granted_leave": _SETTLED_HERE,
    "imposed_restriction": _SETTLED_HERE,
    "intervention": _SETTLED_HERE,
    "leave_application": _SETTLED_HERE,
    "leave_training_offer": "is what this municipality offered",
    "leave_closing": _SETTLED_HERE,
    "reduction_notice": _SETTLED_HERE,
    "reduction_notice_closing": _SETTLED_HERE,
    "reduction_notice_reply": _SETTLED_HERE,
    "reduction_notice_step": _SETTLED_HERE,
    "participation_certificate": "belongs to the programme here; its paper travels",
    "restriction": _SETTLED_HERE,
    "restriction_review": _SETTLED_HERE,
    "social_assistance_talk": _SETTLED_HERE,
    "reporting_code": "opens a tablet here",
    "attendance_mark": "stands under sessions of a group, beside other people",
    "absence_certificate": _HEALTH,
    "absence_certificate_answer": _HEALTH,
    "absence_certificate_page": _HEALTH,
    "absence_contact": "tells how this municipality followed her up",
    "attendance_objection": "stands under sessions of a group; what was settled is in the payments",
    "attendance_settlement": "stands under sessions of a group",
    "benefit_deduction": "is taken from payments of this municipality; the next registers its own",
    "archive_package": "is made for the archive of the municipality that made it",
    "employee_number": "is what the payroll system of this municipality calls her",
    "calendar_link": "opens the calendar of the portal that made it",
    "group_membership": "names a group that the participant leaves",
    "handover_made": "tells what the municipality did with the case, not the case",
    "handover_received": "is where an earlier bundle is kept; its rows are in the case",
    "mark_correction": "stands under sessions of a group, beside other people",
    "payment_correction": "belongs to a run; the months travel as they were paid",
    "closed_day": "is a day of the municipality or of a group",
    "group": "meets here; what she did alone travels as an element of the plan",
    "group_session": "is a meeting of a group here",
    "school_link": "opens a group here",
    "school_report": "tells of a group here; what was taken in is attendance",
    "school_report_answer": "tells of a group here; what was taken in is attendance",
    "timetable_slot": "is a weekly meeting of a group here",
    "print_batch": "is a pile of sheets for a group here",
    "reduction_hold": "holds payments of this municipality back",
    "payment_receipt_line": "answers a payment file of this municipality",
    "payment": "belongs to a run with other people; the months travel as they were paid",
    "print_batch_item": "belongs to a pile of sheets for other people",
    "scan_page": "is a picture in the tray; the paper that was filed travels",
}
"""Tables below a participant that do not travel."""

ROOT = "participant"
WITHOUT = {
    "participant": {"user_id", "adviser_id"},
    "plan_confirmation": {"token_hash"},
    "issued_document": {"code"},
}
"""Columns that mean something in one installation only. The code of a paper travels beside its
row, because another municipality of the same installation may hold the same paper."""
OF_THE_PLACE = "municipality_id"


def travelling() -> list[Table]:
    """Return the tables that travel, each after those that its rows point to."""
    below = {ROOT}
    tables = Base.metadata.sorted_tables
    for table in tables:
        if {key.column.table.name for key in table.foreign_keys} & below:
            below.add(table.name)
    return [table for table in tables if table.name in below - set(LEFT_OUT)]


@cache
def shape() -> str:
    """Return sixteen hexadecimal digits that change when another table or column travels.

    Two portals with the same shape can read each other's cases.
    """
    words = [
        f"{table.name}.{column.name} {_kind(column)} {column.nullable}"
        for table in travelling()
        for column in columns_of(table)
    ]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


def _kind(column: Column[object]) -> str:
    length = column.type.length if isinstance(column.type, String) else None
    return f"{type(column.type).__name__} {length or ''}"


def columns_of(table: Table) -> list[Column[object]]:
    """Return the columns that travel as JSON."""
    without = WITHOUT.get(table.name, set()) | {OF_THE_PLACE}
    return [
        column
        for column in table.columns
        if column.name not in without and not isinstance(column.type, LargeBinary)
    ]


def target_of(column: Column[object]) -> str:
    """Return the table that a column points to; empty: none."""
    return next((key.column.table.name for key in column.foreign_keys), "")


def key_columns(table: Table, names: Iterable[str]) -> list[Column[object]]:
    """Return the columns that tie a row of this table to rows of the case."""
    known = set(names)
    return [column for column in table.columns if target_of(column) in known]
