"""What the pages about a plan on paper show."""
