"""Absence from the county's schools, taken in from a file: read, looked through, registered."""
