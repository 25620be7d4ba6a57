"""How large a text may be. Far more than any form for signing needs, far less than does harm."""

MOST_BYTES = 2 * 1024 * 1024
"""Of an uploaded file, and of a ZIP file when it is unpacked."""
MOST_FILE_BYTES = 256 * 1024
"""Of one file in TOML."""
MOST_WHOLE_BYTES = 1024 * 1024
"""Of a text that is one file with all languages in it."""
MOST_FILES = 60
MOST_CLAUSES = 150
MOST_PARTS = 8
MOST_CLAUSE_CHARACTERS = 4000
MOST_LINE_CHARACTERS = 12_000
MOST_HEADER_CHARACTERS = 200
"""Of a line that begins a table: long ones nest so deeply that reading takes minutes."""
