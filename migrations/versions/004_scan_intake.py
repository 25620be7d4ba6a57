"""Stacks of scanned paper, their pages, and the tray.

Revision ID: 004
Revises: 003
"""

revision = "004"
down_revision = "003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""


def downgrade() -> None:
    """Go back."""
