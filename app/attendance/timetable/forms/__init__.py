"""The forms of the timetable."""
