"""Freezing, importing and translating the texts for signing."""
