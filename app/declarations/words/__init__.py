"""The words of an issued sheet, to read on a screen and to take home: the same that are signed."""
