"""The participant's week: as a feed for her own calendar, and on a sheet of paper."""
