"""Forms of groups, weeks and absences. Shape only: the law is elsewhere."""
