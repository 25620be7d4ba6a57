"""What the payroll system answers to a payment file, and what was done about it."""
