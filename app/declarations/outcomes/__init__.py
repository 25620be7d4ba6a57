"""What became of a paper: signed, not signed, or withdrawn. None of it touches the programme."""
