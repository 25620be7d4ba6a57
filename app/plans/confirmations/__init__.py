"""A school, county, employer or Nav office confirms lines of the plan, by a link of its own."""
