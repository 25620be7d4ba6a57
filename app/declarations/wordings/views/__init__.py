"""Pages about the texts for signing."""

from app.declarations.wordings.views import exchange, importing, overview, workbench
from app.declarations.wordings.views.blueprint import bp

__all__ = ["bp", "exchange", "importing", "overview", "workbench"]
