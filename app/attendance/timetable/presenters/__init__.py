"""The timetable as the pages show it."""
