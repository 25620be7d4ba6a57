"""Whether a plan was read, approved and agreed to.

Revision ID: 010
Revises: 009
"""

revision = "010"
down_revision = "009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""


def downgrade() -> None:
    """Go back."""
