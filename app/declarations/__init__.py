"""The integration declaration and, until it is in force, the integration contract (§ 16)."""
