"""How the file to the payroll system looks, and which number each participant has there."""
