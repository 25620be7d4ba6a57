"""How much may be uploaded at once, and how much is read in one go."""

from app.papers.reading.limits import MOST_BYTES

MOST_FILES = 100
"""In one upload: as many phone photos as somebody takes of one meeting."""
MOST_UPLOAD_BYTES = MOST_BYTES
"""Of all files of one upload together: one file may take all of it."""
ENVELOPE_BYTES = 1024 * 1024
"""What a browser adds around the files."""
PAGES_AT_A_TIME = 10
"""Read, or looked up, in one job: some seconds, so that other work is not kept waiting and a crash
loses little."""
