"""The plan meeting: one page to finish the draft on, together with the participant."""
