"""After how many days the municipality asks for a printed paper that has not come back."""
