"""Warned before it costs: absence without a reason, what it would take, and who was told."""
