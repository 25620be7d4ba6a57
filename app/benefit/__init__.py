"""The introduction benefit: the month, its reductions, approval and payment (§§ 19–25)."""
