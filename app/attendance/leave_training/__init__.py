"""Training during parental leave: offered from the fourth month (integreringsforskriften § 16)."""
