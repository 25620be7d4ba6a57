"""What reduces a payment besides absence: other benefits, work in the programme, recovery."""
