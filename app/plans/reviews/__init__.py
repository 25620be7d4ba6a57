"""Looking at a plan again: regularly, and when something changes in somebody's life (§ 15)."""
