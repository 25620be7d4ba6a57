"""The plan on paper: its fixed words in every language, the sheets, and the timeline."""
