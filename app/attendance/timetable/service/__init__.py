"""Changing the timetable: rooms, closed days, single sessions, copies, individual elements."""
