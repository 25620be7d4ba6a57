"""Applications for leave: received, assessed by the rules, decided, and laid into the calendar."""
