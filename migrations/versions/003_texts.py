"""Imported texts, the work on translations, and the words of each issued sheet.

Going back loses all of that; sheets that were issued keep their bytes.

Revision ID: 003
Revises: 002
"""

import sqlalchemy as sa
from alembic import op

revision = "003"
down_revision = "002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "frozen_text",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_frozen_text")),
    )
    with op.batch_alter_table("issued_document") as table:
        table.add_column(sa.Column("text_digest", sa.String(length=64), nullable=True))
        table.create_foreign_key(
            op.f("fk_issued_document_text_digest"), "frozen_text", ["text_digest"], ["digest"]
        )
    _create_imported_text()
    _create_translation_step()
    _create_translation_file()


def _create_imported_text() -> None:
    op.create_table(
        "imported_text",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("original", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("imported_by", sa.Uuid(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rejection_reason", sa.Text(), nullable=False),
        sa.Column("withdrawn_by", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawal_reason", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _reference("imported_text", "municipality_id", "municipality"),
        _reference("imported_text", "imported_by", "user"),
        _reference("imported_text", "decided_by", "user"),
        _reference("imported_text", "withdrawn_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_text")),
    )
    op.create_index(
        "uq_imported_text_version",
        "imported_text",
        ["municipality_id", "kind", "version"],
        unique=True,
        sqlite_where=sa.text("state != 'rejected'"),
        postgresql_where=sa.text("state != 'rejected'"),
    )


def _create_translation_step() -> None:
    op.create_table(
        "translation_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("clause_id", sa.String(length=60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("done", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source_text", sa.Text(), nullable=False),
        sa.Column("source_digest", sa.String(length=64), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("translator", sa.String(length=200), nullable=False),
        sa.Column("translated_on", sa.Date(), nullable=False),
        sa.Column("reviewer", sa.String(length=200), nullable=True),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        sa.Column("approver", sa.String(length=200), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("done_by", sa.Uuid(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        _reference("translation_step", "municipality_id", "municipality"),
        _reference("translation_step", "done_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_translation_step")),
        sa.UniqueConstraint(
            "municipality_id",
            "kind",
            "version",
            "language",
            "clause_id",
            "number",
            name="uq_translation_step_number",
        ),
    )


def _create_translation_file() -> None:
    op.create_table(
        "translation_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("translator", sa.String(length=200), nullable=False),
        sa.Column("uploaded_by", sa.Uuid(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_in_by", sa.Uuid(), nullable=True),
        sa.Column("taken_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _reference("translation_file", "municipality_id", "municipality"),
        _reference("translation_file", "uploaded_by", "user"),
        _reference("translation_file", "taken_in_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_translation_file")),
    )
    op.create_index(
        op.f("ix_translation_file_municipality_id"), "translation_file", ["municipality_id"]
    )


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def downgrade() -> None:
    """Go back."""
    op.drop_table("translation_file")
    op.drop_table("translation_step")
    op.drop_table("imported_text")
    with op.batch_alter_table("issued_document") as table:
        table.drop_constraint(op.f("fk_issued_document_text_digest"), type_="foreignkey")
        table.drop_column("text_digest")
    op.drop_table("frozen_text")
