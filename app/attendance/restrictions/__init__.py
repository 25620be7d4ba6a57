"""What a decision has taken from a participant for a time or for good: read wherever days count."""
