"""Administrative decisions, their letters and when they reached whom.

Revision ID: 011
Revises: 010
"""

revision = "011"
down_revision = "010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""


def downgrade() -> None:
    """Go back."""
