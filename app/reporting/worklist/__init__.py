"""The worklist: everything that waits for a caseworker, most overdue first."""
