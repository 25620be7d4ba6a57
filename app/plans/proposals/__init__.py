"""What the participant wants changed in her plan, in her own words, and what became of it."""
