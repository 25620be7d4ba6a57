"""Competence mapping, career guidance and the record from before settlement, with history."""
