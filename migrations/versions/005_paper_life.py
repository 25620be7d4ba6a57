"""How a paper was explained, refused, withdrawn and archived.

Going back loses the stamps, the archive packages, and when and why papers were withdrawn: papers
that were withdrawn stand as replaced then, so that nobody signs them.

Revision ID: 005
Revises: 004
"""

import sqlalchemy as sa
from alembic import op

revision = "005"
down_revision = "004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("municipality") as table:
        table.add_column(
            sa.Column("paper_reminder_days", sa.Integer(), nullable=False, server_default="14")
        )
    with op.batch_alter_table("declaration") as table:
        table.add_column(sa.Column("not_signed_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("guidance_given", sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("withdrawal_ground", sa.String(length=40), nullable=True))
        table.add_column(
            sa.Column("withdrawal_reason", sa.Text(), nullable=False, server_default="")
        )
        table.add_column(sa.Column("withdrawn_by", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
        table.create_foreign_key(
            op.f("fk_declaration_withdrawn_by"), "user", ["withdrawn_by"], ["id"]
        )
    _create_document_explanation()
    _create_archive_package()


def _create_document_explanation() -> None:
    op.create_table(
        "document_explanation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("explained_on", sa.Date(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("interpreter_use", sa.String(length=40), nullable=False),
        sa.Column("interpreter_name", sa.String(length=200), nullable=False),
        sa.Column("register_id", sa.String(length=40), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=True),
        sa.Column("exemption", sa.String(length=40), nullable=True),
        sa.Column("mode", sa.String(length=40), nullable=True),
        sa.Column("kinship", sa.String(length=40), nullable=True),
        sa.Column("is_adult", sa.Boolean(), nullable=False),
        sa.Column("no_interpreter_reason", sa.String(length=40), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("teach_back", sa.JSON(), nullable=False),
        sa.Column("registered_by", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("language <> ''", name=op.f("ck_document_explanation_language")),
        sa.CheckConstraint(
            "interpreter_use = 'none' OR (mode IS NOT NULL AND kinship IS NOT NULL"
            " AND kinship IN ('none', 'relative') AND is_adult"
            " AND (interpreter_name <> '' OR register_id <> ''))",
            name=op.f("ck_document_explanation_interpreted"),
        ),
        sa.CheckConstraint(
            "interpreter_use <> 'none' OR no_interpreter_reason IS NOT NULL",
            name=op.f("ck_document_explanation_not_interpreted"),
        ),
        sa.CheckConstraint(
            "interpreter_use <> 'registered' OR category IS NOT NULL",
            name=op.f("ck_document_explanation_qualified"),
        ),
        sa.CheckConstraint(
            "interpreter_use <> 'unregistered' OR exemption IS NOT NULL",
            name=op.f("ck_document_explanation_exempted"),
        ),
        _reference("document_explanation", "document_id", "issued_document"),
        _reference("document_explanation", "registered_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_explanation")),
    )
    op.create_index(
        op.f("ix_document_explanation_document_id"), "document_explanation", ["document_id"]
    )


def _create_archive_package() -> None:
    op.create_table(
        "archive_package",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("declaration_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("requested_by", sa.Uuid(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        _reference("archive_package", "declaration_id", "declaration"),
        _reference("archive_package", "requested_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archive_package")),
    )
    op.create_index(
        op.f("ix_archive_package_declaration_id"), "archive_package", ["declaration_id"]
    )


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def downgrade() -> None:
    """Go back."""
    op.drop_table("archive_package")
    op.drop_table("document_explanation")
    op.execute("UPDATE declaration SET status = 'replaced' WHERE status = 'withdrawn'")
    with op.batch_alter_table("declaration") as table:
        table.drop_constraint(op.f("fk_declaration_withdrawn_by"), type_="foreignkey")
        for column in (
            "withdrawn_at",
            "withdrawn_by",
            "withdrawal_reason",
            "withdrawal_ground",
            "guidance_given",
            "not_signed_on",
        ):
            table.drop_column(column)
    with op.batch_alter_table("municipality") as table:
        table.drop_column("paper_reminder_days")
