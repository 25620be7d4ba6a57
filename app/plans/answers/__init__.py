"""Who approved a plan before it was fixed, and what the participant says of it afterwards."""
