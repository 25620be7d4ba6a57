"""Imported texts, the work on translations, and the words of each issued sheet.

Revision ID: 003
Revises: 002
"""

revision = "003"
down_revision = "002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""


def downgrade() -> None:
    """Go back."""
