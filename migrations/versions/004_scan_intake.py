"""Stacks of scanned paper, their files and their pages.

Going back loses them; papers that were filed from them stay.

Revision ID: 004
Revises: 003
"""

import sqlalchemy as sa
from alembic import op

revision = "004"
down_revision = "003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "scan_stack",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("uploaded_by", sa.Uuid(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        _reference("scan_stack", "municipality_id", "municipality"),
        _reference("scan_stack", "uploaded_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan_stack")),
    )
    op.create_index(
        op.f("ix_scan_stack_municipality_id_uploaded_at"),
        "scan_stack",
        ["municipality_id", "uploaded_at"],
    )
    op.create_table(
        "scan_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stack_id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("refusal", sa.String(length=40), nullable=True),
        sa.Column("page_count", sa.Integer(), nullable=True),
        _reference("scan_file", "stack_id", "scan_stack"),
        _reference("scan_file", "municipality_id", "municipality"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan_file")),
        sa.UniqueConstraint("stack_id", "number", name=op.f("uq_scan_file_stack_id_number")),
    )
    _create_scan_page()


def _create_scan_page() -> None:
    op.create_table(
        "scan_page",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("stack_id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=True),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("marked_code", sa.String(length=20), nullable=True),
        sa.Column("marked_page", sa.Integer(), nullable=True),
        sa.Column("aligned", sa.Boolean(), nullable=False),
        sa.Column("is_blank", sa.Boolean(), nullable=False),
        sa.Column("fault", sa.String(length=40), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("duplicate_of_id", sa.Uuid(), nullable=True),
        sa.Column("ink", sa.JSON(), nullable=True),
        sa.Column("settled_by", sa.Uuid(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("set_aside_reason", sa.Text(), nullable=False),
        sa.Column("scan_id", sa.Uuid(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _reference("scan_page", "municipality_id", "municipality"),
        _reference("scan_page", "stack_id", "scan_stack"),
        _reference("scan_page", "file_id", "scan_file"),
        _reference("scan_page", "document_id", "issued_document"),
        _reference("scan_page", "duplicate_of_id", "scan_page"),
        _reference("scan_page", "settled_by", "user"),
        _reference("scan_page", "scan_id", "scanned_paper"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan_page")),
        sa.UniqueConstraint("file_id", "number", name=op.f("uq_scan_page_file_id_number")),
    )
    for columns in (
        ["municipality_id", "state", "read_at"],
        ["municipality_id", "fingerprint"],
        ["stack_id"],
        ["scan_id"],
    ):
        op.create_index(op.f(f"ix_scan_page_{'_'.join(columns)}"), "scan_page", columns)
    op.create_index(
        "uq_scan_page_in_case",
        "scan_page",
        ["document_id", "page"],
        unique=True,
        sqlite_where=sa.text("state = 'in_case'"),
        postgresql_where=sa.text("state = 'in_case'"),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("scan_page")
    op.drop_table("scan_file")
    op.drop_table("scan_stack")


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))
