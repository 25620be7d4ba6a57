"""The PDF engine warns on a host without fonts. Ours come from `static/`, so it may."""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", UserWarning)
    import weasyprint  # noqa: F401
