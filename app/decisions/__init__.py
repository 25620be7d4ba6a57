"""Administrative decisions: their letters, how these reach whom, and the time limit for appeals."""
