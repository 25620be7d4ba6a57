"""Groups and their sessions, who was there, and why somebody was not."""
