"""The privacy officer's page: who did what, and who looked at whom."""
