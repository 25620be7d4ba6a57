"""Attendance that two people see differently: both sides, and who settled it."""
