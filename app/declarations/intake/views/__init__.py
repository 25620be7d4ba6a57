"""Pages for scanned paper."""

from app.declarations.intake.views import pictures, stacks, tray
from app.declarations.intake.views.blueprint import bp

__all__ = ["bp", "pictures", "stacks", "tray"]
