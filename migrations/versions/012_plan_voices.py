"""What participants and others say of a plan.

Revision ID: 012
Revises: 011
"""

revision = "012"
down_revision = "011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""


def downgrade() -> None:
    """Go back."""
