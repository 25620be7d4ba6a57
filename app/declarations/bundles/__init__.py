"""Legal texts as versioned data: each version is one folder under `app/declarations/texts`.

A text that somebody may have signed is never edited; a new wording is a new version.
"""
