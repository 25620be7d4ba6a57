"""Whether the library that makes font subsets is there.

Without it the PDF engine falls back to a slower way with only a line in its log, and a sheet takes
four times as long (measured).
"""

import ctypes
from functools import cache

LIBRARY = "libharfbuzz-subset.so.0"


@cache
def has_subset_library() -> bool:
    """Tell whether the system has the library."""
    try:
        ctypes.CDLL(LIBRARY)
    except OSError:
        return False
    return True
