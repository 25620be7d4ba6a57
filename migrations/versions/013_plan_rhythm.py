"""Reviews, life events and calendars of plans.

Revision ID: 013
Revises: 012
"""

revision = "013"
down_revision = "012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""


def downgrade() -> None:
    """Go back."""
