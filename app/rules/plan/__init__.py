"""What an integration plan must hold (integreringsloven §§ 14 a, 15)."""

from app.rules.plan.kinds import CefrLevel, ElementKind

__all__ = ["CefrLevel", "ElementKind"]
