"""The participant's own case in her language."""
