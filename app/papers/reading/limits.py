"""How much one stack may be and may cost, in one place, with the reasons."""

from datetime import timedelta

MOST_BYTES = 100 * 1024 * 1024
"""Of a file: 300 grey pages, or 60 in colour at 300 dots per inch, stay below."""
MOST_PAGES = 300
"""Of a file: no common feeder takes more sheets; a longer stack is fed twice."""
MOST_PIXELS = 60_000_000
"""Of a picture: A4 at 600 dots per inch has 35 million, a phone of today 12 to 50."""
WORKING_SIDE = 2600
"""Dots on the long side of what is looked at: A4 at 200 dots per inch has 2339, and a sheet that
takes two thirds of a photo still has 150 per inch."""
PDF_SIDE = 2339
"""Dots on the long side of a page drawn from a PDF, however large it says it is."""

MEMORY_BYTES = 768 * 1024 * 1024
"""All address space of the process; the largest picture takes a third of it, libraries another."""
OPEN_SECONDS = 20
"""Until a file says how many pages it has; the start of the process included."""
PAGE_SECONDS = 10
"""For one page; the worst honest one takes two."""
STACK_TIME = timedelta(minutes=10)
"""For all pages of a file; 300 hard ones stay below. What is not reached then is broken."""
MOST_DEATHS = 3
"""So many pages of a file may end the process; then the rest is not tried."""

MOST_PICTURE_BYTES = 8 * 1024 * 1024
"""Of a JPEG that comes out; a page of pure noise at the highest quality stays below."""
MOST_HEAD_BYTES = 4096
"""Of what is said about a page."""
INK_CPU_SECONDS = 3600
"""Of the process that looks for ink, in all its life: some ten thousand pages."""
