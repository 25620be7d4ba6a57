"""How fast the portal works, as figures and as ratios."""
