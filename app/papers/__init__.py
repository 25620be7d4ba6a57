"""Documents on paper: issued bytes that never change, codes, and scans of what came back."""
