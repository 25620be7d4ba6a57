"""How a paper was explained before it was signed, and what the person said in her own words."""
