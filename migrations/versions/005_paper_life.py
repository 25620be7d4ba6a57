"""How a paper was explained, refused, withdrawn and archived.

Revision ID: 005
Revises: 004
"""

revision = "005"
down_revision = "004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""


def downgrade() -> None:
    """Go back."""
