"""The introduction programme and the integration plan (integreringsloven §§ 12–15)."""
