"""Pictures of doctors' certificates that participants send, and what a caseworker makes of them."""
