"""The law's numbers, dated and cited: one concept per file."""
