"""The package that goes to the archive: paper, scan, stamp and metadata in one ZIP."""
