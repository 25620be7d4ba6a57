"""What differs between versions of a plan, and whether the change is small or essential."""
