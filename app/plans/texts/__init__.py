"""What people write into a plan, in the languages of those who read it."""
