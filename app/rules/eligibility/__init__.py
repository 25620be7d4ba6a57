"""Who has the right and the duty to take part (integreringsloven §§ 8–9)."""

from app.rules.eligibility.permit import PermitGround

__all__ = ["PermitGround"]
