"""Attendance in words: groups, weeks, reasons for absence and what the rules say of them."""
